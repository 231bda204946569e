"""Text -> its false friends: English that sounds like a German word and means something else.

In: texts of a German block and of the English one that answers it. Out: the German word and the false English one.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING

from .anywhere import any_of
from .table import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


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
    """Words that sound alike, and words that say the opposite."""
    return (*table("false-friends")["friend"], *table("opposites")["opposite"])


@cache
def friends() -> tuple[Friend, ...]:
    """The table of false friends."""
    return tuple(map(Friend, _entries()))


@cache
def any_false() -> re.Pattern[str]:
    """All false English at once: most blocks have none."""
    return any_of(each["false"] for each in _entries())


def _word(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)


def _german(pattern: str) -> re.Pattern[str]:
    """Behind a hyphen too: KI-Chef."""
    return re.compile(rf"(?<!\w)(?:{pattern})(?![\w-])", re.IGNORECASE)


def _met(small: str) -> Iterator[int]:
    """The friends whose false English a text in small letters has, each once, in the order of the table."""
    found = any_false().search(small)
    met: set[int] = set()
    while found:
        start = found.start()
        met.update(number for number, each in enumerate(friends()) if each.quick.match(small, start))
        found = any_false().search(small, start + 1)
    yield from sorted(met)


def false_friends(german: str, english: str) -> Iterator[tuple[str, str, str]]:
    """A German word, the English that it is not, and a word for what it means."""
    for number in _met(english.lower()):
        each = friends()[number]
        wrong = each.false.search(english)
        if (
            wrong
            and (found := each.german.search(german))
            and not each.true.search(english)
            and not each.also.search(german)
        ):
            yield found[0], wrong[0], each.mean
