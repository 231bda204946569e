"""Text -> its false friends: English that sounds like a German word and means something else.

In: texts of a German block and of the English one that answers it. Out: the German word and the false English one.
"""

from __future__ import annotations

import re
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING

from ...expressions import lasting
from ..table import table
from ..words.anywhere import any_of
from ..words.runs import Rare, beginning_with, beginnings, small_runs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


class Friend:
    """A row of the table; each of its patterns is compiled when a text first needs it: most are never needed."""

    def __init__(self, row: Mapping[str, str]) -> None:
        self._row = row
        self.mean = row["mean"]
        self.heads = tuple(beginnings(row["false"]))

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
    return tuple(number for number, each in enumerate(friends()) if word.startswith(each.heads))


def _word(pattern: str) -> re.Pattern[str]:
    return lasting(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)


def _german(pattern: str) -> re.Pattern[str]:
    """Behind a hyphen too: KI-Chef."""
    return lasting(rf"(?<!\w)(?:{pattern})(?![\w-])", re.IGNORECASE)


def met(english: str) -> tuple[Friend, ...]:
    """The friends whose false English a text has: each once, in the order of the table."""
    begun = _false()(small_runs(english))
    numbers = sorted({number for word in begun for number in _of_word(word)}) if begun else ()
    return tuple(have((friends()[number] for number in numbers), english))


def have(among: Iterable[Friend], english: str) -> Iterator[Friend]:
    """Those of the friends whose false English a text has."""
    small = english.lower()
    return (each for each in among if any(map(small.__contains__, each.heads)) and each.quick.search(small))


def false_friends(german: str, english: str, among: Iterable[Friend]) -> Iterator[tuple[str, str, str]]:
    """A German word, the English that it is not, and a word for what it means; ``among`` are those to look for."""
    for each in have(among, english):
        wrong = each.false.search(english)
        if (
            wrong
            and (found := each.german.search(german))
            and not each.true.search(english)
            and not each.also.search(german)
        ):
            yield found[0], wrong[0], each.mean
