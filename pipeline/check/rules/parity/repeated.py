"""Nothing is said twice that the original says once.

In: a pair of articles. Out: remarks on paragraphs, items, rows and sentences that stand in the translation twice.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from ....align.content import of_text
from ....align.words import spoken
from ....facts.sentences import sentences
from ....model import BlockKind, Role
from ...answering.lists import items, of_rows
from ...compared.excerpt import excerpt
from ...compared.foreign import both
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ....model import Article, Block, BlockPair, Span, Translation

FEWEST = {"row": 3, "item": 4, "sentence": 7}
"""Words from which it is no chance that two texts are the same."""
SHORT = 3
"""The same of the items of one list and the rows of one table, a stroke counted as a word."""
TEXTS = frozenset(BlockKind) - {BlockKind.LIST, BlockKind.TABLE}
OWN_RULES = frozenset((Role.QUESTIONS, Role.SOURCES, Role.HASHTAGS))
LESS = 0.5
"""How much less the original says it at the second place than at the first."""


class Said(NamedTuple):
    """A text, what it is, and its place."""

    kind: str
    text: str
    at: Span


@rule(Severity.WARNING)
def repeated_text(pair: Translation) -> Iterator[Remark]:
    """A sentence, an item or a row of a table stands in the translation twice, and nothing in the original does.

    Why it matters: it was pasted over what should stand there, or in addition to it.

    Only what is the same word for word counts, and what the original repeats may be repeated.

    Bad: two rows of a table that are the same, where the original has two that differ.

    Good: each text of the original answered once.

    Repair: translate what the original says there.
    """
    known: dict[tuple[str, str], BlockPair] = {}
    told: set[Span] = set()
    originals = Originals(pair)
    for original, section, pairs in both(pair):
        for each in pairs if section.role not in OWN_RULES and original.role not in OWN_RULES else ():
            for said in _copied(each, pair):
                told.add(said.at)
                yield remark(said.at, "“{text}” stands here again", text=excerpt(said.text))
            for said in _texts(each.translation, pair.article):
                first = known.get(said[:2])
                known.setdefault(said[:2], each)
                if not first or not each.original or said.at in told or originals.repeat(said.text, first, each):
                    continue
                told.add(said.at)
                yield remark(said.at, "“{text}” stands here again", text=excerpt(said.text))


def _copied(each: BlockPair, pair: Translation) -> Iterator[Said]:
    """Items and rows that are another one of their list or table, where the original's two differ."""
    if {block.kind for block in each.translation} <= TEXTS:
        return
    here = tuple(_texts(each.translation, pair.article, 0))
    if len({said.text for said in here}) == len(here):
        return
    there = tuple(_texts(each.original, pair.original, 0))
    first: dict[str, int] = {}
    for place, said in enumerate(here) if len(here) == len(there) else ():
        known = first.setdefault(said.text, place)
        if known != place and there[known].text != there[place].text and len(said.text.split()) >= SHORT:
            yield said


class Rows:
    """Texts by the tokens of their words: those that share none with another text are not weighed."""

    def __init__(self, rows: Iterable[Sequence[tuple[str, ...]]]) -> None:
        self._row_of: list[int] = []
        self._words: dict[str, list[int]] = {}
        self._lengths: list[int] = []
        for number, words in enumerate(rows):
            self._lengths.append(len(words))
            for word in words:
                for token in word:
                    self._words.setdefault(token, []).append(len(self._row_of))
                self._row_of.append(number)

    def shares(self, known: frozenset[str]) -> list[float]:
        """Which parts of their words some tokens say, the greatest first; rows without them are left out."""
        said = {word for token in known for word in self._words.get(token, ())}
        counts = Counter(map(self._row_of.__getitem__, said))
        return sorted((count / self._lengths[row] for row, count in counts.items()), reverse=True)


class Originals:
    """What the original says at the places of a pair: its words are told apart once, and each question answered once.

    A list may hold ten thousand items, and each of them may stand there again.
    """

    def __init__(self, pair: Translation) -> None:
        self.pair = pair
        self.places: dict[int, tuple[BlockPair, Rows]] = {}
        self.answers: dict[tuple[str, int, int], bool] = {}

    def repeat(self, text: str, first: BlockPair, each: BlockPair) -> bool:
        """Whether the original says a text at the second place about as much as at the first."""
        asked = text, id(first), id(each)
        if asked not in self.answers:
            known = of_text(text, self.pair.article.language)
            self.answers[asked] = _is_said(known, self._rows(first), self._rows(each))
        return self.answers[asked]

    def _rows(self, place: BlockPair) -> Rows:
        """The words of each text of the original at a place, which is kept: its identity is asked for."""
        if id(place) not in self.places:
            original = self.pair.original
            rows = (spoken(each.text, original.language) for each in _texts(place.original, original, 1))
            self.places[id(place)] = place, Rows(rows)
        return self.places[id(place)][1]


def _is_said(known: frozenset[str], first: Rows, again: Rows) -> bool:
    """Whether another row says a text at least half as much as the best of the first."""
    needed = 2 if first is again else 1
    rows, best = again.shares(known), first.shares(known)
    return len(rows) >= needed and rows[needed - 1] >= LESS * max(best, default=0.0)


def _texts(blocks: Iterable[Block], article: Article, fewest: int | None = None) -> Iterator[Said]:
    """The sentences, items and rows of some blocks, those of some length."""
    for block in blocks:
        if block.kind in {BlockKind.LIST, BlockKind.DEFINITIONS}:
            rows = [Said("item", item.text, item.at) for item in items((block,), article)]
        elif block.kind is BlockKind.TABLE:
            rows = [Said("row", row.text, row.at) for row in of_rows(block.node, article)]
        elif block.kind is BlockKind.PARAGRAPH:
            rows = [
                Said("sentence", block.text[start:end].strip(), block.at)
                for start, end in sentences(block.text, article.language)
            ]
        else:
            continue
        least = FEWEST if fewest is None else dict.fromkeys(FEWEST, fewest)
        yield from (each for each in rows if len(each.text.split()) >= least[each.kind])
