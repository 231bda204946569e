"""Which item of a section's lists answers which of its counterpart's.

In: the pairs of blocks of two sections. Out: :class:`Answers`: the items that nothing answers, and those that answer
each other at another depth or were joined.

Items are matched as blocks are: in order, by what they say and how long they are; one may answer two. A row of lines
that was meant as a list, but lacks the blank line before it, counts as one: its own rule says what is wrong with it. A
list that became a paragraph of the same length was reworded, not lost.
"""

from __future__ import annotations

import math
import re
from itertools import chain as flat
from itertools import takewhile
from typing import TYPE_CHECKING

from ...align.blocks import JOINED, LIKENESS, PRIOR, length_gain
from ...align.chain import chain
from ...align.content import Scale, of_text
from ...align.words import spoken
from ...frozen import dataclass
from ...model import BlockKind, Node
from ..compared.manuscript import written
from ..compared.shapes import ITEMS, LISTS, Depths, cells, of_blocks, rows, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ...align.chain import Step
    from ...align.content import Text
    from ...model import Article, Block, BlockPair, Language, Span, Translation

STEPS: tuple[Step, ...] = ((1, 1), (1, 2), (2, 1))
MEANT = re.compile(r"(?P<indent> *)(?:[-*+]|\d{1,9}[.)]) +(?P<text>\S.*)")
"""A line that looks like an item."""
FULL = 70
"""Characters of a line that was wrapped."""
SENTENCE = re.compile(r"[.!?:…][)”“\"*_]*$")
"""How a paragraph ends that is no row of words."""
HALF = 0.5
"""Share of the words of an item that one answers of which it is a part."""
SAID = 0.4
"""Share of the words of an item that prose answers which says it, as far as our small dictionary can tell."""
SHORTEST, LONGEST = 0.5, 2.0
"""Length of a paragraph by that of the list which it answers; German is longer than English by 1.15."""
SHORTEST_JOINED, LONGEST_JOINED = 0.8, 1.65
"""The same of items that were joined or divided: each must be answered, and nothing left out."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list without the lists in it, and how deep it stands, from 1; a term is never joined to another."""

    depth: int
    text: str
    at: Span
    said: Text
    language: Language
    is_term: bool = False


@dataclass(frozen=True, slots=True)
class Answers:
    """The items of two sections that nothing answers, and whether some of the others stand at another depth."""

    lost: tuple[Item, ...]
    added: tuple[Item, ...]
    is_nested_otherwise: bool


def answers(pairs: Sequence[BlockPair], original: Article, article: Article) -> Answers:
    """The items of the original and of the translation, matched; lists that are missing as a whole are left out."""
    both = [each for each in pairs if each.original and each.translation and not _is_reworded(each, original, article)]
    theirs = tuple(flat.from_iterable(items(each.original, original) for each in both))
    mine = tuple(flat.from_iterable(items(each.translation, article) for each in both))
    lost: list[Item] = []
    added: list[Item] = []
    moved = False
    for down, right in _matched(theirs, mine):
        if not right:
            lost += [theirs[i] for i in down]
        elif not down:
            added += [mine[j] for j in right]
        else:
            moved |= {theirs[i].depth for i in down}.isdisjoint({mine[j].depth for j in right})
    return Answers(tuple(lost), tuple(added), is_nested_otherwise=moved)


def lost_rows(counterpart: Node, table: Node, pair: Translation) -> tuple[Item, ...]:
    """The rows of the original's table that none of the translation's answers."""
    theirs, mine = (of_rows(each, article) for each, article in ((counterpart, pair.original), (table, pair.article)))
    matched = _matched(theirs, mine)
    return tuple(theirs[i] for down, right in matched if not right for i in down)


def of_rows(table: Node, article: Article) -> list[Item]:
    """The rows of a table that say something, as items."""
    texts = [(" | ".join(cells(row)), row.at) for row in rows(table)]
    return [Item(1, text, at, of_text(text, article.language), article.language) for text, at in texts if text]


def depths(blocks: Iterable[Block], article: Article) -> Depths:
    """How many items there are at each depth, those too that only were meant as items."""
    each = tuple(blocks)
    return of_blocks(each) + Depths(depth for block in each for depth, _ in _meant(block, article))


def items(blocks: Iterable[Block], article: Article) -> Iterator[Item]:
    """The items of some blocks, those too that only were meant as items."""
    for block in blocks:
        yield from _items(block.node, 0, article.language)
        for depth, text in _meant(block, article):
            yield Item(depth, text, block.at, of_text(text, article.language), article.language)


def _items(node: Node, depth: int, language: Language) -> Iterator[Item]:
    inner = depth + (node.tag in LISTS)
    for place, child in enumerate(node.children):
        if not isinstance(child, Node):
            continue
        if child.tag in ITEMS:
            text = " ".join(" ".join(map(_own, (child, *_definitions(node, place)))).split())
            yield Item(inner, text, child.at, of_text(text, language), language, child.tag == "dt")
        yield from _items(child, inner, language)


