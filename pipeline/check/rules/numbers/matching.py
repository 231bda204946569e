"""The numbers of two sections, matched.

In: sections that answer each other. Out: :class:`Matched`: numbers that answer each other, that differ, that are left.
"""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

from ....facts.dates.dates import dates
from ....facts.dates.durations import lengths
from ....facts.dates.times import times
from ....facts.numbers.measures import articled
from ....facts.numbers.number import Kind
from ....facts.numbers.numbers import Number, numbers
from ....facts.numbers.sizes import sizes
from ....frozen import dataclass
from ...compared.prose import Sides, sides
from ...once import once
from .agreement import (
    alike,
    alike_in_words,
    is_inverse,
    means_alike,
    means_another,
    means_exactly,
    measures,
    measures_as_many,
    rough_otherwise,
    scaled_otherwise,
    take,
    without_sign,
)
from .placed import Placed, converts, is_beside, is_gloss
from .reckoned import is_reckoned
from .taxes import taxed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ....model import Translation
    from ...compared.prose import Passage

SCORE = re.compile(r"(?<![\d:])(\d{1,3}):(\d{1,2})(?![\d:])")
"""„23:17“ in a table may be goals; a time of day says no number that anything else would."""
LETTER = re.compile(r"[^\W\d_]")
TIMED = frozenset(("h", "min", "s"))
ONE = frozenset((Decimal(1),))
HUNDRED = frozenset((Decimal(100),))
WHOLE = re.compile(r"\b(?:wholly|fully|entirely|completely|solely|totally|vollständig|komplett|gänzlich)\b")
"""„Die Stadtwerke gehören zu 100 Prozent der Stadt“: the utility is wholly owned by the town."""


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
    same = take(left, right, means_exactly, near=True)
    same += take(left, right, measures_as_many, near=True) + take(left, right, means_alike, near=True)
    same += take(left, right, means_exactly) + take(left, right, means_alike)
    same += take(left, right, means_another, near=True)
    same += take(left, right, without_sign)
    same += taxed(each, left, right)
    scaled = take(left, right, scaled_otherwise)
    scaled += take(left, right, rough_otherwise, near=True)
    left = [placed for placed in left if not is_reckoned(placed, each.translation)]
    right = [placed for placed in right if not is_reckoned(placed, each.original)]
    here, there = _said(each.translation), _said(each.original)
    exchanged = tuple(take(left, right, is_inverse, near=True))
    exchanged += _exchanged(left, right, kinds) + _replaced(left, right, here, there)
    few = [p for p in right if p.number.is_small and not (p.number.is_spelled or p.number.readings & there)]
    few = [p for p in few if not is_gloss(p)]
    little = [p for p in left if p.number.is_small and _tells(p, here)]
    small = [p for p in right if p.number.is_small and _tells(p, there)]
    left = [placed for placed in left if not (placed.number.is_weak or _is_articled(placed, each.translation))]
    left = [placed for placed in left if not _is_whole(placed, each.translation)]
    left, right = _unclocked(left, each.translation), _unclocked(right, each.original)
    right = [placed for placed in right if not (placed.number.is_weak or _is_articled(placed, each.original))]
    right = [placed for placed in right if not is_gloss(placed)]
    changed = take(left, right, alike, near=True)
    same += take(left, right, Number.means)
    changed += take(left, right, measures, near=True) + take(left, few, alike, near=True)
    changed += take(little, right, alike_in_words, near=True) + take(left, small, alike_in_words, near=True)
    measured = [mine for mine in everything if mine.number.unit or mine.number.sizes]
    ends = {(id(mine.passage), mine.number.end): mine for mine in measured}
    missing = [placed for placed in left if not (placed.number.readings & here or is_beside(placed, ends))]
    extra = [p for p in right if not p.number.readings & there and not _is_converted(p, measured)]
    return Matched(
        tuple(same), tuple(scaled), (*changed, *exchanged), tuple(missing), tuple(extra), tuple(_turned(same))
    )


def _is_converted(placed: Placed, measured: Sequence[Placed]) -> bool:
    """Whether a number says one of the original's in another unit: only what measures something can."""
    number = placed.number
    return bool(number.unit or number.sizes) and any(converts(placed, mine) for mine in measured)


def _is_articled(placed: Placed, others: Sequence[Passage]) -> bool:
    """Whether a number is a 1 that the other section says as an article: „eine Stunde“; twelve months are “a year”."""
    number = placed.number
    if not number.unit or (number.readings != ONE and not number.sizes):
        return False
    said = {unit for passage in others for unit in articled(passage.text)}
    return (number.readings == ONE and number.unit in said) or any(number.sizes & sizes(ONE, unit) for unit in said)


def _is_whole(placed: Placed, others: Sequence[Passage]) -> bool:
    """Whether a number is 100 per cent, and the other section says so in a word."""
    number = placed.number
    return number.unit == "%" and number.readings == HUNDRED and any(WHOLE.search(passage.text) for passage in others)


def _unclocked(row: list[Placed], others: Sequence[Passage]) -> list[Placed]:
    """Without the lengths of time that the other section says as a clock would: „7:52“ in a column of hours."""
    if not any(placed.number.unit in TIMED for placed in row):
        return row
    said = {size for p in others for time in times(p.text, p.article.language) for size in lengths(time.text)}
    return [placed for placed in row if not (placed.number.unit in TIMED and placed.number.sizes & said)]


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
        for score in SCORE.finditer(passage.text) if ":" in passage.text else ():
            found.update(map(Decimal, score.groups()))
    return frozenset(found)


def _placed(row: Iterable[Passage]) -> list[Placed]:
    return [Placed(number, passage) for passage in row for number in numbers(passage.text, passage.article.language)]


def _kinds(left: list[Placed], right: list[Placed]) -> frozenset[tuple[int, Kind]]:
    """The kinds of weak numbers that stand in both passages of a block pair equally often."""
    mine, theirs = (Counter(_key(placed) for placed in row if _is_counted(placed)) for row in (left, right))
    return frozenset(key for key, count in mine.items() if theirs[key] == count)


def _key(placed: Placed) -> tuple[int, Kind]:
    return placed.passage.pair, placed.number.kind


def _exchanged(left: list[Placed], right: list[Placed], kinds: frozenset[tuple[int, Kind]]) -> Pairs:
    """Weak numbers of a kind that both passages have equally often, of which one on each side has no answer."""
    found = []
    mine, theirs = (_counted(row, kinds) for row in (left, right))
    for key in sorted(mine.keys() & theirs.keys()):
        one, other = mine[key], theirs[key]
        if len(one) == len(other) == 1 and alike(one[0].number, other[0].number):
            found.append((one[0], other[0]))
            left.remove(one[0])
            right.remove(other[0])
    return tuple(found)


def _counted(row: Iterable[Placed], kinds: frozenset[tuple[int, Kind]]) -> dict[tuple[int, Kind], list[Placed]]:
    """The weak numbers of a row by block pair and kind."""
    found: dict[tuple[int, Kind], list[Placed]] = {}
    for placed in row:
        if (key := _key(placed)) in kinds and _is_counted(placed):
            found.setdefault(key, []).append(placed)
    return found


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
        and alike(one.number, other.number)
    )
