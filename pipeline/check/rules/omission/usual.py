"""What is usual in a pair: how long its translation is, and how much of it our small dictionary can follow.

In: a translation. Out: :class:`Usual`, three medians over its blocks; and :class:`Told`, passages that answer each
other, as sentences and words.

Some translators are brief, and some subjects are poor in cognates: what a block lacks shows only beside the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from statistics import median
from typing import TYPE_CHECKING

from ....align.readings import known
from ....align.readings import told as told_by
from ....align.sentences import Sentence, left_out
from ....align.words import spoken, words
from ....facts.sentences import sentences
from ....model import BlockKind, Language
from ...compared.prose import HIDDEN, sides
from ...once import once

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ....align.sentences import LeftOut
    from ....model import Span, Translation
    from ...compared.prose import Passage

    Word = tuple[str, ...]

GERMAN_BY_ENGLISH = 1.15
"""Characters of German by those of English, the median of 964 real pairs."""
STRAY = 1.4
"""How far the ratio of an article may be from it."""
ANSWERED, UNEXPLAINED = 0.55, 0.35
"""Share of the words of a sentence that are answered, and of a block that nothing explains, in an ordinary pair."""
FEW_BLOCKS = 5
"""Blocks from which an article shows what is usual in it."""
ENOUGH = 4
"""Words that a share can be taken of."""
SAID, BESIDE = 3, 0.7
"""Words, and the share of them, by which a sentence is known that moved to the next block."""
FRESH, PART = 2, 0.33
"""Words, and the share of them, by which a sentence says what another one has besides."""
STRANGE = 0.7
"""Share of the words of a sentence that nothing answers where it was left out for sure."""
LONG_ENOUGH = 60
"""Characters of a block whose length says something."""


@dataclass(frozen=True)
class Told:
    """Passages that answer each other."""

    mine: Sequence[Passage]
    theirs: Sequence[Passage]

    @property
    def turned(self) -> Told:
        """The same with the translation first: what it has more is what the original leaves out."""
        return Told(self.theirs, self.mine)

    @cached_property
    def length(self) -> int:
        """Characters of the original."""
        return sum(len(_said(passage)) for passage in self.mine)

    @cached_property
    def ratio(self) -> float:
        """Characters of the original by those of the translation."""
        return self.length / max(1, sum(len(_said(passage)) for passage in self.theirs))

    @cached_property
    def fewer(self) -> int:
        """How many sentences the translation has less."""
        return count(self.mine) - count(self.theirs)

    @cached_property
    def _here(self) -> list[Word]:
        return [word for passage in self.theirs for word in spoken(passage.text, passage.article.language)]

    @cached_property
    def _sentences(self) -> list[tuple[tuple[Passage, int, int], list[Word]]]:
        return [
            ((passage, start, end), spoken(passage.text[start:end], passage.article.language))
            for passage in self.mine
            for start, end in sentences(passage.text, passage.article.language)
        ]

    @property
    def counts(self) -> Iterator[int]:
        """The words of each sentence of the original."""
        return (len(said) for _, said in self._sentences)

    @cached_property
    def shares(self) -> list[tuple[float, int]]:
        """Of each sentence of the original: the share of its words that the translation answers, and their number."""
        known = {*chain.from_iterable(self._here)}
        return [
            ((len(said) - sum(map(known.isdisjoint, said))) / len(said) if said else 1.0, len(said))
            for _, said in self._sentences
        ]

    def left_out(self, usual: Usual) -> LeftOut:
        """The sentences of the original that the translation leaves out."""
        theirs = [
            Sentence(_size(passage.text[start:end]), tuple(spoken(passage.text[start:end], passage.article.language)))
            for passage in self.theirs
            for start, end in sentences(passage.text, passage.article.language)
        ]
        mine = [
            Sentence(_size(passage.text[start:end]), tuple(said)) for (passage, start, end), said in self._sentences
        ]
        return left_out(mine, [each for each in theirs if each.size], usual.ratio, usual.answered)

    def sentence(self, place: int) -> tuple[str, Span]:
        """A sentence of the original and where it stands."""
        passage, start, end = self._sentences[place][0]
        said = passage.raw[start:end]
        at = passage.span(start + len(said) - len(said.lstrip()), len(passage.raw[:end].rstrip()))
        return said.strip(), at

    def stands_in(self, passages: Iterable[Passage], place: int) -> bool:
        """Whether a sentence of the original is said, nearly word by word, in some passages of the other language."""
        said = {*self._sentences[place][1]}
        rows = (
            {token for word in spoken(each.text[start:end], each.article.language) for token in word}
            for each in passages
            for start, end in sentences(each.text, each.article.language)
        )
        counts = (sum(1 for word in said if not known.isdisjoint(word)) for known in rows)
        return any(answered >= max(SAID, BESIDE * len(said)) for answered in counts)

    def is_part(self, place: int, lost: Iterable[int]) -> bool:
        """Whether a sentence is a part of one that answers others: it answers words of it that no other does."""
        said, gone = self._sentences[place][1], {*lost}
        own = {token for word in said for token in word}
        others = (word for at, (_, words) in enumerate(self._sentences) if at not in gone for word in words)
        known = {*chain.from_iterable(others)}
        for passage in self.theirs:
            for start, end in sentences(passage.text, passage.article.language):
                words = spoken(passage.text[start:end], passage.article.language)
                answers = {*chain.from_iterable(words)}
                hits = len(said) - sum(map(answers.isdisjoint, said))
                fresh = sum(1 for word in words if not own.isdisjoint(word) and known.isdisjoint(word))
                if (
                    fresh >= FRESH
                    and hits >= max(FRESH, PART * len(said))
                    and (len(gone) > 1 or not answers.isdisjoint(known))
                ):
                    return True
        return False

    def is_strange(self, place: int) -> bool:
        """Whether hardly any word of a sentence of the original is answered, of those that the dictionary knows.

        One with code in it, or of a word or two, is none that can be told.
        """
        (passage, start, end), _ = self._sentences[place]
        text = passage.text[start:end].strip()
        said = words(text)
        if HIDDEN in text or len(said) < SAID or not text[:1].isupper():
            return False
        here = frozenset().union(*(told_by(each.text, each.article.language) for each in self.theirs))
        sure = [tokens for word in {*said} if (tokens := known(word, passage.article.language))]
        return sum(map(here.isdisjoint, sure)) > STRANGE * len(sure)

    def size(self, places: Iterable[int]) -> int:
        """How many words some sentences of the original have."""
        return sum(len(self._sentences[place][1]) for place in places)

    @cached_property
    def unexplained(self) -> float:
        """The share of the translation's words that nothing in the original answers."""
        return self._without(()) / max(1, len(self._here))

    def spare(self, places: Sequence[int], usual: float) -> float:
        """The words that no sentence but these explains, beyond what is usual, by their own: they may answer them."""
        return (self._without(places) - usual * len(self._here)) / max(1, self.size(places))

    def _without(self, places: Sequence[int]) -> int:
        """How many words of the translation no sentence explains but those at some places."""
        others = (said for at, (_, said) in enumerate(self._sentences) if at not in places)
        known = {*chain.from_iterable(chain.from_iterable(others))}
        return sum(map(known.isdisjoint, self._here))


