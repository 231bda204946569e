"""The number that a cell of a table consists of is that of the cell in its place, however small it is.

In: an original and its translation. Out: :class:`Cells`, the cells whose numbers differ. Cells that have each other's
numbers are left to the rules about the shape of tables.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from ....facts.numbers.number import Kind
from ....facts.numbers.numbers import numbers
from ....model import BlockKind, Node
from ...compared import shapes
from ...compared.foreign import both
from .agreement import scaled_otherwise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ....facts.numbers.number import Number
    from ....model import Language, Translation

MOST = 3
"""Of so many cells one may differ: where more do, the tables are no translations of each other."""


class Cells(NamedTuple):
    """A cell of the original, the one in its place, and the number of each."""

    original: Node
    cell: Node
    mine: Number
    theirs: Number


def differing(pair: Translation) -> Iterator[Cells]:
    """The cells of tables of one shape whose numbers differ."""
    for _, _, pairs in both(pair):
        for each in pairs:
            blocks = (*each.original, *each.translation)
            if [block.kind for block in blocks] == [BlockKind.TABLE, BlockKind.TABLE]:
                one, other = (block.node for block in blocks)
                yield from _in_table(one, other, pair) if shapes.grid(one) == shapes.grid(other) else ()


def _in_table(original: Node, table: Node, pair: Translation) -> Iterator[Cells]:
    rows = [
        [
            [(cell, _number(cell, article.language)) for cell in row.children if isinstance(cell, Node)]
            for row in shapes.rows(side)
        ]
        for side, article in ((original, pair.original), (table, pair.article))
    ]
    met = [[_met(*two) for two in zip(*both_, strict=False)] for both_ in zip(*rows, strict=True)]
    compared = sum(each is not None for row in met for each in row)
    apart = [[each if each and not _agree(each.mine, each.theirs) else None for each in row] for row in met]
    lines = [*apart, *(list(column) for column in zip(*apart, strict=False))]
    moved = {id(each) for line in lines for each in _moved(line)}
    wrong = [each for row in apart for each in row if each]
    if len(wrong) * MOST <= compared or len(wrong) == 1:
        yield from (each for each in wrong if id(each) not in moved)


def _number(cell: Node, language: Language) -> Number | None:
    """The amount that a cell consists of."""
    text = shapes.words_of(cell).strip()
    found = numbers(text, language) if text else ()
    if len(found) != 1 or found[0].kind is not Kind.AMOUNT or found[0].is_spelled:
        return None
    rest = text[: found[0].start] + text[found[0].end :]
    return None if any(map(str.isalnum, rest)) else found[0]


def _met(one: tuple[Node, Number | None], other: tuple[Node, Number | None]) -> Cells | None:
    return Cells(one[0], other[0], one[1], other[1]) if one[1] and other[1] else None


def _agree(mine: Number, theirs: Number) -> bool:
    """Whether two numbers are equal but for a sign that one lacks, or their scale, which have rules of their own."""
    if mine.sign and theirs.sign and mine.sign != theirs.sign:
        return False
    return mine.unsigned().means(theirs.unsigned()) or scaled_otherwise(mine, theirs)


def _moved(line: Sequence[Cells | None]) -> list[Cells]:
    """The cells of a row or column that have each other's numbers."""
    found = [each for each in line if each]
    sides = (Counter(each.mine.readings for each in found), Counter(each.theirs.readings for each in found))
    return found if sides[0] == sides[1] else []
