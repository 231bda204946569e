"""Paragraphs that were split or joined, and share no word by which that shows.

In: the pairs of blocks of two sections. Out: the pairs, where a paragraph that stands alone beside a pair is a part of
it: the pair lacks as many sentences as the paragraph has, and is the longer without it by its length.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from ..facts.sentences import sentences
from ..model import BlockKind, BlockPair, Language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model import Block

    Languages = tuple[Language, Language]

TEXT = frozenset((BlockKind.PARAGRAPH, BlockKind.QUOTE))
USUAL = math.log(1.15)
"""German over English characters of a block, the median of 964 real pairs."""
BETTER = 0.08
"""By how much the lengths must fit better with the paragraph than without it (logarithms of their ratio)."""
MUCH_BETTER = 0.2
"""The same where the paragraph has a sentence more than the pair lacks."""
FITTING = 0.35
"""How far the lengths may then be from the usual ratio."""
MOST = 3
"""Paragraphs that one may become."""


def rejoined(pairs: Sequence[BlockPair], languages: Languages) -> tuple[BlockPair, ...]:
    """The pairs, with what was split off them."""
    result = list(pairs)
    place = 0
    while place < len(result):
        if not _is_alone(result[place]):
            place += 1
            continue
        near = [at for at in (place - 1, place + 1) if 0 <= at < len(result)]
        gains = {at: _gain(result[at], _with(result[at], result[place], behind=at < place), languages) for at in near}
        best = max(gains, key=lambda at: gains[at], default=place)
        if gains.get(best, 0.0) > BETTER:
            first = min(best, place)
            result[first : first + 2] = [_with(result[best], result[place], behind=best < place)]
            place = first
        else:
            place += 1
    return tuple(result)


def is_whole_without(
    rows: tuple[Sequence[Block], Sequence[Block]], silent: Sequence[bool], languages: Languages
) -> bool:
    """Whether blocks have as many sentences as what they would answer, but for one that shares no word with it."""
    counts = [[_sentences((block,), language) for block in row] for row, language in zip(rows, languages, strict=True)]
    each = [*counts[0], *(-count for count in counts[1])]
    several = [len(row) > 1 for row in rows for _ in row]
    surplus = sum(each)
    return any(surplus == count for place, count in enumerate(each) if silent[place] and several[place])


def _is_alone(pair: BlockPair) -> bool:
    return not (pair.original and pair.translation) and all(
        block.kind in TEXT for block in (*pair.original, *pair.translation)
    )


def _with(pair: BlockPair, lone: BlockPair, *, behind: bool) -> BlockPair:
    """A pair with a paragraph before or behind it."""
    first, last = (pair, lone) if behind else (lone, pair)
    return BlockPair((*first.original, *last.original), (*first.translation, *last.translation))


def _gain(pair: BlockPair, whole: BlockPair, languages: Languages) -> float:
    """How much better the lengths fit together, if the paragraph can be a part of the pair; else nothing.

    Where the pair lacks all the sentences that the paragraph has, lengths that fit are enough.
    """
    blocks = (*whole.original, *whole.translation)
    if not (pair.original and pair.translation) or any(block.kind not in TEXT for block in blocks):
        return 0.0
    if min(len(whole.original), len(whole.translation)) > 1 or len(blocks) > MOST + 1:
        return 0.0
    counts = [
        _sentences(side, language)
        for side, language in zip((whole.original, whole.translation), languages, strict=True)
    ]
    more = counts[0] - counts[1] if len(whole.original) > 1 else counts[1] - counts[0]
    after = _stray(whole, languages)
    if more > 1 or after > FITTING:
        return 0.0
    better = _stray(pair, languages) - after
    if more > 0:
        return better if better > MUCH_BETTER else 0.0
    return max(better, FITTING - after)


def _stray(pair: BlockPair, languages: Languages) -> float:
    """How far the ratio of the lengths is from the usual one."""
    here, there = (sum(len(block.text) for block in side) for side in (pair.original, pair.translation))
    usual = USUAL if languages[0] is Language.DE else -USUAL
    return abs(math.log((1 + here) / (1 + there)) - usual)


def _sentences(blocks: Sequence[Block], language: Language) -> int:
    return sum(len(sentences(block.text, language)) for block in blocks)
