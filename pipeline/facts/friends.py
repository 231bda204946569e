"""Text -> its false friends: English that sounds like a German word and means something else.

In: texts of a German block and of the English one that answers it. Out: the German word and the false English one.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from .anywhere import any_of
from .table import table

if TYPE_CHECKING:
    from collections.abc import Iterator

Friend = tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str], str]


@cache
def _entries() -> tuple[dict[str, str], ...]:
    """Words that sound alike, and words that say the opposite."""
    return (*table("false-friends")["friend"], *table("opposites")["opposite"])


@cache
def friends() -> tuple[Friend, ...]:
    """The table: German, false and true English, other German that is answered so, and what is meant."""
    return tuple(
        (_german(each["de"]), _word(each["false"]), _word(each["true"]), _word(each.get("also", "(?!)")), each["mean"])
        for each in _entries()
    )


@cache
def any_false() -> re.Pattern[str]:
    """All false English at once: most blocks have none."""
    return any_of(each["false"] for each in _entries())


@cache
def _quick() -> tuple[re.Pattern[str], ...]:
    """The false English of each friend, for a text in small letters."""
    return tuple(any_of((each["false"],)) for each in _entries())


def _word(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)


def _german(pattern: str) -> re.Pattern[str]:
    """Behind a hyphen too: KI-Chef."""
    return re.compile(rf"(?<!\w)(?:{pattern})(?![\w-])", re.IGNORECASE)


def false_friends(german: str, english: str) -> Iterator[tuple[str, str, str]]:
    """A German word, the English that it is not, and a word for what it means."""
    small = english.lower()
    if not any_false().search(small):
        return
    for (source, false, true, also, mean), quick in zip(friends(), _quick(), strict=True):
        wrong = false.search(english) if quick.search(small) else None
        if wrong and (found := source.search(german)) and not true.search(english) and not also.search(german):
            yield found[0], wrong[0], mean
