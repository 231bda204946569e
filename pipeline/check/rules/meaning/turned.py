"""What is compared, and what follows from what, is not turned around.

In: an original and its translation. Out: remarks on comparisons and clauses whose sides stand in each other's place.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ....align.words import tokens_of
from ....expressions import lasting
from ....facts.words.patterns import Sought, places_of
from ....model import Language
from ...answering.beads import beads
from ...answering.lines import lines
from ...answering.sides import turned_sides
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ....model import Translation

    Place = tuple[int, int]
    Sides = tuple[frozenset[str], frozenset[str]]
    Kind = tuple[re.Pattern[str], re.Pattern[str]]
    Marks = tuple[list[Place], list[Place]]

END = re.compile(r"[,.;:!?)(–—]|$")
KINDS = (
    (
        r"weil|denn|da(?= (?:[dsw]ie|er|es|das|der|man|wir|sich|ihre?|seine?|viele|immer|dort|hier)\b)",
        r"because|since|as",
    ),
    (r"obwohl|obgleich|obschon|wenngleich", r"although|though|even though"),
    (r"bevor|ehe", r"before"),
    (r"nachdem", r"after"),
    (r"erst (?:dann|danach|anschließend|hinterher)", r"only (?:then|afterwards|after that)"),
    (
        r"(?:(?<=[,;] )|(?<=und ))(?:dann|danach|anschließend)",
        r"(?:(?<=[,;] )|(?<=and ))(?:then|after that|afterwards)",
    ),
)
"""The words that join two clauses, in German and in English: why, although, before, after, and what comes last."""
LAST = re.compile(r"erst|dann|danach|anschließend", re.IGNORECASE)
"""Words whose clauses are short: what stands around them may be much longer."""


@rule(Severity.WARNING)
def turned(pair: Translation) -> Iterator[Remark]:
    """What is compared, or what follows from what, stands in each other's place.

    Why it matters: every word is there, and cause is told as effect, or the smaller as the larger.

    The words on both sides of „als“ and “than”, or of „weil“ and “because”, „bevor“ and “before”, „dann“ and “then” and
    the like, must be known to the dictionary, answer each other crosswise, and not at all straight.

    Bad: „Im Norden gibt es mehr Ärzte als im Süden.“ – “There are more doctors in the south than in the north.”

    Good: “There are fewer doctors in the south than in the north.”

    Repair: put each side where the original has it.
    """
    for _, mine, theirs in lines(pair):
        among = _met(mine.text, theirs.text)
        may_turn = among or " als " in mine.text
        for (first, last), (start, end) in beads(mine, theirs) if may_turn else ():
            german, said = mine.text[first:last], theirs.text[start:end]
            marks = [(_inside(there, first, last), _inside(here, start, end)) for there, here in among]
            for there, here in (*turned_sides(german, said), *_joined(german, said, marks)):
                yield remark(
                    theirs.span(start + here[0], start + here[1]),
                    "the two sides of “{here}” have changed places: “{there}”",
                    related=mine.span(first + there[0], first + there[1]),
                    here=said[slice(*here)],
                    there=german[slice(*there)],
                )


@cache
def _kinds() -> tuple[Kind, ...]:
    return tuple(
        (lasting(rf"\b(?:{de})\b", re.IGNORECASE), lasting(rf"\b(?:{en})\b", re.IGNORECASE)) for de, en in KINDS
    )


@cache
def _sought() -> tuple[Sought, Sought]:
    return Sought("joints-de", (de for de, _ in KINDS)), Sought("joints-en", (en for _, en in KINDS))


def _met(german: str, said: str) -> list[Marks]:
    """Where words of one kind join two clauses in both texts, kind by kind; in most texts nowhere."""
    mine, theirs = _sought()
    here = theirs.bits(said)
    among = (_kinds()[number] for number in places_of(here & mine.bits(german) if here else 0))
    found = ((_places(there, german), _places(here, said)) for there, here in among)
    return [marks for marks in found if all(marks)]


def _places(pattern: re.Pattern[str], text: str) -> list[Place]:
    return [found.span() for found in pattern.finditer(text)]


def _inside(places: Iterable[Place], start: int, end: int) -> list[Place]:
    """The places in a piece of a text, as they are in the piece by itself."""
    return [(one - start, other - start) for one, other in places if start <= one < end]


def _joined(german: str, said: str, marks: Iterable[Marks]) -> Iterator[tuple[Place, Place]]:
    """Clauses that are joined by words of one kind: the only ones of their sentences."""
    for mine, theirs in marks:
        if len(mine) == len(theirs) == 1:
            there, mine_said = _clause(german, mine[0], Language.DE)
            here, theirs_said = _clause(said, theirs[0], Language.EN)
            is_last = LAST.match(german, there[0])
            if (_is_crosswise if is_last else _is_mostly_crosswise)(mine_said, theirs_said):
                yield there, here


def _clause(text: str, mark: Place, language: Language) -> tuple[Place, Sides]:
    """The clause that begins so, its place, and what the rest and it say."""
    start, behind = mark
    stop = END.search(text, start)
    end = stop.start() if stop else len(text)
    rest = text[:start] + " " + text[end:]
    return (start, end), (tokens_of(rest, language), tokens_of(text[behind:end], language))


def _is_crosswise(mine: Sides, theirs: Sides) -> bool:
    """Whether each side answers the other one of the translation, and the second nothing in its own place."""
    own, other = _answers(mine, theirs)
    return all(other) and not own[1]


def _is_mostly_crosswise(mine: Sides, theirs: Sides) -> bool:
    """The same of two clauses, which have more in common where they stand right."""
    own, other = _answers(mine, theirs)
    return _is_crosswise(mine, theirs) and sum(other) > sum(own)


def _answers(mine: Sides, theirs: Sides) -> tuple[list[int], list[int]]:
    """How many tokens the sides share with their own, and with the other; what both sides say proves nothing."""
    common = (mine[0] & mine[1]) | (theirs[0] & theirs[1])
    own = [len(_known(mine[side] & theirs[side]) - common) for side in (0, 1)]
    return own, [len(_known(mine[side] & theirs[1 - side]) - common) for side in (0, 1)]


def _known(shared: frozenset[str]) -> frozenset[str]:
    """The tokens of words alone: figures stand where a language wants them."""
    return frozenset(token for token in shared if token[0] != "#")
