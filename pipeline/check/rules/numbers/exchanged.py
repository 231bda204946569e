"""Each number stands beside what it is said of.

In: an original and its translation. Out: remarks on two numbers of a sentence that stand in each other's place.

In a sentence word order proves nothing. What stands next to a number does: words that both languages share, as far as
our small dictionary and their spelling tell, and other numbers. Two numbers are exchanged if what stands beside the one
in German stands beside the other in English.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from ....align.words import tokens
from ....facts.numbers import numbers
from ....model import BlockKind
from ...lines import answering, lines
from ...rule import Remark, Severity, remark, rule
from .agreement import alike

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ....facts.number import Number
    from ....model import Translation
    from ...prose import Passage

BARRIER = re.compile(
    r"[;:()–]|,(?! (?:d(?:ie|er|as|em|en)|which|who|whose|that) )|\b(?:und|and|aber|but|während|while)\b"
)
"""What parts two clauses or the members of a row."""
WORD = re.compile(r"[^\W_][\w'’-]*")
INSTEAD = re.compile(r"\b(?:statt|anstatt|anstelle von|instead of|rather than)\s(?:\w+\s)?$", re.IGNORECASE)
WIDTH = 40
"""Characters that a barrier counts for."""


@rule(Severity.WARNING)
def exchanged(pair: Translation) -> Iterator[Remark]:
    """Two numbers stand in each other's place.

    Why it matters: all figures are there, and each is said of the wrong thing.

    Two numbers of one kind in a sentence are compared by what stands beside them; those in cells of a table by their
    places, which the rule about its shape does.

    Bad: „Italien zahlt 19 Prozent, Frankreich 17 Prozent“ – “Italy pays 17 per cent, France 19 per cent”.

    Good: “France pays 17 per cent, Italy 19 per cent”.

    Repair: write each number beside what it is said of.
    """
    for _, mine, theirs in lines(pair):
        if mine.kind is not BlockKind.TABLE:
            yield from _in_line(mine, theirs)


class Said(NamedTuple):
    """A number of a sentence and the one that answers it."""

    mine: Number
    theirs: Number


def _in_line(mine: Passage, theirs: Passage) -> Iterator[Remark]:
    """The numbers of the sentences that answer each other."""
    german, english = mine.article.language, theirs.article.language
    if len(numbers(mine.text, german)) < 2 or len(numbers(theirs.text, english)) < 2:  # noqa: PLR2004 - two can be exchanged
        return
    for (first, last), (start, end) in answering(mine, theirs) or [((0, len(mine.text)), (0, len(theirs.text)))]:
        left = [number for number in numbers(mine.text, german) if first <= number.start < last]
        right = [number for number in numbers(theirs.text, english) if start <= number.start < end]
        matched = _matched(left, right)
        rivals = [(a, b) for a, b in combinations(matched, 2) if _are_rivals(a, b)]
        if not rivals:
            continue
        anchors = _anchors(mine, theirs, (first, last), (start, end))
        for a, b in rivals:
            others = [each for each in matched if each not in (a, b)]
            if _is_crossed((mine.text, theirs.text), a, b, anchors, others):
                yield remark(
                    theirs.span(a.theirs.start, a.theirs.end),
                    "“{here}” and “{there}” have changed places",
                    related=mine.span(a.mine.start, a.mine.end),
                    here=a.theirs.text,
                    there=b.theirs.text,
                )
                break


def _matched(left: Sequence[Number], right: Sequence[Number]) -> list[Said]:
    """The numbers that one of the other side answers, and no other one could."""
    found = []
    for mine in left:
        answers = [each for each in right if mine.means(each)]
        if len(answers) == 1 and sum(answers[0].means(each) for each in left) == 1:
            found.append(Said(mine, answers[0]))
    return found


def _are_rivals(a: Said, b: Said) -> bool:
    """Whether one number could stand for the other, on both sides."""
    return (
        a.mine.kind is b.mine.kind
        and a.theirs.kind is b.theirs.kind
        and _could_be(a.mine, b.mine)
        and _could_be(a.theirs, b.theirs)
        and {a.mine.role, b.mine.role} != {"from", "to"}  # said by the rule about changed numbers
    )


def _could_be(one: Number, other: Number) -> bool:
    """Whether two numbers are of one scale, and of one unit as far as it is said."""
    return bool(one.scale) == bool(other.scale) and (one.unit == other.unit or not (one.unit and other.unit))


Anchor = tuple[tuple[int, int], tuple[int, int]]
"""Where a word stands in German, and where what it shares a token with stands in English."""


def _anchors(mine: Passage, theirs: Passage, here: tuple[int, int], there: tuple[int, int]) -> list[Anchor]:
    left, right = _tokens(mine, here), _tokens(theirs, there)
    return [(left[token], right[token]) for token in left.keys() & right.keys()]


def _tokens(passage: Passage, within: tuple[int, int]) -> dict[str, tuple[int, int]]:
    """The places of the tokens that a sentence has once; digits are left to the numbers."""
    found: dict[str, tuple[int, int]] = {}
    count: Counter[str] = Counter()
    for word in WORD.finditer(passage.text, *within):
        for token in set(tokens(word[0], passage.article.language)):
            count[token] += 1
            found[token] = word.span()
    return {token: at for token, at in found.items() if count[token] == 1 and token[0] != "#"}


def _is_crossed(texts: tuple[str, str], a: Said, b: Said, anchors: Sequence[Anchor], others: Sequence[Said]) -> bool:
    """Whether what stands beside each in German stands beside the other in English."""
    rows = (a.mine, b.mine), (a.theirs, b.theirs)
    given_up = [[_is_given_up(text, number) for number in row] for text, row in zip(texts, rows, strict=True)]
    if sorted(given_up) == [[False, True], [True, False]]:
        return True
    figures = [tuple((number.start, number.end) for number in each) for each in others if not alike(each.mine, a.mine)]
    votes = Counter(
        tuple(_nearest(text, at, row) for text, at, row in zip(texts, places, rows, strict=True))
        for places in (*anchors, *figures)
    )
    return bool(votes[0, 1] and votes[1, 0]) and not votes[0, 0] and not votes[1, 1]


def _is_given_up(text: str, number: Number) -> bool:
    """Whether another number takes the place of this one: „statt 16“, “instead of 16”."""
    return bool(INSTEAD.search(text, max(0, number.start - 20), number.start))


def _nearest(text: str, at: tuple[int, int], row: tuple[Number, Number]) -> int:
    """Which of two numbers a word stands nearer to; -1 if that is open."""
    one, other = (_distance(text, at, (number.start, number.end)) for number in row)
    return -1 if abs(one - other) < WIDTH // 4 else int(other < one)


def _distance(text: str, one: tuple[int, int], other: tuple[int, int]) -> int:
    """Characters between two places; what parts clauses counts for more."""
    start, end = min(one[1], other[1]), max(one[0], other[0])
    return max(0, end - start) + WIDTH * len(BARRIER.findall(text, start, max(start, end)))
