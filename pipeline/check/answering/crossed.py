"""Which texts of two rows stand in each other's places.

In: what the texts of two rows say, as many on both sides. Out: rings of places: the text of the translation at the
first place answers the original's at the second, that at the second the third's, and the last the first's.

Only texts that answer their own counterpart badly are compared with others: 208 real pairs have two such rings.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ...align.content import Scale
from ...align.order import GLOSSARY, folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...align.content import Text

STRANGE = 0.3
"""Likeness below which a text may stand in a wrong place."""
LEAST = 0.03
"""The least likeness of a text to the one that it answers elsewhere."""
MARGIN = 0.1
"""How much more alike the texts of a ring must be to those than to their own counterparts, on the average."""
CLEARLY = 1.5
"""The same of each text as a ratio."""
MOST = 60
"""Texts that are compared with each other; where more are strange, the rows are no translations."""


def crossed(left: Sequence[Text], right: Sequence[Text], *, shared: int = 1) -> Iterator[tuple[int, ...]]:
    """The rings of places whose texts answer each other's counterparts by at least so many ``shared`` tokens."""
    if len(left) != len(right) or len(left) < 2:  # noqa: PLR2004 - one text has no other place
        return
    scale = Scale.of((*left, *right))
    mine, theirs = ([scale.piece(text) for text in row] for row in (left, right))
    straight = [scale.likeness(one, other) for one, other in zip(mine, theirs, strict=True)]
    strange = [place for place, likeness in enumerate(straight) if likeness < STRANGE]
    if not 1 < len(strange) <= MOST:
        return
    answered: dict[int, int] = {}
    gained: dict[int, float] = {}
    for place in strange:
        best = max(strange, key=lambda other: scale.likeness(mine[other], theirs[place]))
        likeness = scale.likeness(mine[best], theirs[place])
        clear = likeness >= max(LEAST, CLEARLY * straight[place])
        if best != place and clear and len(left[best] & right[place]) >= shared:
            answered[place] = best
            gained[place] = likeness - straight[place]
    yield from (ring for ring in _rings(answered) if sum(gained[place] for place in ring) >= MARGIN * len(ring))


def is_sorted(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether each of two rows is in the order of its own alphabet, as a glossary is."""
    return len(left) >= GLOSSARY and all(
        one <= other for row in (left, right) for one, other in pairwise(map(folded, row))
    )


def _rings(answered: dict[int, int]) -> Iterator[tuple[int, ...]]:
    seen: set[int] = set()
    for first in answered:
        ring: list[int] = []
        place: int | None = first
        while place is not None and place not in ring and place not in seen:
            ring.append(place)
            place = answered.get(place)
        seen.update(ring)
        if ring and place == first:
            yield tuple(ring)
