"""Who does it, and to whom it is done, stay who they are.

In: an original and its translation. Out: remarks on two nouns or names of a sentence that stand in each other's place.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ...actors.across import exchanged_across, opened
from ...actors.acting import exchanged_actors
from ...actors.beside import exchanged_beside
from ...actors.directed import exchanged_directed
from ...actors.embedded import exchanged_inside
from ...actors.governed import exchanged_governed, other_pronoun
from ...actors.paired import exchanged_clauses
from ...actors.passive import exchanged_passives
from ...actors.persons import exchanged_persons, may_be_persons
from ...actors.places import Exchanged, exchanged_answer
from ...actors.verbs import may_be_directed
from ...actors.ways import exchanged_ways
from ...answering.anchored import met
from ...answering.beads import beads
from ...answering.lines import lines
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Translation
    from ...actors.across import Open
    from ...answering.anchored import Met
    from ...compared.prose import Passage


@rule(Severity.WARNING)
def actors_exchanged(pair: Translation) -> Iterator[Remark]:
    """Two nouns or names of a sentence stand in each other's place: who does it, and to whom it is done.

    Why it matters: every word is there, and the victim is the culprit, or the claimant the court.

    The dictionary or the spelling must tell where both stand in both languages. Compared are: the subject that begins a
    sentence; who stands behind “by”; subject and object of a subordinate clause; owner and owned; what „vor“, „ohne“,
    „gegen“, „statt“, „nicht … sondern“ govern; pronouns, by their form; and what two clauses or sentences beside each
    other say, where all else stays. Word order alone proves nothing: passives, objects that German puts first,
    sentences in another order and verbs that say the same from the other side (sell and buy) are no finding.

    Bad: „Der Hund biss den Briefträger.“ – “The postman bit the dog.”

    Good: “The postman was bitten by the dog.”

    Repair: exchange the two.
    """
    for _, mine, theirs in lines(pair):
        persons, directed = may_be_persons(mine.text, theirs.text), may_be_directed(theirs.text)
        before: tuple[int, int, Open] | None = None
        for (first, last), (start, end) in beads(mine, theirs):
            german, said = mine.text[first:last], theirs.text[start:end]
            found = met(german, said)
            inside = _exchanged(found, german, said, persons=persons, directed=directed)
            told = [each.moved(start, first) for each in islice(inside, 1)]
            now = opened(found)
            if before:
                here, there, open_ = before
                told += (each.moved(here, there) for each in exchanged_across(open_, now))
            before = start, first, now
            yield from (_told(mine, theirs, each) for each in told)


def _told(mine: Passage, theirs: Passage, each: Exchanged) -> Remark:
    return remark(
        theirs.span(*each.here),
        "“{one}” and “{other}” have changed places",
        related=mine.span(*each.there),
        one=each.one,
        other=each.other,
    )


def _exchanged(found: Met, german: str, said: str, *, persons: bool, directed: bool) -> Iterator[Exchanged]:
    """Two words that have changed places within a sentence."""
    may_change = len(found.named) > 1
    for one, other in _pairs(found, german, said) if may_change else ():
        yield exchanged_answer(found, one, other)
    pronouns = other_pronoun(german, said)
    if pronouns:
        yield Exchanged("sie", "er", pronouns[1].span(), pronouns[0].span())
    yield from exchanged_persons(found, german) if persons else ()
    yield from exchanged_beside(found, german, said)
    yield from exchanged_clauses(found, german)
    yield from exchanged_ways(german, said)
    yield from exchanged_directed(found) if directed else ()


def _pairs(found: Met, german: str, said: str) -> Iterator[tuple[int, int]]:
    yield from exchanged_actors(found, german, said)
    yield from exchanged_passives(found, german, said)
    yield from exchanged_inside(found, german, said)
    yield from exchanged_governed(found)
