"""Frozen values -> JSON values and back.

In: findings, cards and what they are made of. Out: what JSON can hold; :func:`value` makes equal values of it.

A dataclass, an enum and a date become an object with one key, their type's name; a tuple becomes an array.
"""

from __future__ import annotations

import datetime as dt
import inspect
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any

from .findings import Edit, Finding, Message, Related, Repair, Severity
from .model import Author, Card, Heading, Language, Picture, Span, Update

if TYPE_CHECKING:
    from collections.abc import Callable

TYPES: dict[str, Callable[..., Any]] = {
    each.__name__: each
    for each in (Author, Card, Edit, Finding, Heading, Message, Picture, Related, Repair, Span, Update)
}
DATES: dict[str, Callable[[str], Any]] = {"date": dt.date.fromisoformat, "datetime": dt.datetime.fromisoformat}
ENUMS: dict[str, Callable[[Any], Any]] = {each.__name__: each for each in (Language, Severity)}


def plain(given: Any) -> Any:  # noqa: ANN401 - any frozen value; one return for each type
    """A value as JSON has it; a TypeError for what is not among the types above."""
    if given is None or type(given) in {str, int, float, bool}:
        return given
    if isinstance(given, tuple):
        return [plain(each) for each in given]
    name = type(given).__name__
    if name in TYPES:
        return {name: [plain(getattr(given, field)) for field in _fields(name)]}
    if isinstance(given, Enum) and name in ENUMS:
        return {name: given.value}
    if name in DATES:
        return {name: given.isoformat()}
    message = f"no record of {name}"
    raise TypeError(message)


def value(given: Any) -> Any:  # noqa: ANN401 - any frozen value
    """The value again."""
    if isinstance(given, list):
        return tuple(value(each) for each in given)
    if isinstance(given, dict):
        ((name, inner),) = given.items()
        if name in TYPES:
            return TYPES[name](*[each if type(each) is str else value(each) for each in inner])
        return (ENUMS if name in ENUMS else DATES)[name](inner)
    return given


@cache
def _fields(name: str) -> tuple[str, ...]:
    return tuple(inspect.signature(TYPES[name]).parameters)
