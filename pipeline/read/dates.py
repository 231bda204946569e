"""A date as a source list writes it -> a day.

In: ``2025-02-22``, ``22.02.2025``, ``22. Februar 2025``, ``22 February 2025``, ``February 22, 2025``. Out: a date.
"""

from __future__ import annotations

import datetime as dt
import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar jänner january jan", "februar feber february feb feb", "märz march mär mrz mar", "april apr",
            "mai may", "juni june jun", "juli july jul", "august aug", "september sept sep",
            "oktober october okt oct", "november nov", "dezember december dez dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
DATE = (
    r"(?:\d{4}-\d{2}-\d{2}|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}"
    rf"|\d{{1,2}}(?:\.|st|nd|rd|th)?\s(?:{NAME})\.?,?\s\d{{4}}|(?:{NAME})\.?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}})"
)
"""A pattern for any of the forms, without groups."""
WORDS = re.compile(r"\d+|[^\W\d_]+")


def day(text: str) -> dt.date | None:
    """The day that a date names; None if there is no such day."""
    words = [word.casefold() for word in WORDS.findall(text) if word.casefold() not in {"st", "nd", "rd", "th"}]
    numbers = [MONTHS.get(word) or (int(word) if word.isdecimal() else 0) for word in words]
    if len(numbers) != len(("year", "month", "day")):
        return None
    if words[0] in MONTHS:
        month, number, year = numbers
    elif len(words[0]) == len("2025"):
        year, month, number = numbers
    else:
        number, month, year = numbers
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None
