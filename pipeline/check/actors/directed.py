"""Who does it to whom, told by verbs that say the same from one side alone: to accuse, to warn, to help.

In: two sentences with the answers of their words. Out: two German words of the verb's clause that have changed places.

The verb is known in both languages, so a pronoun alone tells: “he accused …” where German has „warf ihm vor“.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from ...facts.words.grammar import grammar
from ..answering.anchored import clause_around
from .phrases import standing
from .places import exchanged
from .recipients import is_hers, of_head, of_nouns
from .verbs import HERS, NEAR, OBJECTS, Told, directed, free_pronouns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..answering.anchored import Met
    from .places import Exchanged

BE = frozenset(("am", "is", "are", "was", "were", "be", "been", "being", "get", "gets", "got"))
PAIR = 2
ALWAYS = frozenset(("er", "ich", "wir", "du"))
"""Pronouns that are nothing but subjects."""
THINGS = frozenset(("it", "this", "that"))
"""What is given or told, before “to” and the one to whom."""
BEHIND_HER = frozenset(
    (
        "of",
        "for",
        "that",
        "about",
        "to",
        "with",
        "not",
        "against",
        "in",
        "on",
        "at",
        "when",
        "by",
        "from",
        "after",
        "before",
        "because",
    )
)
"""Behind these “her” is somebody, and owns nothing."""
LET = ("lass", "läss", "ließ", "lies")
MOST = 5
"""Words before an English verb among which the subject ends."""


def exchanged_directed(met: Met) -> Iterator[Exchanged]:
    """Two German words that have changed places: where the second stands in English, and the first in German."""
    found = directed(met)
    if not found:
        return
    row, there, here = found
    clause = clause_around(met.left, there)
    doer = _doer(met, here)
    is_let = any(met.left[at].small.startswith(LET) for at in clause)
    if doer < 0 or is_let:
        return
    told = Told(clause, here, doer, row)
    ways = (_of_doer, _of_done_to, of_head, of_nouns)
    yield from chain.from_iterable(way(met, told) for way in ways)


def _doer(met: Met, verb: int) -> int:
    """The last word of who does it in English; -1 if that is open, or it is done to somebody."""
    english = grammar().english
    for at in range(verb - 1, max(-1, verb - MOST - 1), -1):
        if met.right[at + 1].before:
            return -1
        word = met.right[at].small
        if word in BE:
            is_trying = at + 1 < verb and met.right[at + 1].small.endswith("ing")
            if not is_trying:
                return -1
        elif word == "to":
            if met.right[at - 1].small not in english["leading"]:
                return -1
        elif word not in english["helping"] and word not in english["leading"] and not word.endswith("ly"):
            return -1 if word in english["governing"] or word in english["articles"] else at
    return -1


def _acting_nouns(met: Met, clause: range) -> list[int]:
    """The nouns of a German clause that may act."""
    return [at for at in clause if at in met.nouns and standing(met.left, met.nouns, at) == "free"]


def _of_doer(met: Met, told: Told) -> Iterator[Exchanged]:
    """“He accused the court” where German has „Das Gericht warf ihm vor“."""
    persons, doer = grammar().persons, met.right[told.doer].small
    pronouns = free_pronouns(met, told.clause)
    nouns = _acting_nouns(met, told.clause)
    if doer in persons.acting and len(pronouns) == PAIR:
        yield from _of_two(met, told, pronouns)
    if doer not in persons.acting or len(pronouns) != 1 or not nouns or _person_behind(met, told):
        return
    behind = met.right[told.verb + 1] if told.verb + 1 < len(met.right) else None
    if not behind or behind.before or (behind.small in grammar().english["governing"] and behind.small != told.row.to):
        return  # “She had help from the neighbours”
    him = met.left[pronouns[0]].small
    is_him = him in OBJECTS and bool(persons.acting[doer] & _persons_of(him))
    if is_him or (him == "ihr" and doer == "she"):
        yield exchanged(met.left[nouns[0]], met.left[pronouns[0]], met.right[told.doer])


def _of_two(met: Met, told: Told, pronouns: list[int]) -> Iterator[Exchanged]:
    """“She contradicted him” where German has „Er widersprach ihr“."""
    persons, doer, behind = grammar().persons, met.right[told.doer].small, _person_behind(met, told)
    ones = [at for at in pronouns if met.left[at].small in ALWAYS]
    others = [at for at in pronouns if at not in ones and met.left[at].small != "es"]
    if not behind or len(others) != 1 or len(ones) != 1:
        ones = [at for at in pronouns if met.left[at].small == "sie"]
        others = [at for at in pronouns if met.left[at].small in OBJECTS]
    if not behind or len(others) != 1 or len(ones) != 1:
        return
    mine, other = persons.subjects[met.left[ones[0]].small], _persons_of(met.left[others[0]].small)
    if mine != other and mine & persons.done_to[behind] and other & persons.acting[doer]:
        yield exchanged(met.left[ones[0]], met.left[others[0]], met.right[told.doer])


def _persons_of(word: str) -> frozenset[str]:
    return frozenset(("sie",)) if word in HERS else grammar().persons.objects.get(word, frozenset())


def _person_behind(met: Met, told: Told) -> str:
    """The pronoun to which it is done in English, right behind the verb or behind “to”."""
    english, behind = grammar().english, told.verb + 1
    is_person = behind < len(met.right) and not met.right[behind].before and met.right[behind].small not in THINGS
    found = _him(met, behind) if is_person else ""
    if found or told.row.to != "to":
        return found
    for at in range(behind, min(behind + NEAR, len(met.right) - 1)):
        word = met.right[at].small
        if met.right[at].before or (word in english["governing"] and word != "to"):
            return ""
        if word == "to":
            return "" if met.right[at + 1].before else _him(met, at + 1)
    return ""


def _him(met: Met, at: int) -> str:
    """The English pronoun at a place; “her” is none before what is hers."""
    word = met.right[at].small
    if word == "her" and at + 1 < len(met.right):
        next_ = met.right[at + 1]
        is_her = next_.before or next_.small in BEHIND_HER or next_.small in grammar().english["articles"]
        return word if is_her else ""
    return word if word in grammar().persons.done_to else ""


def _of_done_to(met: Met, told: Told) -> Iterator[Exchanged]:
    """“The court accuses him” where German has „Er wirft dem Gericht vor“."""
    persons, pronoun = grammar().persons, _person_behind(met, told)
    pronouns = free_pronouns(met, told.clause)
    pronouns = [at for at in pronouns if met.left[at].small != "es"]
    if not pronoun or met.right[told.doer].small in persons.acting or len(pronouns) != 1:
        return
    he = met.left[pronouns[0]].small
    objects = [at for at in told.clause if at in met.nouns and standing(met.left, met.nouns, at) == "object"]
    objects += [at for at in told.clause if at in met.nouns and is_hers(met, at)]
    is_he = he in ALWAYS or (he == "sie" and bool(objects))
    nouns = objects or [at for at in told.clause if at in met.nouns]
    if is_he and nouns and persons.subjects[he] & persons.done_to[pronoun]:
        yield exchanged(met.left[pronouns[0]], met.left[nouns[0]], met.right[told.doer])
