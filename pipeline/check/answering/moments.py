"""By what a date or time is found that agrees with another one.

In: values of one sort: dates, times, days of the week, parts of a day, seasons. Out: keys. One value is asked by keys,
others can be asked by keys, and they share one where they agree: a section may hold thirty thousand, and to hold each
against each would take minutes.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from ...facts.dates.dates import Date
from ...facts.dates.phases import Phase, Season
from ...facts.dates.times import DAY, HALF_DAY, Time
from ...facts.dates.weekdays import Weekday

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

Value = Date | Time | Weekday | Phase | Season
KNOWN = tuple(product((True, False), repeat=3))
"""What a date can say: a year, a month, a day."""
FORMS = ((True, True), (True, False), (False, True), (False, False))
"""What a time can be: of either half of the day, of a zone."""


def rank(value: Value) -> int:
    """How little a value says: a whole date says more than a month alone."""
    return _parts(value).count(None) if isinstance(value, Date) else 0


def asked(value: Value, *, is_exact: bool = False, is_day: bool = False) -> Iterator[Hashable]:
    """What a value shares one of with each that agrees with it.

    Of dates, ``is_exact`` asks for those that say as much, ``is_day`` for those that tell a day.
    """
    if isinstance(value, Date):
        for known in KNOWN:
            if (known.count(False) == rank(value) or not is_exact) and (known[-1] or not is_day):
                yield from ((known, each) for day in value.days for each in _masked(day, known))
    elif isinstance(value, Time):
        yield from ((form, _moment(value, form)) for form in FORMS)
    else:
        yield from _sole(value)


def askable(value: Value) -> Iterator[Hashable]:
    """What a value can be asked by."""
    if isinstance(value, Date):
        own = tuple(part is not None for part in _parts(value))
        yield from (
            (own, each) for each in {each for day in value.days for known in KNOWN for each in _masked(day, known)}
        )
    elif isinstance(value, Time):
        own = value.is_half, value.zone is not None
        yield from ((own, each) for each in {_moment(value, form) for form in FORMS})
    else:
        yield from _sole(value)


def _parts(date: Date) -> tuple[int | None, ...]:
    return date.year, date.month, date.day


def _masked(date: Date, known: tuple[bool, ...]) -> Iterator[tuple[int | None, ...]]:
    """What a date says of what another one knows, in each way to read it."""
    yield tuple(part if is_known else None for part, is_known in zip(_parts(date), known, strict=True))
    if date.is_ambiguous:
        turned = date.year, date.day, date.month
        yield tuple(part if is_known else None for part, is_known in zip(turned, known, strict=True))


def _moment(time: Time, other: tuple[bool, bool]) -> tuple[bool, int, int]:
    """A time as it is compared with one that leaves the half of the day open, or not, and has a zone, or not."""
    is_half, is_zoned = other
    size = HALF_DAY if time.is_half or is_half else DAY
    if time.zone is None or not is_zoned:
        return False, size, time.minutes % size
    return True, size, (time.minutes - time.zone) % size


def _sole(value: Weekday | Phase | Season) -> Iterator[tuple[str, Hashable]]:
    if isinstance(value, Weekday):
        yield from (("day", day) for day in value.days)
    else:
        yield "part", value.part
