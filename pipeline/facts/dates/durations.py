"""Text -> how long something lasts, where hours, minutes and seconds are written together: 7:52 h, 7h 52m, 3:34.21.

In: a text. Out: :class:`Duration` values in reading order; of digits with colons, :func:`lengths`, how long each is if
it tells no time of day. „7 Stunden und 52 Minuten“ are two numbers, which :mod:`.linked` puts together.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from ...frozen import dataclass
from ...held import held
from ..words.runs import has_digit

if TYPE_CHECKING:
    from collections.abc import Iterator

HOUR = r"(?:h|hrs?|[Hh]ours?|Stdn?|Stunden?)(?!\w)"
MINUTE = r"(?:min|mins|[Mm]inutes?|Min|Minuten?)(?!\w)"
COLONS = re.compile(
    r"(?=\d)(?<![\w.,:/])(?P<first>\d{1,3}):(?P<second>[0-5]\d)(?::(?P<third>[0-5]\d))?(?:[.,](?!\d00|500)(?P<part>\d{1,3}))?(?![\d:]|[.,]\d)"
    rf"(?:[\s-]?(?:(?P<hour>{HOUR})|(?P<minute>{MINUTE})))?(?![-–]\d)"
)
"""7:52 h, 3:45 Minuten, 2:24:31 hours; 3:34.21 needs no unit, but 1:10.000 is a proportion."""
OF_DAY = re.compile(r"\b(?:[Uu]m|[Aa]b|[Gg]egen|[Ss]eit|[Bb]is)\s\Z")
"""What stands before a time of day: „um 1:00 h nachts“."""
LETTERS = re.compile(
    r"(?=\d)(?<![\w.,:/-])(?:(?P<h>\d{1,3})\s?(?:h|hrs?)\s?(?P<m>[0-5]?\d)(?:\s?(?:m|mins?)\b(?:\s?(?P<s>[0-5]?\d)\s?(?:s|secs?)\b)?)?"
    r"|(?P<only>\d{1,3})\s?(?:m|['’′])\s?(?P<few>[0-5]?\d)\s?(?:s\b|''|[\"”″]))(?!\w|[.,:]\d)"
)
"""7h 52m, 7h52, 1 h 05, 3m 20s, 3′20″."""
LETTERED = re.compile(r"\d\s?(?:h|m|['’′])[r\s]*\d")
"""Without this no text says a duration by letters."""
CLOCK = re.compile(r"(?P<first>\d{1,3})[:.](?P<second>\d\d)(?:[:.](?P<third>\d\d))?")
SIXTY = 60


@dataclass(frozen=True, slots=True)
class Duration:
    """How long something lasts: ``value`` in its ``unit``, min or s, whichever says it without a rest."""

    start: int
    end: int
    value: Decimal
    unit: str


@held
def durations(text: str) -> tuple[Duration, ...]:
    """The durations of a text in which hours, minutes and seconds are written together."""
    if not has_digit(text):
        return ()
    found = [*_of_colons(text)] if ":" in text else []
    if LETTERED.search(text):
        found += _of_letters(text)
    return tuple(sorted(found, key=lambda each: each.start))


def lengths(written: str) -> frozenset[tuple[str, Decimal]]:
    """How long digits with a colon last, in seconds: 7:52 is 7 hours and 52 minutes, or 7 minutes and 52 seconds."""
    found = CLOCK.match(written)
    if not found:
        return frozenset()
    first, second, third = int(found["first"]), int(found["second"]), found["third"]
    minutes = first * SIXTY + second
    sizes = {minutes * SIXTY + int(third)} if third else {minutes * SIXTY, minutes}
    return frozenset(("time", Decimal(size).normalize()) for size in sizes)


def _of_colons(text: str) -> Iterator[Duration]:
    for found in COLONS.finditer(text):
        if not (found["hour"] or found["minute"] or found["part"]) or OF_DAY.search(
            text, max(0, found.start() - 6), found.start()
        ):
            continue  # as bare digits it may be a time of day
        first, second = int(found["first"]), int(found["second"])
        whole = first * SIXTY + second
        if found["third"]:
            whole = whole * SIXTY + int(found["third"])
        part = Decimal(f"0.{found['part'] or 0}")
        is_whole = found["hour"] and not found["third"]
        yield Duration(*found.span(), whole + part, "min" if is_whole else "s")


def _of_letters(text: str) -> Iterator[Duration]:
    for found in LETTERS.finditer(text):
        if found["only"]:
            yield Duration(*found.span(), Decimal(int(found["only"]) * SIXTY + int(found["few"])), "s")
            continue
        minutes = int(found["h"]) * SIXTY + int(found["m"])
        if found["s"]:
            yield Duration(*found.span(), Decimal(minutes * SIXTY + int(found["s"])), "s")
        else:
            yield Duration(*found.span(), Decimal(minutes), "min")
