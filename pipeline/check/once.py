"""What several rules need of one value is worked out once.

In: a function of a translation, an article or a section. Out: the same function, which remembers its last answers.

The value itself is compared, not what it holds: hashing a tree costs more than most rules. The answers of one story, an
article in two languages with all sections, are kept for each function, so memory does not grow with the number of
stories.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, TypeVar

from ..held import to_be_let_go

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Value = TypeVar("Value")
Part = TypeVar("Part")


def once(function: Callable[[Value], Iterable[Part]]) -> Callable[[Value], tuple[Part, ...]]:
    """The function of a translation or an article, with its last two answers kept for the same values."""
    return _remembering(function, 2)


def once_a_section(function: Callable[[Value], Iterable[Part]]) -> Callable[[Value], tuple[Part, ...]]:
    """The function of a section, with its last 128 answers kept."""
    return _remembering(function, 128)


def _remembering(function: Callable[[Value], Iterable[Part]], most: int) -> Callable[[Value], tuple[Part, ...]]:
    last: dict[int, tuple[Value, tuple[Part, ...]]] = {}
    """By the value's identity, which nothing else can have as long as the value is kept beside the answer."""

    to_be_let_go(last.clear)

    @functools.wraps(function)
    def remembered(value: Value) -> tuple[Part, ...]:
        known = last.get(id(value))
        if known is None:
            known = value, tuple(function(value))
            last[id(value)] = known
            if len(last) > most:
                del last[next(iter(last))]
        return known[1]

    return remembered
