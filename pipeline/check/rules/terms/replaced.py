"""A country is not another, nor a party, a court, a town, a person.

In: an original and its translation. Out: remarks on names that both languages know, and that became others of their
kind.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ....facts.names.entities import institutions, may_name, mentions, named
from ....facts.quotations import quotations
from ....model import Language
from ...answering.lines import answering, lines
from ...rule import Remark, Severity, remark, rule
from .bodies import other_bodies
from .crosswise import Said, exchanged
from .landmarks import other_landmarks
from .namesakes import other_names
from .people import other_first_names, other_last_names, replaced_people

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....facts.names.entities import Mention
    from ....model import Translation
    from ....vocabulary.entities import Entity
    from ...compared.prose import Passage

    Place = tuple[int, int]

QUOTED = 6
"""Words from which a quotation is what somebody said."""


@rule(Severity.WARNING)
def name_replaced(pair: Translation) -> Iterator[Remark]:
    """A country, town, street, party, body of state or person became another of its kind.

    Why it matters: the sentence is fluent, and says that the Bundesrat decided what the Bundestag did.

    Names are known in both languages with those of the people: „kenianisch“, „Kenianerin“ and “Kenya” are one; persons
    are those of the article, and so are all names that are no words of either language. A sentence must name one that
    the original's does not, and lack one that it does; what may be meant by a more general word is no finding: “the
    court”, “the upper house”.

    Bad: „Die Kenianerin gewann.“ – “The Ugandan won.”; „im Bundesrat“ – “in the Bundestag”.

    Good: “The Kenyan won.”; “in the upper house”.

    Repair: write the name that answers the original's.
    """
    for _, mine, theirs in lines(pair):
        there, here = named(mine.text, Language.DE), named(theirs.text, Language.EN)
        there |= institutions() if not here.isdisjoint(institutions()) else frozenset()
        if there and here and not (here == there and len(here) == 1) and _kinds(here) & _kinds(there):
            line = Line(mine, theirs, there, here)
            yield from _replaced(line)
            yield from _exchanged(line)
    people = [*replaced_people(pair), *other_first_names(pair), *other_last_names(pair)]
    yield from people
    told = {(each.at.path, each.at.line) for each in people}
    yield from (each for each in other_names(pair) if (each.at.path, each.at.line) not in told)
    yield from other_bodies(pair)
    yield from other_landmarks(pair)


def _kinds(found: frozenset[Entity]) -> set[str]:
    return {each.kind for each in found}


class Line:
    """Two passages that answer each other, and what they name."""

    def __init__(self, mine: Passage, theirs: Passage, there: frozenset[Entity], here: frozenset[Entity]) -> None:
        self.mine, self.theirs = mine, theirs
        self.there, self.here = _told(mine.text, there, Language.DE), _told(theirs.text, here, Language.EN)
        self.counts = tuple(Counter(each.entity for each in side) for side in (self.there, self.here))

    def gained(self, origin: str, here: list[Mention], there: set[Entity]) -> list[Mention]:
        """What an English sentence names, and the German text does not, or less often."""
        return [
            each
            for each in here
            if not _is_among(each, here, there)
            and not may_name(each.entity, origin, Language.DE)
            and self.counts[1][each.entity] > self.counts[0][each.entity]
        ]

    def lost(self, rest: str, there: list[Mention], here: set[Entity]) -> list[Mention]:
        """What a German sentence names, and the English text does not, or less often."""
        return [
            each
            for each in there
            if not _is_among(each, there, here)
            and not may_name(each.entity, rest, Language.EN)
            and self.counts[0][each.entity] > self.counts[1][each.entity]
        ]


def _is_among(each: Mention, row: list[Mention], others: set[Entity]) -> bool:
    """Whether a name, or another one that the same words may be, is among some entities."""
    return any(other.entity in others for other in row if (other.start, other.end) == (each.start, each.end))


def _told(text: str, among: frozenset[Entity], language: Language) -> tuple[Mention, ...]:
    """What a text names, but for what it gives as an example in quotation marks: “weather in Boston”."""
    examples = [each for each in quotations(text) if each.words < QUOTED]
    return tuple(
        each
        for each in mentions(text, among, language)
        if not any(some.start < each.start < some.end for some in examples)
    )


def _replaced(line: Line) -> Iterator[Remark]:
    mine, theirs = line.mine, line.theirs
    if not line.counts[1] - line.counts[0]:
        return  # nothing is named oftener
    whole = (0, len(mine.text)), (0, len(theirs.text))
    for (first, last), (start, end) in answering(mine, theirs) or [whole]:
        here = [each for each in line.here if start <= each.start < end]
        there = [each for each in line.there if first <= each.start < last]
        gained = line.gained(mine.text[first:last], here, {each.entity for each in there})
        if not gained:
            continue
        short = [each for each in here if _is_short_for(each, gained, theirs.text)]
        rest = _without(theirs.text, [*gained, *short])[start:end]
        lost = line.lost(rest, there, {each.entity for each in here if each not in short})
        for kind in dict.fromkeys(each.entity.kind for each in lost):
            new = next((each for each in gained if each.entity.kind == kind), None)
            old = next(each for each in lost if each.entity.kind == kind)
            if new is not None:
                yield remark(
                    theirs.span(new.start, new.end),
                    "“{here}” is not “{there}”",
                    related=mine.span(old.start, old.end),
                    here=theirs.text[new.start : new.end],
                    there=mine.text[old.start : old.end],
                )


def _exchanged(line: Line) -> Iterator[Remark]:
    """Names that both have, in each other's places."""
    sides = [
        [Said(each.entity, each.entity.kind, each.start, each.end) for each in side] for side in (line.there, line.here)
    ]
    yield from exchanged(line.mine, line.theirs, sides[0], sides[1])


def _is_short_for(each: Mention, gained: list[Mention], text: str) -> bool:
    """Whether a name in brackets stands behind another, as its acronym does."""
    return any(text[other.end : each.start] == " (" and text[each.end : each.end + 1] == ")" for other in gained)


def _without(text: str, found: list[Mention]) -> str:
    """A text without some names, everything else in its place."""
    for each in found:
        text = text[: each.start] + " " * (each.end - each.start) + text[each.end :]
    return text
