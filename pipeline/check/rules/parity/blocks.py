"""The blocks of a section pair are all there, and lists have the same shape.

In: a pair of articles. Out: remarks on blocks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....findings import Message, Related
from ....model import BlockKind, Role
from ...answering import lists
from ...answering.elsewhere import stands_elsewhere, stands_in_a_list
from ...answering.gaps import block_gap
from ...answering.losses import loses_a_fact
from ...compared import shapes
from ...compared.excerpt import excerpt
from ...compared.foreign import both
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ....model import Block, BlockPair, Section, Translation

OTHER_RULES = frozenset({BlockKind.CODE, BlockKind.IMAGE, BlockKind.RULE})
TAGS = re.compile(r"</?[a-z][^<>]*>")
"""What is left of raw HTML that the reader refuses: its own rule says so."""
LISTED = frozenset((Role.KEY_POINTS, Role.QUESTIONS, Role.SOURCES, Role.HASHTAGS))
"""The parts that are lists by their nature."""
LEAST = 40
"""Characters from which a lost paragraph asks for a person."""
STATEMENT = re.compile(r"[A-ZÄÖÜ]\S*[^.!?…]*\s[^.!?…]*[.!?…][*_)”“\"»]*$|\w:[*_]*\s+\w")
"""What a few words may state all the same: a sentence that is short, or a label and its value."""
ANNOUNCEMENT = re.compile(r"[^.!?;:\d]{0,80}:")
"""What only says that something follows, which has rules of its own: “Further reading:”."""
NOTICE = re.compile(
    r"^.{0,80}\b(?:translat(?:ion|ed)|übersetz(?:ung|t)).{0,160}"
    r"\b(?:binding|prevails?|precedence|authoritative|convenience|information only"
    r"|(?:un)?verbindlich|maßgeblich|massgeblich|Vorrang)\b",
    re.IGNORECASE | re.DOTALL,
)
"""What only a translation says: that it is one, and that the original is binding."""


@rule(Severity.WARNING)
def missing_block(pair: Translation) -> Iterator[Remark]:
    """A paragraph, list, quote or table of the original has no counterpart in its section.

    Why it matters: a lost paragraph is the loss that is overlooked most easily. It is an error if a number, name,
    address or quotation went with it that the section does not have elsewhere.

    Bad: three paragraphs in German, two in English, and what the third says is nowhere.

    Good: every block is answered; one paragraph may become two, and two one.

    Repair: translate the block at the place that the finding names.
    """
    for original, section, pairs in both(pair):
        for each in pairs:
            for block in _unanswered(each.original, each.translation, original, section):
                if stands_elsewhere(block, pair) or stands_in_a_list(block, section, pair):
                    continue
                yield remark(
                    block_gap(each, pairs, section),
                    "no counterpart to “{text}”",
                    severity=_weight(block, pair, section),
                    related=block.at,
                    text=excerpt(block.text),
                )


@rule(Severity.WARNING)
def extra_block(pair: Translation) -> Iterator[Remark]:
    """A paragraph, list, quote or table of the translation has no counterpart in its section.

    Why it matters: the translation says more than the original, or the original was shortened later.

    Bad: two paragraphs in German, three in English.

    Good: every block answers one of the original. A notice that this is a translation, and which version is binding, is
    information.

    Repair: add it to the original, or remove it here.
    """
    for original, section, pairs in both(pair):
        for each in pairs:
            for block in _unanswered(each.translation, each.original, original, section):
                yield remark(
                    block.at,
                    "the original has nothing that corresponds to “{text}”",
                    severity=Severity.INFO if _is_light(block) else None,
                    related=original.at,
                    text=excerpt(block.text),
                )


@rule(Severity.ERROR)
def list_shape(pair: Translation) -> Iterator[Remark]:
    """The lists of a section have more or fewer items, or are nested otherwise.

    Why it matters: an item that is missing in a list of steps, conditions or demands changes what readers do.

    Bad: five items in German, four in English; two of them nested in German, none in English.

    Good: as many items at each depth; one list may become two. Where nothing is lost, but items were joined or divided,
    or a list became paragraphs, it is a warning; where one without an order became prose in a part that is no list by
    its nature, information.

    Repair: add or remove the item, or indent it as in the original.
    """
    for original, section, pairs in both(pair):
        here, there = lists.depths(section.blocks, pair.article), lists.depths(original.blocks, pair.original)
        if here == there:
            continue
        found = lists.answers(pairs, pair.original, pair.article)
        at, related = _lists(pairs, section, original)
        if found.lost:
            yield remark(
                at.at,
                "list items: {here} here, {there} in the original; “{item}” is missing",
                related=tuple(Related(item.at, Message("for comparison")) for item in found.lost),
                item=excerpt(found.lost[0].text),
                here=_depths(here),
                there=_depths(there),
            )
        elif found.added:
            yield remark(
                found.added[0].at,
                "list items: {here} here, {there} in the original; “{item}” is not there",
                related=related.at,
                item=excerpt(found.added[0].text),
                here=_depths(here),
                there=_depths(there),
            )
        elif found.is_nested_otherwise or _answer_otherwise(pairs):
            is_prose = original.role not in LISTED and lists.are_told_as_prose(pairs, pair.original, pair.article)
            light = Severity.INFO if is_prose else Severity.WARNING
            yield remark(
                at.at,
                "list items: {here} here, {there} in the original",
                severity=None if found.is_nested_otherwise else light,
                related=related.at,
                here=_depths(here),
                there=_depths(there),
            )


def _is_light(block: Block) -> bool:
    """Whether a block of the translation says little, announces what follows, or says that it is a translation."""
    return len(block.text) < LEAST or bool(NOTICE.search(block.text) or ANNOUNCEMENT.fullmatch(block.text))


def _weight(block: Block, pair: Translation, section: Section) -> Severity:
    """An error where facts are lost, information where a few words are that state nothing, such as “Note:”."""
    if loses_a_fact(block, pair.original.language, section, pair.article.language):
        return Severity.ERROR
    if ANNOUNCEMENT.fullmatch(block.text) and "," not in block.text:  # two clauses say more than that
        return Severity.INFO
    return Severity.WARNING if len(block.text) >= LEAST or STATEMENT.search(block.text) else Severity.INFO


def _unanswered(
    blocks: Sequence[Block], others: Sequence[Block], original: Section, section: Section
) -> Iterator[Block]:
    """Blocks beside a gap that no other rule reports, and that hold words."""
    if others:
        return
    same_lists = shapes.of_blocks(original.blocks) == shapes.of_blocks(section.blocks)
    for block in blocks:
        other_rule = block.kind in OTHER_RULES or (block.kind is BlockKind.LIST and same_lists)
        if not other_rule and not TAGS.match(block.text) and re.search(r"\w", block.text):
            yield block


def _answer_otherwise(pairs: Sequence[BlockPair]) -> bool:
    """Whether lists differ that answer each other; a whole list that nothing answers is a block that is missing."""
    both_ = [each for each in pairs if each.original and each.translation]
    here, there = (
        shapes.of_blocks(block for each in both_ for block in getattr(each, side))
        for side in ("original", "translation")
    )
    return here != there


def _lists(pairs: Sequence[BlockPair], section: Section, original: Section) -> tuple[Block | Section, Block | Section]:
    """The first lists that answer each other and differ, else their sections."""
    for each in pairs:
        if each.original and each.translation and shapes.of_blocks(each.original) != shapes.of_blocks(each.translation):
            return each.translation[0], each.original[0]
    return section, original


def _depths(depths: shapes.Depths) -> str:
    """Counts of items as a message names them: 5, or 5 + 2 where some are nested."""
    return " + ".join(str(depths[depth]) for depth in sorted(depths)) or "0"
