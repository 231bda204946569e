"""What is done by whom: who stands behind “by”, and behind „von“.

In: two sentences with the answers of their words. Out: two nouns of the original that stand in each other's place in
the translation: what something is done to here does it there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...facts.words.grammar import grammar, is_verb
from .acting import (
    BE,
    PASSIVE,
    begins_with_participle,
    clause_end,
    clause_of,
    english_subject,
    has_verb,
    is_converse,
    is_measure,
    is_sure,
)
from .phrases import attributes, governed, phrase, standing, stands_free, subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..answering.anchored import Met

    Pair = tuple[int, int]

DONE = re.compile(r"\b(?:wurden?|worden)\b")
BY = frozenset(("von", "vom", "durch"))
LET = re.compile(r"\b(?:ge)?l(?:a|ä|ie)ss?\w*|\bließ\w*")
"""What has something done by somebody."""


def exchanged_passives(met: Met, german: str, said: str) -> Iterator[Pair]:
    """Two German nouns of which the translation has the second do what is done to it, or the reverse."""
    yield from _by(met, german, said)
    yield from _made_active(met, german, said)


def _by(met: Met, german: str, said: str) -> Iterator[Pair]:
    """What stands behind the only “by” of a passive, and acts nowhere in the original."""
    agents = [at for at, word in enumerate(met.right) if word.text == "by"]
    other = _governed(met, agents[0]) if len(agents) == 1 and BE.search(said) else -1
    if other < 0 or begins_with_participle(met):
        return
    if not PASSIVE.search(german) and _is_done_to(met, german, agents[0], other):
        mine = subject(met.left, met.nouns)
        yield (mine[0].last if mine else other), other
        return
    if PASSIVE.search(german):
        behind = _behind_by(met)
        lost = sorted(number for number in behind & met.answers.keys() if met.answers[number][1] < agents[0])
        if lost and other not in behind:
            yield lost[0], other
        return
    mine, theirs = subject(met.left, met.nouns), english_subject(met)
    if not mine or not theirs or theirs[0].isdisjoint(range(mine[0].first, mine[0].last + 1)) or other <= mine[1]:
        return
    verb = met.left[mine[2]]
    if is_converse(met, range(mine[2], clause_of(met, mine[2]))):
        return  # „hinterlässt zwei Töchter“, “is survived by two daughters”
    if grammar().dative.match(verb.text) or (verb.before and verb.text != "der"):
        return  # „gehört dem Vater“, “is owned by the father”; „der Verein, den die Stadt fördert“
    is_near = not any(word.before for word in met.left[mine[2] + 1 : other + 1])
    if is_near and standing(met.left, met.nouns, other) != "governed" and is_sure(met, other):
        yield mine[0].last, other


def _is_done_to(met: Met, german: str, by: int, other: int) -> bool:
    """Whether the noun behind “by” is the object of what English says is done by it: „hat den Rivalen gekauft“."""
    done = next((at for at, place in met.answers.items() if place[1] == by - 1 and at not in met.nouns), -1)
    if done < 0 or not is_verb(met.left[done].text) or standing(met.left, met.nouns, other) != "object":
        return False
    known, (first, last) = grammar(), sorted((done, other))
    is_one_clause = not any(word.before for word in met.left[first + 1 : last + 1])
    is_two_sided = any(each.match(met.left[done].text) for each in (known.mutual, known.dative))
    return is_one_clause and not is_two_sided and not LET.search(german) and other not in _behind_by(met)


def _made_active(met: Met, german: str, said: str) -> Iterator[Pair]:
    """What something is done to in the original's passive, and acts in the translation on who does it."""
    if not DONE.search(german):
        return
    mine, theirs = subject(met.left, met.nouns), english_subject(met)
    if not mine or not theirs or mine[0].last not in theirs[0] or not has_verb(met, theirs[1]):
        return
    start = met.right[theirs[1]].end
    end = clause_end(said, start + 2)
    for one in sorted(_behind_by(met) & met.answers.keys()):
        place = met.answers[one][0]
        is_object = met.right[place].start < end and place > theirs[1] and stands_free(met.right, place)
        if one > mine[1] and is_object and not BE.search(said, start, end) and not is_measure(met, one):
            yield mine[0].last, one


def _governed(met: Met, at: int) -> int:
    """The German noun that answers the first noun behind an English preposition; -1 if there is none."""
    starts = {place[0]: number for number, place in met.named}
    number = starts.get(governed(met.right, at, starts), -1)
    return -1 if number < 0 or is_measure(met, number) or met.is_owner(met.answers[number][1]) else number


def _behind_by(met: Met) -> set[int]:
    """The German nouns behind „von“ or „durch“."""
    found: set[int] = set()
    for at, word in enumerate(met.left):
        inside = phrase(met.left, met.nouns, at + 1) if word.small in BY else None
        if inside:
            found.update(range(inside.first, attributes(met.left, met.nouns, inside.last) + 1))
    return found
