"""What denies or weakens is kept.

In: an original and its translation. Out: remarks on negations and hedges that are lost.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....facts.quotations import without_quotations
from ....facts.stance.hedges import denials, is_flatly_lost, may_answer, negations
from ....facts.stance.hedging import hedges, lost_hedges
from ....facts.stance.reported import lost_report, may_report
from ....facts.words.runs import places
from ....model import BlockKind, Role
from ...answering.beads import beads
from ...answering.lines import answering, halves, lines
from ...compared.prose import HIDDEN
from ...rule import Remark, Severity, remark, rule
from .negated import is_reworded, surely_lost
from .phrased import may_be_unlike, phrased_lost, unlike_lost
from .twice import is_told_positively

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Translation
    from ...answering.beads import Beads
    from ...compared.prose import Passage

GUESS = re.compile(
    r"(?:könn|dürf|würd|möcht|sollt)\w+|vermutlich|wahrscheinlich|möglicherweise|vielleicht|womöglich|eventuell"
    r"|voraussichtlich|unter Umständen|wohl",
    re.IGNORECASE,
)
PROBABLY = re.compile(r"würd\w+|möcht\w+|sollt\w+|vermutlich|wahrscheinlich|voraussichtlich|wohl", re.IGNORECASE)
"""A hedge that says nothing of who said so; one that says that something is probably so."""
TO_READERS = re.compile(
    r"\b(?:[Yy]ou(?:r|rs|rself)?|du|dir|dich|deine?[rnms]?|(?<=[\wäöüß,] )(?:Sie|Ihnen|Ihre?[rnms]?))\b"
)
"""What tells readers something about themselves."""

SURE = re.compile(r"\b(?:will|won['’]t|certainly|definitely|inevitably|always)\b|['’]ll\b")
FUTURE = re.compile(r"\b(?:wird|werden|werdet|wirst)\b")
"""What tells readers what is certain to happen to them, and the German future, which is a guess as well."""


@rule(Severity.INFO)
def negation_lost(pair: Translation) -> Iterator[Remark]:
    """The original denies something, and nothing in its translation does.

    Why it matters: a lost “not” says the opposite. In headings, key points and tables, where a word weighs most and is
    seldom put otherwise, and in a short sentence of which nothing else is put otherwise, it is a warning.

    A word with „un-“ that English says without is lost as well.

    Bad: „Das ist nicht erlaubt.“ – “This is allowed.”

    Good: “This is not allowed.”, “This is forbidden.”

    Repair: say what the original denies.
    """
    for each, mine, theirs in lines(pair):
        heavy = mine.kind in {None, BlockKind.TABLE} or each.here.role is Role.KEY_POINTS
        for found, is_flat in (*_denied(mine, theirs), *_unlike(mine, theirs)):
            yield remark(
                theirs.at,
                "“{word}” of the original is not answered",
                severity=Severity.WARNING if heavy or is_flat else None,
                related=mine.span(*found.span()),
                word=found[0],
            )


def _denied(mine: Passage, theirs: Passage) -> Iterator[tuple[re.Match[str], bool]]:
    """The first negation that nothing answers, and whether its sentence says nothing else."""
    said = denials(mine.text)
    if not said:
        return
    rows, denied = answering(mine, theirs), places(mine.text, said)
    pieces = [each for bead in rows or beads(mine, theirs) for each in halves(mine.text, bead[0], theirs.text, bead[1])]
    for (first, last), (start, end) in pieces:
        if not any(first <= at < last for at in denied):
            continue
        german, english = mine.text[first:last], theirs.text[start:end]
        if is_told_positively(german, english):
            continue
        negated = tuple(negations(german, said))
        sure = surely_lost(german, english, negated) or phrased_lost(german, english, negated)
        found = sure or (negated[0] if negated and not may_answer(english) else None)
        if found:
            place = re.compile(re.escape(found[0])).search(mine.text, first + found.start())
            is_flat = bool(rows) and mine.kind is BlockKind.PARAGRAPH and is_flatly_lost(german, english)
            is_flat = is_flat and not is_reworded(german, english, found)
            yield place or found, bool(sure) or is_flat
            return


def _unlike(mine: Passage, theirs: Passage) -> Iterator[tuple[re.Match[str], bool]]:
    """The words with „un-“ that English says without: always a plain loss."""
    for (first, last), (start, end) in beads(mine, theirs) if may_be_unlike(mine.text) else ():
        found = unlike_lost(mine.text[first:last], theirs.text[start:end])
        place = found and re.compile(re.escape(found[0])).search(mine.text, first + found.start())
        if place:
            yield place, True


@rule(Severity.WARNING)
def hedge_lost(pair: Translation) -> Iterator[Remark]:
    """The original says that something may be so, or who says so; the translation says that it is so.

    Why it matters: in news the difference between “allegedly did” and “did” is a legal one.

    A word that another German one explains is no answer: “expects” is „rechnet mit“ before it is „könnte“. What „soll“
    have been done is hearsay, unless there is a term; what „soll“ happen is lost where English tells it as done.
    What „sei“, „habe“, „stamme“ report needs somebody who says so, in the sentence or before.

    What is only guessed in a sentence that speaks to readers is information, unless English says that it “will” happen.

    Bad: „Er soll das Geld angeblich genommen haben.“ – “He took the money.”

    Good: “He allegedly took the money.”

    Repair: keep the could, may, allegedly, according to.
    """
    for _, mine, theirs in lines(pair):
        reported = ((found, False) for found in _told_as_facts(mine, theirs))
        for found, is_advice in (*_lost(mine, theirs), *reported):
            yield remark(
                theirs.at,
                "“{word}” of the original is not answered: the translation sounds certain",
                severity=Severity.INFO if is_advice else None,
                related=mine.span(*found.span()),
                word=found[0].strip(),
            )


def _lost(mine: Passage, theirs: Passage) -> Iterator[tuple[re.Match[str], bool]]:
    """The hedges that nothing answers, sentence by sentence, and whether they only guess in what is said to readers."""
    among = hedges(mine.text)
    if not among:
        return
    rows = [each for bead in beads(mine, theirs) for each in halves(mine.text, bead[0], theirs.text, bead[1])]
    is_in_order = bool(answering(mine, theirs))
    for number, ((start, end), (here, till)) in enumerate(rows):
        own, wide = (mine.text[start:end], theirs.text[here:till]), _around(mine, theirs, rows, number)
        found = tuple(lost_hedges(*own, among, own if is_in_order else wide, wide))
        if not found:
            continue  # most sentences
        places = (place for each in found for place in each.re.finditer(mine.text, start, end))
        is_told = any(map(TO_READERS.search, own if is_in_order else wide))
        is_sure = SURE.search(theirs.text[here:till]) and not FUTURE.search(mine.text, start, end)
        guess = PROBABLY if is_sure else GUESS
        for place in {place.end(): place for place in places}.values():
            yield place, is_told and bool(guess.fullmatch(place[0].strip()))


def _around(mine: Passage, theirs: Passage, rows: Beads, number: int) -> tuple[str, str]:
    """The texts of a row with those before and behind it."""
    (before, behind), (first, last) = rows[max(0, number - 1)], rows[min(len(rows) - 1, number + 1)]
    return mine.text[before[0] : first[1]], theirs.text[behind[0] : last[1]]


def _told_as_facts(mine: Passage, theirs: Passage) -> Iterator[re.Match[str]]:
    """The verbs of reports that nothing in English tells as such: „das Geld stamme von der Mutter“."""
    if not may_report(mine.text):
        return
    said, before = without_quotations(mine.text, HIDDEN), ""
    for (start, end), (first, last) in beads(mine, theirs):
        answer = theirs.text[first:last]
        found = lost_report(said[start:end], answer, before)
        place = found and found.re.search(said, start + found.start())
        if place:
            yield place
            return
        before = f"{before} {answer}" if may_report(said[start:end]) else answer
