"""Text -> where it says the opposite of another: rose for fell, before for after, must for may.

In: a German sentence and the English one that answers it. Out: :class:`Turn` values, a German word and the English of
its opposite.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ...expressions import lasting
from ...frozen import dataclass
from ...held import held
from ..table import table
from ..words.patterns import Sought, places_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

CLAUSE = re.compile(r"[,;:–—()]|\b(?:und|aber|sondern|doch|and|but|while|whereas)\b")
PARTED = re.compile(r"[;:?!](?=\s)|\s[–—]\s|(?<=[a-zäöüß])\.(?=\s[A-ZÄÖÜ])")
"""What parts statements: nothing behind it excuses what stands before."""
DENIAL = re.compile(
    r"(?<![\w-])(?:nicht|nichts|nie|niemals|niemand\w*|kein\w*|ohne|weder|kaum|keineswegs|keinesfalls"
    r"|not|never|no(?! (?:later|earlier|sooner|more|less|fewer|longer|\w+er) than)|none|nobody|nothing|neither|nor"
    r"|without|cannot|\w+n['’]t|hardly|barely|scarcely|fail\w*|unable)(?![\w-])",
    re.IGNORECASE,
)

LESSENED = re.compile(r"\b(?:less|least) (?:\w+ly )?$", re.IGNORECASE)
"""Before a quality that makes it its opposite: “less complicated”."""
NEEDS = "kept", "counted", "within"
NEAR_GERMAN, NEAR_ENGLISH = 55, 40
"""Characters around a word in which another may excuse it."""


class Pole:
    """One direction of a pair: what German calls one pole, and what English calls the other."""

    def __init__(self, row: Mapping[str, list[str]], way: int) -> None:
        other = 1 - way
        self.mean = row["mean"][way]
        self.is_free = bool(row.get("free"))
        self.is_far = bool(row.get("far"))
        self.excuses_both = bool(row.get("both"))
        self.needs = next((need for need in NEEDS if row.get(need)), "")
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
    """A German word and the English of its opposite, each with its place in its text; ``mean`` is what it means.

    ``needs`` is what must be the same in both languages: what depends on a condition is ``kept``, who is ``counted``,
    what stands ``within`` the clause.
    """

    there: tuple[int, int]
    here: tuple[int, int]
    mean: str
    needs: str = ""


@lru_cache(maxsize=1 << 10)
def _words(pattern: str) -> re.Pattern[str]:
    return lasting(rf"(?<![\w*:-])(?:{pattern})(?![\w-])", re.IGNORECASE)


@cache
def poles() -> tuple[tuple[Pole, Pole], ...]:
    """The table: the two poles of each row."""
    return tuple((Pole(row, 0), Pole(row, 1)) for row in table("poles")["pair"])


@cache
def _sought(side: str) -> Sought:
    """What each pole is called on one side: two patterns for each row of the table."""
    return Sought(f"poles-{side}", (pattern for row in table("poles")["pair"] for pattern in row[side]))


@held
def _said(text: str, side: str) -> int:
    """The poles that a text may say, as bits: two for each row of the table."""
    return _sought(side).bits(text)


@cache
def _bits(name: str) -> int:
    """The rows of the table of which something is said, as the bits of their first poles."""
    return sum(1 << 2 * number for number, row in enumerate(table("poles")["pair"]) if row.get(name))


@cache
def _first() -> int:
    """The first pole of each row."""
    return sum(1 << 2 * number for number, _ in enumerate(poles()))


def met(german: str, english: str) -> list[Pole]:
    """The poles of which a text has the German and its answer the English of the opposite; most have none."""
    here = _said(english, "en")
    other = (here & _first()) << 1 | here >> 1 & _first()
    among = (poles()[number // 2][number % 2] for number in places_of(_said(german, "de") & other & _turning()))
    return [pole for pole in among if pole.wrong.search(english) and pole.here.search(german)]


@cache
def _turning() -> int:
    """The poles whose opposite turns the meaning."""
    first = _first() & ~_bits("apart")
    return first | (first & ~_bits("turns")) << 1


def turns(german: str, english: str, among: Iterable[Pole]) -> Iterator[Turn]:
    """Where an English sentence says the opposite of the German one."""
    for pole in among:
        wrong = [each for each in pole.wrong.finditer(english) if not LESSENED.search(english, 0, each.start())]
        found = pole.here.search(german) if wrong else None
        if not found or pole.right.search(english):
            continue
        far = (None, None) if pole.is_far else (NEAR_GERMAN, NEAR_ENGLISH)
        if _has_beside(pole.nearly, (english, wrong[0].span(), far[1]), wrong):
            continue
        others = [each for each in pole.other.finditer(german) if not _meet(each, found)]
        if len(wrong) <= len(others) or _has_beside(pole.excuse, (german, found.span(), far[0]), [found, *others]):
            continue
        if pole.excuses_both and _has_both(pole, (german, [found, *others]), (english, wrong)):
            continue
        if pole.is_free or _is_alike((german, found), (english, wrong[0])):
            yield Turn(found.span(), wrong[0].span(), pole.mean, pole.needs)


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


def both_poles(german: str, english: str) -> tuple[int, ...]:
    """The pairs of which two texts may have both poles; none of most texts."""
    here, there = _said(english, "en"), _said(german, "de")
    both = here & here >> 1 & there & there >> 1 & _first() & ~_bits("turns")
    return tuple(number // 2 for number in places_of(both))


def opposed(german: str, english: str) -> Iterator[Opposed]:
    """The pairs of which both sentences say each pole once."""
    for number in both_poles(german, english):
        one, other = poles()[number]
        places = [
            [found.span() for found in pattern.finditer(text)]
            for text, patterns in ((german, (one.here, other.here)), (english, (one.right, other.right)))
            for pattern in patterns
        ]
        if all(len(each) == 1 for each in places):
            yield Opposed((places[0][0], places[2][0]), (places[1][0], places[3][0]))


def _has_both(pole: Pole, there: tuple[str, list[re.Match[str]]], here: tuple[str, list[re.Match[str]]]) -> bool:
    """Whether each language has, anywhere, what may answer the word of the other: “should … whether it could”."""
    return all(
        _has_beside(pattern, (text, known[0].span(), None), known)
        for pattern, (text, known) in ((pole.nearly, here), (pole.excuse, there))
    )


def _has_beside(
    pattern: re.Pattern[str], near: tuple[str, tuple[int, int], int | None], known: list[re.Match[str]]
) -> bool:
    """Whether a pattern finds anything not far from a place but what is known already; anywhere, if no far is given."""
    text, (start, end), far = near
    if far is None:
        return any(not any(_meet(each, other) for other in known) for each in pattern.finditer(text))
    first = max((mark.end() for mark in PARTED.finditer(text, max(0, start - far), start)), default=max(0, start - far))
    behind = PARTED.search(text, end, end + far)
    found = pattern.finditer(text, first, behind.start() if behind else end + far)
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
