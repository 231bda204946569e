"""Who does it and to whom it is done, where one of them is a pronoun: „Ich widersprach ihm“, “He contradicted me”.

In: two sentences with the answers of their words. Out: two German words of a clause that have changed places.

The form of a pronoun tells subject from object in both languages, so nothing else need be known but the verb. Left out
are „sie“ and „es“, whose form is the same, and verbs that say the same from the other side: „Er gefällt mir“, “I like
him”.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...facts.words.grammar import grammar
from .acting import PASSIVE, clause_of, is_measure, is_verb
from .phrases import standing, stands_free

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..answering.anchored import Met

    Place = tuple[int, int]
    Exchanged = tuple[str, str, Place, Place]

HIM = frozenset(("ihm", "ihn"))
PAIR = 2
KNOW = re.compile(r"(?:er|be)?k[ae]nn")
"""Who knows somebody is known to him, as a rule."""
BETWEEN = 3
"""Words between who does it and the English verb."""


def exchanged_persons(met: Met, german: str) -> Iterator[Exchanged]:
    """Two German words that have changed places: where the second stands in English, and the first in German."""
    subjects, objects, *_ = grammar().persons
    pronouns = [at for at, word in enumerate(met.left) if word.small in subjects or word.small in objects]
    told = -1
    for at in pronouns:
        inside = _clause(met, at)
        if inside.start <= told:
            continue
        told = inside.stop - 1
        verb = _verb(met, german, inside)
        if verb >= 0:
            yield from _of_clause(met, inside, [other for other in pronouns if other in inside], verb)


def _clause(met: Met, at: int) -> range:
    """The words of the German clause that a word is in."""
    start = next((here for here in range(at, 0, -1) if met.left[here].before), 0)
    return range(start, clause_of(met, at))


def _verb(met: Met, german: str, inside: range) -> int:
    """The only verb of a German clause that has an answer, and says what it says from one side alone; else -1."""
    known = grammar()
    verbs = [at for at in inside if at not in met.nouns and is_verb(met.left[at].text)]
    two_sided = known.mutual, known.converse, known.dative, KNOW
    if any(each.match(met.left[at].text) for at in verbs for each in two_sided):
        return -1
    if PASSIVE.search(german, met.left[inside.start].start, met.left[inside.stop - 1].end):
        return -1
    answered = [at for at in verbs if at in met.answers]
    return answered[0] if len(answered) == 1 else -1


def _of_clause(met: Met, inside: range, pronouns: Sequence[int], verb: int) -> Iterator[Exchanged]:
    """The pronoun of a clause, and what it has changed places with."""
    subjects, objects, acting, done_to = grammar().persons
    first, last = met.answers[verb]
    doer, behind = _before(met, first), last + 1
    if behind >= len(met.right) or met.right[behind].before or doer < 0:
        return
    governing = grammar().german["prepositions"]
    free = [at for at in pronouns if at == inside.start or met.left[at - 1].small not in governing]
    ones = [at for at in free if met.left[at].small in subjects.keys() - objects.keys()]
    others = [at for at in free if met.left[at].small in objects.keys() - subjects.keys()]
    open_ = [at for at in free if at not in ones and at not in others]
    before = acting.get(met.right[doer].small, frozenset())
    after = done_to.get(met.right[behind].small, frozenset())
    if len(free) == PAIR and len(ones) <= 1 and len(others) <= 1 and len(open_) <= 1:
        one, other = (ones or open_)[0], (others or open_)[0]
        mine, theirs = subjects[met.left[one].small], objects[met.left[other].small]
        if mine != theirs and theirs & before and mine & after and not mine & before:
            yield _told(met, one, other, doer)
    elif ones == free and len(free) == 1 and subjects[met.left[ones[0]].small] & after:
        noun = next((number for number, place in met.named if place[1] == doer and number in inside), -1)
        if noun > ones[0] and _is_free(met, noun) and stands_free(met.right, met.answers[noun][0]):
            yield _told(met, ones[0], noun, doer)
    elif (
        others == free
        and len(free) == 1
        and met.left[free[0]].small in HIM
        and objects[met.left[free[0]].small] & before
    ):
        at = behind + (met.right[behind].small in grammar().english["articles"])
        noun = next((number for number, place in met.named if place[0] == at and number in inside), -1)
        if noun > 0 and _is_free(met, noun) and met.left[noun - 1].small in ("der", *HIM):
            yield _told(met, noun, others[0], doer)


def _is_free(met: Met, noun: int) -> bool:
    return standing(met.left, met.nouns, noun) != "governed" and not is_measure(met, noun)


def _before(met: Met, verb: int) -> int:
    """The word before an English verb and what belongs to it: “he has never seen”; -1 if a sign stands between."""
    helping = grammar().english["helping"]
    for at in range(verb - 1, max(-1, verb - BETWEEN - 2), -1):
        if met.right[at + 1].before:
            return -1
        word = met.right[at].small
        if word not in helping and not word.endswith("ly"):
            return at
    return -1


def _told(met: Met, one: int, other: int, doer: int) -> Exchanged:
    here, there = met.right[doer], met.left[one]
    return there.text, met.left[other].text, (here.start, here.end), (there.start, there.end)
