"""What is worked out of the texts of a story is held as long as that story is looked at, and no longer.

In: a function of texts. Out: the same function, which remembers its answers until :func:`let_go`. Dozens of rules ask
for the sentences, words, dates, numbers of the same texts, and the next story has other texts. What is told of words
(their forms and meanings) is no matter of one story: functions of words keep caches of their own. What the files of one
article share is held until the next one is asked for.
"""

from __future__ import annotations

from functools import lru_cache, wraps
from operator import is_not
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

Given = ParamSpec("Given")
Value = TypeVar("Value")

MOST = 4096
"""Texts of a kind that are held: about as many as the blocks of the two longest articles that are read."""
_forgetting: list[Callable[[], None]] = []


def held(function: Callable[Given, Value]) -> Callable[Given, Value]:
    """The function, with its answers held until they are let go."""
    known = lru_cache(maxsize=MOST)(function)
    to_be_let_go(known.cache_clear)
    return cast("Callable[Given, Value]", known)


def latest(function: Callable[Given, Value]) -> Callable[Given, Value]:
    """The function, with the answer to its last question held, if the very same values are asked of again.

    Values are known by what they are, not by what they hold: to hash an article goes through all its nodes.
    """
    asked: tuple[object, ...] = ()
    answer: Value

    @wraps(function)
    def known(*values: Given.args, **named: Given.kwargs) -> Value:
        nonlocal asked, answer
        mine = (*values, *named.values())
        if len(mine) != len(asked) or any(map(is_not, mine, asked)):
            answer, asked = function(*values, **named), mine
        return answer

    return known


def to_be_let_go(forget: Callable[[], None]) -> None:
    """Have something else forgotten with it."""
    _forgetting.append(forget)


def let_go() -> None:
    """Forget all that was held: the next story has other texts."""
    for forget in _forgetting:
        forget()
