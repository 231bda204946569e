"""Text -> where it says the opposite of another: rose for fell, before for after, must for may.

In: a German sentence and the English one that answers it. Out: :class:`Turn` values, a German word and the English of
its opposite.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from .runs import Rare, alternatives, beginning, small_runs
from .table import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

CLAUSE = re.compile(r"[,;:–—()]|\b(?:und|aber|sondern|doch|and|but|while|whereas)\b")
DENIAL = re.compile(
    r"(?<![\w-])(?:nicht|nichts|nie|niemals|niemand\w*|kein\w*|ohne|weder|kaum|keineswegs|keinesfalls"
    r"|not|never|no(?! (?:later|earlier|sooner|more|less|fewer|longer|\w+er) than)|none|nobody|nothing|neither|nor"
    r"|without|cannot|\w+n['’]t|hardly|barely|scarcely|fail\w*|unable)(?![\w-])",
    re.IGNORECASE,
)

BEFORE = re.compile(r"^(?:\(\?(?:<[!=][^)]*|-i:)\)?)+")
"""What a pattern says of the text before a word, or of its capitals."""
NEAR_GERMAN, NEAR_ENGLISH = 55, 40
"""Characters around a word in which another may excuse it."""


class Pole:
    """One direction of a pair: what German calls one pole, and what English calls the other."""

    def __init__(self, row: Mapping[str, list[str]], way: int) -> None:
        other = 1 - way
        self.mean = row["mean"][way]
        self.is_free = bool(row.get("free"))
        self.german, self.false = row["de"][way], row["en"][other]
        self._true, self._nearly = row["en"][way], row["also_en"][way]
        self._other, self._also = row["de"][other], row["also_de"][other]

    @property
    def here(self) -> re.Pattern[str]:
        """The German of this pole."""
        return _words(self.german)

    @property
    def wrong(self) -> re.Pattern[str]:
        """The English of the other."""
        return _words(self.false)

    @property
    def right(self) -> re.Pattern[str]:
        """English of this pole."""
        return _words(self._true)

    @property
    def nearly(self) -> re.Pattern[str]:
        """English that may answer this pole."""
        return _words(self._nearly)

    @property
    def other(self) -> re.Pattern[str]:
        """The German of the other."""
        return _words(self._other)

    @property
    def excuse(self) -> re.Pattern[str]:
        """German that the English of the other may answer."""
        return _words(self._also)


@dataclass(frozen=True, slots=True)
class Turn:
    """A German word and the English of its opposite, each with its place in its text; ``mean`` is what it means."""

    there: tuple[int, int]
    here: tuple[int, int]
    mean: str


@lru_cache(maxsize=1 << 10)
def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w*:-])(?:{pattern})(?![\w-])", re.IGNORECASE)


@cache
def poles() -> tuple[Pole, ...]:
    """The table, in both directions where both turn the meaning."""
    rows = [row for row in table("poles")["pair"] if not row.get("apart")]
    return tuple(Pole(row, way) for row in rows for way in ((0,) if row.get("turns") else (0, 1)))


def _begins(pattern: str) -> Iterator[str]:
    """The letters that each alternative begins with, also inside of brackets, behind what may not stand before it."""
    for each in alternatives(pattern):
        said = BEFORE.sub("", each)
        if not said.startswith("(?:"):
            yield beginning(said)
            continue
        inner = _bracket(said)
        rest = said[len(inner) + 4 :]
        yield from (head for one in alternatives(inner) for head in _begins(one + rest.removeprefix("?")))
        if rest.startswith("?"):
            yield from _begins(rest[1:])


def _bracket(pattern: str) -> str:
    """What stands in the bracket that a pattern begins with."""
    depth = 0
    for found in re.finditer(r"\\.|[()]", pattern):
        depth += {"(": 1, ")": -1}.get(found[0], 0)
        if not depth:
            return pattern[3 : found.start()]
    return pattern[3:]


@cache
def _heads(side: str) -> dict[str, tuple[int, ...]]:
    """The beginnings of words by which each pole is known on one side."""
    found: dict[str, list[int]] = {}
    for number, pole in enumerate(poles()):
        for head in _begins(pole.german if side == "de" else pole.false):
            found.setdefault(head, []).append(number)
    return {head: tuple(numbers) for head, numbers in found.items()}


@lru_cache(maxsize=1 << 12)
def _of_word(word: str, side: str) -> tuple[int, ...]:
    known = _heads(side)
    return tuple(chain.from_iterable(known.get(word[:size], ()) for size in range(len(word) + 1)))


@cache
def _rare(side: str) -> Rare:
    return Rare(lambda word: _of_word(word, side))


def met(german: str, english: str) -> tuple[int, ...]:
    """The poles of which a text may have the German and its answer the English of the opposite; a few of all."""
    here, there = (
        {n for word in _rare(side)(small_runs(text)) for n in _of_word(word, side)}
        for side, text in (("en", english), ("de", german))
    )
    return tuple(sorted(here & there))


def turns(german: str, english: str, among: tuple[int, ...]) -> Iterator[Turn]:
    """Where an English sentence says the opposite of the German one."""
    for number in among:
        pole = poles()[number]
        wrong = list(pole.wrong.finditer(english))
        found = pole.here.search(german) if wrong else None
        if not found or pole.right.search(english):
            continue
        if _has_beside(pole.nearly, (english, wrong[0].span(), NEAR_ENGLISH), wrong):
            continue
        others = [each for each in pole.other.finditer(german) if not _meet(each, found)]
        if len(wrong) <= len(others) or _has_beside(pole.excuse, (german, found.span(), NEAR_GERMAN), [found, *others]):
            continue
        if pole.is_free or _is_alike((german, found), (english, wrong[0])):
            yield Turn(found.span(), wrong[0].span(), pole.mean)


@dataclass(frozen=True, slots=True)
class Opposed:
    """Two poles that a German sentence and the English one both say once: the places of each in both."""

    one: tuple[tuple[int, int], tuple[int, int]]
    other: tuple[tuple[int, int], tuple[int, int]]

    def moved(self, there: int, here: int) -> Opposed:
        """The same in longer texts, in which the sentences begin at these places."""
        (a, b), (c, d) = self.one, self.other
        return Opposed((_on(a, there), _on(b, here)), (_on(c, there), _on(d, here)))


def _on(at: tuple[int, int], by: int) -> tuple[int, int]:
    return at[0] + by, at[1] + by


@cache
def _rows() -> tuple[tuple[Pole, Pole], ...]:
    return tuple((Pole(row, 0), Pole(row, 1)) for row in table("poles")["pair"] if not row.get("turns"))


@cache
def _row_heads(side: str) -> tuple[dict[str, tuple[int, ...]], ...]:
    """The beginnings of words of the first and of the second poles."""
    made: list[dict[str, list[int]]] = [{}, {}]
    for number, row in enumerate(_rows()):
        for way, pole in enumerate(row):
            for head in _begins(pole.german if side == "de" else row[1 - way].false):
                made[way].setdefault(head, []).append(number)
    return tuple({head: tuple(numbers) for head, numbers in each.items()} for each in made)


@lru_cache(maxsize=1 << 12)
def _poles_of(word: str, side: str) -> tuple[frozenset[int], frozenset[int]]:
    heads = [word[:size] for size in range(len(word) + 1)]
    one, other = (frozenset(n for head in heads for n in known.get(head, ())) for known in _row_heads(side))
    return one, other


@cache
def _telling(side: str) -> Rare:
    return Rare(lambda word: any(_poles_of(word, side)))


def both_poles(german: str, english: str) -> frozenset[int]:
    """The pairs of which two texts may have both poles; none of most texts."""
    found: frozenset[int] | None = None
    for side, text in (("en", english), ("de", german)):
        words = [_poles_of(word, side) for word in _telling(side)(small_runs(text))]
        here = frozenset().union(*(one for one, _ in words)) & frozenset().union(*(other for _, other in words))
        found = here if found is None else found & here
        if not found:
            break
    return found or frozenset()


def opposed(german: str, english: str) -> Iterator[Opposed]:
    """The pairs of which both sentences say each pole once."""
    for number in sorted(both_poles(german, english)):
        one, other = _rows()[number]
        places = [
            [found.span() for found in pattern.finditer(text)]
            for text, patterns in ((german, (one.here, other.here)), (english, (one.right, other.right)))
            for pattern in patterns
        ]
        if all(len(each) == 1 for each in places):
            yield Opposed((places[0][0], places[2][0]), (places[1][0], places[3][0]))


def _has_beside(pattern: re.Pattern[str], near: tuple[str, tuple[int, int], int], known: list[re.Match[str]]) -> bool:
    """Whether a pattern finds anything not far from a place but what is known already."""
    text, (start, end), far = near
    found = pattern.finditer(text, max(0, start - far), end + far)
    return any(not any(_meet(each, other) for other in known) for each in found)


def _meet(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() < other.end() and other.start() < one.end()


def _is_alike(one: tuple[str, re.Match[str]], other: tuple[str, re.Match[str]]) -> bool:
    """Whether two sentences deny as often, or the clauses of two words are denied or not alike."""
    counts = [sum(1 for _ in DENIAL.finditer(text)) for text, _ in (one, other)]
    return counts[0] == counts[1] or _denied(*one) == _denied(*other)


def _denied(text: str, found: re.Match[str]) -> bool:
    """Whether the clause of a word is denied."""
    starts = [mark.end() for mark in CLAUSE.finditer(text, 0, found.start())]
    behind = CLAUSE.search(text, found.end())
    clause = text[starts[-1] if starts else 0 : behind.start() if behind else len(text)]
    return bool(DENIAL.search(clause))
