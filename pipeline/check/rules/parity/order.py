"""Headings, steps, rows and paragraphs stand in the order of the original.

In: a pair of articles. Out: remarks on what stands in the place of another. Sections that moved as a whole, questions
and sources have rules of their own.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from ....align.content import of_block, of_text, of_title
from ....model import BlockKind, Role
from ...answering.crossed import crossed, is_sorted
from ...answering.elsewhere import is_bold
from ...answering.lists import items, of_rows
from ...compared.excerpt import excerpt
from ...compared.foreign import both
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ....align.content import Text
    from ....model import Article, Block, BlockPair, Span, Translation

OWN_RULES = frozenset((Role.QUESTIONS, Role.SOURCES))
"""Parts whose order other rules hold; they hold that of the headings of answers too."""
PROSE = frozenset((BlockKind.PARAGRAPH, BlockKind.QUOTE))
ROWS = frozenset((BlockKind.LIST, BlockKind.DEFINITIONS, BlockKind.TABLE))
LABEL = 60
"""Characters of what stands before the colon of an item."""
SHARED = 2
"""Tokens by which a paragraph must answer another than its counterpart: one is soon the same by chance."""


class Entry(NamedTuple):
    """A text in a row of such, its place, what it says, and what the first cell of a row of a table says.

    Where the first cells answer each other, the row stands in its place, whatever else it has.
    """

    text: str
    at: Span
    said: Text
    label: Text = frozenset()


@rule(Severity.WARNING)
def exchanged_headings(pair: Translation) -> Iterator[Remark]:
    """Two sections have each other's headings.

    Why it matters: readers find under each heading what the other one promises, and nothing else looks wrong.

    Bad: „## Nutzen“ and „## Risiken“ in German, “## Risks” over the benefits and “## Benefits” over the risks.

    Good: each section has the heading that answers the original's.

    Repair: exchange the headings.
    """
    sections = [
        (original, section)
        for original, section, _ in pair.alignment.both
        if original.title and section.title and section.role not in {*OWN_RULES, Role.ANSWERS}
    ]
    rows = tuple(
        [Entry(each.title, each.at, of_title(each, article.language)) for each in side]
        for side, article in zip(
            ([o for o, _ in sections], [s for _, s in sections]), (pair.original, pair.article), strict=True
        )
    )
    for here, there in _exchanged(rows[0], rows[1], shared=1):
        yield remark(
            here.at,
            "the heading “{heading}” corresponds to “{original}”, which is another section's",
            related=there.at,
            heading=here.text,
            original=there.text,
        )


@rule(Severity.WARNING)
def order_differs(pair: Translation) -> Iterator[Remark]:
    """Items of a list, entries, rows of a table or paragraphs stand in another order than in the original.

    Why it matters: steps are done in the wrong order, and an answer stands below another question.

    Bad: „1. Speichern 2. Schließen“ in German, “1. Close 2. Save” in English.

    Good: the same order in both. Items and entries that each language sorts by its own alphabet are in order.

    Repair: bring them into the original's order.
    """
    for original, section, pairs in both(pair):
        if {original.role, section.role} & OWN_RULES:
            continue
        yield from _labels(pairs, pair)
        for left, right, shared in _rows(pairs, pair):
            for here, there in _exchanged(left, right, shared):
                yield remark(
                    here.at,
                    "“{here}” corresponds to “{there}”, which stands elsewhere in the original",
                    related=there.at,
                    here=excerpt(here.text),
                    there=excerpt(there.text),
                )


def _labels(pairs: Sequence[BlockPair], pair: Translation) -> Iterator[Remark]:
    """Labels of items in each other's places, where what stands behind them kept its own."""
    for each in pairs:
        blocks = each.original, each.translation
        if any(len(side) != 1 or side[0].kind is not BlockKind.LIST for side in blocks):
            continue
        rows = [
            [(item, *_split(item.text)) for item in items(side, article)]
            for side, article in zip(blocks, (pair.original, pair.article), strict=True)
        ]
        if len(rows[0]) != len(rows[1]) or not all(
            rest and len(label) < LABEL for row in rows for _, label, rest in row
        ):
            continue
        languages = pair.original.language, pair.article.language
        labels, rests = (
            [[of_text(said[at], language) for _, *said in row] for row, language in zip(rows, languages, strict=True)]
            for at in (0, 1)
        )
        for ring in crossed(*labels):
            others = (*ring[1:], ring[0])
            straight = sum(len(rests[0][at] & rests[1][at]) for at in ring)
            if straight > sum(len(rests[0][other] & rests[1][at]) for at, other in zip(ring, others, strict=True)):
                yield remark(
                    rows[1][ring[0]][0].at,
                    "“{here}” corresponds to “{there}”, which stands elsewhere in the original",
                    related=rows[0][others[0]][0].at,
                    here=rows[1][ring[0]][0].text.partition(": ")[0],
                    there=rows[0][others[0]][0].text.partition(": ")[0],
                )