@dataclass(frozen=True, slots=True)
class Usual:
    """The medians of a pair."""

    ratio: float
    answered: float
    unexplained: float

    @property
    def turned(self) -> Usual:
        """What is usual for one who reads the translation first, and then the original."""
        return Usual(1 / self.ratio, 1 - self.unexplained, 1 - self.answered)


@once
def told(pair: Translation) -> Iterator[Told]:
    """The blocks that answer each other and hold sentences."""
    for each in sides(pair):
        for mine, theirs in each.pairs:
            if mine[0].kind not in {None, BlockKind.TABLE}:
                yield Told(mine, theirs)


@once
def ratio(pair: Translation) -> Iterator[float]:
    """Characters of the original by those of the translation, as is usual in a pair: one value.

    It is asked for without the shares of words, which cost more: most pairs have no block so short that they matter.
    """
    general = GERMAN_BY_ENGLISH if pair.original.language is Language.DE else 1 / GERMAN_BY_ENGLISH
    blocks = _long(pair)
    if len([*islice(filter(_is_judged, blocks), FEW_BLOCKS)]) < FEW_BLOCKS:
        yield general
    else:
        yield min(general * STRAY, max(general / STRAY, median(each.ratio for each in blocks)))


@once
def usual(pair: Translation) -> Iterator[Usual]:
    """What is usual in a pair: one value."""
    judged = [each for each in _long(pair) if _is_judged(each)]
    if len(judged) < FEW_BLOCKS:
        yield Usual(ratio(pair)[0], ANSWERED, UNEXPLAINED)
        return
    yield Usual(
        ratio(pair)[0],
        median(share for each in judged for share, count in each.shares if count >= ENOUGH),
        median(each.unexplained for each in judged),
    )


def _long(pair: Translation) -> list[Told]:
    """The blocks whose length says something."""
    return [each for each in told(pair) if each.length > LONG_ENOUGH]


def _is_judged(block: Told) -> bool:
    """Whether a block has a sentence of which a share can be taken."""
    return any(count >= ENOUGH for count in block.counts)


def count(row: Sequence[Passage]) -> int:
    """How many sentences passages have."""
    return sum(1 for passage in row for _ in sentences(_said(passage), passage.article.language))


def _size(text: str) -> int:
    return len(text.replace(HIDDEN, "").strip())


def _said(passage: Passage) -> str:
    """The text without lines of which nothing is to be translated."""
    if HIDDEN not in passage.text:
        return passage.text
    return "\n".join(line for line in passage.text.split("\n") if line.strip(HIDDEN))
