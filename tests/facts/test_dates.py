"""Dates and times of a text."""

from __future__ import annotations

import pytest

from pipeline.facts.dates.dates import dates
from pipeline.facts.dates.times import times
from pipeline.model import Language

DE, EN = Language.DE, Language.EN


@pytest.mark.parametrize("german", ["21. Februar 2025", "21.02.2025", "21.2.2025", "2025-02-21"])
@pytest.mark.parametrize(
    "english", ["21 February 2025", "February 21, 2025", "21st of February 2025", "21/02/2025", "2025-02-21"]
)
def test_same_date(german: str, english: str) -> None:
    """Each German form of a date agrees with each English one."""
    (mine,), (theirs,) = dates(german, DE), dates(english, EN)
    assert mine.agrees(theirs)
    assert (mine.year, mine.month, mine.day) == (2025, 2, 21)


@pytest.mark.parametrize(
    ("german", "english"), [("21. Februar", "21 March"), ("Februar 2025", "February 2024"), ("am 3.4.", "4 April")]
)
def test_other_date(german: str, english: str) -> None:
    """Another day, month or year does not agree."""
    (mine,), (theirs,) = dates(german, DE), dates(english, EN)
    assert not mine.agrees(theirs)


def test_may_is_a_verb() -> None:
    """A small may is no month."""
    assert not dates("You may 20 times do so in may 2025.", EN)


@pytest.mark.parametrize(("text", "is_ambiguous"), [("02/03/2025", True), ("25/03/2025", False), ("03/03/2025", False)])
def test_ambiguous(text: str, *, is_ambiguous: bool) -> None:
    """A date is ambiguous where day and month can be exchanged."""
    (date,) = dates(text, EN)
    assert date.is_ambiguous is is_ambiguous


@pytest.mark.parametrize(
    ("german", "english"), [("18 Uhr", "6 pm"), ("18:30 Uhr", "6:30 p.m."), ("9.15 Uhr", "9:15 am"), ("0 Uhr", "12 am")]
)
def test_same_time(german: str, english: str) -> None:
    """Each German form of a time is a minute of the day, as the English ones are."""
    (mine,), (theirs,) = times(german, DE), times(english, EN)
    assert mine.minutes == theirs.minutes
