"""Which block of a section answers which of its counterpart.

In: the blocks of two sections with what they say. Out: :class:`~pipeline.model.BlockPair` for every block of either,
in reading order. One paragraph may answer two, and two one: splitting and joining is legal.
"""

from __future__ import annotations

import math
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from ..model import BlockKind, BlockPair
from . import split
from .chain import chain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..model import Block, Language
    from .chain import Step
    from .content import Piece, Scale, Text

STEPS: tuple[Step, ...] = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1))
PRIOR = 0.8
"""Without evidence two blocks of the same kind answer each other."""
SHAPED = frozenset(BlockKind) - {BlockKind.PARAGRAPH, BlockKind.QUOTE}
"""Kinds of blocks that are known by their kind: a table that lost a column is still the table."""
OTHER_KIND = -1.2
LIKENESS = 5.0
LENGTH = 0.5
SPREAD = 0.12
"""How much the lengths of long paragraphs stray from the usual; short ones stray more."""
WORST = 4.0
ANSWERED = 0.5
"""What each block of a pair is worth, as it stands alone otherwise. Set on 208 real pairs: of 120 paragraphs that were
joined none is torn apart, and of 120 that were removed as many are missed as without."""
JOINED = 0.6
"""What a split or a joined paragraph must make up for by its content and length."""
MIXED = -0.7
"""The same where they are of different kinds: a sentence that became a list."""
USUAL = math.log(1.15)
"""German over English characters of a block, the median of 964 real pairs."""
PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST, BlockKind.DEFINITIONS})


def match(
    original: Sequence[Block],
    translation: Sequence[Block],
    texts: tuple[Sequence[Text], Sequence[Text]],
    scale: Scale,
    languages: tuple[Language, Language],
) -> tuple[BlockPair, ...]:
    """Pair the blocks of two sections that answer each other."""
    if not original or not translation:
        return alone(original, translation)
    if len(original) == len(translation) == 1 and original[0].kind == translation[0].kind:
        return (BlockPair(tuple(original), tuple(translation)),)
    gain = _gain(original, translation, texts, scale, languages)
    links = chain(len(original), len(translation), STEPS, gain, narrow=True)
    return split.rejoined(
        _closed(
            [BlockPair(tuple(original[i] for i in down), tuple(translation[j] for j in right)) for down, right in links]
        ),
        languages,
    )


def _closed(pairs: Sequence[BlockPair]) -> tuple[BlockPair, ...]:
    """The pairs, where as many blocks of prose stand alone on both sides of one place paired in their order.

    They are so different that they gained nothing, but there is nothing else that they could answer.
    """
    closed: list[BlockPair] = []
    for alone_here, group in groupby(pairs, key=lambda pair: not (pair.original and pair.translation)):
        run = list(group)
        here, there = ([block for pair in run for block in getattr(pair, side)] for side in ("original", "translation"))
        if alone_here and len(here) == len(there) and all(block.kind in PROSE for block in (*here, *there)):
            run = [BlockPair((block,), (other,)) for block, other in zip(here, there, strict=True)]
        closed.extend(run)
    return tuple(closed)


def _gain(
    original: Sequence[Block],
    translation: Sequence[Block],
    texts: tuple[Sequence[Text], Sequence[Text]],
    scale: Scale,
    languages: tuple[Language, Language],
) -> Callable[[int, int, Step], float]:
    """What a step is worth: by kind, content and length."""
    left, right = ([scale.piece(text) for text in side] for side in texts)

    @cache
    def likeness(i: int, j: int) -> float:
        """Of the few pairs that are asked for: a section of 2,000 blocks has four millions."""
        return scale.likeness(left[i], right[j])

    sizes, others = ([len(block.text) for block in side] for side in (original, translation))

    @cache
    def several(side: int, start: int, count: int) -> tuple[Piece, frozenset[BlockKind], int]:
        """Blocks in a row as one, with their kinds and length: asked for once for each that they may answer."""
        row = (original, translation)[side][start : start + count]
        text = texts[side][start].union(*texts[side][start + 1 : start + count])
        return scale.piece(text), frozenset(block.kind for block in row), sum(len(block.text) for block in row)

    def gain(i: int, j: int, step: Step) -> float:
        if step == (1, 1):
            kinds, like = _kinds(original[i].kind, translation[j].kind), likeness(i, j)
            length = 0.0 if original[i].kind in SHAPED and kinds == PRIOR else length_gain(sizes[i], others[j])
            return kinds + LIKENESS * like + length + 2 * ANSWERED
        (here, of_here, long), (there, of_there, wide) = several(0, i, step[0]), several(1, j, step[1])
        joined = of_here | of_there
        if not joined <= PROSE:
            return -math.inf
        ways = [[likeness(k, m) for m in range(j, j + step[1])] for k in range(i, i + step[0])]
        if not all(map(all, ways)):
            rows = original[i : i + step[0]], translation[j : j + step[1]]
            silent = [not any(row) for row in (*ways, *zip(*ways, strict=True))]
            if any(silent) and split.is_whole_without(rows, silent, languages):
                return -math.inf
        kinds = JOINED + MIXED * (len(joined) - 1) + ANSWERED * sum(step)
        return kinds + LIKENESS * scale.likeness(here, there) + length_gain(long, wide)

    return gain


def alone(original: Sequence[Block], translation: Sequence[Block]) -> tuple[BlockPair, ...]:
    """Every block beside a gap."""
    return (
        *(BlockPair((block,), ()) for block in original),
        *(BlockPair((), (block,)) for block in translation),
    )


def _kinds(here: BlockKind, there: BlockKind) -> float:
    if here is there:
        return PRIOR
    return OTHER_KIND if here in PROSE and there in PROSE else 2 * OTHER_KIND


def length_gain(here: int, there: int) -> float:
    """How well the lengths fit: less than nothing, the worse the longer the texts are."""
    wide = SPREAD + 2 / math.sqrt(10 + (here + there) / 2)
    stray = (math.log((10 + here) / (10 + there)) - USUAL) / wide
    return -LENGTH * min(stray * stray / 2, WORST)
