"""Faults of figures: what a translation says otherwise of amounts, bounds, parts, dates and times.

In: a translation's page and its original's. Out: the translation's text with one fault.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .contents import DATE, MONTHS, NUMBERS
from .kind import Kind

if TYPE_CHECKING:
    from random import Random

    from .page import Page

BOUNDS = {
    "just under": "just over",
    "just over": "just under",
    "more than": "less than",
    "less than": "more than",
    "at least": "at most",
    "up to": "at least",
}
PARTS = {
    "half": "a third",
    "a third": "a quarter",
    "a quarter": "a third",
    "a fifth": "a tenth",
    "twice": "three times",
}
ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
PERIODS = "years?|months?|weeks?|days|hours?|minutes|seconds"
AREAS = {"square metres": "square feet", "square kilometres": "square miles", "cubic metres": "cubic feet"}
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FOUND = (*NUMBERS, "numbers/unit-differs", "numbers/bound-differs")


def other_bound(page: Page, _: Page, dice: Random) -> str | None:
    """Another bound before a number."""
    pattern = re.compile(rf"\b({'|'.join(BOUNDS)})(?= (?:€|\$|£)?\d)")
    return page.in_prose(pattern, dice, lambda found: BOUNDS[found[1]])


def other_half_of_the_day(page: Page, _: Page, dice: Random) -> str | None:
    """Morning for evening."""
    return page.in_prose(re.compile(r"(?<=\d )([ap])m\b"), dice, lambda found: "pm" if found[1] == "a" else "am")


def other_ordinal(page: Page, _: Page, dice: Random) -> str | None:
    """The next ordinal."""
    pattern = re.compile(rf"\bthe ({'|'.join(ORDINALS)})\b")
    return page.in_prose(pattern, dice, lambda found: f"the {ORDINALS[(ORDINALS.index(found[1]) + 1) % len(ORDINALS)]}")


def other_spelled_period(page: Page, _: Page, dice: Random) -> str | None:
    """Another number in words before a unit of time."""
    pattern = re.compile(rf"\b({'|'.join(WORDS)})(?= (?:{PERIODS})\b)")
    return page.in_prose(pattern, dice, lambda found: WORDS[(WORDS.index(found[1]) + 3) % len(WORDS)])


def other_part(page: Page, _: Page, dice: Random) -> str | None:
    """Another part or multiple."""
    pattern = re.compile(rf"\b({'|'.join(PARTS)})(?= (?:of|as|more|the)\b)")
    return page.in_prose(pattern, dice, lambda found: PARTS[found[1]])


def swapped_digits(page: Page, _: Page, dice: Random) -> str | None:
    """Two digits of a number exchanged."""
    pattern = re.compile(r"(?<![\w.,:/@-])(\d*?)(\d)(?!\2)([1-9])(?=[\d,.]*(?: |%))")
    return page.in_prose(pattern, dice, lambda found: f"{found[1]}{found[3]}{found[2]}")


def german_thousands(page: Page, _: Page, dice: Random) -> str | None:
    """A point between thousands in English."""
    pattern = re.compile(r"(?<![\d.,])(\d{1,3}),(\d{3})(?![\d,.])")
    return page.in_prose(pattern, dice, lambda found: f"{found[1]}.{found[2]}")


def lost_points(page: Page, _: Page, dice: Random) -> str | None:
    """Percent where the original has points."""
    return page.in_prose(re.compile(r"percentage points?"), dice, lambda _found: "per cent")


def other_area(page: Page, _: Page, dice: Random) -> str | None:
    """Feet and miles for metres and kilometres."""
    return page.in_prose(re.compile("|".join(AREAS)), dice, lambda found: AREAS[found[0]])


def date_in_digits(page: Page, _: Page, dice: Random) -> str | None:
    """A date whose day and month can be exchanged."""
    pattern = re.compile(rf"(?<!\d)([1-9]|1[0-2]) ({'|'.join(MONTHS)}) (\d{{4}})\b")
    return page.in_prose(pattern, dice, lambda found: f"{int(found[1]):02}/{MONTHS.index(found[2]) + 1:02}/{found[3]}")


def other_year(page: Page, _: Page, dice: Random) -> str | None:
    """Another year."""
    pattern = re.compile(r"(?<=\b(?:in|by|of) )((?:19|20)\d\d)(?![\d/–-])")
    return page.in_prose(pattern, dice, lambda found: str(int(found[1]) - 11))


def other_weekday(page: Page, _: Page, dice: Random) -> str | None:
    """Another day of the week."""
    pattern = re.compile(rf"\bon ({'|'.join(DAYS)})\b")
    return page.in_prose(pattern, dice, lambda found: f"on {DAYS[(DAYS.index(found[1]) + 2) % 7]}")


def lost_date(page: Page, _: Page, dice: Random) -> str | None:
    """No date where the original has one."""
    return page.in_prose(re.compile(rf" (?:on|from|until|since) {DATE.pattern}"), dice, lambda _found: "")


def lost_marks(page: Page, _: Page, dice: Random) -> str | None:
    """A quotation whose words are told as the writer's own."""
    return page.in_prose(re.compile(r"“((?:[^“”]+ ){8,}[^“”]+)”"), dice, lambda found: found[1])


FAULTS = (
    Kind("other bound", other_bound, FOUND),
    Kind("other half of the day", other_half_of_the_day, ("dates/changed",)),
    Kind("other ordinal", other_ordinal, FOUND),
    Kind("other spelled period", other_spelled_period, FOUND),
    Kind("other part", other_part, FOUND),
    Kind("swapped digits", swapped_digits, ("dates/changed", *FOUND)),
    Kind("german thousands", german_thousands, ("numbers/wrong-format",)),
    Kind("lost points", lost_points, ("numbers/percent-or-points",)),
    Kind("other area", other_area, ("numbers/unit-differs",)),
    Kind("date in digits", date_in_digits, ("dates/ambiguous",)),
    Kind("other year", other_year, ("dates/changed", *FOUND)),
    Kind("other weekday", other_weekday, ("dates/changed",)),
    Kind("lost date", lost_date, ("dates/changed", *FOUND)),
    Kind("lost marks", lost_marks, ("omission/quotation-missing",)),
)
