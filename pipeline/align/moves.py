"""Sections that stand elsewhere in the translation, and glossaries that each language sorts for itself.

In: the pairs of the best chain in reading order, and what is known of every possible pair. Out: the pairs that
the chain could not make because they cross it.

A pair is a move if ids or roles say so, or if each is by content the other's best, by a margin, over all sections.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from ..model import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model import Section

    Table = Sequence[Sequence[float]]

MARGIN = 1.35
"""How much more alike than the next best a moved pair must be."""
LEAST = 0.06
"""The least likeness of a moved pair."""
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
    claims = [(i, j) for i in free for j in others if _claimed(original[i], translation[j])]
    candidates = claims + sorted(
        ((i, j) for i in free for j in others if _best(i, j, table)), key=lambda pair: -table[pair[0]][pair[1]]
    )
    for i, j in candidates:
        if i not in found and j not in found.values():
            found[i] = j
    return found | _swaps({i: j for i, j in pairs.items() if i not in found}, table, gains)


def _swaps(pairs: dict[int, int], table: Table, gains: Sequence[Sequence[float]]) -> dict[int, int]:
    """Pairs of the chain that say more when they are crossed: the chain could not cross them."""
    crossed: dict[int, int] = {}
    for (i, j), (k, m) in combinations(sorted(pairs.items()), 2):
        straight, across = gains[i][j] + gains[k][m], gains[i][m] + gains[k][j]
        if across - straight > SWAP and _best(i, m, table) and _best(k, j, table) and k not in crossed:
            crossed |= {i: m, k: j}
    return crossed


def _claimed(section: Section, other: Section) -> bool:
    if section.id_is_explicit and other.id_is_explicit:
        return section.id == other.id
    return section.role == other.role != Role.ANALYSIS and section.level == other.level == HEAD


def _best(i: int, j: int, table: Table) -> bool:
    likeness = table[i][j]
    rivals = [each for place, each in enumerate(table[i]) if place != j]
    rivals += [row[j] for place, row in enumerate(table) if place != i]
    return likeness >= LEAST and likeness >= MARGIN * max(rivals, default=0.0)
