"""Sections that stand elsewhere in the translation, and glossaries that each language sorts for itself.

In: the pairs of the best chain in reading order, and what is known of every possible pair. Out: the pairs that
the chain could not make because they cross it.

A pair is a move if ids or roles say so; if each is by content the other's best, by a margin, over all sections; or if
both are left over, each the other's best among these, and about as alike as pairs of these articles are.
"""

from __future__ import annotations

from itertools import combinations
from statistics import median
from typing import TYPE_CHECKING

from ..model import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..model import Section

    Table = Sequence[Sequence[float]]

MARGIN = 1.35
"""How much more alike than the next best a moved pair must be."""
LEAST = 0.06
"""The least likeness of a moved pair."""
AS_USUAL = 0.45
"""The share of the usual likeness that sections left over must have."""
SWAP = 1.5
"""How much greater the gain of two pairs must be crossed than as the chain has them."""
HEAD = 2
"""The level of the headings that claim a role."""


def moves(
    pairs: dict[int, int],
    original: Sequence[Section],
    translation: Sequence[Section],
    table: Table,
    gains: Sequence[Sequence[float]],
) -> dict[int, int]:
    """The pairs that cross the chain, by their places in the original and in the translation."""
    free = set(range(len(original))) - set(pairs)
    others = set(range(len(translation))) - set(pairs.values())
    found: dict[int, int] = {}
    claims = [(i, j) for i in free for j in others if claimed(original[i], translation[j])]
    is_best = _judge(table)
    candidates = claims + sorted(
        ((i, j) for i in free for j in others if is_best(i, j)), key=lambda pair: -table[pair[0]][pair[1]]
    )
    for i, j in candidates:
        if i not in found and j not in found.values():
            found[i] = j
    free, others = free - set(found), others - set(found.values())
    least = AS_USUAL * (median(table[i][j] for i, j in pairs.items()) if pairs else 0.0)
    for i in free if others else ():
        j = max(others, key=lambda other: table[i][other])
        if i == max(free, key=lambda each: table[each][j]) and table[i][j] > max(least, LEAST):
            found[i] = j
    return found | _swaps({i: j for i, j in pairs.items() if i not in found}, is_best, gains)


def _swaps(
    pairs: dict[int, int], is_best: Callable[[int, int], bool], gains: Sequence[Sequence[float]]
) -> dict[int, int]:
    """Pairs of the chain that say more when they are crossed: the chain could not cross them."""
    crossed: dict[int, int] = {}
    for (i, j), (k, m) in combinations(sorted(pairs.items()), 2):
        straight, across = gains[i][j] + gains[k][m], gains[i][m] + gains[k][j]
        if across - straight > SWAP and is_best(i, m) and is_best(k, j) and k not in crossed:
            crossed |= {i: m, k: j}
    return crossed


def claimed(section: Section, other: Section) -> bool:
    """Whether ids or roles say that two sections answer each other."""
    if section.id_is_explicit and other.id_is_explicit:
        return section.id == other.id
    return section.role == other.role != Role.ANALYSIS and section.level == other.level == HEAD


def _judge(table: Table) -> Callable[[int, int], bool]:
    """Whether two sections are by content each other's best, by a margin, over all sections."""
    rows, columns = ([_peak(line) for line in lines] for lines in (table, zip(*table, strict=True)))

    def is_best(i: int, j: int) -> bool:
        rival = max(_without(rows[i], j), _without(columns[j], i))
        return table[i][j] >= LEAST and table[i][j] >= MARGIN * rival

    return is_best


def _peak(line: Sequence[float]) -> tuple[float, int, float]:
    """The greatest of a row, its place, and the greatest of the others."""
    if not line:
        return 0.0, 0, 0.0
    at = max(range(len(line)), key=line.__getitem__)
    return line[at], at, max((each for place, each in enumerate(line) if place != at), default=0.0)


def _without(peak: tuple[float, int, float], place: int) -> float:
    """The greatest of a row but for one place."""
    most, at, second = peak
    return second if at == place else most
