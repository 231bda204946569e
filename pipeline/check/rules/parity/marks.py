"""Footnotes and sources are cited behind the sentences that they belong to.

In: a pair of articles. Out: remarks on marks that stand elsewhere than in the original.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ....facts.sentences import sentences
from ...compared.foreign import both
from ...compared.shapes import words_of
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ....model import Block, BlockPair, Language, Node, Translation

    Place = tuple[Node, int]
    """A mark, and the number of the sentence that it ends."""

MARKS = {"note-ref": "label", "citation": "key"}


@rule(Severity.WARNING)
def mark_moved(pair: Translation) -> Iterator[Remark]:
    """The mark of a footnote or of a source stands behind another sentence than in the original.

    Why it matters: it proves what nobody claimed, and what was claimed looks unproven.

    Marks are looked for in the blocks that answer each other, and behind the sentences of a block where both languages
    have as many of them.

    Bad: „Die Anteile schwanken.[^1] In der Stadt lohnt es sich.“ – “The shares vary. In the city it pays off.[^1]”

    Good: the mark behind the sentence that answers the original's.

    Repair: set the mark where the original has it.
    """
    rows = [each for _, _, pairs in both(pair) for each in pairs]
    homes = {_name(node): (number, node) for number, each in enumerate(rows) for node in _marks(each.original)}
    many = Counter(_name(node) for each in rows for node in _marks(each.original))
    for number, each in enumerate(rows) if homes else ():
        for node in _marks(each.translation):
            home, counterpart = homes.get(_name(node), (number, node))
            if home != number and many[_name(node)] == 1 and rows[home].translation and each.original:
                yield _moved(node, counterpart)
        yield from _in_block(each, pair)


def _in_block(each: BlockPair, pair: Translation) -> Iterator[Remark]:
    here = dict(_places(each.translation, pair.article.language))
    there = dict(_places(each.original, pair.original.language))
    if not here or here.keys() != there.keys() or len({*here.values()} ^ {*there.values()}) == 0:
        return
    counts = [_count(each.translation, pair.article.language), _count(each.original, pair.original.language)]
    if counts[0] != counts[1]:
        return
    nodes = [{_name(node): node for node in _marks(side)} for side in (each.translation, each.original)]
    for name, number in here.items():
        if number != there[name]:
            yield _moved(nodes[0][name], nodes[1][name])


def _moved(node: Node, counterpart: Node) -> Remark:
    return remark(
        node.at,
        "the mark of “{name}” stands behind another sentence than in the original",
        related=counterpart.at,
        name=_name(node)[1],
    )


def _name(node: Node) -> tuple[str, str]:
    return node.tag, node.get(MARKS[node.tag])


def _marks(blocks: Sequence[Block]) -> Iterator[Node]:
    return (node for block in blocks for node in block.node.walk() if node.tag in MARKS)


def _count(blocks: Sequence[Block], language: Language) -> int:
    return sum(len(sentences(block.text, language)) for block in blocks)


def _places(blocks: Sequence[Block], language: Language) -> Iterator[tuple[tuple[str, str], int]]:
    """The marks of some blocks, and how many sentences end before them or with them."""
    before = ""
    for block in blocks:
        for node in _pieces(block.node):
            if isinstance(node, str):
                before += node.replace("\n", " ")  # a line that is broken ends no sentence
            elif before.strip():
                yield _name(node), len(sentences(before.strip(), language))
        before += "\n"


def _pieces(node: Node) -> Iterator[Node | str]:
    """The texts and marks of a node in reading order."""
    for child in node.children:
        if isinstance(child, str) or child.tag in MARKS:
            yield child
        elif child.tag == "code":
            yield words_of(child)
        else:
            yield from _pieces(child)
