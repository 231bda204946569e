"""How many did the one, and how many the other: „eines hat abgesagt, zwei haben nicht geantwortet“.

In: two sentences that answer each other. Out: where the two counts stand, if they have changed places.

„Einer“ is a number only before a verb, so these are told by their clauses: what both languages say of each.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ...align.words import meanings_of
from ...facts.numbers.number import SMALL
from ...facts.stance.poles import DENIAL
from ...facts.table import table
from ...model import Language

if TYPE_CHECKING:
    from collections.abc import Sequence

    Place = tuple[int, int]

ONE = re.compile(r"(?:ein(?:er|e|es|s)|one)", re.IGNORECASE)
VERB = (
    r"(?: (?:davon|von ihnen|von beiden))?(?: (?:ha(?:t|ben|tten?)|ist|sind|war(?:en)?|w[iu]rden?|wird|werden"
    r"|starb(?:en)?|kam(?:en)?|blieb(?:en)?|fehlten?|will|wollen|wollten?|soll|sollen|k[aö]nn\w*|l[aä]g\w*|ging(?:en)?|[a-zäöüß]{3,}ten?)\b)"
)
COUNT = re.compile(
    rf"(?:^|[,;:–] ?|\b(?:und|aber|oder|während) )(?P<n>[a-zäöüß]+|\d{{1,3}})(?={VERB})",
    re.IGNORECASE,
)
COUNT_EN = re.compile(
    r"(?:^|[,;:–] ?|\b(?:and|but|or|while|with) )(?P<n>[a-z]+|\d{1,3})"
    r"(?= (?:of \w+ |more |others? )?[a-z])",
    re.IGNORECASE,
)
END = re.compile(r"[.;!?](?=\s|$)|$")


class Counted(NamedTuple):
    """A count, where it stands, and what is said of as many."""

    value: int
    at: Place
    said: frozenset[str]


def exchanged_counts(german: str, said: str) -> tuple[Place, Place, Place] | None:
    """The places of the German count, of the English one in its place, and of the one that answers it."""
    if not ONE.search(german):
        return None
    mine, theirs = _counted(german, COUNT, Language.DE), _counted(said, COUNT_EN, Language.EN)
    if len(mine) != len(theirs) or len(mine) != 2:  # noqa: PLR2004 - two that may change places
        return None
    if mine[0].value == mine[1].value or {each.value for each in mine} != {each.value for each in theirs}:
        return None
    common = (mine[0].said & mine[1].said) | (theirs[0].said & theirs[1].said)
    straight, cross = (
        any((mine[one].said & theirs[other].said) - common for one, other in ways)
        for ways in (((0, 0), (1, 1)), ((0, 1), (1, 0)))
    )
    if straight == cross or (mine[0].value == theirs[0].value) == straight:
        return None
    first, second = (0, 1) if straight else (1, 0)
    return mine[0].at, theirs[first].at, theirs[second].at


def _counted(text: str, pattern: re.Pattern[str], language: Language) -> Sequence[Counted]:
    """The counts of a text, each with what is said up to the next."""
    found = [each for each in pattern.finditer(text) if _value(each["n"], language)]
    rows = []
    for number, each in enumerate(found):
        end = END.search(text, each.end())
        stop = min(
            end.start() if end else len(text), found[number + 1].start() if number + 1 < len(found) else len(text)
        )
        words = text[each.end() : stop]
        denied = frozenset(("not",)) if DENIAL.search(words) else frozenset[str]()
        rows.append(Counted(_value(each["n"], language), each.span("n"), meanings_of(words, language) | denied))
    return rows


def _value(word: str, language: Language) -> int:
    """How many a word or digits say; 0 where they are no small number."""
    if ONE.fullmatch(word):
        return 1
    value = int(word) if word.isdecimal() else table("numbers")["words"][language].get(word.lower(), 0)
    return value if word.isdecimal() or value <= SMALL else 0
