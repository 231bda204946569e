"""Nothing is denied that the original says.

In: an original and its translation. Out: remarks on denials that nothing in the original answers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....facts.stance.hedges import denies, plain_denials
from ...answering.beads import beads
from ...answering.lines import lines
from ...rule import Remark, Severity, remark, rule
from ..omission.negated import surely_added
from ..omission.phrased import may_be_denied, modal_added, unlike_added

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Translation

NAME = re.compile(r"[A-Z]\w* [A-Z]\w+")
"""A denial with a capital, and the word with one behind it."""


@rule(Severity.WARNING)
def negation_added(pair: Translation) -> Iterator[Remark]:
    """The translation denies what the original says.

    Why it matters: a “not” too many says the opposite.

    The original's sentence must have no word that a denial may answer, and say what the translation denies: by “not” or
    by the beginning of a word.

    Bad: „Das Geld reicht aus.“ – “The money is not sufficient.”

    Good: “The money is sufficient.”; „Das Verfahren endet im Mai.“ – “The proceedings will not last beyond May.”

    Repair: say what the original says.
    """
    for _, mine, theirs in lines(pair):
        places = [each.start() for each in plain_denials(theirs.text)]
        is_denying = bool(places) and denies(theirs.text)
        is_possible = is_denying or may_be_denied(mine.text, theirs.text)
        for (first, last), (start, end) in beads(mine, theirs) if is_possible else ():
            german, said = mine.text[first:last], theirs.text[start:end]
            found = None
            if is_denying and any(start <= at < end for at in places):
                found = surely_added(german, said) or modal_added(german, said)
            found = found or unlike_added(german, said)
            if found and not _is_of_a_name(theirs.text[start + found.start() :], mine.text):
                yield remark(
                    theirs.span(start + found.start(), start + found.end()),
                    "“{word}” denies what the original says",
                    related=mine.span(first, last),
                    word=found[0],
                )


def _is_of_a_name(english: str, german: str) -> bool:
    """Whether a denial stands in a name that the original has as well: Do Not Track."""
    name = NAME.match(english)
    return name is not None and name[0] in german
