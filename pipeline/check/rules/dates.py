"""Every date and time of the original is in the translation.

In: an original and its translation, or one article. Out: remarks on dates. Compared over a section first, then placed.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ...facts.dates.dates import Date, dates, holidays, lone_months
from ...facts.dates.durations import lengths
from ...facts.dates.phases import Phase, Season, phases, seasons
from ...facts.dates.relative import any_relative
from ...facts.dates.relative import relative as relative_words
from ...facts.dates.times import HALF_DAY, Time, bare, times
from ...facts.dates.weekdays import Weekday, weekdays
from ...facts.numbers.numbers import numbers
from ...facts.quotations import without_quotations
from ...frozen import dataclass
from ...model import BlockKind, Language
from ..answering.moments import Value, askable, asked, rank
from ..answering.waiting import Waiting
from ..compared.prose import HIDDEN, Passage, answer, passages, sides
from ..once import once
from ..rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from ...library import Story
    from ...model import Article, Span, Translation
    from ..compared.prose import Sides

WHOLE = (1, 12)
"""The months that a year begins and ends with."""
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
def _compared(pair: Translation) -> Iterator[tuple[Sides, list[Placed], list[Placed]]]:
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
    for each, left, rest in _compared(pair):
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


@rule(Severity.ERROR)
def ambiguous(article: Article) -> Iterator[Remark]:
    """A date in digits can be read in two ways.

    Why it matters: 02/03/2025 is 2 March in Britain and 3 February in America.

    Bad: “02/03/2025”.

    Good: “2 March 2025”.

    Repair: write the month as a word.
    """
    if article.language is Language.EN:
        for passage in passages(article):
            for date in dates(passage.text, article.language):
                if date.is_ambiguous:
                    at = passage.span(date.start, date.end)
                    yield remark(at, "“{date}” can be read in two ways: write the month as a word", date=date.text)


@rule(Severity.WARNING)
def relative(story: Story) -> Iterator[Remark]:
    """An article that is kept up to date says “today”.

    Why it matters: the text is read for years, and “yesterday” is wrong from tomorrow on.

    Bad: „Gestern kündigte das Unternehmen an …“ in an article with an update log.

    Good: „Am 21. Februar 2025 kündigte das Unternehmen an …“

    A correction keeps nothing up to date, and a quotation was said at its time. What a translation answers is told
    where it is first said.

    Repair: write the date instead.
    """
    if not any(each.kind == "update" for article in story.articles for each in article.front.updates):
        return
    answers = {passage.at for pair in story.translations for passage in _answering_relative(pair)}
    for article in story.articles:
        for passage in (each for each in passages(article) if each.at not in answers):
            for found in _relative(passage):
                at = passage.span(found.start(), found.end())
                yield remark(at, "“{word}” will be wrong soon in an article that is kept up to date", word=found[0])


def _relative(passage: Passage) -> Iterator[re.Match[str]]:
    """The words of a passage that are right on one day alone."""
    return relative_words(_own(passage), passage.article.language)


def _own(passage: Passage) -> str:
    """What the article itself says in a passage."""
    return without_quotations(passage.text, HIDDEN) if passage.kind is not BlockKind.QUOTE else ""


def _answering_relative(pair: Translation) -> Iterator[Passage]:
    """The passages of a translation whose originals have such a word: theirs is judged."""
    for each in sides(pair):
        for mine, theirs in each.pairs:
            if any(found for passage in mine for found in any_relative(_own(passage), passage.article.language)):
                yield from theirs
