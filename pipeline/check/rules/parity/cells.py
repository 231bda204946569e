"""The words in the cells of a table stand in the row and column where the original has them.

In: a pair of articles. Out: remarks on cells that changed places, while the rest of their rows and columns did not.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from ....align.content import Scale, of_text
from ....model import BlockKind
from ...compared.excerpt import excerpt
from ...compared.foreign import both
from ...compared.shapes import cells, grid, rows
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ....model import Block, Span, Translation

    Row = Sequence[str]
    Table = Sequence[Sequence[float]]

ALIKE = 0.08
"""How alike cells must be that answer each other: names of two words are hardly, and words of many meanings."""
UNLIKE = 0.25
"""How alike, by that, others may be all the same."""
FEWEST = 2
"""Rows, and columns, of a table that show where a cell belongs."""


@rule(Severity.WARNING)
def cells_exchanged(pair: Translation) -> Iterator[Remark]:
    """Two cells of a table have changed places.

    Why it matters: the one team has the points of the other, and each cell is translated rightly.

    Cells are told by what they say. Rows that were sorted anew, and columns that were, are no finding here: the rest of
    the two rows, or of the two columns, must be in place.

    Bad: a row in which the names of two teams, but not their points, changed places.

    Good: each cell answers the original's.

    Repair: exchange them.
    """
    for _, _, pairs in both(pair):
        for each in pairs:
            if len(each.original) == len(each.translation) == 1:
                mine, theirs = each.original[0], each.translation[0]
                if mine.kind is theirs.kind is BlockKind.TABLE and grid(mine.node) == grid(theirs.node):
                    yield from _exchanged(mine, theirs, pair)


def _exchanged(mine: Block, theirs: Block, pair: Translation) -> Iterator[Remark]:
    nodes = [rows(block.node) for block in (mine, theirs)]
    left, right = ([cells(row) for row in side] for side in nodes)
    if len({len(row) for row in (*left, *right)}) > 1 or min(len(left), len(left[0])) < FEWEST:
        return
    columns = list(zip(zip(*left, strict=True), zip(*right, strict=True), strict=True))
    for column, i, j in _crossed([_likeness(one, other, pair) for one, other in columns]):
        yield _remark((nodes[1][i].at, right[i][column]), (nodes[0][j].at, left[j][column]))
    for row, i, j in _crossed([_likeness(one, other, pair) for one, other in zip(left, right, strict=True)]):
        yield _remark((nodes[1][row].at, right[row][i]), (nodes[0][row].at, left[row][j]))


def _likeness(mine: Row, theirs: Row, pair: Translation) -> Table:
    """How alike each cell of one side is to each of the other."""
    texts = [
        [of_text(text, article.language) for text in row]
        for row, article in ((mine, pair.original), (theirs, pair.article))
    ]
    scale = Scale.of((*texts[0], *texts[1]))
    return scale.table(*([scale.piece(text) for text in side] for side in texts))


def _crossed(tables: Sequence[Table]) -> Iterator[tuple[int, int, int]]:
    """The rows (or columns), and places in them that answer each other crosswise, where another has them in place."""
    for number, table in enumerate(tables):
        for i, j in combinations(range(len(table)), 2):
            cross, straight = (table[i][j], table[j][i]), (table[i][i], table[j][j])
            if _outdoes(cross, straight) and _is_best(table, i, j):
                others = (other for at, other in enumerate(tables) if at != number)
                if any(_outdoes((each[i][i], each[j][j]), (each[i][j], each[j][i])) for each in others):
                    yield number, i, j


def _outdoes(some: tuple[float, float], others: tuple[float, float]) -> bool:
    return min(some) > ALIKE and max(others) < UNLIKE * min(some)


def _is_best(table: Table, i: int, j: int) -> bool:
    """Whether nothing else that is out of its place is as like either of two cells as the other's counterpart is."""
    least = min(table[i][j], table[j][i])
    astray = (k for k in range(len(table)) if k not in {i, j} and table[k][k] < least)
    return all(max(table[i][k], table[k][j], table[j][k], table[k][i]) < least for k in astray)


def _remark(here: tuple[Span, str], there: tuple[Span, str]) -> Remark:
    return remark(
        here[0],
        "“{here}” corresponds to “{there}”, which stands elsewhere in the original",
        related=there[0],
        here=excerpt(here[1]),
        there=excerpt(there[1]),
    )
