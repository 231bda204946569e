"""A day knows how far it mattered."""

from __future__ import annotations

import datetime as dt
import operator
from typing import TYPE_CHECKING

import pytest

from pipeline.check.day import ALWAYS, Day

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = dt.date(2026, 3, 10)
NEAR = [TODAY + dt.timedelta(days) for days in range(-4, 5)]
ASKED = [operator.lt, operator.le, operator.gt, operator.ge]


@pytest.mark.parametrize("ask", ASKED)
@pytest.mark.parametrize("date", NEAR)
@pytest.mark.parametrize("turned", [False, True])
def test_the_answer_is_the_same_in_the_window_and_another_beside_it(
    ask: Callable[[dt.date, dt.date], bool], date: dt.date, *, turned: bool
) -> None:
    """Whichever way a rule compares, the window holds exactly the days near today with the same answer."""

    def answer(day: dt.date) -> bool:
        return ask(date, day) if turned else ask(day, date)

    day = Day.of(TODAY)
    said = answer(day)
    assert said == answer(TODAY)
    first, last = day.window
    assert {each for each in NEAR if first <= each <= last} == {each for each in NEAR if answer(each) == said}


def test_a_day_that_nobody_asked_for_never_mattered() -> None:
    """Nothing was compared: the same on any day."""
    assert Day.of(TODAY).said == ALWAYS


def test_the_nearest_dates_bound_it() -> None:
    """Of many comparisons the nearest on each side count."""
    day = Day.of(TODAY)
    assert [date > day for date in (NEAR[0], NEAR[2], NEAR[-1], NEAR[-3])] == [False, False, True, True]
    assert day.said == (NEAR[2].isoformat(), NEAR[-4].isoformat())


@pytest.mark.parametrize(
    "ask",
    [
        lambda day: day.year,
        lambda day: day - TODAY,
        lambda day: TODAY - day,
        lambda day: day + dt.timedelta(1),
        lambda day: day == TODAY,
        lambda day: day in {TODAY, NEAR[0]},
        lambda day: f"{day}",
        lambda day: f"{day:%d}",
        lambda day: day.isoformat(),
        lambda day: day.weekday(),
    ],
)
def test_whatever_else_is_asked_holds_for_this_day_alone(ask: Callable[[dt.date], object]) -> None:
    """A difference, a part, its text: tomorrow that is another."""
    day = Day.of(TODAY)
    assert ask(day) == ask(TODAY)
    assert day.said == (TODAY.isoformat(), TODAY.isoformat())
