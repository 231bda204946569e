"""What several rules of a family need of one pair is worked out once.

In: a function of a translation or an article. Out: the same function, which remembers its last answer.

The value itself is compared, not what it holds: hashing a tree costs more than most rules. One answer is kept for each
function, so memory does not grow with the number of stories.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Value = TypeVar("Value")
Part = TypeVar("Part")


def once(function: Callable[[Value], Iterable[Part]]) -> Callable[[Value], tuple[Part, ...]]:
    """The function, with its last answer kept for the same value."""
    last: list[tuple[Value, tuple[Part, ...]]] = []

    @functools.wraps(function)
    def remembered(value: Value) -> tuple[Part, ...]:
        if not last or last[0][0] is not value:
            last[:] = [(value, tuple(function(value)))]
        return last[0][1]

    return remembered
