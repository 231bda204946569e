"""Must and may before one verb: „muss seine Dateien umwandeln“, “may convert their files”.

In: two sentences with the answers of their words. Out: the German and the English modal, if one tells a duty and the
other a permission.

The dictionary must answer the verb that each governs, so that both say of the same what must or may be done. A denial
or a limit turns one into the other: “need not”, „darf nur“; where either clause has one, nothing is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...facts.stance.poles import Turn
from ...facts.words.grammar import is_verb
from ...facts.words.runs import small_runs
from .anchored import clause_around

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .anchored import Met

MUST = frozenset(("muss", "müssen", "musst", "müsst", "musste", "mussten", "müsse"))
MAY = frozenset(
    (
        *("darf", "dürfen", "darfst", "dürft", "durfte", "durften", "dürfe"),
        *("kann", "können", "kannst", "könnt", "könne"),
    )
)
LEADING = frozenset(("has", "have", "had"))
"""Before “to” these are “must”."""
MUST_EN, MAY_EN = frozenset(("must",)), frozenset(("may", "can"))
BETWEEN = frozenset(
    ("also", "still", "then", "now", "always", "first", "therefore", "even", "be", "itself", "yourself")
)
"""What may stand between an English modal and its verb; and what ends in “ly”."""
LIMITS = ("nicht", "kein", "nie", "weder", "noch", "kaum", "nur", "erst", "lediglich", "bloß", "allenfalls")
LIMITS_EN = frozenset(
    (
        "not",
        "never",
        "no",
        "nobody",
        "none",
        "nothing",
        "nor",
        "neither",
        "hardly",
        "only",
        "unless",
        "until",
    )
)
"""How words begin in German, and which words English has, that deny or limit."""
NEAR = 3
"""Words between an English modal and its verb, at most."""


def may_have_modal(german: str) -> bool:
    """Whether a text has any of the verbs."""
    return not (MUST | MAY).isdisjoint(small_runs(german))


def other_modals(met: Met) -> Iterator[Turn]:
    """Where English says “may” of what must be done in German, or “must” of what may be done."""
    verbs = {place: number for number, place in met.answers.items() if number not in met.nouns}
    here = list(_english(met))
    if len(here) != 1:
        return
    (at, last, is_duty), verb = here[0], _verb(met, here[0][1])
    number = next((number for place, number in verbs.items() if place[0] <= verb <= place[1]), -1)
    if number < 0 or not is_verb(met.left[number].text) or _is_limited(met, at):
        return
    clause = clause_around(met.left, number)
    words = [met.left[each].small for each in clause]
    modals = [each for each in clause if met.left[each].small in MUST | MAY]
    if len(modals) != 1 or any(word.startswith(LIMITS) for word in words):
        return
    if (met.left[modals[0]].small in MUST) != is_duty:
        there = met.left[modals[0]]
        yield Turn(
            (there.start, there.end), (met.right[at].start, met.right[last].end), "may" if is_duty else "must", ""
        )


def _english(met: Met) -> Iterator[tuple[int, int, bool]]:
    """The first and the last word of each English modal, and whether it tells a duty."""
    for at, word in enumerate(met.right):
        if word.small in MUST_EN | MAY_EN:
            yield at, at, word.small in MUST_EN
        elif word.small in LEADING and at + 1 < len(met.right) and met.right[at + 1].small == "to":
            yield at, at + 1, True


def _verb(met: Met, modal: int) -> int:
    """The word that an English modal governs."""
    for at in range(modal + 1, min(modal + 1 + NEAR, len(met.right))):
        word = met.right[at]
        if not (word.small in BETWEEN or word.small.endswith("ly")):
            return at
    return -1


def _is_limited(met: Met, at: int) -> bool:
    """Whether the English clause of a word denies or limits."""
    words = {met.right[here].small for here in clause_around(met.right, at)}
    return not words.isdisjoint(LIMITS_EN) or any(word.endswith(("n't", "n’t")) for word in words)
