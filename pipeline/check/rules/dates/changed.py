"""Every date and time of the original is in the translation.

In: an original and its translation. Out: remarks on dates that are missing or differ, unless they are said otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....facts.dates.dates import Date, dates, holidays
from ....facts.dates.durations import lengths
from ....facts.dates.times import HALF_DAY, Time, bare
from ....facts.numbers.numbers import numbers
from ...answering.waiting import Waiting
from ...compared.prose import answer
from ...rule import Remark, Severity, remark, rule
from .matching import compared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Translation
    from ...answering.moments import Value
    from ...compared.prose import Sides
    from .matching import Placed

WHOLE = (1, 12)
"""The months that a year begins and ends with."""


@rule(Severity.ERROR)
def changed(pair: Translation) -> Iterator[Remark]:
    """A date or time of the original is missing in the translation, or differs there.

    Why it matters: readers act on dates; a wrong day is worse than none.

    `21.02.2025`, `21. Februar 2025` and `Februar 2025` answer “21 February 2025”, “February 21, 2025” and “February
    2025”; „18 Uhr“ answers “6 pm”, and „15 Uhr MEZ“ “2 pm GMT”. A month, a season or a day of the week that stands
    alone is compared where the block has another one in its place.

    Bad: „am 21. Februar 2025“ – “on 12 February 2025”.

    Good: “on 21 February 2025”.

    Repair: write the original's date.
    """
    for each, left, rest in compared(pair):
        waiting = Waiting(rest, lambda each: ((each.passage.pair, each.is_weak),))
        for mine in left:
            if mine.passage.is_gap:
                continue
            place = next((place for place, _ in waiting.sharing(((mine.passage.pair, mine.is_weak),))), None)
            if place is not None:
                theirs = waiting.take(place)
                yield remark(
                    theirs.at,
                    "“{here}” is “{there}” in the original",
                    related=mine.at,
                    here=theirs.value.text,
                    there=mine.value.text,
                )
            elif not (
                mine.is_weak or _said_as_number(each, mine) or _is_holiday(each, mine.value) or _is_year(each, mine)
            ):
                yield _missing(each, mine)


def _said_as_number(each: Sides, mine: Placed) -> bool:
    """Whether an hour is a number in the translation: “eight in the evening”, “from nine to five”, “at 8.30”."""
    if not isinstance(mine.value, Time):
        return False
    long = lengths(mine.value.text)
    if long and any(number.sizes & long for p in each.translation for number in numbers(p.text, p.article.language)):
        return True  # “7h 52m”
    hours = {mine.value.minutes // 60, mine.value.minutes % HALF_DAY // 60 or 12}
    row = [p for p in each.translation if p.pair == mine.passage.pair]
    said = {value for p in row for number in numbers(p.text, p.article.language) for value in number.readings}
    return any(bare(p.text, mine.value) for p in row) or (mine.value.minutes % 60 == 0 and not said.isdisjoint(hours))


def _is_holiday(each: Sides, value: Value) -> bool:
    """Whether the translation says a day by its name: „Silvester“."""
    return isinstance(value, Date) and any((value.month, value.day) in holidays(p.text) for p in each.translation)


def _is_year(each: Sides, mine: Placed) -> bool:
    """Whether a month is an end of whole years that English says as such: „von Januar 2020 bis Dezember 2022“."""
    value, passage = mine.value, mine.passage
    if not isinstance(value, Date) or value.day or not value.year or value.month not in WHOLE:
        return False
    said = [other for other in dates(passage.text, passage.article.language) if other.year and not other.day]
    others = [other for other in said if other.month == sum(WHOLE) - value.month]
    row = " ".join(p.text for p in each.translation if p.pair == passage.pair)
    return any(str(value.year) in row and str(other.year) in row for other in others)


def _missing(each: Sides, mine: Placed) -> Remark:
    value = mine.value
    written_out = not isinstance(value, Date) or value.day is None or value.year is None
    return remark(
        answer(each, mine.passage),
        "the date “{date}” of the original is missing",
        severity=Severity.WARNING if written_out else None,
        related=mine.at,
        date=mine.value.text,
    )
