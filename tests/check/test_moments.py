"""What agrees shares a key, and what shares a key agrees: no answer is missed, and none looked at in vain."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from pipeline.check.answering.moments import askable, asked, rank
from pipeline.facts.dates.dates import Date
from pipeline.facts.dates.phases import phases
from pipeline.facts.dates.times import Time
from pipeline.facts.dates.weekdays import Weekday
from pipeline.model import Language

if TYPE_CHECKING:
    from pipeline.check.answering.moments import Value

DATES = [
    Date("", 0, 0, year, month, day, is_ambiguous=is_ambiguous)
    for year, month, day in product((None, 2024, 2025), (None, 3, 4), (None, 3, 4, 5))
    for is_ambiguous in {False, bool(month and day)}
]
TIMES = [
    Time("", 0, 0, minutes, zone, is_half)
    for minutes, zone, is_half in product((0, 60, 120, 720, 780, 1380), (None, 0, 60, -60), (True, False))
]


def _found(one: Value, other: Value, *, is_exact: bool = False, is_day: bool = False) -> bool:
    return not {*asked(one, is_exact=is_exact, is_day=is_day)}.isdisjoint(askable(other))


def test_dates_that_agree_are_found_and_no_others() -> None:
    """A date is asked for all that agree, or for what says as much, or for what tells a day."""
    for one, other in product(DATES, repeat=2):
        agrees = one.agrees(other)
        assert _found(one, other) is agrees, (one, other)
        assert _found(one, other, is_exact=True) is (agrees and rank(one) == rank(other)), (one, other)
        assert _found(one, other, is_day=True) is (agrees and other.day is not None), (one, other)


def test_times_that_agree_are_found_and_no_others() -> None:
    """Each time says as much as any other."""
    for one, other in product(TIMES, repeat=2):
        assert _found(one, other) is _found(one, other, is_exact=True) is one.agrees(other), (one, other)


def test_days_and_parts_of_a_year_are_found_by_what_they_are() -> None:
    """A day of the week is found by its number, a phase by its part."""
    monday, tuesday = Weekday("Montag", 0, 6, 0), Weekday("Tuesday", 4, 11, 1)
    assert _found(monday, Weekday("Monday", 9, 15, 0))
    assert not _found(monday, tuesday)
    (german,), (english,) = phases("Anfang 2020", Language.DE), phases("early 2020", Language.EN)
    assert _found(german, english)
