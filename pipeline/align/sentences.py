"""Which sentences of an original were left out of its translation.

In: the sentences of two passages that answer each other, and what is usual in the pair. Out: :class:`LeftOut`: the
sentences that nothing answers, and how much likelier that is than that all are answered.

Sentences are put together in reading order, one with one or up to three with one, as likely as their lengths make it
(Gale and Church, “A Program for Aligning Sentences in Bilingual Corpora”, 1993: differences of length are normal with a
variance of 6.8 a character) and as their words do: a word that the other side answers speaks for them, one that it does
not answer against them.
"""

from __future__ import annotations

import math
from itertools import chain
from typing import TYPE_CHECKING

from ..frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Range = tuple[int, int]

VARIANCE = 6.8
BY_CHANCE = 0.25
"""Share of the words of a sentence that another sentence answers which says something else."""
LEAST, MOST = 0.35, 0.85
"""Between these is the share of words that is answered, whatever is usual in the pair."""
WORDS, LENGTH = 0.5, 0.7
"""What words and lengths weigh: words are counted on both sides, so each counts half."""
SHAPES = {
    (1, 1): math.log(0.80),
    (2, 1): math.log(0.08),
    (1, 2): math.log(0.05),
    (2, 2): math.log(0.01),
    (3, 1): math.log(0.01),
    (1, 3): math.log(0.005),
    (1, 0): 0.0,
    (0, 1): math.log(0.01),
}
"""How likely it is that so many sentences become so many. That one is left out is taken as given: how sure it must be
is for those who ask to say."""
LONGEST = 30
"""Sentences of a passage that is looked at: a longer one is no paragraph."""
NEVER = -1e9


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a sentence is compared by: its characters, and the tokens of each of its words."""

    size: int
    words: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The places of sentences that were left out, and the logarithm of how much likelier that is."""

    places: tuple[int, ...]
    gain: float


@dataclass(frozen=True, slots=True)
class _Rows:
    """Two rows of sentences, and what is usual: how long the original is for its translation, what is answered."""

    mine: Sequence[Sentence]
    theirs: Sequence[Sentence]
    ratio: float
    answered: float

    def likelihood(self, i: int, j: int, shape: tuple[int, int]) -> float:
        """How likely it is that the sentences from two places on answer each other, so many and so many."""
        count, other = shape
        if not (count and other):
            return SHAPES[shape]
        here, there = self.mine[i : i + count], self.theirs[j : j + other]
        sizes = sum(each.size for each in here), sum(each.size for each in there)
        off = (sizes[1] - sizes[0] / self.ratio) / math.sqrt(max(sizes[0], 10) * VARIANCE)
        words = self._words(here, there) + self._words(there, here)
        return SHAPES[shape] + WORDS * words - LENGTH * off * off / 2

    def _words(self, said: Sequence[Sentence], other: Sequence[Sentence]) -> float:
        known = set(chain.from_iterable(chain.from_iterable(each.words for each in other)))
        words = [word for each in said for word in each.words]
        hits = sum(1 for word in words if not known.isdisjoint(word))
        for_it, against = self.answered / BY_CHANCE, (1 - self.answered) / (1 - BY_CHANCE)
        return hits * math.log(for_it) + (len(words) - hits) * math.log(against)

    def best(self, shapes: Sequence[tuple[int, int]]) -> tuple[float, tuple[tuple[int, int], ...]]:
        """The likelihood of the likeliest way through both rows, and its steps."""
        ends = len(self.mine), len(self.theirs)
        found: dict[tuple[int, int], tuple[float, tuple[tuple[int, int], ...]]] = {(0, 0): (0.0, ())}
        for i in range(ends[0] + 1):
            for j in range(ends[1] + 1):
                if (i, j) not in found:
                    continue
                so_far, steps = found[i, j]
                for shape in shapes:
                    there = i + shape[0], j + shape[1]
                    if there[0] > ends[0] or there[1] > ends[1]:
                        continue
                    gain = so_far + self.likelihood(i, j, shape)
                    if gain > found.get(there, (NEVER,))[0]:
                        found[there] = gain, (*steps, shape)
        return found.get(ends, (NEVER, ()))


def left_out(mine: Sequence[Sentence], theirs: Sequence[Sentence], ratio: float, answered: float) -> LeftOut:
    """The sentences of ``mine`` that ``theirs`` leaves out.

    ``ratio`` is the usual length of the original by that of its translation, ``answered`` the share of its words
    that is usually answered.
    """
    if not theirs or max(len(mine), len(theirs)) > LONGEST:
        return LeftOut((), 0.0)
    rows = _Rows(mine, theirs, ratio, min(MOST, max(LEAST, answered)))
    gain, steps = rows.best(tuple(SHAPES))
    whole, _ = rows.best([shape for shape in SHAPES if shape[1]])
    places = tuple(here[0] for here, there in _ranges(steps) if there[0] == there[1] and here[0] < here[1])
    return LeftOut(places, gain - whole)


def strung(
    mine: Sequence[Sentence], theirs: Sequence[Sentence], ratio: float, answered: float
) -> tuple[tuple[Range, Range], ...]:
    """The sentences that answer each other, from one place up to another on each side; a side may be empty."""
    _, steps = _Rows(mine, theirs, ratio, answered).best(tuple(SHAPES)[:-2])
    return tuple(_ranges(steps))


def _ranges(steps: Sequence[tuple[int, int]]) -> Iterator[tuple[Range, Range]]:
    """From where to where each step leads on both sides."""
    i = j = 0
    for count, other in steps:
        yield (i, i + count), (j, j + other)
        i, j = i + count, j + other
