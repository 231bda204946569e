"""A small number of a sentence is that of the sentence that it answers, though its section has the other one, too.

In: an original and its translation. Out: the numbers of sentences that stand for each other and differ.

Numbers from 2 to 12 are said in many ways, and each stands somewhere in most sections. Where two sentences answer each
other for sure, and each has one of a kind that the whole other block has not, one was written for the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....facts.numbers.number import Kind
from ....facts.numbers.numbers import numbers
from ....model import BlockKind
from ...answering.lines import answering, lines
from .agreement import alike
from .placed import Placed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ....facts.numbers.number import Number
    from ....model import Translation
    from ...compared.prose import Passage

    Place = tuple[int, int]

SMALLEST = 2
"""What is counted: one is an article, and none a denial."""


def other_small(pair: Translation) -> Iterator[tuple[Placed, Placed]]:
    """The small numbers that became others, of the original and of the translation."""
    for _, mine, theirs in lines(pair):
        if mine.kind in {None, BlockKind.TABLE}:
            continue
        gained = _lacking(theirs, mine)
        lost = _lacking(mine, theirs) if gained else []
        for there, here in answering(mine, theirs) if lost else ():
            old, new = _within(lost, there), _within(gained, here)
            if len(old) == len(new) == 1 and old[0].kind is new[0].kind and alike(old[0], new[0]):
                yield Placed(old[0], mine), Placed(new[0], theirs)


def _lacking(passage: Passage, other: Passage) -> list[Number]:
    """The small amounts of a passage that the other one does not say."""
    found = [each for each in numbers(passage.text, passage.article.language) if _counts(each)]
    said = numbers(other.text, other.article.language) if found else ()
    return [each for each in found if not any(each.means(number) for number in said)]


def _counts(number: Number) -> bool:
    return number.is_small and number.kind in {Kind.AMOUNT, Kind.SHARE} and min(number.readings) >= SMALLEST


def _within(row: Sequence[Number], place: Place) -> list[Number]:
    return [each for each in row if place[0] <= each.start < place[1]]
