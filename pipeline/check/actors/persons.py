"""Who does it and to whom it is done, where one of them is a pronoun: „Ich widersprach ihm“, “He contradicted me”.

In: two sentences with the answers of their words. Out: two German words of a clause that have changed places.

The form of a pronoun tells subject from object in both languages, so nothing else need be known but the verb. Left out
are „sie“ and „es“, whose form is the same, and verbs that say the same from the other side: „Er gefällt mir“, “I like
him”.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...facts.words.grammar import grammar, is_verb
from ...facts.words.runs import small_runs
from .acting import PASSIVE, clause_of, is_measure
from .phrases import standing, stands_free
from .places import exchanged

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..answering.anchored import Met
    from .places import Exchanged

HIM = frozenset(("ihm", "ihn"))
PAIR = 2
KNOW = re.compile(r"(?:er|be)?k[ae]nn")
"""Who knows somebody is known to him, as a rule."""
BETWEEN = 3
"""Words between who does it and the English verb."""


def may_be_persons(german: str, said: str) -> bool:
    """Whether two texts have pronouns that may have changed places; many have not."""
    persons, there, here = grammar().persons, small_runs(german), small_runs(said)
    if not HIM.isdisjoint(there):
        return True
    return not (persons.done_to.keys().isdisjoint(here) or persons.subjects.keys().isdisjoint(there))


def exchanged_persons(met: Met, german: str) -> Iterator[Exchanged]:
    """Two German words that have changed places: where the second stands in English, and the first in German."""
    persons = grammar().persons
    for behind in [at for at, word in enumerate(met.right) if word.small in persons.done_to and not word.before]:
        verb, doer = _doing(met, behind - 1)
        inside = _clause(met, verb) if doer >= 0 else range(0)
        pronouns = [at for at in inside if _is_free_pronoun(met, at, inside)]
        if pronouns and not _is_two_sided(met, german, inside):
            yield from _of_pronouns(met, pronouns, doer, behind)
            yield from _of_noun(met, inside, pronouns, doer, behind)
    for him in [at for at, word in enumerate(met.left) if word.small in HIM]:
        inside = _clause(met, him)
        if [at for at in inside if _is_free_pronoun(met, at, inside)] == [him]:
            yield from _of_him(met, german, inside, him)


def _is_free_pronoun(met: Met, at: int, inside: range) -> bool:
    """Whether a German word is a pronoun that no preposition governs."""
    subjects, objects, *_ = grammar().persons
    word = met.left[at].small
    if word not in subjects and word not in objects:
        return False
    return at == inside.start or met.left[at - 1].small not in grammar().german["prepositions"]


def _clause(met: Met, at: int) -> range:
    """The words of the German clause that a word is in."""
    start = next((here for here in range(at, 0, -1) if met.left[here].before), 0)
    return range(start, clause_of(met, at))


def _doing(met: Met, last: int) -> tuple[int, int]:
    """The German verb that an English one answers, which ends so, and who does it; -1 where there is none."""
    verb = next((at for at, place in met.answers.items() if place[1] == last and at not in met.nouns), -1)
    if verb < 0 or not is_verb(met.left[verb].text):
        return -1, -1
    return verb, _before(met, met.answers[verb][0])


def _is_two_sided(met: Met, german: str, inside: range) -> bool:
    """Whether a German clause may say the same from the other side."""
    known = grammar()
    kinds = known.mutual, known.converse, known.dative, KNOW
    verbs = [met.left[at].text for at in inside if at not in met.nouns and is_verb(met.left[at].text)]
    if any(each.match(verb) for verb in verbs for each in kinds):
        return True
    return PASSIVE.search(german, met.left[inside.start].start, met.left[inside.stop - 1].end) is not None


def _of_pronouns(met: Met, pronouns: Sequence[int], doer: int, behind: int) -> Iterator[Exchanged]:
    """Two pronouns, of which the form of one tells what the other is."""
    subjects, objects, acting, done_to = grammar().persons
    if len(pronouns) != PAIR:
        return
    ones = [at for at in pronouns if met.left[at].small not in objects]
    others = [at for at in pronouns if met.left[at].small not in subjects]
    open_ = [at for at in pronouns if at not in ones and at not in others]
    if max(len(ones), len(others), len(open_)) > 1:
        return
    one, other = (ones or open_)[0], (others or open_)[0]
    mine, theirs = subjects[met.left[one].small], objects[met.left[other].small]
    before, after = acting.get(met.right[doer].small, frozenset()), done_to[met.right[behind].small]
    if mine != theirs and theirs & before and mine & after and not mine & before:
        yield exchanged(met.left[one], met.left[other], met.right[doer])


def _of_noun(met: Met, inside: range, pronouns: Sequence[int], doer: int, behind: int) -> Iterator[Exchanged]:
    """A pronoun that does it, and the noun to which it is done."""
    subjects, objects, _, done_to = grammar().persons
    word = met.left[pronouns[0]].small
    if len(pronouns) > 1 or word in objects or not subjects[word] & done_to[met.right[behind].small]:
        return
    noun = next((number for number, place in met.named if place[1] == doer and number in inside), -1)
    if noun > pronouns[0] and _is_free(met, noun) and stands_free(met.right, met.answers[noun][0]):
        yield exchanged(met.left[pronouns[0]], met.left[noun], met.right[doer])


def _of_him(met: Met, german: str, inside: range, him: int) -> Iterator[Exchanged]:
    """The noun that does it, and the pronoun to which it is done."""
    _, objects, acting, _ = grammar().persons
    for noun in (number for number, _ in met.named if number in inside and number > 0):
        at = met.answers[noun][0]
        if met.right[at].before:
            continue
        verb, doer = _doing(met, at - 1 - (met.right[at - 1].small in grammar().english["articles"]))
        before = acting.get(met.right[doer].small, frozenset()) if doer >= 0 and verb in inside else frozenset()
        if not objects[met.left[him].small] & before or _is_two_sided(met, german, inside):
            continue
        if _is_free(met, noun) and met.left[noun - 1].small in ("der", *HIM):
            yield exchanged(met.left[noun], met.left[him], met.right[doer])


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