def _split(text: str) -> tuple[str, str]:
    """The label of an item and what stands behind it; „Fester Preis“ begins with no noun."""
    label, _, rest = text.partition(": ")
    return (label[:1].lower() + label[1:] if " " in label else label), rest


def _exchanged(left: Sequence[Entry], right: Sequence[Entry], shared: int) -> Iterator[tuple[Entry, Entry]]:
    """Of each ring of entries the first of the translation, and which of the original's it answers.

    The head of a table has no place in an alphabet.
    """
    texts = [[each.text for each in row] for row in (left, right)]
    if is_sorted(*texts) or is_sorted(*(row[1:] for row in texts)):
        return
    found = [
        (right[ring[0]], left[ring[1]])
        for ring in crossed([each.said for each in left], [each.said for each in right], shared=shared)
        if not any(map(_keeps_label, *_rows_of(ring, left, right)))
    ]
    yield from found or _misplaced(left, right)


def _misplaced(left: Sequence[Entry], right: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """The first entry that stands elsewhere, though both languages name it alike in one of its columns: “TCP”."""
    if len(left) != len(right):
        return
    columns = [list(zip_longest(*(each.text.split(" | ") for each in row), fillvalue="")) for row in (left, right)]
    for cells, others in zip(*columns, strict=False):
        places = _once(cells)
        for words, place in _once(others).items():
            other = places.get(words, place)
            if other != place and not _keeps_label(right[place], left[place], left[other]):
                yield right[place], left[other]
                return


def _once(cells: Sequence[str]) -> dict[str, int]:
    """The places of those that stand in a column once."""
    return {each: place for place, each in enumerate(cells) if cells.count(each) == 1 and any(map(str.isalnum, each))}


def _rows_of(
    ring: Sequence[int], left: Sequence[Entry], right: Sequence[Entry]
) -> tuple[list[Entry], list[Entry], list[Entry]]:
    """The entries of a ring in the translation, their counterparts, and those that they answer."""
    others = (*ring[1:], ring[0])
    return [right[at] for at in ring], [left[at] for at in ring], [left[at] for at in others]


def _keeps_label(here: Entry, there: Entry, other: Entry) -> bool:
    """Whether the first cell of a row answers that of its counterpart rather than that of the other row."""
    return len(here.label & there.label) > len(here.label & other.label)


def _rows(pairs: Sequence[BlockPair], pair: Translation) -> Iterator[tuple[list[Entry], list[Entry], int]]:
    """The rows of a section pair whose order is compared, and how much must be shared."""
    single = [
        (each.original[0], each.translation[0]) for each in pairs if len(each.original) == len(each.translation) == 1
    ]
    same = [each for each in single if each[0].kind is each[1].kind]
    prose = [each for each in same if each[0].kind in PROSE]
    bold = [each for each in prose if is_bold(each[0]) and is_bold(each[1])]
    for row, shared in ((bold, 1), ([each for each in prose if each not in bold], SHARED)):
        if len(row) > 1:
            left = [Entry(one.text, one.at, of_block(one, pair.original.language)) for one, _ in row]
            yield left, [Entry(it.text, it.at, of_block(it, pair.article.language)) for _, it in row], shared
    for one, other in same:
        if one.kind in ROWS:
            yield _entries(one, pair.original), _entries(other, pair.article), 1


def _entries(block: Block, article: Article) -> list[Entry]:
    if block.kind is not BlockKind.TABLE:
        return [Entry(each.text, each.at, each.said) for each in items((block,), article)]
    return [
        Entry(each.text, each.at, each.said, of_text(each.text.partition(" | ")[0], article.language))
        for each in of_rows(block.node, article)
    ]
