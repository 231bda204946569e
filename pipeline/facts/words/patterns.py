"""Patterns for words -> which of them a text need be searched for: those whose words it has.

In: regular expressions over whole words, as the tables of the vocabulary have them. Out: of each, rows of words in
small letters, one of which a text has wherever the pattern finds something; a word that ends with :data:`OPEN` goes on.
:class:`Sought` tells of a text by its words which patterns may find anything in it, of most texts none.

What stands before or behind a find is not looked at, and where a pattern leaves letters open at the beginning of a word
that word is left out, so a row may also be in texts that the pattern finds nothing in.
"""

from __future__ import annotations

import re
from functools import lru_cache, reduce
from itertools import product
from operator import or_
from pathlib import Path
from typing import TYPE_CHECKING

from ... import compiled
from .runs import Rare, small_runs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Need = tuple[int, tuple[str, ...]]
    """The number of a pattern, and the words that it needs beside the one by which it is known."""

OPEN = "*"
GAP = f"{OPEN} {OPEN}"
"""Anything, with or without a space."""
PIECE = re.compile(
    r"\(\?(?P<around><?[!=])|(?P<group>\((?:\?(?:-i)?:)?)|\[(?P<any>\^)?(?P<of>[^\]]*)\]|\\(?P<sign>.)|.", re.DOTALL
)
"""What a pattern is made of: what stands around a find, groups, sets, escapes, letters."""
COUNT = re.compile(r"[?*+]|\{\d+(?:,\d*)?\}")
WAYS = 4
"""Where more sets of words may go with one, what all have must do: „eine gute Woche“ has 600."""
SIGNS = {"w": OPEN, "b": " ", "W": " ", "s": " ", "d": GAP}
"""What classes of signs stand for."""


class Sought:
    """Some patterns, each known by the words that it needs."""

    def __init__(self, name: str, patterns: Iterable[str]) -> None:
        """``name`` is that under which what they need is kept for later runs: no other patterns have it."""
        self._known = _known(name, tuple(patterns))
        self._always = reduce(or_, (1 << number for number, _ in self._known.get("", ())), 0)
        self._needs = lru_cache(maxsize=1 << 11)(self._needs_of)
        self._rare = Rare(self._needs)

    def _needs_of(self, word: str) -> tuple[Need, ...]:
        """The patterns that may find something where a word stands, and what must stand beside it."""
        heads = (word[:size] + OPEN for size in range(1, len(word) + 1))
        return tuple(need for each in (word, *heads) for need in self._known.get(each, ()))

    def bits(self, text: str) -> int:
        """The patterns that may find anything in a text, as bits."""
        words, found = small_runs(text), self._always
        for word in self._rare(words):
            for number, others in self._needs(word):
                if not others or words.issuperset(others):
                    found |= 1 << number
        return found


def _known(name: str, patterns: Sequence[str]) -> dict[str, tuple[Need, ...]]:
    """For each word the patterns that need it, and what else each of them needs; worked out once for all runs.

    A pattern that needs no word is known by the empty one.
    """
    made_of = b"\0".join((Path(__file__).read_bytes(), *(each.encode() for each in patterns)))
    known: dict[str, tuple[Need, ...]] = compiled.made(f"sought/{name}", made_of, lambda: _worked_out(patterns))
    return known


def _worked_out(patterns: Iterable[str]) -> dict[str, tuple[Need, ...]]:
    known: dict[str, list[Need]] = {}
    for number, pattern in enumerate(patterns):
        beside: dict[str, set[frozenset[str]]] = {}
        for words in rows(pattern):
            rarest = max(words, key=len, default="")
            others = frozenset(word for word in words if word != rarest and OPEN not in word)
            beside.setdefault(rarest, set()).add(others)
        for rarest, ways in beside.items():
            known.setdefault(rarest, []).extend((number, tuple(sorted(others))) for others in _fewest(ways))
    return {word: tuple(sorted(needs)) for word, needs in known.items()}


def _fewest(ways: set[frozenset[str]]) -> Iterable[frozenset[str]]:
    """The sets of words that no smaller one makes needless; of many what all have."""
    fewest = [each for each in ways if not any(other < each for other in ways)]
    return fewest if len(fewest) <= WAYS else (frozenset.intersection(*fewest),)


def places_of(bits: int) -> Iterator[int]:
    """The places of the bits that are set, in their order."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def rows(pattern: str) -> frozenset[tuple[str, ...]]:
    """The rows of words of which a text has one, if the pattern finds anything in it."""
    found, _ = _alternatives(pattern, 0)
    return frozenset(tuple(_words(each)) for each in found)


def _words(said: str) -> Iterator[str]:
    """The words of which the beginning is known."""
    for word in said.split():
        head, mark, _ = word.partition(OPEN)
        if head:
            yield head + mark


def _alternatives(pattern: str, at: int) -> tuple[list[str], int]:
    """What the alternatives from a place on may say, and where they end."""
    found: list[str] = []
    said: list[Sequence[str]] = []
    while pattern[at : at + 1] != ")" and (piece := PIECE.match(pattern, at)):
        if piece[0] == "|":
            found += map("".join, product(*said))
            said, at = [], piece.end()
            continue
        each, at = _said(piece)
        count = COUNT.match(pattern, at)
        if count:
            each, at = _counted(each, count), count.end()
        said.append(each)
    return [*found, *map("".join, product(*said))], at


def _said(piece: re.Match[str]) -> tuple[Sequence[str], int]:
    """What a piece of a pattern may say, and where it ends."""
    if piece["around"] or piece["group"]:
        inner, end = _alternatives(piece.string, piece.end())
        return [""] if piece["around"] else inner, end + 1
    if piece["sign"]:
        return [SIGNS.get(piece["sign"], " ")], piece.end()
    if piece["of"]:
        is_open = piece["any"] or "-" in piece["of"][1:-1] or "\\" in piece["of"]
        return [GAP] if is_open else [*map(_letter, piece["of"])], piece.end()
    return [GAP if piece[0] == "." else _letter(piece[0])], piece.end()


def _letter(sign: str) -> str:
    return sign.lower() if sign.isalpha() else " "


def _counted(piece: Sequence[str], count: re.Match[str]) -> Sequence[str]:
    """A piece that may be said more or less often than once."""
    if count[0] == "?":
        return ["", *piece]
    return [OPEN] if all(each == OPEN for each in piece) else [GAP]
