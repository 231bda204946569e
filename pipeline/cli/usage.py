"""What click says of a command line -> a message in the language of messages.

In: an exception of click's. Out: a message of ours, or none for what click alone can say. English is click's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..findings import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

NO_OPTION = Message("there is no option {name}; see {command} --help")
NO_OPTION_BUT = Message("there is no option {name}; did you mean {near}?")
NO_COMMAND_BUT = Message("there is no command {name}; did you mean {near}?")
NO_COMMAND = Message("there is no command {name}; see {command} --help")
NO_VALUE = Message("the option {name} needs a value; see {command} --help")
NOT_GIVEN = Message("{name} is missing; see {command} --help")
NO_CHOICE = Message("{name}: one of these is possible: {known}")
NOT_POSSIBLE = Message("the value of {name} is not possible; see {command} --help")


def usage(error: click.ClickException) -> Message | None:
    """What is wrong with a command line."""
    match error:
        case click.NoSuchOption():
            return _unknown(error, error.option_name, error.possibilities, NO_OPTION, NO_OPTION_BUT)
        case click.exceptions.NoSuchCommand():
            return _unknown(error, error.command_name, error.possibilities, NO_COMMAND, NO_COMMAND_BUT)
        case click.BadOptionUsage():
            return _of(NO_VALUE, error, name=error.option_name)
        case click.BadParameter():
            return _of_value(error)
    return None


def _unknown(
    error: click.UsageError, name: str, near: Sequence[str] | None, none: Message, none_but: Message
) -> Message:
    return _of(none_but, error, name=name, near=" / ".join(near)) if near else _of(none, error, name=name)


def _of_value(error: click.BadParameter) -> Message:
    name, kind = _name(error.param, error.param_hint), getattr(error.param, "type", None)
    if isinstance(error, click.MissingParameter):
        return _of(NOT_GIVEN, error, name=name)
    if isinstance(kind, click.Choice):
        return _of(NO_CHOICE, error, name=name, known=", ".join(map(str, kind.choices)))
    return _of(NOT_POSSIBLE, error, name=name)


def _name(parameter: click.Parameter | None, hint: Sequence[str] | str | None) -> str:
    """How a parameter is written: `--fail-on`, PATHS."""
    if parameter is None:
        return hint if isinstance(hint, str) else " / ".join(hint or ())
    return parameter.opts[0] if isinstance(parameter, click.Option) else parameter.make_metavar(_empty())


def _empty() -> click.Context:
    return click.Context(click.Command("zweiblatt"))


def _of(message: Message, error: click.UsageError, **arguments: str) -> Message:
    path = error.ctx.command_path if error.ctx else "zweiblatt"
    return Message(message.template, tuple(sorted({**arguments, "command": path}.items())))
