"""A street is not another, nor a square, a bridge, a church, a school, a range of mountains; a state is no federation.

In: an original and its translation. Out: remarks on what is called by a German word in English, and is nowhere in the
line that it answers, while one of its kind is lost; and on the level of state that a body belongs to.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ....expressions import lasting
from ....facts.names.names import plain
from ....facts.table import table
from ....facts.words.runs import Rare, runs, small_runs
from ....model import Language
from ....vocabulary.terms import STOP_WORDS
from ...answering.lines import lines
from ...rule import Remark, remark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Translation
    from ...compared.prose import Passage

SHORTEST = 3
"""Letters by which a street is known from another."""
ENDING = re.compile(r"(?<=\w{3})(?:e[nmrs]?|s)$")
"""What the first part of a name ends with, in its cases and where it is joined: Alten Brücke, Ludwigskirche."""
CAPITAL = re.compile(r"[A-ZÄÖÜ]")
FEDERAL = re.compile(r"\b[Ff]ederal\b(?! (?:Republic|Reserve)\b)")
STATE = re.compile(
    r"\b(?:(?P<small>state)(?=(?: [a-z]+)? (?:governments?|parliaments?|ministr(?:y|ies)|ministers?|authorit(?:y|ies)"
    r"|offices?|agenc(?:y|ies)|police|associations?)\b)|State (?=(?:Office|Ministry|Parliament|Government|Agency)\b))"
)
"""A level of state before a body."""
ABBREVIATED = re.compile(r"\bB[A-Z]{2,}\b|\bU\.?S")
"""Federal bodies, and another federation, as German abbreviates them."""


class Landmark(NamedTuple):
    """What a text calls by a word for a street or the like: the kind, what it is known by, its place."""

    kind: str
    stem: str
    start: int
    end: int


@cache
def _kinds() -> dict[str, str]:
    """The kind of each ending, without umlauts."""
    return {plain(word): kind for kind, words in table("names")["landmarks"].items() for word in words.split()}


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted({word for words in table("names")["landmarks"].values() for word in words.split()}, key=len)
    ends = "|".join(reversed(words))
    return lasting(rf"(?<![\w-])(?P<stem>[A-ZÄÖÜ][\w-]{{2,}}?(?:[ -](?=[A-ZÄÖÜ]))?)(?P<kind>(?i:{ends}))(?![\w-])")


@cache
def _endings() -> tuple[str, ...]:
    return tuple(_kinds())


IS_LANDMARK = Rare(lambda word: bool(CAPITAL.match(word)) and plain(word).endswith(_endings()))
"""Words with a capital that end as what is called by a German word does: a text without one names none."""
LEVELS = frozenset(("federal", "Federal", "state", "State"))
"""Without one of these an English text says nothing of the level of state."""


def other_landmarks(pair: Translation) -> Iterator[Remark]:
    """Streets and the like that became others of their kind, and bodies of another level of state."""
    for _, mine, theirs in lines(pair):
        if not LEVELS.isdisjoint(runs(theirs.text)):
            yield from _raised(mine, theirs)
        if not IS_LANDMARK(runs(theirs.text)):
            continue
        gained = _lacking(theirs.text, mine.text)
        lost = _lacking(mine.text, theirs.text) if gained else []
        for new in gained:
            old = next((each for each in lost if each.kind == new.kind), None)
            if old is not None:
                lost.remove(old)
                yield _is_not(theirs, (new.start, new.end), mine, (old.start, old.end))


def _is_not(theirs: Passage, new: tuple[int, int], mine: Passage, old: tuple[int, int]) -> Remark:
    return remark(
        theirs.span(*new),
        "“{here}” is not “{there}”",
        related=mine.span(*old),
        here=theirs.text[slice(*new)],
        there=mine.text[slice(*old)],
    )


def _lacking(text: str, other: str) -> list[Landmark]:
    """The landmarks of a text of which another one has nothing."""
    named = [*_landmarks(text)]
    if not named:
        return []
    known = {each.stem for each in _landmarks(other)} | {_stem(run) for run in runs(other) if CAPITAL.match(run)}
    return [each for each in named if each.stem not in known]


def _landmarks(text: str) -> Iterator[Landmark]:
    for found in _pattern().finditer(text):
        first = found["stem"].strip(" -")
        stem = _stem(first.rpartition("-")[2])
        if len(stem) >= SHORTEST and first.lower() not in STOP_WORDS[Language.DE] | STOP_WORDS[Language.EN]:
            yield Landmark(_kinds()[plain(found["kind"])], stem, *found.span())


def _stem(word: str) -> str:
    return ENDING.sub("", plain(word))


def _raised(mine: Passage, theirs: Passage) -> Iterator[Remark]:
    """What belongs to a state of the federation and became federal, or the other way round."""
    levels = table("names")["levels"]
    german, said = small_runs(mine.text), small_runs(theirs.text)
    sides = ((FEDERAL, "federal", "state"), (STATE, "state", "federal"))
    for pattern, new, old in sides:
        found = pattern.search(theirs.text)
        if not found or any(word.startswith(tuple(levels[new]["may"].split())) for word in german):
            continue
        source = next(_begun(mine.text, tuple(levels[old]["german"].split())), None)
        is_kept = not said.isdisjoint(levels[old]["english"].split()) or ABBREVIATED.search(mine.text)
        if source and not is_kept:
            yield _is_not(theirs, found.span(), mine, source.span())


def _begun(text: str, beginnings: tuple[str, ...]) -> Iterator[re.Match[str]]:
    """The words of a text that begin so."""
    return (found for found in re.finditer(r"[^\W\d_]+", text) if found[0].lower().startswith(beginnings))
