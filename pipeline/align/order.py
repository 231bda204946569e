"""Which of the pairs stand in the wrong order.

In: pairs of sections by their places. Out: those that were moved: the fewest, by what they weigh, whose return would
put all in order. A glossary that each language sorts by its own alphabet is in order.
"""

from __future__ import annotations

import unicodedata
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..model import Section

EACH = 20.0
"""What a section weighs beside its text: few that moved explain more than many light ones."""
MOST = 80
"""Entries of a glossary up to which all may be compared with all."""
GLOSSARY = 4
"""Entries from which a sorted row of headings is no accident."""


def moved(pairs: Mapping[int, int], weights: Sequence[float]) -> frozenset[int]:
    """The places in the original of the pairs that stand elsewhere in the translation."""
    row = sorted(pairs)
    best: dict[int, tuple[float, int | None]] = {}
    for place, i in enumerate(row):
        before = [(best[k][0], k) for k in row[:place] if pairs[k] < pairs[i]]
        weight, last = max(before, default=(0.0, None))
        best[i] = weight + weights[i] + EACH, last
    kept: set[int] = set()
    here = max(best, key=lambda i: best[i][0], default=None)
    while here is not None:
        kept.add(here)
        here = best[here][1]
    return frozenset(row) - kept


def glossary_entries(sections: Sequence[Section]) -> frozenset[int]:
    """The places of sections that are entries of a sorted glossary: siblings in alphabetical order."""
    entries: set[int] = set()
    open_rows: dict[int, list[int]] = {}
    for place, section in enumerate(sections):
        for level in [level for level in open_rows if level > section.level]:
            entries.update(_sorted(open_rows.pop(level), sections))
        open_rows.setdefault(section.level, []).append(place)
    for row in open_rows.values():
        entries.update(_sorted(row, sections))
    return frozenset(entries)


def assigned(
    pairs: Mapping[int, int], entries: tuple[frozenset[int], frozenset[int]], gains: Sequence[Sequence[float]]
) -> dict[int, int]:
    """The pairs, where the entries of two sorted glossaries answer each other as well as they all can together."""
    free = [i for i in sorted(entries[0]) if pairs.get(i, -1) in entries[1] or i not in pairs]
    others = [j for j in sorted(entries[1]) if j not in pairs.values() or any(pairs.get(i) == j for i in free)]
    if not free or len(free) != len(others) or len(free) > MOST:
        return dict(pairs)
    ranked = sorted(((gains[i][j], i, j) for i in free for j in others), reverse=True)
    taken: dict[int, int] = {}
    for _, i, j in ranked:
        if i not in taken and j not in taken.values():
            taken[i] = j
    best = _improved(taken, gains)
    return {i: j for i, j in pairs.items() if i not in best} | best


def _improved(pairs: dict[int, int], gains: Sequence[Sequence[float]]) -> dict[int, int]:
    """The pairs with any two exchanged as long as both together gain by it."""
    changed = True
    while changed:
        changed = False
        for i, k in combinations(pairs, 2):
            if gains[i][pairs[k]] + gains[k][pairs[i]] > gains[i][pairs[i]] + gains[k][pairs[k]] + 1e-9:
                pairs[i], pairs[k] = pairs[k], pairs[i]
                changed = True
    return pairs


def _sorted(row: Sequence[int], sections: Sequence[Section]) -> Sequence[int]:
    if len(row) < GLOSSARY:
        return ()
    titles = [folded(sections[place].title) for place in row]
    return row if titles == sorted(titles) and all(titles) else ()


def folded(title: str) -> str:
    """A title as alphabets sort it: without accents, case and marks."""
    bare = unicodedata.normalize("NFKD", title.casefold())
    return "".join(filter(str.isalnum, bare))
