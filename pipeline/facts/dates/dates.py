"""Text -> its dates.

In: a text and its language. Out: :class:`Date` values in reading order. Month names are Babel's.

A German ``21.02.2025``, ``21. Februar 2025``, ``Februar 2025``, ``21.2.`` answers an English ``21 February 2025``,
``February 21, 2025``, ``21/02/2025``; a part that is not said is None.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from ...expressions import lasting
from ...frozen import dataclass
from ...held import held
from ...locales import months
from ...model import Language
from ..words.runs import Rare, beginning_at, has_digit, small_runs
from .weekdays import ends_night

if TYPE_CHECKING:
    from collections.abc import Iterator

YEAR = r"(?P<year>(?:1[5-9]|20|21)\d{2})"
NUMERIC = (
    re.compile(r"(?=\d)(?<![\d.])(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4}|\d{2}(?!\d))(?![\d.]*\d)"),
    re.compile(r"(?=\d)(?<![\d-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])"),
)
YEARLESS = re.compile(
    r"(?=\d)(?:(?<=\bam )|(?<=\bvom )|(?<=\bzum )|(?<=\bbis )|(?<=\bab )|(?<=\bden )|(?<=\bseit ))"
    r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.(?!\d)"
)
"""A German date without its year looks like a version at the end of a sentence: only behind a word that dates have."""
VERSIONS = re.compile(r"(?<![\d.])\d{1,2}\.\d{1,2} bis $")
"""What stands before the last of a row of versions: „von 3.2 bis 3.9.“ has no stop behind its first."""
SLASHED = re.compile(r"(?<![\d/])(?P<one>\d{1,2})/(?P<two>\d{1,2})/(?P<year>\d{4}|\d{2})(?![\d/])")
DAILY = re.compile(
    r"(?:(?<=\bon )|(?<=\bby )|(?<=\buntil )|(?<=\bsince ))(?P<one>\d{1,2})/(?P<two>\d{1,2})(?P<year>)(?![\d/]|\sof\b)"
)
"""A date without its year: only behind a word that dates have."""
LEAP = 2024
"""A year of which each date may be, if none is said."""
PARTS = "(?:hälfte|wochen?|wochenendes?|tage?n?|anfang|mitte|ende|hitze|regen|monats?)\\b"
"""What a month is told with in one word: „Julihälfte“."""
BEGINNINGS = ("jan", "jän", "jun", "jul", "feb", "mär", "mar", "mai", "may", "apr", "aug", "sep", "okt", "oct", "nov")
MONTHS = frozenset((*BEGINNINGS, "dez", "dec"))
"""How the months begin, in small letters: without one of these there is no month."""
MONTH = Rare(lambda word: word[:3] in MONTHS)
HOLIDAYS = {
    (1, 1): "neujahr|new year['’]s day|first day of (?:the year|\\d{4})|erste[rn]? tag(?: des jahres|e?s? \\d{4})",
    (1, 6): "dreikönig|epiphany",
    (2, 14): "valentin",
    (5, 1): "maifeiertag|tag der arbeit|may day|labour day",
    (10, 3): "tag der deutschen einheit|german unity day",
    (10, 31): "reformationstag|reformation day|halloween",
    (11, 1): "allerheiligen|all saints",
    (12, 6): "nikolaus|st\\.? nicholas",
    (12, 24): "heilig(?:er )?abend|christmas eve",
    (12, 25): "erste[rn]? weihnacht|1\\. weihnacht|christmas day",
    (12, 26): "zweite[rn]? weihnacht|2\\. weihnacht|boxing day",
    (12, 31): "silvester|new year['’]s eve|end of (?:the year|\\d{4})|year['’]s end|year-end|jahresende|ende \\d{4}"
    "|(?:last|final) day of (?:the year|\\d{4})|letzte[rn]? tag(?: des jahres|e?s? \\d{4})",
}
"""Holidays by month and day, in both languages: each says its date."""
PARTED = re.compile(r"\d(?:\.\s?\d{1,2}\.|-\d\d-)")
"""Without this there is no date in digits."""


@dataclass(frozen=True, slots=True)
class Date:
    """A date: what it says of year, month and day.

    ``is_ambiguous`` if day and month can be exchanged; ``is_lone`` if it is a month and nothing else; ``is_eve`` if a
    night ends on it.
    """

    text: str
    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    is_ambiguous: bool = False
    is_lone: bool = False
    is_eve: bool = False

    @property
    def days(self) -> tuple[Date, ...]:
        """The dates that it may be called by: a night that ends on 5 March is that of 4 March."""
        if not (self.is_eve and self.day and self.month):
            return (self,)
        eve = date(self.year or LEAP, self.month, self.day) - timedelta(days=1)
        year = self.year and eve.year
        return replace(self, is_eve=False), replace(self, year=year, month=eve.month, day=eve.day, is_eve=False)

    def agrees(self, other: Date) -> bool:
        """Whether nothing that both say differs, and they say something of the same."""
        if self.is_eve or other.is_eve:
            return any(one.agrees(two) for one in self.days for two in other.days)
        mine, theirs = (self.year, self.month, self.day), (other.year, other.month, other.day)
        if self.is_ambiguous or other.is_ambiguous:
            return any(_same(one, two) for one in _turned(mine, self) for two in _turned(theirs, other))
        return _same(mine, theirs)


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
    """Dates with the name of a month: those that begin with a day, and those that begin with the month."""
    names = "|".join(sorted(_names(language), key=len, reverse=True))
    begins = f"(?=[{''.join(sorted({name[0] for name in _names(language)}))}])"
    month = rf"(?P<month>{names})\b\.?"
    if language is Language.DE:
        first = r"(?P<first>\d{1,2})\.\s?(?:bis(?:\szum)?|–|-|und|/)\s?"
        return (
            lasting(rf"(?=\d)(?<![\d.])(?:{first})?(?P<day>\d{{1,2}})\.\s?{month}(?:\s{YEAR}(?!\d))?", re.IGNORECASE),
            lasting(rf"{begins}(?<![\w.]){month}\s{YEAR}(?!\d)", re.IGNORECASE),
        )
    ordinal = r"(?:st|nd|rd|th)?"
    to = r"\s?(?:to|and|until|through|–|-|/)\s?(?:the\s)?"
    first, last = rf"(?P<first>\d{{1,2}}){ordinal}{to}", rf"(?:{to}(?P<last>\d{{1,2}}){ordinal}(?!\d|\s(?:{names})\b))"
    day = rf"(?P<day>\d{{1,2}}){ordinal}"
    return (
        lasting(rf"(?=\d)(?<![\d.,])(?:{first})?{day}(?:\sof)?\s{month}(?:,?\s{YEAR}(?!\d))?", re.IGNORECASE),
        lasting(rf"{begins}(?<!\w){month}\s{day}(?!\d|[.:]\d){last}?(?:,?\s{YEAR}(?!\d))?", re.IGNORECASE),
        lasting(rf"{begins}(?<!\w){month},?\s{YEAR}(?!\d)", re.IGNORECASE),
    )


@cache
def _lone(language: Language) -> re.Pattern[str]:
    """A month by its full name; "May" and "March" begin no sentence, where they may be verbs."""
    names = [name for name in _names(language) if len(name) > 3 and name not in {"sept", "march"}]  # noqa: PLR2004 - no abbreviation
    plain = "|".join(name.capitalize() for name in names)
    if language is Language.DE:
        return lasting(rf"(?<![\w.-])(?P<month>{plain}|Mai)(?:(?:s|es)?(?![\w-])|(?={PARTS}))")
    begins = f"(?=[{''.join(sorted({name[0] for name in _names(language)})).upper()}])"
    return lasting(
        rf"{begins}(?:(?:(?<![\w.-])|(?<=\bmid-)|(?<=\bMid-))(?P<month>{plain})(?![\w-])"
        rf"|(?:(?<=\b(?:in|of|by) )|(?<=\bmid-))(?P<other>May|March)(?![\w-]))"
    )


@held
def dates(text: str, language: Language) -> tuple[Date, ...]:
    """The dates of a text, in reading order."""
    if not has_digit(text):
        return ()
    found: list[Date] = []
    for each in (*_in_words(text, language), *_in_digits(text, language), *_slashed(text)):
        if not any(other.start < each.end and each.start < other.end for other in found):
            found.append(replace(each, is_eve=True) if _is_eve(text, each) else each)
    return tuple(sorted(found, key=lambda each: each.start))


def _is_eve(text: str, found: Date) -> bool:
    """Whether a night ends on a date of the calendar."""
    if not (found.day and found.month and ends_night(text, found.start)):
        return False
    return found.day <= monthrange(found.year or LEAP, found.month)[1]


@held
def lone_months(text: str, language: Language) -> tuple[Date, ...]:
    """The months of a text that stand without a day and a year."""
    begun = MONTH(small_runs(text))
    if not begun:
        return ()
    taken = dates(text, language)
    found = []
    for match in beginning_at(_lone(language), text, begun):
        if not any(each.start <= match.start() < each.end for each in taken):
            month = _names(language)[match[match.lastgroup or 0].lower()]
            found.append(Date(match[0], match.start(), match.end(), None, month, None, is_lone=True))
    return tuple(found)


@held
def holidays(text: str) -> frozenset[tuple[int | None, int | None]]:
    """Month and day of the holidays that a text names: „Heiligabend“ is 24 December."""
    lower = text.lower()
    return frozenset(day for day, names in HOLIDAYS.items() if re.search(rf"\b(?:{names})", lower))


def _in_words(text: str, language: Language) -> Iterator[Date]:
    said = MONTH(small_runs(text)) & _names(language).keys()
    by_day, *by_month = _worded(language)
    for pattern in (by_day, *by_month) if said else ():
        for found in pattern.finditer(text) if pattern is by_day else beginning_at(pattern, text, said):
            parts = found.groupdict()
            year = int(parts["year"]) if parts.get("year") else None
            month = _names(language)[parts["month"].lower()]
            days = [int(parts[name]) for name in ("first", "day", "last") if parts.get(name)]
            is_may = parts["month"] == "may"  # "may" is a verb unless it is written large
            if is_may or not all(1 <= day <= 31 for day in days):  # noqa: PLR2004 - days of a month
                continue
            cut = found.end("first") if parts.get("first") else found.start()
            if parts.get("first"):
                yield Date(text[found.start() : cut], found.start(), cut, year, month, days.pop(0))
            if parts.get("last"):
                yield Date(
                    text[found.start("last") : found.end()], found.start("last"), found.end(), year, month, days[1]
                )
                yield Date(text[cut : found.end("day")], cut, found.end("day"), year, month, days[0])
                continue
            start = found.start("day") if parts.get("first") else found.start()
            yield Date(text[start : found.end()], start, found.end(), year, month, days[0] if days else None)


def _in_digits(text: str, language: Language) -> Iterator[Date]:
    if not PARTED.search(text):
        return
    for pattern in (*NUMERIC, *((YEARLESS,) if language is Language.DE else ())):
        for found in pattern.finditer(text):
            if pattern is YEARLESS and VERSIONS.search(text, 0, found.start()):
                continue
            day, month = int(found["day"]), int(found["month"])
            year = found.groupdict().get("year")
            if 1 <= day <= 31 and 1 <= month <= 12:  # noqa: PLR2004 - days and months
                yield Date(found[0], found.start(), found.end(), _year(year), month, day)


def _slashed(text: str) -> Iterator[Date]:
    for found in (*SLASHED.finditer(text), *DAILY.finditer(text)) if "/" in text else ():
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
