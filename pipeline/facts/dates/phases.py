"""Text -> where it says early, mid or late of a time: „Anfang Oktober“, “the late 1590s”; and its seasons.

In: a text and its language. Out: :class:`Phase` and :class:`Season` values in reading order.
"""

from __future__ import annotations

import re
from functools import cache

from ...expressions import lasting
from ...frozen import dataclass
from ...held import held
from ...locales import months
from ...model import Language
from ..words.runs import Rare, beginning_at, small_runs

HINT = {
    Language.DE: Rare(lambda word: word in {"anfang", "beginn", "mitte", "ende"}),
    Language.EN: Rare(lambda word: word in {"early", "start", "beginning", "mid", "middle", "late", "end"}),
}
"""The words for it: without any of these a text says nothing of the kind."""


@dataclass(frozen=True, slots=True)
class Phase:
    """The beginning, middle or end of a month, year, decade or century: 0, 1 or 2."""

    text: str
    start: int
    end: int
    part: int


@dataclass(frozen=True, slots=True)
class Season:
    """A season: spring is 0."""

    text: str
    start: int
    end: int
    part: int


SEASONS = {
    Language.DE: re.compile(
        r"(?<![\w-])(?:Spät|Früh|Hoch)?(?:(frühjahr|frühling)|(sommer)|(herbst)|(winter))s?(?![\w-])", re.IGNORECASE
    ),
    Language.EN: re.compile(r"(?<![\w-])(?:(spring)|(summer)|(autumn|(?<=the )fall(?= of))|(winter))(?![\w-])"),
}
SEASON = Rare(re.compile(r".*(?:frühjahr|frühling|sommer|herbst|winter)s?|spring|summer|autumn|fall").fullmatch)
"""The words in small letters that may name one."""


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    if language is Language.DE:
        names = "|".join(months("de-DE", "wide"))
        return lasting(
            r"\b(?:(?P<early>Anfang|Beginn)|(?P<mid>Mitte)|(?P<late>Ende))\s(?:(?:des|der|dieses)\s)?"
            r"(?:(?:Jahres|Monats|Jahrzehnts|Jahrhunderts)\b"
            rf"|\d{{2,4}}(?:er|\b)|\d{{1,2}}\.\sJahrhunderts|(?:{names})\b)"
        )
    names = "|".join(months("en-GB", "wide"))
    return lasting(
        r"\b(?:(?P<early>early|(?:start|beginning)\sof)|(?P<mid>mid|middle\sof)|(?P<late>late|end\sof))"
        r"[\s-](?:in\s)?(?:(?:the|this)\s)?(?:(?:year|month|decade|century)\b"
        rf"|\d{{2,4}}(?:s|\b)|\d{{1,2}}(?:st|nd|rd|th)\scentury|(?:{names})\b)",
        re.IGNORECASE,
    )


@held
def phases(text: str, language: Language) -> tuple[Phase, ...]:
    """Where a text says early, mid or late of a time."""
    parts = ("early", "mid", "late")
    return tuple(
        Phase(found[0], found.start(), found.end(), parts.index(found.lastgroup or ""))
        for found in beginning_at(_pattern(language), text, HINT[language](small_runs(text)))
    )


@held
def seasons(text: str, language: Language) -> tuple[Season, ...]:
    """The seasons that a text names; “spring” is a coil and “fall” a verb too, so that one alone proves nothing."""
    return tuple(
        Season(found[0], found.start(), found.end(), (found.lastindex or 1) - 1)
        for found in beginning_at(SEASONS[language], text, SEASON(small_runs(text)))
    )
