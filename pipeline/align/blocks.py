"""Which block of a section answers which of its counterpart.

In: the blocks of two sections with what they say. Out: :class:`~pipeline.model.BlockPair` for every block of either,
in reading order. One paragraph may answer two, and two one: splitting and joining is legal.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from ..model import BlockKind, BlockPair
from . import content
from .chain import chain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model import Block
    from .chain import Step
    from .content import Text

STEPS: tuple[Step, ...] = ((1, 1), (1, 2), (2, 1))
PRIOR = 0.8
"""Without evidence two blocks of the same kind answer each other."""
OTHER_KIND = -1.2
LIKENESS = 5.0
LENGTH = 1.1
JOINED = -0.6
"""What a split or a joined paragraph must make up for by its content and length."""
USUAL = math.log(1.15)
"""German over English characters of a block, the median of 964 real pairs."""
JOINABLE = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE})
PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST, BlockKind.DEFINITIONS})


def match(
    original: Sequence[Block], translation: Sequence[Block], texts: tuple[Sequence[Text], Sequence[Text]]
) -> tuple[BlockPair, ...]:
    """Pair the blocks of two sections that answer each other."""
    if not original or not translation:
        return alone(original, translation)
    if len(original) == len(translation) == 1 and original[0].kind == translation[0].kind:
        return (BlockPair(tuple(original), tuple(translation)),)
    likeness = content.compare(*texts).likeness

    def gain(i: int, j: int, step: Step) -> float:
        here, there = original[i : i + step[0]], translation[j : j + step[1]]
        like = sum(likeness[a][b] for a in range(i, i + step[0]) for b in range(j, j + step[1]))
        return _kinds(here, there) + LIKENESS * like / max(step) + _length(here, there)

    links = chain(len(original), len(translation), STEPS, gain)
    return tuple(
        BlockPair(tuple(original[i] for i in down), tuple(translation[j] for j in right)) for down, right in links
    )


def alone(original: Sequence[Block], translation: Sequence[Block]) -> tuple[BlockPair, ...]:
    """Every block beside a gap."""
    return (
        *(BlockPair((block,), ()) for block in original),
        *(BlockPair((), (block,)) for block in translation),
    )


def _kinds(here: Sequence[Block], there: Sequence[Block]) -> float:
    kinds = {block.kind for block in (*here, *there)}
    if len(here) + len(there) > 2:  # noqa: PLR2004 - more than one of each
        return JOINED if kinds <= JOINABLE else -math.inf
    if len(kinds) == 1:
        return PRIOR
    return OTHER_KIND if kinds <= PROSE else 2 * OTHER_KIND


def _length(here: Sequence[Block], there: Sequence[Block]) -> float:
    left, right = (20 + sum(len(block.text) for block in side) for side in (here, there))
    return -LENGTH * abs(math.log(left / right) - USUAL)
