"""Blocks of an original that quote another language, and the pairs without them.

In: a translation. Out: its pairs of sections and blocks, where what an original quotes in the translation's language
beside its own words is no part of what must be translated.

A German page that gives the wording of an English source below its own translation says the same twice; the English
page says it once. What answers the quoted wording there answers the German words above it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...align.content import of_text
from ...align.words import spoken
from ...facts.language.idiom import evidence, may_have, words
from ...held import held
from ...model import BlockKind, BlockPair, Language, Node
from ..once import once
from .shapes import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...model import Block, Section, Translation

LEAST, LEAST_SLANTED = 8, 5
"""Words from which a block can be judged, and one in italics."""
SURE = 3
"""Words of the other language that it must have, three times as many as of its own."""
SHORTEST, LONGEST = 0.7, 2.0
"""Length of a German text by that of the English that it translates."""
ANSWERED = 0.4
"""Share of the words of a German paragraph that its English wording answers, as far as our dictionary can tell."""
NEAR = 3
"""Pairs of blocks before a quoted wording, of which the last with an original may say it."""
QUOTED = frozenset((BlockKind.PARAGRAPH, BlockKind.QUOTE))
LEGAL_TITLE = re.compile(
    r"\b(?:licen[cs]e|lizenz|copyright|urheberrecht|certificate of origin|haftungsausschluss|disclaimer)\b",
    re.IGNORECASE,
)
LEGAL_TEXT = re.compile(
    r"permission is hereby granted|provided [“\"]as is[”\"]|\bi certify that|certificate of origin", re.IGNORECASE
)
"""What headings and texts of licences and certificates say; they are law in their own language alone."""


@held
def is_other(text: str, language: Language) -> bool:
    """Whether a text without quotations and addresses is in the other language, by words that one language has."""
    if not may_have(text, Language.EN if language is Language.DE else Language.DE):
        return False
    own, other = evidence(text, language)
    return other >= SURE and other > 3 * own


def is_quoted(block: Block, language: Language) -> bool:
    """Whether a block is in the other language as a whole."""
    if block.kind not in QUOTED or not is_other(block.text, language):
        return False
    return len(words(block.text)) >= (LEAST_SLANTED if is_slanted(block) else LEAST)


def is_slanted(block: Block) -> bool:
    """Whether a block stands in italics as a whole, as the wording of a source does."""
    match [child for child in block.node.children if isinstance(child, Node) or child.strip()]:
        case [Node(tag="em")]:
            return True
    return False


def says_the_same(german: Block, english: Block) -> bool:
    """Whether a paragraph gives the English wording of the German one above it."""
    if {german.kind, english.kind} != {BlockKind.PARAGRAPH} or not _as_long((german,), (english,)):
        return False
    known = of_text(english.text, Language.EN)
    said = spoken(german.text, Language.DE)
    return len(said) >= LEAST and sum(1 for word in said if known.intersection(word)) > ANSWERED * len(said)


def without_other_lines(text: str, language: Language, filler: str) -> str:
    """A quotation that gives two wordings, without the paragraphs in the other language; places stay the same."""
    lines = text.split("\n")
    other = [is_other(line, language) and len(words(line)) >= LEAST for line in lines]
    if all(other):
        return text
    return "\n".join(filler * len(line) if is_ else line for line, is_ in zip(lines, other, strict=True))


def other_wording(block: Block, language: Language) -> Iterator[Node]:
    """What stands in the paragraphs of a quotation that give its wording in the other language, below its own."""
    if block.kind is not BlockKind.QUOTE:
        return
    parts = [(child, words_of(child)) for child in block.node.children if isinstance(child, Node) and child.tag == "p"]
    others = [child for child, text in parts if is_other(text, language) and len(words(text)) >= LEAST]
    for child in others if len(others) < len(parts) else ():
        yield from child.walk()


@once
def both(pair: Translation) -> Iterator[tuple[Section, Section, tuple[BlockPair, ...]]]:
    """The sections that answer each other, with the pairs of what is in the original's own language."""
    for original, section, pairs in pair.alignment.both:
        yield original, section, tuple(_own(pairs, pair.original.language))


def _own(pairs: Sequence[BlockPair], language: Language) -> Sequence[BlockPair]:
    kept: list[BlockPair] = []
    for each in pairs:
        own = tuple(block for block in each.original if not is_quoted(block, language))
        before = kept[-1] if kept else None
        said = next((pair for pair in reversed(kept[-NEAR:]) if pair.original), None)
        if own == each.original:
            kept.append(each)
        elif before and before.original and not before.translation:
            kept[-1] = BlockPair((*before.original, *own), each.translation)
        elif own:
            kept.append(BlockPair(own, each.translation))
        elif each.translation or not (said and _may_say(said.original, each.original)):
            kept.append(each)  # a licence that both languages keep; a quotation that is said nowhere else
    return kept


def _may_say(blocks: Sequence[Block], others: Sequence[Block]) -> bool:
    """Whether some blocks, or the last of them, may say what others do."""
    return _as_long(blocks, others) or _as_long(blocks[-1:], others)


def _as_long(blocks: Sequence[Block], others: Sequence[Block]) -> bool:
    """Whether some blocks may say what others do."""
    here, there = (sum(len(block.text) for block in side) for side in (blocks, others))
    return SHORTEST < here / max(1, there) < LONGEST
