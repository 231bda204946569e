"""Which section of a translation answers which of its original.

In: the sections of both with what they say. Out: :class:`Match` for every section of either.

In this order of trust: equal explicit ids; the same role; shared content; level and place; length. First the best
chain in reading order; then what it had to cross (:mod:`.moves`).
"""

from __future__ import annotations

import math
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from ..frozen import dataclass
from ..model import Language, Role
from . import order
from .chain import chain
from .content import of_title
from .moves import claimed, moves

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model import Section
    from .content import Piece, Scale

    Table = Sequence[Sequence[float]]

ID = 20.0
"""What the same explicit id is worth: more than all else together. Ids that answer other sections forbid a pair."""
ROLE = 3.0
LEVEL = 0.4
PRIOR = 0.6
"""Without evidence two sections that could answer each other do."""
HEADING = 1.5
SAME = 4.0
"""What the same words as a heading are worth: a heading that has not been translated yet, a name."""
LIKENESS = 6.0
RELATIVE = 1.2
ENOUGH = 25.0
"""The weight of a text from which its likeness is taken at its word."""
STRANGE = ((40.0, 0.28), (25.0, 0.2), (15.0, 0.12))
"""By weight of the lighter text: the share of the usual likeness below which a pair is none. Of 1,549 real pairs
that weigh as much 1 % lie below 0.58, 0.37, 0.25; of pairs of sections of different articles 99 % below 0.3."""
USUAL, FITTING = 1.15, 0.3
"""German over English characters, and how far (logarithms) sections in the same place may stray from that."""
SINGLE_ROLES = frozenset(Role) - {Role.ANALYSIS}


@dataclass(frozen=True, slots=True)
class Match:
    """Places in the two rows of sections; None where one is missing."""

    original: int | None
    translation: int | None
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """The sections of an article and what each says."""

    sections: tuple[Section, ...]
    pieces: tuple[Piece, ...]
    language: Language


def match(original: Side, translation: Side, scale: Scale) -> tuple[Match, ...]:
    """Pair the sections of two articles, in the order of the original."""
    table = scale.table(original.pieces, translation.pieces)
    gains = _gains(original, translation, table, scale)
    links = chain(len(gains), len(translation.sections), ((1, 1),), lambda i, j, _step: gains[i][j])
    pairs = {down[0]: right[0] for down, right in links if down and right}
    strangers = set(_strangers(pairs, original, translation, table))
    pairs = {i: j for i, j in pairs.items() if (i, j) not in strangers}
    pairs |= _neighbours(pairs, original, translation)
    crossing = moves(pairs, original.sections, translation.sections, table, gains)
    straight = {i: j for i, j in pairs.items() if i not in crossing and j not in crossing.values()}
    entries = order.glossary_entries(original.sections), order.glossary_entries(translation.sections)
    return _in_order(original, translation, order.assigned(straight | crossing, entries, gains), entries)


def _strangers(pairs: dict[int, int], original: Side, translation: Side, table: Table) -> Iterator[tuple[int, int]]:
    """Pairs that stand in the same place and say nothing alike: one section is missing, and another is new."""
    usual = median(table[i][j] for i, j in pairs.items()) if pairs else 0.0
    rows, columns = [max(row, default=0.0) for row in table], [max(column) for column in zip(*table, strict=True)]
    for i, j in pairs.items():
        section, other = original.sections[i], translation.sections[j]
        weight = min(original.pieces[i].weight, translation.pieces[j].weight)
        least = next((share for enough, share in STRANGE if weight >= enough), 0.0) * usual
        best = table[i][j] >= max(rows[i], columns[j])
        if table[i][j] < least and not best and not claimed(section, other) and section.level > 1:
            yield i, j


def _neighbours(pairs: dict[int, int], original: Side, translation: Side) -> dict[int, int]:
    """Sections too light to be known by their content that stand alone between the same neighbours."""
    last = len(original.sections), len(translation.sections)
    fences = [*sorted(pairs.items()), last]
    found: dict[int, int] = {}
    for (i, j), (k, m) in pairwise(fences):
        if k - i == m - j == 2 and j < m:  # noqa: PLR2004 - one section between two pairs
            section, other = original.sections[i + 1], translation.sections[j + 1]
            light = min(original.pieces[i + 1].weight, translation.pieces[j + 1].weight) < STRANGE[-1][0]
            fits = light or _fits(original, translation, i + 1, j + 1)
            if fits and section.level == other.level and section.role == other.role:
                found[i + 1] = j + 1
    return found


