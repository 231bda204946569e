"""How a table is shown in a mail, which a phone must show as well.

In: the words of its cells, row by row. Out: the widths of its columns in percent (0: as wide as its words), or None for
a table that is better read as a list for each row.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

COLUMNS, BREAKABLE = 4, 2
"""More columns than these are a list; of these two, long words may be broken."""
LETTER, AIR, PHONE = 9, 8, 280
"""Pixels of a letter and of the space behind a column, and what a phone has for a table."""
LEAST, MOST = 20, 40
"""Letters by which two columns are weighed against each other."""


def widths(rows: Sequence[Sequence[str]]) -> tuple[int, ...] | None:
    """The columns' widths; None for a list."""
    columns = [[cell or "" for cell in column] for column in zip_longest(*rows)]
    if len(columns) > COLUMNS:
        return None
    longest = [max(map(len, re.split(r"[\s-]+", " ".join(column)))) for column in columns]
    if sum(longest) * LETTER + len(longest) * AIR <= PHONE:
        return (0,) * len(columns)
    if len(columns) > BREAKABLE:
        return None
    weights = [min(max(LEAST, *map(len, column)), MOST) for column in columns]
    return tuple(100 * weight // sum(weights) for weight in weights)
