"""Which date or time of an article answers which of the other's.

In: an original and its translation. Out: of each pair of sections, the dates and times that have no answer on the other
side. Compared over a section first, then placed.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ....facts.dates.dates import Date, dates, lone_months
from ....facts.dates.phases import Phase, Season, phases, seasons
from ....facts.dates.times import Time, times
from ....facts.dates.weekdays import Weekday, weekdays
from ....frozen import dataclass
from ...answering.moments import Value, askable, asked, rank
from ...answering.waiting import Waiting
from ...compared.prose import Passage, sides
from ...once import once

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from ....model import Language, Span, Translation
    from ...compared.prose import Sides

READERS: tuple[Callable[[str, Language], tuple[Value, ...]], ...] = (
    lambda text, language: (*dates(text, language), *lone_months(text, language)),
    times,
    weekdays,
    phases,
    seasons,
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A date, time, day of the week or part of a time and the passage that it stands in."""

    value: Value
    passage: Passage

    @property
    def at(self) -> Span:
        """Where it stands."""
        return self.passage.span(self.value.start, self.value.end)

    @property
    def is_weak(self) -> bool:
        """Whether it proves nothing to miss it: a day of the week, or a month alone."""
        return isinstance(self.value, Weekday | Phase | Season) or (isinstance(self.value, Date) and self.value.is_lone)

    @property
    def is_day(self) -> bool:
        """Whether it is a day of the calendar: a block with another one has no answer in a month."""
        return isinstance(self.value, Date) and self.value.day is not None

    @property
    def rank(self) -> int:
        """How little it says: a whole date is answered before a month alone."""
        return rank(self.value)


def _agree(one: Value, other: Value) -> bool:
    if isinstance(one, Date) and isinstance(other, Date):
        return one.agrees(other)
    if isinstance(one, Weekday) and isinstance(other, Weekday):
        return one.agrees(other)
    if isinstance(one, Phase) and isinstance(other, Phase):
        return one.part == other.part
    if isinstance(one, Season) and isinstance(other, Season):
        return one.part == other.part
    return isinstance(one, Time) and isinstance(other, Time) and one.agrees(other)


def _placed(row: Iterable[Passage], read: Callable[[str, Language], tuple[Value, ...]]) -> list[Placed]:
    found = [Placed(value, passage) for passage in row for value in read(passage.text, passage.article.language)]
    return sorted(found, key=lambda placed: placed.rank) if len(found) > 1 else found


@once
def compared(pair: Translation) -> Iterator[tuple[Sides, list[Placed], list[Placed]]]:
    """Of each pair of sections, the dates and times that have no answer on the other side."""
    for each in sides(pair):
        for read in READERS:
            left, right = _placed(each.original, read), _placed(each.translation, read)
            if not left:
                continue
            if right:
                said = tuple(left), tuple(right)
                even = _even(left, right)
                _answered(left, right)
                left, right = _telling(left, said[1], even), _telling(right, said[0], even)
            yield each, left, right


def _even(left: list[Placed], right: list[Placed]) -> frozenset[int]:
    """The block pairs that have as many weak values on both sides: one that is left over there was exchanged."""
    mine, theirs = (Counter(placed.passage.pair for placed in row if placed.is_weak) for row in (left, right))
    return frozenset(number for number, count in mine.items() if theirs[number] == count)


def _telling(row: list[Placed], others: Sequence[Placed], even: frozenset[int]) -> list[Placed]:
    """Those without an answer of which it tells something: all but idle ones that the other side says too."""
    if not any(_is_idle(each, even) for each in row):
        return row
    said = Waiting(others, lambda each: askable(each.value))
    return [each for each in row if not (_is_idle(each, even) and _is_said(each.value, said))]


def _is_idle(placed: Placed, even: frozenset[int]) -> bool:
    """Whether it proves nothing that it has no answer, if it is said elsewhere."""
    return placed.is_weak and placed.passage.pair not in even


def _answered(left: list[Placed], right: list[Placed]) -> None:
    """Take what agrees out of both rows; first what says as much: no day is answered by a month where a day is.

    What stands in the block that answers goes before what another block says: “half past two” there is not yet taken.
    """
    waiting = Waiting(right, _askable)
    days, others = (Counter(each.passage.pair for each in row if each.is_day) for row in (left, right))
    for is_exact, is_near in ((True, True), (True, False), (False, True), (False, False)):
        rest = []
        for mine in left:
            pair = mine.passage.pair
            place = _first(waiting, mine, days, is_exact=is_exact, is_near=is_near)
            if place is None or (
                mine.is_day and others[pair] and not _is_said(mine.value, waiting, is_exact=is_exact, is_day=True)
            ):
                rest.append(mine)  # no month alone answers a day where another day could
                continue
            best = waiting.take(place)
            days[pair] -= mine.is_day
            others[best.passage.pair] -= best.is_day
        left[:] = rest
    right[:] = waiting.left()


def _first(waiting: Waiting[Placed], mine: Placed, days: Counter[int], *, is_exact: bool, is_near: bool) -> int | None:
    """The place of what agrees, in the same block pair or in any; no month takes the day of another day."""
    keys = tuple(asked(mine.value, is_exact=is_exact))

    def is_apt(each: Placed) -> bool:
        is_free = mine.is_day or not (each.is_day and days[each.passage.pair])
        return is_free and _agree(mine.value, each.value)

    return waiting.first(((mine.passage.pair, key) for key in keys) if is_near else keys, is_apt)


def _is_said(value: Value, said: Waiting[Placed], *, is_exact: bool = False, is_day: bool = False) -> bool:
    """Whether anything agrees with a value: says as much, if asked for, and tells a day."""
    keys = asked(value, is_exact=is_exact, is_day=is_day)
    return said.first(keys, lambda other: _agree(value, other.value)) is not None


def _askable(each: Placed) -> Iterator[Hashable]:
    """What a value can be asked by, in its block pair and anywhere."""
    for key in askable(each.value):
        yield key
        yield each.passage.pair, key