def _fits(original: Side, translation: Side, i: int, j: int) -> bool:
    """Whether two sections have blocks of the same kinds and lengths, and no numbers that contradict each other."""
    section, other = original.sections[i], translation.sections[j]
    if [block.kind for block in section.blocks] != [block.kind for block in other.blocks]:
        return False
    sizes = [sum(len(block.text) for block in each.blocks) for each in (section, other)]
    there, here = (
        {token for token in side.pieces[k].text if token[0] == "#"} for side, k in ((original, i), (translation, j))
    )
    usual = USUAL if original.language is Language.DE else 1 / USUAL
    return abs(math.log((1 + sizes[0]) / (1 + sizes[1]) / usual)) < FITTING and (here == there or bool(here & there))


def _in_order(
    original: Side, translation: Side, pairs: dict[int, int], entries: tuple[frozenset[int], frozenset[int]]
) -> tuple[Match, ...]:
    """Each section once; what stands in the translation alone follows what stands before it there."""
    moved = order.moved(pairs, [piece.weight for piece in original.pieces])
    backwards = {j: i for i, j in pairs.items()}
    lonely: dict[int, list[int]] = {}
    before = -1
    for j in range(len(translation.sections)):
        if j not in backwards:
            lonely.setdefault(before, []).append(j)
        elif backwards[j] not in moved:
            before = backwards[j]
    result = [Match(None, j) for j in lonely.get(-1, ())]
    for i in range(len(original.sections)):
        sorted_alone = i in entries[0] and pairs.get(i) in entries[1]
        result.append(Match(i, pairs.get(i), i in moved and not sorted_alone))
        result.extend(Match(None, j) for j in lonely.get(i, ()))
    return tuple(result)


def _gains(original: Side, translation: Side, table: Table, scale: Scale) -> list[list[float]]:
    """What each possible pair is worth."""
    ids = _explicit(original.sections), _explicit(translation.sections)
    columns = list(zip(*table, strict=True))
    rows, downs = ([sorted(each, reverse=True)[:2] for each in side] for side in (table, columns))
    sizes = [
        [1 + sum(len(block.text) for block in each.blocks) for each in side.sections]
        for side in (original, translation)
    ]
    titles = scale.table(
        *([scale.piece(of_title(each, side.language)) for each in side.sections] for side in (original, translation))
    )
    count, others = len(original.sections), len(translation.sections)
    gains = []
    for i, section in enumerate(original.sections):
        row = []
        for j, other in enumerate(translation.sections):
            rival = (_other(rows[i], table[i][j]) + _other(downs[j], table[i][j])) / 2
            weight = min(original.pieces[i].weight, translation.pieces[j].weight)
            row.append(
                _identity(section, other, ids)
                + HEADING * titles[i][j]
                + _content(table[i][j], rival, weight)
                + _shape(section, other, sizes[0][i] / sizes[1][j], i / count - j / others)
            )
        gains.append(row)
    return gains


def _other(best: Sequence[float], likeness: float) -> float:
    """The greatest likeness but this one."""
    if best[0] != likeness:
        return best[0]
    return best[1] if len(best) > 1 else 0.0


def _content(likeness: float, rival: float, weight: float) -> float:
    confidence = min(1.0, weight / ENOUGH)
    relative = math.log((likeness + 0.02) / (rival + 0.02))
    return confidence * (LIKENESS * likeness + RELATIVE * max(-2.0, min(2.0, relative)))


def _identity(section: Section, other: Section, ids: tuple[frozenset[str], frozenset[str]]) -> float:
    if section.level == 1 or other.level == 1:
        return ID if section.level == other.level else -ID
    if section.id_is_explicit and other.id_is_explicit and section.id == other.id:
        return ID
    if (section.id_is_explicit and section.id in ids[1]) or (other.id_is_explicit and other.id in ids[0]):
        return -ID
    return _role(section, other) + (SAME if section.title == other.title else 0.0)


def _role(section: Section, other: Section) -> float:
    heads = section.level == 2 and other.level == 2  # noqa: PLR2004 - a part begins with a heading of level 2
    if section.role == other.role:
        return ROLE if heads and section.role in SINGLE_ROLES else 0.3
    return -ROLE if heads and Role.ANALYSIS not in (section.role, other.role) else -1.0


def _shape(section: Section, other: Section, length: float, distance: float) -> float:
    level = LEVEL if section.level == other.level else -LEVEL * abs(section.level - other.level)
    return PRIOR + level - min(1.0, abs(math.log(length)) / 3) - 0.5 * abs(distance)


def _explicit(sections: Sequence[Section]) -> frozenset[str]:
    return frozenset(section.id for section in sections if section.id_is_explicit)
