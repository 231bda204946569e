"""Frozen values -> JSON values and back.

In: findings, cards and what they are made of. Out: what JSON can hold; :func:`value` makes equal values of it, and of
nothing else (:mod:`.form`).

A dataclass, an enum and a date become an object with one key, their type's name; a tuple becomes an array. What was
read of a story has a shorter form of its own (:mod:`.story`).
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from importlib import import_module
from typing import Any

from .form import DATES, Unsound, reader

__all__ = ("FAULTS", "Unsound", "plain", "value")

FINDINGS = frozenset(("Edit", "Fault", "Finding", "Message", "Related", "Remark", "Repair", "Severity"))
MODEL = frozenset(
    (
        *(
            "Allow",
            "Author",
            "BlockKind",
            "Card",
            "Citation",
            "Front",
            "Hashtag",
            "Language",
            "Node",
            "Note",
        ),
        *("Only", "Origin", "Picture", "Question", "Role", "Span", "Translate", "TranslationOrigin", "Update"),
    )
)
KNOWN = FINDINGS | MODEL
FAULTS = (AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What reading JSON of another form ends with."""


def plain(given: Any) -> Any:  # noqa: ANN401 - any frozen value; one return for each type
    """A value as JSON has it; a TypeError for what is not among the types above."""
    if given is None or type(given) in {str, int, float, bool}:
        return given
    if isinstance(given, tuple):
        return [plain(each) for each in given]
    name = type(given).__name__
    if isinstance(given, Enum) and name in KNOWN:
        return {name: given.value}
    if name in KNOWN:
        return {name: [plain(getattr(given, field)) for field in _fields(name)]}
    if name in DATES:
        return {name: given.isoformat()}
    message = f"no record of {name}"
    raise TypeError(message)


def value(given: Any, kind: Any) -> Any:  # noqa: ANN401 - JSON, a type as fields are annotated, a value of it
    """The value again, of this type; :class:`Unsound` where it is none."""
    try:
        return reader(kind)(given)
    except FAULTS as error:
        raise Unsound from error


@cache
def _type(name: str) -> Any:  # noqa: ANN401 - a class; its module is loaded when it is needed
    if name not in KNOWN:
        message = f"no record of {name}"
        raise ValueError(message)
    return getattr(import_module("pipeline.findings" if name in FINDINGS else "pipeline.model"), name)


@cache
def _fields(name: str) -> tuple[str, ...]:
    return tuple(_type(name).__dataclass_fields__)
