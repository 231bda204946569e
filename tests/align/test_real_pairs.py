"""The alignment of real articles: how often it is right. The rates are printed (``pytest -rP``)."""

from __future__ import annotations

import sys

import pytest

from benchmarks.checks.alignment import rates
from pipeline.align import align
from tests.articles import CORPORA, real_pairs

if not CORPORA.is_dir():
    pytest.skip("the corpora of real pairs are not here", allow_module_level=True)

PAIRS = list(real_pairs(40))
LEAST = {
    "right section ranked first, by content alone": 0.98,
    "exchanged neighbours found": 0.95,
    "removed section found": 0.97,
}


def test_alignment_is_right() -> None:
    """The right section is the most alike; exchanged neighbours and a section that was taken out are found."""
    measured = rates(PAIRS)
    sys.stdout.writelines(f"{each}\n" for each in measured)
    assert {each.name for each in measured} == set(LEAST)
    assert all(each.total and each.right / each.total >= LEAST[each.name] for each in measured)


def test_real_pairs_have_few_gaps() -> None:
    """Real pairs of as many sections are aligned without a gap or a move, but for the few that differ."""
    odd = sum(
        any(pair.moved or not pair.original or not pair.translation for pair in align(*each).pairs) for each in PAIRS
    )
    sys.stdout.write(f"pairs with a gap or a move: {odd} of {len(PAIRS)}\n")
    assert odd / len(PAIRS) <= 0.05
