"""Every date and time of the original is in the translation.

In: an original and its translation, or one article. Out: remarks on dates. Compared over a section first, then placed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...facts.dates import Date, Time, dates, times
from ...model import Language
from ..once import once
from ..prose import Passage, passages, sides
from ..rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ...model import Article, Span, Translation
    from ..prose import Sides

RELATIVE = {
    Language.DE: re.compile(
        r"\b(?:heute|gestern|vorgestern|morgen(?! früh\b)|"
        r"(?:letzte|vergangene|nächste|kommende)[nr]? (?:Woche|Monat|Jahr))\b"
    ),
    Language.EN: re.compile(r"\b(?:today|yesterday|tomorrow|(?:last|next) (?:week|month|year))\b", re.IGNORECASE),
}
LASTING = re.compile(
    r"\b(?:von|bis|ab|am|der|die|das) heute\b|\bheute (?:noch|schon|bereits|auch)\b|\btoday[’']s\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A date or time and the passage that it stands in."""

    value: Date | Time
    passage: Passage

    @property
    def at(self) -> Span:
        """Where it stands."""
        return self.passage.span(self.value.start, self.value.end)


def _agree(one: Date | Time, other: Date | Time) -> bool:
    if isinstance(one, Date) and isinstance(other, Date):
        return one.agrees(other)
    return isinstance(one, Time) and isinstance(other, Time) and one.minutes == other.minutes


def _placed(
    row: Iterable[Passage], read: Callable[[str, Language], tuple[Date, ...] | tuple[Time, ...]]
) -> list[Placed]:
    return [Placed(value, passage) for passage in row for value in read(passage.text, passage.article.language)]


@once
def _compared(pair: Translation) -> Iterator[tuple[Sides, list[Placed], list[Placed]]]:
    """Of each pair of sections, the dates and times that have no answer on the other side."""
    for each in sides(pair):
        for read in (dates, times):
            left, right = _placed(each.original, read), _placed(each.translation, read)
            for mine in list(left):
                best = sorted(
                    (their for their in right if _agree(mine.value, their.value)),
                    key=lambda their: their.passage.pair != mine.passage.pair,
                )
                if best:
                    left.remove(mine)
                    right.remove(best[0])
            yield each, left, right


@rule(Severity.ERROR)
def changed(pair: Translation) -> Iterator[Remark]:
    """A date or time of the original is missing in the translation, or differs there.

    Why it matters: readers act on dates; a wrong day is worse than none.

    `21.02.2025`, `21. Februar 2025` and `Februar 2025` answer “21 February 2025”, “February 21, 2025” and “February
    2025”; „18 Uhr“ answers “6 pm”.

    Bad: „am 21. Februar 2025“ – “on 12 February 2025”.

    Good: “on 21 February 2025”.

    Repair: write the original's date.
    """
    for each, left, rest in _compared(pair):
        right = list(rest)
        for mine in left:
            if mine.passage.is_gap:
                continue
            theirs = next((t for t in right if t.passage.pair == mine.passage.pair), None)
            if theirs:
                right.remove(theirs)
                yield remark(
                    theirs.at,
                    "“{here}” is “{there}” in the original",
                    related=mine.at,
                    here=theirs.value.text,
                    there=mine.value.text,
                )
            else:
                yield _missing(each, mine)


def _missing(each: Sides, mine: Placed) -> Remark:
    answers = [p for p in each.translation if p.pair == mine.passage.pair]
    written_out = isinstance(mine.value, Time) or mine.value.day is None or mine.value.year is None
    return remark(
        answers[0].at if answers else each.there.at,
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
def relative(article: Article) -> Iterator[Remark]:
    """An article that is kept up to date says “today”.

    Why it matters: the text is read for years, and “yesterday” is wrong from tomorrow on.

    Bad: „Gestern kündigte das Unternehmen an …“ in an article with an update log.

    Good: „Am 21. Februar 2025 kündigte das Unternehmen an …“

    Repair: write the date.
    """
    if not article.front.updates:
        return
    for passage in passages(article):
        for found in RELATIVE[article.language].finditer(passage.text):
            if not LASTING.search(passage.text[max(0, found.start() - 4) : found.end() + 8]):
                at = passage.span(found.start(), found.end())
                yield remark(at, "“{word}” will be wrong soon in an article that is kept up to date", word=found[0])
