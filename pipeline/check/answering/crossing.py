"""Two things of a sentence stand in each other's place.

In: two sentences that answer each other, two things that each of them says, and what else both say. Out: whether what
stands beside the one in German stands beside the other in English.

In a sentence word order proves nothing. What stands next to a thing does: words that both languages share, as far as
our small dictionary and their spelling tell, and figures.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from ...align.words import tokens
from ...facts.stance.poles import opposed
from ...frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..compared.prose import Passage

    Place = tuple[int, int]
    Anchor = tuple[Place, Place]

BARRIER = re.compile(
    r"[;:()–]|,(?! (?:d(?:ie|er|as|em|en) [^A-ZÄÖÜ]|(?:which|who|whose|that) ))|\b(?:und|and|aber|but|während|while)\b"
)
"""What parts two clauses or the members of a row."""
WORD = re.compile(r"[^\W_][\w'’-]*")
JOINED = re.compile(r"\s(?:und|oder|sowie|wie|and|or)\s(?:(?:die|der|den|das|von|the|of)\s)?")
GIVEN_UP = re.compile(
    r"\b(?:statt|anstatt|anstelle von|instead of|rather than|nicht|not)\s"
    r"(?:(?:in|on|at|by|der|die|das|den|dem|the|am|im)\s){0,2}(?:\w+\s)?$",
    re.IGNORECASE,
)
"""What stands before a thing in whose place another one is."""
AHEAD = 36
WIDTH = 40
"""Characters that a barrier counts for."""
CLOSE = 6
"""Characters between a word and a thing that it belongs to."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences that answer each other: their passages and places."""

    mine: Passage
    theirs: Passage
    there: Place
    here: Place

    @property
    def texts(self) -> tuple[str, str]:
        """The texts that the sentences stand in."""
        return self.mine.text, self.theirs.text

    def anchors(self) -> list[Anchor]:
        """Where a German word stands, and where what shares a token with it stands in English."""
        left, right = _tokens(self.mine, self.there), _tokens(self.theirs, self.here)
        return list(dict.fromkeys((left[token], right[token]) for token in left.keys() & right.keys()))


def opposites(met: Pair) -> list[Anchor]:
    """Where the poles stand that both sentences say once."""
    (first, last), (start, end) = met.there, met.here
    found = opposed(met.mine.text[first:last], met.theirs.text[start:end])
    return [anchor for each in found for anchor in (each.moved(first, start).one, each.moved(first, start).other)]


def _tokens(passage: Passage, within: Place) -> dict[str, Place]:
    """The places of the tokens that a sentence has once; digits are left to the numbers."""
    found: dict[str, Place] = {}
    count: Counter[str] = Counter()
    for word in WORD.finditer(passage.text, *within):
        for token in set(tokens(word[0], passage.article.language)):
            count[token] += 1
            found[token] = word.span()
    return {token: at for token, at in found.items() if count[token] == 1 and token[0] != "#"}


def is_crossed(texts: tuple[str, str], one: Anchor, other: Anchor, anchors: Iterable[Anchor]) -> bool:
    """Whether what stands beside each of two things in German stands beside the other in English."""
    rows = [(one[side], other[side]) for side in (0, 1)]
    if all(_are_joined(text, *row) for text, row in zip(texts, rows, strict=True)):
        return False
    given_up = [[_is_given_up(text, at) for at in row] for text, row in zip(texts, rows, strict=True)]
    if sorted(given_up) == [[False, True], [True, False]]:
        return True
    votes: Counter[tuple[int, ...]] = Counter()
    close: Counter[bool] = Counter()
    for places in anchors:
        if any(_meet(at, item) for at, row in zip(places, rows, strict=True) for item in row):
            continue
        votes[tuple(_nearest(text, at, row) for text, at, row in zip(texts, places, rows, strict=True))] += 1
        beside = [
            {n for n in (0, 1) if _distance(text, at, row[n]) <= CLOSE}
            for text, at, row in zip(texts, places, rows, strict=True)
        ]
        if all(beside) and not texts[0][places[0][0]].islower():  # a verb may belong to both
            close[bool(beside[0] & beside[1])] += 1
    crosswise = (votes[0, 1] and votes[1, 0]) or (close[False] and not close[True])
    return bool(crosswise) and not votes[0, 0] and not votes[1, 1]


def _meet(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _are_joined(text: str, one: Place, other: Place) -> bool:
    """Whether nothing but an “and” stands between two things: „Frauen und Männer“ are “men and women”."""
    start, end = min(one[1], other[1]), max(one[0], other[0])
    return JOINED.fullmatch(text, start, max(start, end)) is not None


def _is_given_up(text: str, at: Place) -> bool:
    """Whether another thing takes the place of this one: „statt 16“, “instead of 16”."""
    return bool(GIVEN_UP.search(text, max(0, at[0] - AHEAD), at[0]))


def _nearest(text: str, at: Place, row: Sequence[Place]) -> int:
    """Which of two things a word stands nearer to; -1 if that is open."""
    one, other = (_distance(text, at, place) for place in row)
    return -1 if abs(one - other) < WIDTH // 4 else int(other < one)


def _distance(text: str, one: Place, other: Place) -> int:
    """Characters between two places; what parts clauses counts for more."""
    start, end = min(one[1], other[1]), max(one[0], other[0])
    return max(0, end - start) + WIDTH * len(BARRIER.findall(text, start, max(start, end)))