def _definitions(node: Node, term: int) -> Iterator[Node]:
    """What is said of the term at a place of a list of definitions."""
    behind = (child for child in node.children[term + 1 :] if isinstance(child, Node))
    return takewhile(lambda child: child.tag == "dd", behind)


def _own(item: Node) -> str:
    """The text of an item without the lists and the code in it."""
    return "".join(
        words_of(child) for child in item.children if isinstance(child, str) or child.tag not in {*LISTS, "pre"}
    )


def _meant(block: Block, article: Article) -> tuple[tuple[int, str], ...]:
    """The lines of a paragraph behind its first that look like items, with their depth.

    One alone behind a full line is a dash.
    """
    last = block.at.end[0] if block.at.end else block.at.line
    if block.kind is not BlockKind.PARAGRAPH or last == block.at.line:
        return ()
    lead, *lines = written(article, block.at)
    found = [each for line in lines if (each := MEANT.match(line))]
    if len(found) == 1 and len(lead) > FULL and not lead.rstrip().endswith(":"):
        return ()
    least = min((len(each["indent"]) for each in found), default=0)
    return tuple((1 + (len(each["indent"]) > least + 1), each["text"]) for each in found)


def _is_reworded(pair: BlockPair, original: Article, article: Article) -> bool:
    """Whether a list answers a paragraph of the same length."""
    listed = [
        any(block.kind in {BlockKind.LIST, BlockKind.DEFINITIONS} or _meant(block, side) for block in blocks)
        for blocks, side in ((pair.original, original), (pair.translation, article))
    ]
    there, here = (sum(len(block.text) for block in side) for side in (pair.original, pair.translation))
    return listed[0] != listed[1] and SHORTEST < there / max(1, here) < LONGEST


def are_told_as_prose(pairs: Sequence[BlockPair], original: Article, article: Article) -> bool:
    """Whether lists differ in nothing but one without an order of which sentences say each item."""
    both = [(each.original, each.translation) for each in pairs if each.original and each.translation]
    differ = [each for each in both if of_blocks(each[0]) != of_blocks(each[1])]
    return bool(differ) and all(
        _are_said(there, here, original, article) or _are_said(here, there, article, original) for there, here in differ
    )


def _are_said(listed: Sequence[Block], told: Sequence[Block], own: Article, other: Article) -> bool:
    """Whether fewer paragraphs than some lists have items say each of them."""
    rows = tuple(items(listed, own))
    is_prose = all(block.kind is BlockKind.PARAGRAPH and SENTENCE.search(block.text) for block in told)
    is_free = {block.node.tag for block in listed if block.kind is BlockKind.LIST} == {"ul"}
    if not (is_prose and is_free and len(told) < len(rows)):
        return False
    known = of_text(" ".join(block.text for block in told), other.language)
    said = (spoken(each.text, own.language) for each in rows)
    return all(sum(1 for word in each if known.intersection(word)) >= SAID * len(each) for each in said)


def _matched(theirs: Sequence[Item], mine: Sequence[Item]) -> tuple[tuple[range, range], ...]:
    """Which items answer which, in order."""
    scale = Scale.of([each.said for each in (*theirs, *mine)])

    pieces = [[scale.piece(each.said) for each in row] for row in (theirs, mine)]
    table = scale.table(*pieces)

    def gain(i: int, j: int, step: Step) -> float:
        rows = theirs[i : i + step[0]], mine[j : j + step[1]]
        sizes = [sum(len(each.text) for each in row) for row in rows]
        length = length_gain(*sizes)
        if step == (1, 1):
            return PRIOR + LIKENESS * table[i][j] + length
        if rows[0][0].is_term or not all(table[k][m] for k in range(i, i + step[0]) for m in range(j, j + step[1])):
            return -math.inf
        if not SHORTEST_JOINED < sizes[0] / sizes[1] < LONGEST_JOINED:
            if not _is_divided(*rows):
                return -math.inf
            length = 0.0
        left, right = (scale.piece(frozenset().union(*(each.said for each in row))) for row in rows)
        return JOINED + LIKENESS * scale.likeness(left, right) + length

    return chain(len(theirs), len(mine), STEPS, gain, narrow=True)


def _is_divided(theirs: Sequence[Item], mine: Sequence[Item]) -> bool:
    """Whether one item says most of two, and each of these something of it that the other does not."""
    (whole,), parts = (theirs, mine) if len(theirs) == 1 else (mine, theirs)
    said = spoken(whole.text, whole.language)
    known = {token for word in said for token in word}
    answered = [frozenset(place for place, word in enumerate(said) if each.said.intersection(word)) for each in parts]
    if not all(one - other for one, other in (answered, answered[::-1])):
        return False
    words = (spoken(each.text, each.language) for each in parts)
    return all(sum(1 for word in each if known.intersection(word)) > HALF * len(each) for each in words)
