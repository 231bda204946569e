"""Text -> its false friends: English that sounds like a German word and means something else.

In: texts of a German block and of the English one that answers it. Out: the German word and the false English one.
"""

from __future__ import annotations

import re
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING

from .anywhere import any_of
from .runs import Rare, beginning_with, beginnings, small_runs
from .table import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


class Friend:
    """A row of the table; each of its patterns is compiled when a text first needs it: most are never needed."""

    def __init__(self, row: Mapping[str, str]) -> None:
        self._row = row
        self.mean = row["mean"]

    @cached_property
    def quick(self) -> re.Pattern[str]:
        """The false English, for a text in small letters."""
        return any_of((self._row["false"],))

    @cached_property
    def german(self) -> re.Pattern[str]:
        """The German word."""
        return _german(self._row["de"])

    @cached_property
    def false(self) -> re.Pattern[str]:
        """English that sounds like it."""
        return _word(self._row["false"])

    @cached_property
    def true(self) -> re.Pattern[str]:
        """English that means it."""
        return _word(self._row["true"])

    @cached_property
    def also(self) -> re.Pattern[str]:
        """Other German that the false English answers rightly."""
        return _word(self._row.get("also", "(?!)"))


@cache
def _entries() -> tuple[dict[str, str], ...]:
    """The rows of the table."""
    return tuple(table("false-friends")["friend"])


@cache
def friends() -> tuple[Friend, ...]:
    """The table of false friends."""
    return tuple(map(Friend, _entries()))


@cache
def _false() -> Rare:
    """The words that false English begins with: most blocks have none."""
    return beginning_with(each["false"] for each in _entries())


@lru_cache(maxsize=1 << 10)
def _of_word(word: str) -> tuple[int, ...]:
    """The friends whose false English may begin with a word in small letters."""
    return tuple(number for number, heads in enumerate(_heads()) if word.startswith(heads))


@cache
def _heads() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(beginnings(each["false"])) for each in _entries())


def _word(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)


def _german(pattern: str) -> re.Pattern[str]:
    """Behind a hyphen too: KI-Chef."""
    return re.compile(rf"(?<!\w)(?:{pattern})(?![\w-])", re.IGNORECASE)


def met(english: str) -> tuple[int, ...]:
    """The friends that a text may have, if it has the false English of any: each once, in the order of the table."""
    begun = _false()(small_runs(english))
    numbers = sorted({number for word in begun for number in _of_word(word)})
    return tuple(numbers) if any(_have(numbers, english)) else ()


def _have(numbers: Iterable[int], english: str) -> Iterator[Friend]:
    """Those of the friends whose false English a text has."""
    small, every, heads = english.lower(), friends(), _heads()
    for number in numbers:
        if any(map(small.__contains__, heads[number])) and every[number].quick.search(small):
            yield every[number]


def false_friends(german: str, english: str, numbers: Sequence[int]) -> Iterator[tuple[str, str, str]]:
    """A German word, the English that it is not, and a word for what it means; ``numbers`` are those to look for."""
    for each in _have(numbers, english):
        wrong = each.false.search(english)
        if (
            wrong
            and (found := each.german.search(german))
            and not each.true.search(english)
            and not each.also.search(german)
        ):
            yield found[0], wrong[0], each.mean
