"""Text -> its dates and times.

In: a text and its language. Out: :class:`Date` and :class:`Time` values in reading order. Month names are Babel's.

A German ``21.02.2025``, ``21. Februar 2025``, ``Februar 2025``, ``21.2.`` answers an English ``21 February 2025``,
``February 21, 2025``, ``21/02/2025``; a part that is not said is None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ..locales import months
from ..model import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

YEAR = r"(?P<year>(?:1[5-9]|20|21)\d{2})"
NUMERIC = (
    re.compile(r"(?<![\d.])(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4}|\d{2}(?!\d))(?![\d.]*\d)"),
    re.compile(r"(?<![\d-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])"),
)
YEARLESS = re.compile(
    r"(?:(?<=\bam )|(?<=\bvom )|(?<=\bzum )|(?<=\bbis )|(?<=\bab )|(?<=\bden )|(?<=\bseit ))"
    r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.(?!\d)"
)
"""A German date without its year looks like a version at the end of a sentence: only behind a word that dates have."""
SLASHED = re.compile(r"(?<![\d/])(?P<one>\d{1,2})/(?P<two>\d{1,2})/(?P<year>\d{4}|\d{2})(?![\d/])")
CLOCK = re.compile(
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?::\d{2})?(?![\d:])(?:\s?(?P<half>[ap])\.?m\b\.?)?(?:\s*Uhr)?",
    re.IGNORECASE,
)
UHR = re.compile(
    r"(?<![\d.,])(?P<hour>[01]?\d|2[0-4])(?:[.:](?P<minute>[0-5]\d))?\s*Uhr(?:\s+(?P<late>[0-5]?\d)(?!\w))?"
)
HALVES = re.compile(
    r"(?<![\d.,:])(?P<hour>1[0-2]|[1-9])(?:[.:](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?m\b\.?", re.IGNORECASE
)
LAST_HOUR = 12


@dataclass(frozen=True, slots=True)
class Date:
    """A date: what it says of year, month and day. ``is_ambiguous`` if day and month can be exchanged."""

    text: str
    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    is_ambiguous: bool = False

    def agrees(self, other: Date) -> bool:
        """Whether nothing that both say differs, and they say something of the same."""
        mine, theirs = (self.year, self.month, self.day), (other.year, other.month, other.day)
        if self.is_ambiguous or other.is_ambiguous:
            return any(_same(one, two) for one in _turned(mine, self) for two in _turned(theirs, other))
        return _same(mine, theirs)


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day, in minutes since midnight."""

    text: str
    start: int
    end: int
    minutes: int


def _turned(parts: tuple[int | None, ...], date: Date) -> tuple[tuple[int | None, ...], ...]:
    year, month, day = parts
    return (parts, (year, day, month)) if date.is_ambiguous else (parts,)


def _same(mine: tuple[int | None, ...], theirs: tuple[int | None, ...]) -> bool:
    return all(a == b for a, b in zip(mine, theirs, strict=True) if a is not None and b is not None)


@cache
def _names(language: Language) -> dict[str, int]:
    locale = "de-DE" if language is Language.DE else "en-GB"
    found: dict[str, int] = {}
    for width in ("abbreviated", "wide"):
        found |= {name.rstrip(".").lower(): number for number, name in enumerate(months(locale, width), 1)}
    extra = {"jänner": 1, "sept": 9, "sep": 9} if language is Language.DE else {"sept": 9, "jan": 1}
    return found | extra


@cache
def _worded(language: Language) -> tuple[re.Pattern[str], ...]:
    names = "|".join(sorted(_names(language), key=len, reverse=True))
    month = rf"(?P<month>{names})\b\.?"
    if language is Language.DE:
        return (
            re.compile(rf"(?<![\d.])(?P<day>\d{{1,2}})\.\s?{month}(?:\s{YEAR}(?!\d))?", re.IGNORECASE),
            re.compile(rf"(?<![\w.]){month}\s{YEAR}(?!\d)", re.IGNORECASE),
        )
    ordinal = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    return (
        re.compile(rf"(?<![\d.,]){ordinal}(?:\sof)?\s{month}(?:,?\s{YEAR}(?!\d))?", re.IGNORECASE),
        re.compile(rf"(?<!\w){month}\s{ordinal}(?!\d|[.:]\d)(?:,?\s{YEAR}(?!\d))?", re.IGNORECASE),
        re.compile(rf"(?<!\w){month},?\s{YEAR}(?!\d)", re.IGNORECASE),
    )


@lru_cache(maxsize=4096)
def dates(text: str, language: Language) -> tuple[Date, ...]:
    """The dates of a text, in reading order."""
    found: list[Date] = []
    for date in (*_in_words(text, language), *_in_digits(text, language), *_slashed(text)):
        if not any(each.start < date.end and date.start < each.end for each in found):
            found.append(date)
    return tuple(sorted(found, key=lambda date: date.start))


def _in_words(text: str, language: Language) -> Iterator[Date]:
    for pattern in _worded(language):
        for found in pattern.finditer(text):
            parts = found.groupdict()
            day = int(parts["day"]) if parts.get("day") else None
            year = int(parts["year"]) if parts.get("year") else None
            month = _names(language)[parts["month"].lower()]
            is_may = parts["month"] == "may"  # "may" is a verb unless it is written large
            if (day is None or 1 <= day <= 31) and not is_may:  # noqa: PLR2004 - days of a month
                yield Date(found[0], found.start(), found.end(), year, month, day)


def _in_digits(text: str, language: Language) -> Iterator[Date]:
    for pattern in (*NUMERIC, *((YEARLESS,) if language is Language.DE else ())):
        for found in pattern.finditer(text):
            day, month = int(found["day"]), int(found["month"])
            year = found.groupdict().get("year")
            if 1 <= day <= 31 and 1 <= month <= 12:  # noqa: PLR2004 - days and months
                yield Date(found[0], found.start(), found.end(), _year(year), month, day)


def _slashed(text: str) -> Iterator[Date]:
    for found in SLASHED.finditer(text):
        one, two = int(found["one"]), int(found["two"])
        if not (1 <= one <= 31 and 1 <= two <= 31 and min(one, two) <= 12):  # noqa: PLR2004 - days and months
            continue
        day, month = (one, two) if two <= 12 else (two, one)  # noqa: PLR2004 - the British order
        ambiguous = one <= 12 and two <= 12 and one != two  # noqa: PLR2004 - both could be the month
        yield Date(found[0], found.start(), found.end(), _year(found["year"]), month, day, ambiguous)


def _year(written: str | None) -> int | None:
    if not written:
        return None
    return int(written) if len(written) == 4 else 2000 + int(written)  # noqa: PLR2004 - 25 is 2025


def times(text: str, language: Language) -> tuple[Time, ...]:
    """The times of day of a text, in reading order."""
    found: list[Time] = []
    for pattern in (UHR, CLOCK) if language is Language.DE else (HALVES, CLOCK):
        for match in pattern.finditer(text):
            parts = match.groupdict()
            hour = int(parts["hour"])
            minute = int(parts.get("minute") or parts.get("late") or 0)
            if half := (parts.get("half") or "").lower():
                hour = hour % LAST_HOUR + (LAST_HOUR if half == "p" else 0)
            time = Time(match[0].strip(), match.start(), match.end(), (hour % 24) * 60 + minute)
            if not any(each.start < time.end and time.start < each.end for each in found):
                found.append(time)
    return tuple(sorted(found, key=lambda time: time.start))
