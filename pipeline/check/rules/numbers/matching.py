"""The numbers of two sections, matched.

In: sections that answer each other. Out: :class:`Matched`: numbers that answer each other, that differ, that are left.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from ....facts.dates import dates
from ....facts.numbers import Number, numbers
from ...once import once
from ...prose import Passage, Sides, sides

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ....model import Span, Translation


@dataclass(frozen=True, slots=True)
class Placed:
    """A number and the passage that it stands in."""

    number: Number
    passage: Passage

    @property
    def at(self) -> Span:
        """Where it stands."""
        return self.passage.span(self.number.start, self.number.end)


@dataclass(frozen=True, slots=True)
class Matched:
    """The numbers of two sections: those that answer each other, those that differ, those that are left."""

    same: tuple[tuple[Placed, Placed], ...]
    scaled: tuple[tuple[Placed, Placed], ...]
    changed: tuple[tuple[Placed, Placed], ...]
    missing: tuple[Placed, ...]
    extra: tuple[Placed, ...]


def _matched(each: Sides) -> Matched:
    left, right = _placed(each.original), _placed(each.translation)
    same = _take(left, right, lambda a, b: bool(a.readings & b.readings))
    scaled = _take(left, right, _scaled_otherwise)
    left = [p for p in left if not p.number.is_small and not p.number.is_ordinal]
    right = [p for p in right if not p.number.is_small and not p.number.is_ordinal]
    changed = _take(left, right, _alike, near=True)
    here, there = _said(each.translation), _said(each.original)
    missing = [placed for placed in left if not placed.number.readings & here]
    extra = [placed for placed in right if not placed.number.readings & there]
    return Matched(tuple(same), tuple(scaled), tuple(changed), tuple(missing), tuple(extra))


def _said(row: Sequence[Passage]) -> frozenset[Decimal]:
    """All values of a section, those in its dates and code too: a number that is said once may be said again."""
    found: set[Decimal] = set()
    for passage in row:
        language = passage.article.language
        for number in numbers(passage.raw, language):
            found |= number.readings
        for date in dates(passage.text, language):
            found.update(Decimal(part) for part in (date.year, date.month, date.day) if part is not None)
    return frozenset(found)


@once
def compared(pair: Translation) -> Iterator[tuple[Sides, Matched]]:
    """The numbers of each pair of sections."""
    return ((each, _matched(each)) for each in sides(pair))


def _placed(row: Iterable[Passage]) -> list[Placed]:
    return [Placed(number, passage) for passage in row for number in numbers(passage.text, passage.article.language)]


def _take(
    left: list[Placed], right: list[Placed], agree: Callable[[Number, Number], bool], *, near: bool = False
) -> list[tuple[Placed, Placed]]:
    """Pairs that agree, taken out of both rows: those of one block pair first, and of one unit."""
    found = []
    for mine in list(left):
        best = sorted(
            (each for each in right if agree(mine.number, each.number)),
            key=lambda each: (each.passage.pair != mine.passage.pair, each.number.unit != mine.number.unit),
        )
        if best and (not near or best[0].passage.pair == mine.passage.pair):
            found.append((mine, best[0]))
            left.remove(mine)
            right.remove(best[0])
    return found


def _scaled_otherwise(one: Number, other: Number) -> bool:
    """The same mantissa with another scale; 1 alone ("eine Million") proves nothing without a scale on both sides."""
    shared = {value for value in one.bare & other.bare if value != 1 or (one.scale and other.scale)}
    return bool(shared) and one.scale != other.scale


def _alike(one: Number, other: Number) -> bool:
    """Numbers that stand for each other in a block: of one unit and scale, or both bare."""
    return one.unit == other.unit and bool(one.scale) == bool(other.scale)
