"""Nouns to which something is done, told by their articles and by the verb: „dankte dem Richter“, „der ihr half“.

In: two sentences, and the verb that both have. Out: two German words that have changed places.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...align.words import KNOWN
from ...facts.words.grammar import DETERMINER, grammar
from ...model import Language
from ...vocabulary.terms import lemma
from .phrases import standing, stands_free, subject
from .places import exchanged
from .verbs import NEAR, OBJECTS, free_pronouns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..answering.anchored import Met
    from .places import Exchanged
    from .verbs import Told

HERS_ENDING = ("age", "inde", "örde", "asse", "ule", "uppe")
"""How nouns in „e“ end that no man is: „der Kunde“ acts."""
NEVER_DATIVE = frozenset(("die", "das", "ein", "eine", "mein", "meine", "ihre", "seine", "unsere", "diese"))
"""Behind these nothing is done to a noun in the singular, where German has a dative."""


def is_hers(met: Met, number: int) -> bool:
    """Whether a German noun stands behind the article of a dative that is feminine, and governed by nothing."""
    before = met.left[number - 1].small if number else ""
    governs = number > 1 and (met.left[number - 2].small in grammar().german["prepositions"] or number - 2 in met.nouns)
    if governs:
        return False
    if before != "der":
        return before in {"ihrer", "seiner", "einer", "meiner", "unserer"}
    word = met.left[number].small
    return word.endswith(HERS_ENDING) or (not word.endswith("e") and word.endswith(grammar().feminine))


def of_head(met: Met, told: Told) -> Iterator[Exchanged]:
    """“Who helped the firefighter” where German has „ein Feuerwehrmann, der ihr half“."""
    first = told.clause.start
    pronouns = free_pronouns(met, told.clause)
    is_relative = (
        met.left[first].text in ("der", "die", "das") and met.left[first].before == "," and first - 1 in met.nouns
    )
    if not is_relative or len(pronouns) != 1 or met.right[told.doer].small not in ("who", "that"):
        return
    if met.left[pronouns[0]].small not in OBJECTS | {"ihr"}:
        return
    if first + 1 not in pronouns and DETERMINER.fullmatch(met.left[first + 1].small):
        return
    head = frozenset(KNOWN[Language.DE][met.left[first - 1].text])
    for at in range(told.verb + 1, min(told.verb + 1 + NEAR, len(met.right))):
        if met.right[at].before:
            return
        if not head.isdisjoint(KNOWN[Language.EN][met.right[at].text]):
            yield exchanged(met.left[first - 1], met.left[pronouns[0]], met.right[told.doer])


def of_nouns(met: Met, told: Told) -> Iterator[Exchanged]:
    """“The judge thanked the lawyer” where German has „Der Anwalt dankte dem Richter“."""
    mine = subject(met.left, met.nouns)
    if not mine or mine[0].first not in told.clause:
        return
    done_to, doing = _noun_behind(met, told), _noun_before(met, told)
    if not mine[0].first <= done_to <= mine[0].last or mine[0].first <= doing <= mine[0].last:
        return
    others = [at for at in told.clause if at in met.nouns and at > mine[1]]
    given = [at for at in others if standing(met.left, met.nouns, at) == "object" or is_hers(met, at)]
    is_he = mine[0].determiner == "der" and not met.left[mine[0].last].small.endswith(grammar().feminine)
    is_bare = doing in others and standing(met.left, met.nouns, doing) == "free"
    is_sure = bool(given) and (is_he or doing in given)
    is_name = not mine[0].determiner and not lemma(met.left[mine[0].first].text)
    if is_bare and (is_name or (told.row.dative and mine[0].determiner in NEVER_DATIVE)):
        is_sure = True
    if is_sure:
        yield exchanged(met.left[done_to], met.left[doing if doing >= 0 else given[0]], met.right[told.doer])


def _noun_behind(met: Met, told: Told) -> int:
    """The German noun of that to which it is done in English; -1 if there is none."""
    starts = {place[0]: number for number, place in met.named}
    english, is_near = grammar().english, not told.row.to
    for at in range(told.verb + 1, min(told.verb + 1 + NEAR, len(met.right))):
        word = met.right[at]
        if word.before:
            return -1
        if word.small == told.row.to:
            is_near = True
        elif word.small in english["governing"]:
            return -1
        elif is_near and at in starts:
            return starts[at]
    return -1


def _noun_before(met: Met, told: Told) -> int:
    """The German noun of who does it in English; -1 if nothing is known of it, or it belongs to another."""
    number = next((number for number, place in met.named if place[0] <= told.doer <= place[1]), -1)
    return number if number >= 0 and stands_free(met.right, met.answers[number][0]) else -1
