"""Text -> how many it speaks of: hardly any, some, many, half, most, all.

In: a text and its language. Out: :class:`Quantity` values in their order, the longest where several begin.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ...expressions import lasting
from ...frozen import dataclass
from ..table import table
from ..words.patterns import Sought, places_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...model import Language

FAR = 2.0
"""Ranks that are as far apart are other quantities."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A place of a text and its ranks on the scale from hardly any to all: one, or two that it may have."""

    start: int
    end: int
    ranks: tuple[float, ...]

    def is_far(self, other: Quantity) -> bool:
        """Whether another quantity cannot be this one."""
        return min(abs(one - two) for one in self.ranks for two in other.ranks) >= FAR


@cache
def _patterns(language: Language) -> tuple[tuple[tuple[float, ...], re.Pattern[str]], ...]:
    return tuple(
        (tuple(row["ranks"]), lasting(rf"(?<![\w-])(?:{'|'.join(row[language])})(?![\w-])", re.IGNORECASE))
        for row in table("quantities")["quantity"]
    )


@cache
def _sought(language: Language) -> Sought:
    return Sought(f"quantities-{language}", ("|".join(row[language]) for row in table("quantities")["quantity"]))


def has_quantity(text: str, language: Language) -> bool:
    """Whether a text may speak of how many; most do not."""
    return bool(_sought(language).bits(text))


def quantities(text: str, language: Language) -> tuple[Quantity, ...]:
    """The quantities of a text."""
    found = sorted(_found(text, language), key=lambda each: (each.start, -each.end))
    kept: list[Quantity] = []
    for each in found:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(kept)


def _found(text: str, language: Language) -> Iterator[Quantity]:
    patterns = _patterns(language)
    for number in places_of(_sought(language).bits(text)):
        ranks, pattern = patterns[number]
        yield from (Quantity(*found.span(), ranks) for found in pattern.finditer(text))


def others(mine: Sequence[Quantity], theirs: Sequence[Quantity]) -> tuple[Quantity, tuple[Quantity, ...]] | None:
    """A quantity that became another one, if two texts speak of as many, however they order them; and which it may be.

    Of several alike any may be the one.
    """
    if len(mine) != len(theirs):
        return None
    rows = (sorted(side, key=lambda each: each.ranks) for side in (mine, theirs))
    far = next((pair for pair in zip(*rows, strict=True) if pair[0].is_far(pair[1])), None)
    return (far[0], tuple(each for each in theirs if each.ranks == far[1].ranks)) if far else None
