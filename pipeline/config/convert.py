"""What TOML gives -> the type that a setting has.

In: an annotation and a value. Out: the value in that type, or :class:`Unfit`.

A list becomes a tuple; a table becomes a tuple of pairs, so that settings stay frozen and can be hashed.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import Any, get_args, get_origin

from ..findings import Message, Severity

EXPECTED = {
    str: Message("a text in quotation marks is expected here"),
    bool: Message("true or false is expected here"),
    int: Message("a number is expected here"),
}
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
"""What no setting is made of, and what ends a line of a mail's head."""
LETTERS = 1_000
"""Characters of a text; a name of 20,000 took half a minute to draw."""


class Unfit(Exception):  # noqa: N818 - a value that does not fit is no error of the program
    """A value that does not fit; ``keys`` lead to it from where the conversion began."""

    def __init__(self, message: Message, keys: tuple[str, ...] = ()) -> None:
        super().__init__(str(message))
        self.message = message
        self.keys = keys


def convert(hint: Any, value: Any) -> Any:  # noqa: ANN401 - any annotation of the settings, any value of TOML
    """The value in the type that the annotation names."""
    if get_origin(hint) is tuple:
        return _tuple(get_args(hint), value)
    if hint is Severity:
        return _severity(value)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _enum(hint, value)
    if type(value) is not hint:
        raise Unfit(EXPECTED[hint])
    if hint is str and CONTROL.search(value):
        raise Unfit(Message("a line break or another control character cannot stand here"))
    if hint is str and len(value) > LETTERS:
        raise Unfit(Message("this text has {count} characters, the limit is {limit}", _counted(len(value))))
    return value


def _tuple(hints: tuple[Any, ...], value: Any) -> tuple[Any, ...]:  # noqa: ANN401 - as above
    if hints[-1] is not Ellipsis:
        return tuple(convert(hint, part) for hint, part in zip(hints, value, strict=True))
    if isinstance(value, dict) and get_origin(hints[0]) is tuple:
        return tuple(_pair(get_args(hints[0]), pair) for pair in value.items())
    if not isinstance(value, list):
        message = "a table is expected here" if get_origin(hints[0]) is tuple else "a list is expected here"
        raise Unfit(Message(message))
    return tuple(convert(hints[0], part) for part in value)


def _pair(hints: tuple[Any, ...], pair: tuple[str, Any]) -> tuple[Any, ...]:
    try:
        return convert(hints[0], pair[0]), convert(hints[1], pair[1])
    except Unfit as unfit:
        raise Unfit(unfit.message, (pair[0], *unfit.keys)) from None


def _severity(value: Any) -> Severity:  # noqa: ANN401 - as above
    try:
        return Severity[value.upper()]
    except (KeyError, AttributeError):
        raise Unfit(_known(value, [severity.label for severity in Severity])) from None


def _enum(hint: type[Enum], value: Any) -> Enum:  # noqa: ANN401 - as above
    try:
        return hint(value)
    except ValueError:
        raise Unfit(_known(value, [str(each.value) for each in hint])) from None


def _counted(count: int) -> tuple[tuple[str, str], ...]:
    return ("count", str(count)), ("limit", str(LETTERS))


def _known(value: Any, known: list[str]) -> Message:  # noqa: ANN401 - as above
    arguments = (("known", ", ".join(known)), ("name", str(value)))
    return Message("“{name}” is unknown; known: {known}", arguments)
