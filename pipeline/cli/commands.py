"""The commands of the program and its options; no other command's module is loaded before it is called.

In: a name. Out: its :class:`click.Command`.

A command is loaded when it is called: ``--help`` and ``--version`` import nothing but click. Its module has a
:class:`click.Command` named ``command``.
"""

from __future__ import annotations

import os
from importlib import import_module

import click

from .. import __version__
from . import CHOSEN, LANGUAGES

COMMANDS = {
    "check": "Check articles against their translations.",
    "build": "Check, then make the edition.",
    "merge": "Join editions that build --shard made into one.",
    "newsletter": "Make or send one mail, or a digest of several stories.",
    "sources": "List citations; ask the network about links only when told to.",
    "explain": "Say why a rule is there, with examples and the repair.",
    "rules": "List all rules.",
    "doctor": "Say what is missing on this machine, and what mends it.",
}
"""Each command and what it does in a line; the module of the same name has the rest."""


class Commands(click.Group):
    """The commands, each loaded when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The command of a name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f".{cmd_name}", __package__).command
        if all(parameter.name != "messages" for parameter in command.params):
            command.params.append(_messages())
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is called; of one that is spelled wrongly the nearest is known."""
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as error:
            raise click.exceptions.NoSuchCommand(error.command_name, possibilities=COMMANDS, ctx=ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """The list of commands, from the table: nothing is loaded for it."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _messages() -> click.Option:
    """``--messages``, which the program and each of its commands take."""
    return click.Option(
        ["--messages"],
        type=click.Choice(LANGUAGES),
        envvar=CHOSEN,
        expose_value=False,
        callback=_remember,
        help="Language of messages (else the locale's).",
    )


def _remember(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:  # noqa: ARG001 - click's signature
    if value:
        os.environ[CHOSEN] = value
    return value


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]}, params=[_messages()])
@click.version_option(__version__, prog_name="zweiblatt", message="%(prog)s %(version)s")
def command() -> None:
    """Check German articles against their English translations; make page, PDF and newsletter of them."""
