"""What is said beside its denial, or in an order that counts: „lesen, aber nicht schreiben“, “write but not read”.

In: two sentences with the answers of their words. Out: two German words that have changed places: verbs and qualities
as well as nouns, for what stands on each side of the denial is told by the words alone.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from ...facts.words.grammar import DETERMINER, grammar
from .acting import clause_of
from .places import Exchanged, exchanged_answer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..answering.anchored import Met, Word

NOT = frozenset(("not", "cannot"))
NOT_US = re.compile(r"\bnot (?:(?P<we>us|we)|(?P<i>me|I))\b(?! (?:alone|only|but))")
OURS = {"we": re.compile(r"\b(?:wir|uns)\b", re.IGNORECASE), "i": re.compile(r"\b(?:ich|mich|mir)\b", re.IGNORECASE)}
NOT_THEM = re.compile(
    r"\b[Nn]icht (?:d(?:er|ie|as|en|em) |ein\w* |unser\w* |mein\w* )?(?P<them>[A-ZÄÖÜ]\w+)(?=[,;:]| und\b)"
)
"""Whom English denies it of, who that is in German, and of whom German denies it."""
NEXT = 4
"""Words before „aber“ among which that stands which is not denied."""


def exchanged_beside(met: Met, german: str, said: str) -> Iterator[Exchanged]:
    """Two German words that have changed places: where the second stands in English, and the first in German."""
    if " aber nicht " in german:
        yield from _denied(met)
    if "Reihenfolge" in german:
        yield from _in_order(met)
    if " nicht " in german and NOT_US.search(said):
        yield from _not_us(german, said)


def _denied(met: Met) -> Iterator[Exchanged]:
    """What is not denied in German stands behind “but not”, and what is denied stands before it."""
    there = [at for at, word in enumerate(met.left) if word.small == "nicht" and met.left[at - 1].small == "aber"]
    here = [at for at, word in enumerate(met.right) if _is_denial(word) and met.right[at - 1].small == "but"]
    if len(there) != 1 or len(here) != 1:
        return
    behind = range(here[0], _end(met.right, here[0]))
    denied = [at for at in range(there[0], clause_of(met, there[0])) if at in met.answers]
    said = [at for at in range(max(0, there[0] - 1 - NEXT), there[0] - 1) if at in met.answers]
    if not denied or not said or any(met.answers[at][0] in behind for at in denied):
        return
    if met.answers[said[-1]][0] in behind and met.answers[denied[0]][0] < here[0]:
        yield exchanged_answer(met, said[-1], denied[0])


def _not_us(german: str, said: str) -> Iterator[Exchanged]:
    """“Not us, the company” where German has „nicht der Konzern, wir“."""
    here, there = NOT_US.search(said), NOT_THEM.search(german)
    us = OURS[here.lastgroup or ""].search(german) if here else None
    if here and there and us and german.lower().count("nicht") == 1:
        yield Exchanged(there["them"], us[0], here.span(here.lastgroup or 0), there.span("them"))


def _is_denial(word: Word) -> bool:
    return word.small in NOT or word.small.endswith(("n't", "n’t"))


def _end(words: Sequence[Word], at: int) -> int:
    """Where the clause of an English word ends, at a sign."""
    return next((here for here in range(at + 1, len(words)) if words[here].before), len(words))


def _in_order(met: Met) -> Iterator[Exchanged]:
    """Two members of a row of which both languages say that it is in this order."""
    there = next((at for at, word in enumerate(met.left) if word.text == "Reihenfolge" and _is_this(met.left, at)), 0)
    here = next((at for at, word in enumerate(met.right) if word.small == "order" and _is_this(met.right, at)), 0)
    rows = [number for number, place in met.named if number < there and place[1] < here]
    for one, other in pairwise(rows):
        last, first = met.answers[other][1], met.answers[one][0]
        if last < first and _are_joined(met.left, one + 1, other) and _are_joined(met.right, last + 1, first):
            yield exchanged_answer(met, one, other)


def _is_this(words: Sequence[Word], at: int) -> bool:
    return at > 0 and words[at - 1].small in {"dieser", "this", "that"}


def _are_joined(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether nothing but what joins members of a row stands between two of them."""
    known = grammar()
    joining = known.german["joining"] | known.german["prepositions"]
    joining |= known.english["parting"] | known.english["governing"] | known.english["articles"] | {"because", "wegen"}
    return all(
        word.small in joining or (DETERMINER.fullmatch(word.small) and word.before in {"", ","})
        for word in words[first:last]
    )
