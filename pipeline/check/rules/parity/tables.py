"""Tables have the shape of their counterparts, and their cells what stands there.

In: a pair of articles. Out: remarks on tables.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from ....facts.numbers.numbers import numbers
from ....findings import Message, Related
from ....model import BlockKind, Node
from ...answering import lists
from ...compared import shapes
from ...compared.excerpt import excerpt
from ...compared.foreign import both
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from ....model import Language, Translation

    Readings = frozenset[Decimal]


@rule(Severity.ERROR)
def table_shape(pair: Translation) -> Iterator[Remark]:
    """A table has more or fewer rows or columns than its counterpart.

    Why it matters: a missing row is a missing fact.

    A cell that is empty in the translation alone is an error too; numbers that stand in other columns or rows than the
    original's are a warning.

    Bad: five rows in German, four in English.

    Good: as many rows and columns in both, with the same numbers in the same cells.

    Repair: add or remove the row or column, or put the numbers where the original has them.
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
            "the table has {rows} rows, the original's has {other_rows}: “{row}” is missing",
            related=tuple(Related(row.at, Message("for comparison")) for row in lost),
            rows=here[0],
            other_rows=there[0],
            row=excerpt(lost[0].text),
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
        yield from _columns(table, counterpart, pair)


def _cells(table: Node, counterpart: Node, pair: Translation) -> Iterator[Remark]:
    """Cells that are empty, or hold each other's numbers."""
    for row, other in zip(shapes.rows(table), shapes.rows(counterpart), strict=False):
        here, there = (
            [shapes.words_of(cell).strip() for cell in each.children if isinstance(cell, Node)] for each in (row, other)
        )
        for cell, words in zip(here, there, strict=False):
            if words and not cell:
                yield remark(
                    row.at, "a cell is empty; the original's is “{words}”", related=other.at, words=excerpt(words)
                )
        if _are_exchanged(here, there, pair):
            yield remark(
                row.at,
                "the numbers of this row stand in other columns than the original's",
                severity=Severity.WARNING,
                related=other.at,
            )


def _columns(table: Node, counterpart: Node, pair: Translation) -> Iterator[Remark]:
    """Rows that have the numbers of other rows, below each other; a row that moved as a whole is no such."""
    here, there = shapes.rows(table), shapes.rows(counterpart)
    mine, theirs = _by_column(here, pair.article.language), _by_column(there, pair.original.language)
    wrong = [
        {row for row, pair_ in enumerate(zip(left, right, strict=True)) if not _meet(*pair_)}
        for left, right in zip(theirs, mine, strict=False)
    ]
    for rows, left, right in zip(wrong, theirs, mine, strict=False):
        if rows and wrong.count(rows) == 1 and _is_same([left[row] for row in rows], [right[row] for row in rows]):
            yield remark(
                here[min(rows)].at,
                "a number of this row stands in another row of the original",
                severity=Severity.WARNING,
                related=there[min(rows)].at,
            )


def _by_column(rows: Sequence[Node], language: Language) -> list[list[Readings]]:
    """The readings of the numbers of each cell below each other."""
    texts = [shapes.cells(row) for row in rows]
    return [
        [frozenset(chain.from_iterable(each.readings for each in numbers(cell, language))) for cell in column]
        for column in zip(*texts, strict=False)
    ]


def _meet(one: Readings, other: Readings) -> bool:
    return not one.isdisjoint(other) or one == other


def _is_same(left: Sequence[Readings], right: Sequence[Readings]) -> bool:
    """Whether two rows of numbers are one in another order."""
    rest = list(right)
    for each in left:
        same = next((other for other in rest if _meet(each, other)), None)
        if same is None:
            return False
        rest.remove(same)
    return True


def _are_exchanged(here: Sequence[str], there: Sequence[str], pair: Translation) -> bool:
    """Whether cells of a row have each other's numbers, one in each; what its other cells hold is the same."""
    mine = [[n.readings for n in numbers(cell, pair.article.language)] for cell in here]
    theirs = [[n.readings for n in numbers(cell, pair.original.language)] for cell in there]
    if [len(cell) for cell in mine] != [len(cell) for cell in theirs]:
        return False
    odd = [both for both in zip(theirs, mine, strict=True) if not all(map(_meet, *both))]
    if not odd or any(len(cell) != 1 for cell, _ in odd):
        return False
    return _is_same([cell[0] for cell, _ in odd], [cell[0] for _, cell in odd])
