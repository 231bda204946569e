"""As many are meant as in the original.

In: an original and its translation. Out: remarks on words such as “some” for „die meisten“.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....facts.numbers.quantities import has_quantity, others, quantities
from ....facts.stance.hedges import lacks
from ....facts.stance.poles import DENIAL, met, turns
from ....model import Language
from ...answering.anchored import met as words_met
from ...answering.beads import beads
from ...answering.lines import lines
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....facts.numbers.quantities import Quantity
    from ....model import Translation

FEW, MOST = 1, 5
"""Ranks up to which, and from which on, quantities turn into each other with what is said of them."""
OPPOSITE = re.compile(r"\b(?:un(?!ter|ser|i)[a-zäöü]{5,}|dis(?:agree|satisf|lik|approv)[a-z]+)", re.IGNORECASE)
"""A word that denies by how it begins."""
ALL = re.compile(r"\b(?:all|every\w*|whole|entire)\b", re.IGNORECASE)
WHOLE = re.compile(r"\b(?:ge)?samte[nrsm]?\b|\bganze[nrsm]?\b|\bsämtliche[nrsm]?\b")
"""All of it in English, and what says so of one thing in German: „der gesamte Kohlenstoff“."""
BEHIND, AROUND = 3, 5
"""Words behind a quantity of which the first noun is what it counts; words around the English one that may be it."""


@rule(Severity.WARNING)
def other_quantity(pair: Translation) -> Iterator[Remark]:
    """The translation speaks of another quantity: some for most, all for half.

    Why it matters: the sentence is fluent, and a few are made of the majority.

    A scale from „kaum jemand“ to „alle“; what is near to each other on it may translate each other. Both sentences must
    speak of as many quantities. What is told as an opposite already is not told again.

    Bad: „Die meisten Ärzte raten ab.“ – “All doctors advise against it.”

    Good: “The majority of doctors advise against it.”

    Repair: write the original's quantity.
    """
    for _, mine, theirs in lines(pair):
        if not has_quantity(theirs.text, Language.EN) or not has_quantity(mine.text, Language.DE):
            continue
        for (first, last), (start, end) in beads(mine, theirs):
            german, said = mine.text[first:last], theirs.text[start:end]
            found = others(quantities(german, Language.DE), quantities(said, Language.EN))
            if not found:
                continue
            there = found[0]
            here = next((each for each in found[1] if _is_of_one(german, said, there, each)), None)
            if not here or (ALL.search(said[here.start : here.end]) and WHOLE.search(german)):
                continue
            if any(turn.here[0] < here.end for turn in turns(german, said, met(german, said))):
                continue
            yield remark(
                theirs.span(start + here.start, start + here.end),
                "“{here}” is another quantity than “{there}”",
                related=mine.span(first + there.start, first + there.end),
                here=said[here.start : here.end],
                there=german[there.start : there.end],
            )


def _is_of_one(german: str, said: str, there: Quantity, here: Quantity) -> bool:
    """Whether what is counted in German does not stand far from the English quantity; it may stand nowhere.

    Few of whom one thing is said are most of whom the opposite is said: nothing may be denied in one language alone,
    and where hardly any are meant, something else than nouns must be answered, too.
    """
    found = words_met(german, said)
    ranks = sorted((there.ranks[0], here.ranks[0]))
    if ranks[0] <= FEW and ranks[1] >= MOST:
        denied = [_is_denied(text, each) for text, each in ((german, there), (said, here))]
        if denied[0] != denied[1] or (not ranks[0] and found.nouns.issuperset(found.answers)):
            return False  # „Kaum ein Haus blieb verschont“, “Almost every house was hit”
    behind = [number for number, word in enumerate(found.left) if word.start >= there.end][:BEHIND]
    counted = next((number for number in behind if number in found.nouns), -1)
    if counted not in found.answers:
        return True
    at = next((number for number, word in enumerate(found.right) if word.end >= here.end), 0)
    first, last = found.answers[counted]
    return first - AROUND <= at <= last + AROUND


def _is_denied(text: str, quantity: Quantity) -> bool:
    """Whether a sentence denies anything but its quantity."""
    rest = text[: quantity.start] + text[quantity.end :]
    return bool(DENIAL.search(rest) or OPPOSITE.search(rest) or any(lacks(rest)))
