"""What two clauses of a sentence say of two things is said the other way round.

In: two sentences with the answers of their words. Out: two nouns of the original, the first of their clauses, that have
changed places in the translation, or of which each is said what the original says of the other.

Only sentences that a semicolon, a dash or „während“ and “while” cut into as many clauses. What all changes places is
a sentence in another order; the rest must stay.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from ...vocabulary.terms import noun

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..anchored import Met

    Pair = tuple[int, int]

GERMAN = re.compile(r";\s|\s[–—]\s|,?\s(?:während|aber|doch|hingegen|wohingegen)\s|,\s(?=(?:der|die|das) [A-ZÄÖÜ])")
ENGLISH = re.compile(r";\s|\s[–—]\s|,?\s(?:while|whereas|but)\s|,\s(?:and )?(?=the )")


def exchanged_clauses(met: Met, german: str, said: str) -> Iterator[Pair]:
    """Two German nouns that stand in each other's clause, or in their own with what is said of the other."""
    if not GERMAN.search(german):
        return
    left, right = _ends(german, GERMAN), _ends(said, ENGLISH)
    if len(left) != len(right) or len(left) < 2:  # noqa: PLR2004 - one clause has nothing to change with
        return
    homes = {
        number: (_clause(left, met.left[number].start), _clause(right, met.right[place[0]].start))
        for number, place in met.answers.items()
    }
    for one, other in pairwise(range(len(left))):
        yield from _in_two(met, homes, one, other)


def _ends(text: str, pattern: re.Pattern[str]) -> list[int]:
    return [*(found.end() for found in pattern.finditer(text)), len(text) + 1]


def _clause(ends: Sequence[int], at: int) -> int:
    return next(number for number, end in enumerate(ends) if at < end)


def _in_two(met: Met, homes: dict[int, Pair], one: int, other: int) -> Iterator[Pair]:
    """The nouns that begin two clauses, if they have changed places, or all but them have."""
    first, second = (_first(met, homes, 0, clause) for clause in (one, other))
    if min(first, second) < 0 or _is_one(met.left[first].text, met.left[second].text):
        return
    heads = {*_named(met, first), *_named(met, second)}
    rest = [home for number, home in homes.items() if number not in heads]
    nouns = [number for number in homes.keys() & met.nouns - heads if homes[number] in ((one, one), (other, other))]
    ways = homes[first], homes[second]
    if ways == ((one, other), (other, one)):
        if nouns and [_first(met, homes, 1, clause) for clause in (one, other)] == [second, first]:
            yield first, second
    elif ways == ((one, one), (other, other)) and not nouns and {(one, other), (other, one)} <= set(rest):
        yield first, second


def _is_one(one: str, other: str) -> bool:
    """Whether two words are forms of one: Pool, Pools."""
    return one.startswith(other) or other.startswith(one) or noun(one) == noun(other) != ""


def _named(met: Met, number: int) -> Iterator[int]:
    """A noun and the nouns right behind it: Amtsgericht Leipzig."""
    yield number
    while number + 1 in met.nouns and not met.left[number + 1].before:
        number += 1
        yield number


def _first(met: Met, homes: dict[int, Pair], side: int, clause: int) -> int:
    """The noun that begins a clause, in the original or in the translation; -1 if there is none."""
    found = [number for number in met.nouns if number in homes and homes[number][side] == clause]
    return min(found, key=lambda number: met.answers[number][0] if side else number, default=-1)
