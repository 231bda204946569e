"""The benchmark of growth: its shapes are what the reader admits, and its judgement is right."""

from __future__ import annotations

import pytest

from benchmarks.growth.__main__ import Row
from benchmarks.growth.measure import Cost, OverLimitError, cost
from benchmarks.growth.shapes import SHAPES
from pipeline.config import Settings
from pipeline.model import Language
from pipeline.read import read

FEW = 12


def test_there_are_enough() -> None:
    """As many as we say, each once."""
    assert len({shape.name for shape in SHAPES}) == len(SHAPES) >= 40


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_shape(shape: object) -> None:
    """A few of it, and twice as many, are read; the second pair is larger."""
    assert isinstance(shape, type(SHAPES[0]))
    pairs = shape.pair(FEW), shape.pair(2 * FEW)
    assert len(pairs[0].de) < len(pairs[1].de)
    for language, text in zip((Language.DE, Language.EN), pairs[1], strict=True):
        found = read(f"content/{language}/x.md", text.encode(), "x", language, Settings())
        assert found.article


def test_what_is_measured() -> None:
    """A pair costs something; one that the reader refuses is said to be over a limit."""
    found = cost(SHAPES[0].pair(3))
    assert found.check > 0
    assert found.page > 0
    assert found.peak > 1
    with pytest.raises(OverLimitError, match="more than"):
        cost(SHAPES[0].pair(2_500))


@pytest.mark.parametrize(
    ("half", "whole", "missed"),
    [
        (Cost(1, 1, 100), Cost(2.2, 2.2, 200), ""),
        (Cost(1, 1, 100), Cost(2.4, 2.0, 200), "growth"),
        (Cost(6, 1, 100), Cost(12, 2, 600), "time, memory"),
        (Cost(0.01, 0.01, 100), Cost(0.05, 0.05, 100), ""),
    ],
)
def test_what_is_missed(half: Cost, whole: Cost, missed: str) -> None:
    """Promises that are not kept are named; where both cost next to nothing, growth is none."""
    assert Row(SHAPES[0], 1024, half, whole).missed == missed
