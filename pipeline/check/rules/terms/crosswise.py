"""Names in each other's places inside of a block: between sentences, between clauses, and between whence and whither.

In: two passages that answer each other, and where they have the names that both know. Out: pairs of names that changed
places, each with its place in both.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from ....align.content import of_text
from ....frozen import dataclass
from ....model import Language
from ...answering.lines import answering
from ...rule import Remark, remark

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from ...compared.prose import Passage

    Place = tuple[int, int]

CLAUSE = {
    Language.DE: re.compile(r"[;,:] |\s[–—] | (?:und|während|aber|doch) "),
    Language.EN: re.compile(r"[;,:] |\s[–—] | (?:and|while|whereas|but) "),
}
MOST = 8
"""Clauses of a sentence, or sentences of a block, that are compared with each other."""
FROM = re.compile(r"\b(?:aus|von|from)(?: der| dem| the)? $")
TO = re.compile(r"\b(?:nach|in die|in den|zur|zum|to|into|for)(?: the)? $")
BEFORE = 14
"""Characters before a name in which such a word stands."""


@dataclass(frozen=True, slots=True)
class Said:
    """A name in a text: what it names, its kind, its place."""

    key: Hashable
    kind: str
    start: int
    end: int


def exchanged(
    mine: Passage, theirs: Passage, there: Sequence[Said], here: Sequence[Said], kind: str = ""
) -> Iterator[Remark]:
    """Remarks on names in each other's places, of one kind if it is given."""
    for new, old, other in crosswise(mine, theirs, there, here):
        if kind and new.kind != kind:
            continue
        yield remark(
            theirs.span(new.start, new.end),
            "“{one}” and “{other}” have changed places",
            related=mine.span(old.start, old.end),
            one=mine.text[old.start : old.end],
            other=mine.text[other.start : other.end],
        )


def crosswise(
    mine: Passage, theirs: Passage, there: Sequence[Said], here: Sequence[Said]
) -> Iterator[tuple[Said, Said, Said]]:
    """Of two names in each other's places the one of the translation, the original's there, and the other one."""
    shared = {each.key for each in there} & {each.key for each in here}
    if len(shared) < 2:  # noqa: PLR2004 - two names that change places
        return
    left, right = ([each for each in side if each.key in shared] for side in (there, here))
    found = _turned(mine, theirs, left, right)
    if found:
        yield found
        return
    pairs = answering(mine, theirs)
    several = (pair for pair in pairs if _has_several(left, pair[0]) and _has_several(right, pair[1]))
    for row in (pairs, *(_clauses(mine, theirs, *pair) for pair in several)):
        if 1 < len(row) <= MOST:
            yield from _in_row(mine, theirs, row, (left, right))


def _has_several(names: Sequence[Said], place: Place) -> bool:
    """Whether a piece of a text has two names that could change places."""
    return len({each.key for each in names if place[0] <= each.start < place[1]}) > 1


def _turned(
    mine: Passage, theirs: Passage, left: Sequence[Said], right: Sequence[Said]
) -> tuple[Said, Said, Said] | None:
    """From A to B, where the original says from B to A."""
    ways = [_ways(mine.text, left), _ways(theirs.text, right)]
    for whence, whither in combinations(ways[0], 2):
        pair = sorted((whence, whither), key=lambda each: ways[0][each][1])
        if {ways[0][each][1] for each in pair} != {"from", "to"} or not all(each in ways[1] for each in pair):
            continue
        if [ways[1][each][1] for each in pair] == ["to", "from"]:
            return ways[1][pair[1]][0], ways[0][pair[0]][0], ways[0][pair[1]][0]
    return None


def _ways(text: str, names: Sequence[Said]) -> dict[Hashable, tuple[Said, str]]:
    found: dict[Hashable, tuple[Said, str]] = {}
    for each in names:
        before = text[max(0, each.start - BEFORE) : each.start]
        way = "from" if FROM.search(before) else "to" if TO.search(before) else ""
        if way:
            found.setdefault(each.key, (each, way))
    return found


def _clauses(mine: Passage, theirs: Passage, there: Place, here: Place) -> list[tuple[Place, Place]]:
    """The clauses of two sentences, if there are as many."""
    rows = [_cut(passage.text, place, passage.article.language) for passage, place in ((mine, there), (theirs, here))]
    return list(zip(*rows, strict=True)) if len(rows[0]) == len(rows[1]) else []


def _cut(text: str, place: Place, language: Language) -> list[Place]:
    start, end = place
    ends = [found.end() for found in CLAUSE[language].finditer(text, start, end)]
    return list(zip((start, *ends), (*ends, end), strict=True))


def _in_row(
    mine: Passage,
    theirs: Passage,
    row: Sequence[tuple[Place, Place]],
    names: tuple[Sequence[Said], Sequence[Said]],
) -> Iterator[tuple[Said, Said, Said]]:
    held = [
        ([each for each in names[0] if a <= each.start < b], [each for each in names[1] if c <= each.start < d])
        for (a, b), (c, d) in row
    ]
    odd = [each for each in enumerate(held) if _only(*each[1]) and _only(*each[1][::-1])]
    for (i, one), (j, other) in combinations(odd, 2):
        ahead = _moved(one[0], other[0], one[1], other[1])
        back = _moved(other[0], one[0], other[1], one[1])
        if len(ahead) != 1 or len(back) != 1:
            continue  # what all changes places is a sentence in another order
        (first, _), (second, here) = ahead[0], back[0]
        if first.kind == second.kind and _is_straight(mine, theirs, (row[i], row[j]), names):
            yield here, first, second


def _moved(
    one: Sequence[Said], other: Sequence[Said], here: Sequence[Said], there: Sequence[Said]
) -> list[tuple[Said, Said]]:
    """The names that one piece of the original has alone, and the other piece of the translation."""
    gone = {each.key: each for each in _only(there, here)}
    return [(each, gone[each.key]) for each in _only(one, other) if each.key in gone]


def _only(side: Sequence[Said], other: Sequence[Said]) -> list[Said]:
    keys = {each.key for each in other}
    return [each for each in side if each.key not in keys]


def _is_straight(
    mine: Passage,
    theirs: Passage,
    pairs: tuple[tuple[Place, Place], tuple[Place, Place]],
    names: tuple[Sequence[Said], Sequence[Said]],
) -> bool:
    """Whether two pieces answer their own counterparts rather than each other's, the names left out."""
    left = [of_text(_without(mine.text, names[0], there), mine.article.language) for there, _ in pairs]
    right = [of_text(_without(theirs.text, names[1], here), theirs.article.language) for _, here in pairs]
    straight = len(left[0] & right[0]) + len(left[1] & right[1])
    return straight > len(left[0] & right[1]) + len(left[1] & right[0])


def _without(text: str, names: Sequence[Said], place: Place) -> str:
    for each in names:
        text = text[: each.start] + " " * (each.end - each.start) + text[each.end :]
    return text[slice(*place)]
