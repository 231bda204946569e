"""In which senses two numbers agree, and which of two sections do.

In: numbers with their passages. Out: pairs that agree, taken out of both rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....facts.numbers.number import SMALL, Kind
from ....facts.numbers.numbers import Number
from ....facts.numbers.sizes import COLD
from ...answering.waiting import Waiting

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

    from .placed import Placed

DIGITS = 9
"""Digits behind the point that are compared: a third times three is no 1 as a decimal."""
UNMEASURED = frozenset((Kind.TIMES, Kind.SHARE, Kind.SCORE))
"""What has no unit: „doppelt“ is answered by no “two metres”."""


def take(
    left: list[Placed], right: list[Placed], agree: Callable[[Number, Number], bool], *, near: bool = False
) -> list[tuple[Placed, Placed]]:
    """Pairs that agree, taken out of both rows: those of one block pair first, and of one kind and unit."""
    if not left or not right:
        return []
    shared = SHARED[agree]
    waiting = Waiting(right, lambda each: _askable(each.passage.pair, shared(each.number)))
    found, rest = [], []
    for mine in left:
        keys = {*shared(mine.number)}
        place = _best(mine.number, waiting.sharing({(mine.passage.pair, key) for key in keys}), agree)
        if place is None and not near:
            place = _best(mine.number, waiting.sharing(keys), agree)
        if place is None:
            rest.append(mine)
        else:
            found.append((mine, waiting.take(place)))
    left[:], right[:] = rest, waiting.left()
    return found


def _askable(pair: int, keys: Iterable[Hashable]) -> Iterator[Hashable]:
    """What a number can be asked by: what it shares with its answer, in its block pair and anywhere."""
    for key in {*keys}:
        yield key
        yield pair, key


def _best(mine: Number, row: Iterable[tuple[int, Placed]], agree: Callable[[Number, Number], bool]) -> int | None:
    """The place of the one of a row that agrees best: of the same kind, unit and bound; the first of equals."""
    best, least = None, (True,) * 5
    for place, each in row:
        other = each.number
        if agree(mine, other):
            bounds = bool(other.bound) != bool(mine.bound), other.bound != mine.bound
            stray = (False, other.kind is not mine.kind, other.unit != mine.unit, *bounds)
            if stray < least:
                best, least = place, stray
            if not any(stray):
                break
    return best


def _meanings(number: Number) -> Iterator[Hashable]:
    """What two numbers that mean the same share one of."""
    yield from number.readings
    yield from number.sizes


def means_exactly(one: Number, other: Number) -> bool:
    """Both can mean the same, and are of one kind and unit."""
    return one.kind is other.kind and one.unit == other.unit and one.means(other)


def means_alike(one: Number, other: Number) -> bool:
    """Both can mean the same, in units that do not contradict each other."""
    units = {one.unit, other.unit}
    is_free = one.unit == other.unit or not all(units) or units <= COLD
    if len(units) > 1 and {one.kind, other.kind} & UNMEASURED:
        is_free = False
    return one.means(other) and (is_free or not one.sizes.isdisjoint(other.sizes))


def means_another(one: Number, other: Number) -> bool:
    """The same figure with another unit: a small one may be another amount altogether."""
    return one.means(other) and min(map(abs, one.readings & other.readings), default=0) > SMALL


def without_sign(one: Number, other: Number) -> bool:
    """A loss of 14 million is -14 million; but 5 degrees are not -5 degrees, and -5 is not +5."""
    if one.sign and other.sign and one.sign != other.sign:
        return False
    signed = min(one.readings) < 0 or min(other.readings) < 0
    return signed and not {one.unit, other.unit} & COLD and one.unsigned().means(other.unsigned())


def scaled_otherwise(one: Number, other: Number) -> bool:
    """The same mantissa with another scale; 1 alone ("eine Million") proves nothing without a scale on both sides."""
    shared = {value for value in one.bare & other.bare if value != 1 or (one.scale and other.scale)}
    return bool(shared) and one.scale != other.scale


def rough_otherwise(one: Number, other: Number) -> bool:
    """Tens of thousands for hundreds of thousands."""
    return one.kind is other.kind is Kind.ROUGH


def alike(one: Number, other: Number) -> bool:
    """Numbers that stand for each other in a block: of one unit and scale, or both bare."""
    return one.unit == other.unit and bool(one.scale) == bool(other.scale)


def alike_in_words(one: Number, other: Number) -> bool:
    """The same of two number words, of which one may be small: nine for nineteen."""
    return one.is_spelled and other.is_spelled and alike(one, other)


def measures(one: Number, other: Number) -> bool:
    """Numbers that measure the same thing, in different units: half a year, nine months."""
    return bool({size[0] for size in one.sizes} & {size[0] for size in other.sizes})


def measures_as_many(one: Number, other: Number) -> bool:
    """The same figure with another unit of one dimension: two cubic metres, two cubic feet."""
    return one.unit != other.unit and not one.readings.isdisjoint(other.readings) and measures(one, other)


def is_inverse(one: Number, other: Number) -> bool:
    """Half for double, tripled for a third."""
    is_turned = {one.kind, other.kind} == {Kind.SHARE, Kind.TIMES}
    return is_turned and any(round(mine * theirs, DIGITS) == 1 for mine in one.readings for theirs in other.readings)


SHARED: dict[Callable[[Number, Number], bool], Callable[[Number], Iterable[Hashable]]] = {
    means_exactly: lambda number: ((each, number.kind, number.unit) for each in _meanings(number)),
    means_alike: _meanings,
    means_another: _meanings,
    Number.means: _meanings,
    without_sign: lambda number: (*map(abs, number.readings), *number.sizes),
    scaled_otherwise: lambda number: number.bare,
    rough_otherwise: lambda number: (number.kind,),
    alike: lambda number: ((number.unit, bool(number.scale)),),
    alike_in_words: lambda number: ((number.unit, bool(number.scale)),),
    measures: lambda number: (dimension for dimension, _ in number.sizes),
    measures_as_many: lambda number: number.readings,
    is_inverse: lambda number: ({Kind.SHARE: Kind.TIMES}.get(number.kind, number.kind),),
}
"""What two numbers that agree have in common: only those that share it are held against each other."""
