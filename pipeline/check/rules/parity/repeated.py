"""Nothing is said twice that the original says once.

In: a pair of articles. Out: remarks on paragraphs, items, rows and sentences that stand in the translation twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ....align.content import of_text
from ....align.words import spoken
from ....facts.sentences import sentences
from ....model import BlockKind, Role
from ...excerpt import excerpt
from ...foreign import both
from ...lists import items, of_rows
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ....model import Article, Block, BlockPair, Span, Translation

FEWEST = {"row": 3, "item": 4, "sentence": 7}
"""Words from which it is no chance that two texts are the same."""
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
    for original, section, pairs in both(pair):
        for each in pairs if section.role not in OWN_RULES and original.role not in OWN_RULES else ():
            for said in _texts(each.translation, pair.article):
                first = known.get(said[:2])
                known.setdefault(said[:2], each)
                if not first or not each.original or said.at in told or _repeats(said, first, each, pair):
                    continue
                told.add(said.at)
                yield remark(said.at, "“{text}” stands here again", text=excerpt(said.text))


def _repeats(said: Said, first: BlockPair, each: BlockPair, pair: Translation) -> bool:
    """Whether the original says a text at the second place about as much as at the first."""
    known = of_text(said.text, pair.article.language)
    rows = [
        sorted((_share(text, known, pair) for text in _texts(blocks, pair.original)), reverse=True)
        for blocks in (first.original, each.original)
    ]
    best = max(rows[0][:1] or [0.0])
    again = rows[1][1:] if first is each else rows[1]
    return any(share >= LESS * best for share in again)


def _share(each: Said, known: frozenset[str], pair: Translation) -> float:
    words = spoken(each.text, pair.original.language)
    return sum(1 for word in words if known.intersection(word)) / len(words) if words else 0.0


def _texts(blocks: Iterable[Block], article: Article) -> Iterator[Said]:
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
        yield from (each for each in rows if len(each.text.split()) >= FEWEST[each.kind])
