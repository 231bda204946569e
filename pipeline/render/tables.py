"""On which side the cells of a table's columns stand.

In: a table. Out: of each column ``right``, ``center`` or nothing. What Markdown asks for counts; a column of numbers of
which it asks nothing stands right, so that digits stand below digits. The first column names the rows, and stays left.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from ..model import Node

if TYPE_CHECKING:
    from collections.abc import Iterator

NUMBER = re.compile(
    r"(?:(?:ca\.|rund|about|over|über) ?)?[+±≈~<>≤≥–−-]? ?[€$£]? ?\d[\d.,' \u00a0\u202f’]*(?:(?: |\u00a0|\u202f)?"
    r"(?:%|‰|€|\$|£|°C?|bn|m|km|kg|g|t|l|h|Mio\.(?: €)?|Mrd\.(?: €)?|Prozent|per cent|Euro|euros?|Punkte?|points?))?"
)
"""A figure with its sign and unit."""
EMPTY = frozenset(("", "–", "—", "-", "−", "…", "n/a", "k. A."))
"""What stands in the place of one."""


def sides(table: Node) -> tuple[str, ...]:
    """The side of each column."""
    rows = [*_rows(table)]
    asked = [_asked(column) for column in zip_longest(*(cells for _, cells in rows))]
    body = [cells for is_head, cells in rows if not is_head]
    numbers = [_is_of_numbers(column) for column in zip_longest(*body)]
    return tuple(
        "" if side == "left" else side or ("right" if at and at < len(numbers) and numbers[at] else "")
        for at, side in enumerate(asked)
    )


def _rows(table: Node) -> Iterator[tuple[bool, list[Node]]]:
    for part in table.children:
        if isinstance(part, Node):
            for row in part.children:
                if isinstance(row, Node):
                    yield part.tag == "thead", [cell for cell in row.children if isinstance(cell, Node)]


def _asked(column: tuple[Node | None, ...]) -> str:
    """What Markdown asks for."""
    return next((cell.get("class").removeprefix("align-") for cell in column if cell and cell.get("class")), "")


def _is_of_numbers(column: tuple[Node | None, ...]) -> bool:
    said = [text for cell in column if cell and (text := cell.said().strip()) not in EMPTY]
    return bool(said) and all(map(NUMBER.fullmatch, said))
