"""Only words that may be slips of each other are held against each other, and none of those is missed."""

from __future__ import annotations

from itertools import product

import pytest

from pipeline.check.rules.terms.misspelled import ALIKE, INSIDE, LIKE, _near, is_slip

WORDS = frozenset(
    {"Steinach", "Steinbach", "Steinau", "Altman", "Altmann", "Oltmann", "Krüger", "Krueger", "Kruger", "Metformin"}
    | {
        "Metforman",
        "Lindenhof",
        "Lindenhoff",
        "Tannenhof",
        "Fokus",
        "Focus",
        "Marburg",
        "Magdeburg",
        "Maburg",
        "Mailand",
    }
)


@pytest.mark.parametrize(("size", "like"), [(1, LIKE), (INSIDE, ALIKE)])
def test_no_slip_is_missed(size: int, like: float) -> None:
    """Of all words that begin alike, those that are slips are among those that are looked at."""
    begun = {
        (one, other) for one, other in product(WORDS, repeat=2) if one[:size].lower() == other[:size].lower() != one
    }
    slips = {each for each in begun if is_slip(*each, like)}
    near = {*_near(WORDS, WORDS, size)}
    assert ("Steinach", "Steinbach") in slips
    assert slips <= near
    assert ("Steinach", "Steinau") in near
    assert ("Marburg", "Mailand") not in near
