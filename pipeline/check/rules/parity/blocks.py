"""The blocks of a section pair are all there, and lists and tables have the same shape.

In: a pair of articles. Out: remarks on blocks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....facts.numbers import numbers
from ....findings import Message, Related
from ....model import BlockKind, Node
from ... import lists, shapes
from ...elsewhere import stands_elsewhere, stands_in_a_list
from ...foreign import both
from ...gaps import block_gap
from ...losses import loses_a_fact
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ....model import Block, BlockPair, Section, Translation

OTHER_RULES = frozenset({BlockKind.CODE, BlockKind.IMAGE, BlockKind.RULE})
TAGS = re.compile(r"</?[a-z][^<>]*>")
"""What is left of raw HTML that the reader refuses: its own rule says so."""
LEAST = 40
"""Characters from which a lost paragraph asks for a person."""
STATEMENT = re.compile(r"[A-ZÄÖÜ]\S*[^.!?…]*\s[^.!?…]*[.!?…][*_)”“\"»]*$|\w:[*_]*\s+\w")
"""What a few words may state all the same: a sentence that is short, or a label and its value."""
EXCERPT = 60
"""Characters of a block that a message quotes."""


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
                    text=_excerpt(block),
                )


@rule(Severity.WARNING)
def extra_block(pair: Translation) -> Iterator[Remark]:
    """A paragraph, list, quote or table of the translation has no counterpart in its section.

    Why it matters: the translation says more than the original, or the original was shortened later.

    Bad: two paragraphs in German, three in English.

    Good: every block answers one of the original.

    Repair: add it to the original, or remove it here.
    """
    for original, section, pairs in both(pair):
        for each in pairs:
            for block in _unanswered(each.translation, each.original, original, section):
                yield remark(
                    block.at,
                    "the original has nothing that answers “{text}”",
                    severity=Severity.INFO if len(block.text) < LEAST else None,
                    related=original.at,
                    text=_excerpt(block),
                )


@rule(Severity.ERROR)
def list_shape(pair: Translation) -> Iterator[Remark]:
    """The lists of a section have more or fewer items, or are nested otherwise.

    Why it matters: an item that is missing in a list of steps, conditions or demands changes what readers do.

    Bad: five items in German, four in English; two of them nested in German, none in English.

    Good: as many items at each depth; one list may become two. Where nothing is lost, but items were joined or divided,
    or a list became a paragraph, it is a warning.

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
                "the lists have {here}, the original's have {there}: nothing answers “{item}”",
                related=tuple(Related(item.at, Message("the counterpart")) for item in found.lost),
                item=_short(found.lost[0].text),
                here=_depths(here),
                there=_depths(there),
            )
        elif found.added:
            yield remark(
                found.added[0].at,
                "the lists have {here}, the original's have {there}: nothing in them answers “{item}”",
                related=related.at,
                item=_short(found.added[0].text),
                here=_depths(here),
                there=_depths(there),
            )
        elif found.is_nested_otherwise or _answer_otherwise(pairs):
            yield remark(
                at.at,
                "the lists have {here}, the original's have {there}",
                severity=None if found.is_nested_otherwise else Severity.WARNING,
                related=related.at,
                here=_depths(here),
                there=_depths(there),
            )


@rule(Severity.ERROR)
def table_shape(pair: Translation) -> Iterator[Remark]:
    """A table has more or fewer rows or columns than its counterpart.

    Why it matters: a missing row is a missing fact.

    Bad: five rows in German, four in English.

    Good: as many rows and columns in both.

    Repair: add or remove the row or column.
    """
    for original, section, pairs in both(pair):
        here, there = tuple(shapes.nodes(section, "table")), tuple(shapes.nodes(original, "table"))
        alone = [block for each in pairs if not each.translation for block in each.original]
        missed = sum(block.kind is BlockKind.TABLE for block in alone)
        if len(here) + missed < len(there):
            yield remark(
                section.at,
                "{here} tables, {there} in the original",
                related=there[0].at,
                here=len(here),
                there=len(there),
            )
        for table, counterpart in zip(here, there, strict=False) if len(here) == len(there) else ():
            yield from _grids(table, counterpart, pair)


def _grids(table: Node, counterpart: Node, pair: Translation) -> Iterator[Remark]:
    here, there = shapes.grid(table), shapes.grid(counterpart)
    lost = lists.lost_rows(counterpart, table, pair) if here[0] < there[0] and here[1] == there[1] else ()
    if lost:
        yield remark(
            table.at,
            "the table has {rows} rows, the original's has {other_rows}: nothing answers “{row}”",
            related=tuple(Related(row.at, Message("the counterpart")) for row in lost),
            rows=here[0],
            other_rows=there[0],
            row=_short(lost[0].text),
        )
    elif here != there:
        yield remark(
            table.at,
            "the table has {rows} rows and {columns} columns, the original's has {other_rows} and {other_columns}",
            related=counterpart.at,
            rows=here[0],
            columns=here[1],
            other_rows=there[0],
            other_columns=there[1],
        )
    else:
        yield from _cells(table, counterpart, pair)


def _cells(table: Node, counterpart: Node, pair: Translation) -> Iterator[Remark]:
    """Cells that are empty, or hold each other's numbers."""
    for row, other in zip(shapes.rows(table), shapes.rows(counterpart), strict=False):
        here, there = (
            [shapes.words_of(cell).strip() for cell in each.children if isinstance(cell, Node)] for each in (row, other)
        )
        for cell, words in zip(here, there, strict=False):
            if words and not cell:
                yield remark(
                    row.at, "a cell is empty; the original's is “{words}”", related=other.at, words=_short(words)
                )
        if _are_exchanged(here, there, pair):
            yield remark(
                row.at,
                "the numbers of this row stand in other columns than the original's",
                severity=Severity.WARNING,
                related=other.at,
            )


def _are_exchanged(here: Sequence[str], there: Sequence[str], pair: Translation) -> bool:
    """Whether a row has the numbers of the original's, one in each cell, in another order."""
    mine = [[n.readings for n in numbers(cell, pair.article.language)] for cell in here]
    theirs = [[n.readings for n in numbers(cell, pair.original.language)] for cell in there]
    if [len(cell) for cell in mine] != [len(cell) for cell in theirs] or any(len(cell) > 1 for cell in mine):
        return False
    left, right = [cell[0] for cell in theirs if cell], [cell[0] for cell in mine if cell]
    if all(one & other for one, other in zip(left, right, strict=True)):
        return False
    for each in left:
        same = next((other for other in right if each & other), None)
        if same is None:
            return False
        right.remove(same)
    return True


def _weight(block: Block, pair: Translation, section: Section) -> Severity:
    """An error where facts are lost, information where a few words are that state nothing, such as “Note:”."""
    if loses_a_fact(block, pair.original.language, section, pair.article.language):
        return Severity.ERROR
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


def _excerpt(block: Block) -> str:
    return _short(" ".join(block.text.split()))


def _short(line: str) -> str:
    return line if len(line) <= EXCERPT else line[:EXCERPT].rpartition(" ")[0] + " …"
