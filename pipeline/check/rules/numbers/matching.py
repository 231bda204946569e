"""The numbers of two sections, matched.

In: sections that answer each other. Out: :class:`Matched`: numbers that answer each other, that differ, that are left.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from ....facts.dates import dates
from ....facts.measures import articled
from ....facts.number import SMALL, Kind
from ....facts.numbers import Number, numbers
from ....facts.sizes import COLD
from ...once import once
from ...prose import Sides, sides
from .placed import Placed, converts, is_gloss

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ....model import Translation
    from ...prose import Passage

LETTER = re.compile(r"[^\W\d_]")
UNMEASURED = frozenset((Kind.TIMES, Kind.SHARE, Kind.SCORE))
"""What has no unit: „doppelt“ is answered by no “two metres”."""
ONE = frozenset((Decimal(1),))


Pairs = tuple[tuple[Placed, Placed], ...]


@dataclass(frozen=True, slots=True)
class Matched:
    """The numbers of two sections: those that answer each other, those that differ, those that are left.

    ``turned`` are those that answer each other and change their places: from 30 to 45, from 45 to 30.
    """

    same: Pairs
    scaled: Pairs
    changed: Pairs
    missing: tuple[Placed, ...]
    extra: tuple[Placed, ...]
    turned: Pairs


@once
def compared(pair: Translation) -> Iterator[tuple[Sides, Matched]]:
    """The numbers of each pair of sections."""
    return ((each, _matched(each)) for each in sides(pair))


def _matched(each: Sides) -> Matched:
    left, right = _placed(each.original), _placed(each.translation)
    if not left and not right:
        return Matched((), (), (), (), (), ())
    everything, kinds = tuple(left), _kinds(left, right)
    same = _take(left, right, _means_exactly, near=True) + _take(left, right, _means_exactly)
    same += _take(left, right, _means_alike, near=True) + _take(left, right, _means_alike)
    same += _take(left, right, _means_another, near=True)
    same += _take(left, right, _without_sign)
    scaled = _take(left, right, _scaled_otherwise)
    scaled += _take(left, right, _rough_otherwise, near=True)
    here, there = _said(each.translation), _said(each.original)
    exchanged = tuple(_take(left, right, _is_inverse, near=True))
    exchanged += _exchanged(left, right, kinds) + _replaced(left, right, here, there)
    few = [p for p in right if p.number.is_small and not (p.number.is_spelled or p.number.readings & there)]
    few = [p for p in few if not is_gloss(p)]
    left = [placed for placed in left if not (placed.number.is_weak or _is_articled(placed, each.translation))]
    right = [placed for placed in right if not (placed.number.is_weak or _is_articled(placed, each.original))]
    right = [placed for placed in right if not is_gloss(placed)]
    changed = _take(left, right, _alike, near=True)
    same += _take(left, right, Number.means)
    changed += _take(left, right, _measures, near=True) + _take(left, few, _alike, near=True)
    missing = [placed for placed in left if not placed.number.readings & here]
    extra = [p for p in right if not p.number.readings & there and not any(converts(p, mine) for mine in everything)]
    return Matched(
        tuple(same), tuple(scaled), (*changed, *exchanged), tuple(missing), tuple(extra), tuple(_turned(same))
    )


def _is_articled(placed: Placed, others: Sequence[Passage]) -> bool:
    """Whether a number is a 1 that the other section says as an article: „eine Stunde“."""
    number = placed.number
    if number.readings != ONE or not number.unit:
        return False
    return any(number.unit in articled(passage.text) for passage in others)


def _said(row: Sequence[Passage]) -> frozenset[Decimal]:
    """All values of a section, those in its dates and code too: a number that is said once may be said again."""
    found: set[Decimal] = set()
    for passage in row:
        language = passage.article.language
        for number in numbers(passage.raw, language):
            found |= number.readings
        for date in dates(passage.text, language):
            month = None if LETTER.search(date.text) else date.month  # „Juni“ says no 6
            found.update(Decimal(part) for part in (date.year, month, date.day) if part is not None)
    return frozenset(found)


def _placed(row: Iterable[Passage]) -> list[Placed]:
    return [Placed(number, passage) for passage in row for number in numbers(passage.text, passage.article.language)]


def _take(
    left: list[Placed], right: list[Placed], agree: Callable[[Number, Number], bool], *, near: bool = False
) -> list[tuple[Placed, Placed]]:
    """Pairs that agree, taken out of both rows: those of one block pair first, and of one kind and unit."""
    found = []
    places: dict[int, list[Placed]] = {}
    for each in right:
        places.setdefault(each.passage.pair, []).append(each)
    for mine in list(left):
        best = _best(mine.number, places.get(mine.passage.pair, ()), agree)
        if best is None and not near:
            best = _best(mine.number, right, agree)
        if best is not None:
            found.append((mine, best))
            left.remove(mine)
            right.remove(best)
            places[best.passage.pair].remove(best)
    return found


def _best(mine: Number, row: Iterable[Placed], agree: Callable[[Number, Number], bool]) -> Placed | None:
    """The one of a row that agrees best: of the same kind, unit and bound; the first of equals."""
    best, least = None, (True,) * 5
    for each in row:
        other = each.number
        if agree(mine, other):
            bounds = bool(other.bound) != bool(mine.bound), other.bound != mine.bound
            stray = (False, other.kind is not mine.kind, other.unit != mine.unit, *bounds)
            if stray < least:
                best, least = each, stray
            if not any(stray):
                break
    return best


def _means_exactly(one: Number, other: Number) -> bool:
    """Both can mean the same, and are of one kind and unit."""
    return one.kind is other.kind and one.unit == other.unit and one.means(other)


def _means_alike(one: Number, other: Number) -> bool:
    """Both can mean the same, in units that do not contradict each other."""
    units = {one.unit, other.unit}
    is_free = one.unit == other.unit or not all(units) or units <= COLD
    if len(units) > 1 and {one.kind, other.kind} & UNMEASURED:
        is_free = False
    return one.means(other) and (is_free or not one.sizes.isdisjoint(other.sizes))


def _means_another(one: Number, other: Number) -> bool:
    """The same figure with another unit: a small one may be another amount altogether."""
    return one.means(other) and min(map(abs, one.readings & other.readings), default=0) > SMALL


def _without_sign(one: Number, other: Number) -> bool:
    """A loss of 14 million is -14 million; but 5 degrees are not -5 degrees, and -5 is not +5."""
    if one.sign and other.sign and one.sign != other.sign:
        return False
    signed = min(one.readings) < 0 or min(other.readings) < 0
    return signed and not {one.unit, other.unit} & COLD and one.unsigned().means(other.unsigned())


def _scaled_otherwise(one: Number, other: Number) -> bool:
    """The same mantissa with another scale; 1 alone ("eine Million") proves nothing without a scale on both sides."""
    shared = {value for value in one.bare & other.bare if value != 1 or (one.scale and other.scale)}
    return bool(shared) and one.scale != other.scale


def _rough_otherwise(one: Number, other: Number) -> bool:
    """Tens of thousands for hundreds of thousands."""
    return one.kind is other.kind is Kind.ROUGH


def _alike(one: Number, other: Number) -> bool:
    """Numbers that stand for each other in a block: of one unit and scale, or both bare."""
    return one.unit == other.unit and bool(one.scale) == bool(other.scale)


def _measures(one: Number, other: Number) -> bool:
    """Numbers that measure the same thing, in different units: half a year, nine months."""
    return bool({size[0] for size in one.sizes} & {size[0] for size in other.sizes})


def _is_inverse(one: Number, other: Number) -> bool:
    """Half for double, tripled for a third."""
    is_turned = {one.kind, other.kind} == {Kind.SHARE, Kind.TIMES}
    return is_turned and any(mine * theirs == 1 for mine in one.readings for theirs in other.readings)


def _kinds(left: list[Placed], right: list[Placed]) -> frozenset[tuple[int, Kind]]:
    """The kinds of weak numbers that stand in both passages of a block pair equally often."""
    mine, theirs = (Counter(_key(placed) for placed in row if _is_counted(placed)) for row in (left, right))
    return frozenset(key for key, count in mine.items() if theirs[key] == count)


def _key(placed: Placed) -> tuple[int, Kind]:
    return placed.passage.pair, placed.number.kind


def _exchanged(left: list[Placed], right: list[Placed], kinds: frozenset[tuple[int, Kind]]) -> Pairs:
    """Weak numbers of a kind that both passages have equally often, of which one on each side has no answer."""
    found = []
    for key in sorted(kinds):
        mine, theirs = ([p for p in row if _key(p) == key and _is_counted(p)] for row in (left, right))
        if len(mine) == len(theirs) == 1 and _alike(mine[0].number, theirs[0].number):
            found.append((mine[0], theirs[0]))
            left.remove(mine[0])
            right.remove(theirs[0])
    return tuple(found)


def _replaced(left: list[Placed], right: list[Placed], here: frozenset[Decimal], there: frozenset[Decimal]) -> Pairs:
    """Weak numbers that are alone in their block pair with another of their kind: one was written for the other."""
    mine = [placed for placed in left if _tells(placed, here)]
    theirs = [placed for placed in right if _tells(placed, there)]
    found = []
    for one in mine:
        rivals = [each for each in mine if _rivals(one, each)]
        others = [each for each in theirs if _rivals(one, each)]
        if len(rivals) == len(others) == 1:
            found.append((one, others[0]))
            left.remove(one)
            right.remove(others[0])
    return tuple(found)


def _turned(same: list[tuple[Placed, Placed]]) -> Iterator[tuple[Placed, Placed]]:
    """From 30 to 45, where the original goes from 45 to 30."""
    crossed = [(one, other) for one, other in same if {one.number.role, other.number.role} == {"from", "to"}]
    for one, other in crossed:
        if one.number.role == "from" and any(
            each.number.role == "to" and each.passage.pair == one.passage.pair == last.passage.pair
            for each, last in crossed
        ):
            yield one, other


def _tells(placed: Placed, said: frozenset[Decimal]) -> bool:
    """Whether a number is weak, and is nowhere in the other section."""
    return _is_counted(placed) and not placed.number.readings & said


def _is_counted(placed: Placed) -> bool:
    """Whether a weak number can be exchanged for another; 0 and 1 are said in too many ways."""
    number = placed.number
    if number.kind is Kind.COUNTER or not number.is_weak or placed.passage.is_gap:
        return False
    return number.kind in {Kind.SCORE, Kind.TIMES} or bool(number.unit) or number.readings.isdisjoint((0, 1))


def _rivals(one: Placed, other: Placed) -> bool:
    return (
        one.passage.pair == other.passage.pair
        and one.number.kind is other.number.kind
        and _alike(one.number, other.number)
    )
