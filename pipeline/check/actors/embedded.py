"""Nouns of a clause or of a phrase that stand in each other's place.

In: two sentences with the answers of their words. Out: two nouns of the original that stand the other way round in the
translation: subject and object of a subordinate clause, the two nouns of a genitive, a relative pronoun and a noun.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...facts.words.grammar import DETERMINER, grammar, is_verb
from .acting import BE, CLAUSE, PASSIVE, clause_end, clause_of, is_converse, is_measure
from .phrases import standing, stands_free

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..answering.anchored import Met

    Pair = tuple[int, int]

OF = re.compile(r"\s*(?:[a-z]+ )?of (?:(?:the|an?|its|their|his|her|this) )?(?:[a-z]+ )?")
PASSIVE_EN = re.compile(r"\b(?:who|which|that) (?:has been|have been|is|are|was|were) (?:\w+ly )?")
BY = re.compile(r" (?:\w+ )?by\b")
"""What makes a relative clause passive, and what tells who does it."""
OWNED = 3
"""Words from an owner to what is owned: the city's three new buses."""
NEAR = 4
"""Words before a noun among which its article or a relative pronoun stands."""


def exchanged_inside(met: Met, german: str, said: str) -> Iterator[Pair]:
    """Two German nouns that the translation has in each other's place, within a clause or a phrase."""
    yield from _in_clauses(met, german, said)
    yield from _owned(met, said)
    yield from _relative(met, german, said)
    yield from _done_to(met, german, said)


def _in_clauses(met: Met, german: str, said: str) -> Iterator[Pair]:
    """Subject and object of a subordinate clause, in which German has the subject first."""
    conjunctions = grammar().german["conjunctions"]
    for at, word in enumerate(met.left):
        if word.small in conjunctions and (word.before or not at):
            end = clause_of(met, at)
            found = _bare(met, range(at + 1, end))
            if not found or PASSIVE.search(german, word.end, met.left[end - 1].end):
                continue
            if _is_turned(met, said, *found) and not is_converse(met, range(at + 1, end), is_main=False):
                yield found


def _bare(met: Met, inside: Sequence[int]) -> Pair | None:
    """The first two nouns of a German clause that nothing governs; the first may be a subject, both have answers."""
    free = [(at, how) for at in inside if at in met.nouns and (how := standing(met.left, met.nouns, at)) != "governed"]
    if len(free) < 2 or free[0][1] == "object":  # noqa: PLR2004 - a subject and an object
        return None
    pair = free[0][0], free[1][0]
    return pair if all(at in met.answers and not is_measure(met, at) for at in pair) else None


def _is_turned(met: Met, said: str, first: int, second: int) -> bool:
    """Whether the second of two nouns is the subject of an English clause, and the first its object."""
    one, other = met.answers[first], met.answers[second]
    if other[1] >= one[0] or met.is_owner(other[1]):
        return False
    start, end = met.right[other[1]].end, met.right[one[0]].start
    if CLAUSE.search(said, start, end) or not all(stands_free(met.right, place[0]) for place in (one, other)):
        return False
    between = {word.small for word in met.right[other[1] + 1 : one[0]]}
    return bool(between - grammar().english["articles"]) and not BE.search(said, start, clause_end(said, end))


def _owned(met: Met, said: str) -> Iterator[Pair]:
    """The owner for what is owned: „die Tochter der Malerin“, “the daughter’s painter”."""
    for other, place in met.named:
        one = _owned_before(met, other)
        if one not in met.answers or is_measure(met, one) or is_measure(met, other):
            continue
        owner = met.answers[one]
        owns = met.is_owner(owner[1]) and 0 < place[0] - owner[1] <= OWNED
        is_of = place[1] < owner[0] and OF.fullmatch(said, met.right[place[1]].end, met.right[owner[0]].start)
        if owns or (is_of and not met.is_owner(place[1])):  # “the utility’s course of action”
            yield one, other


def _owned_before(met: Met, number: int) -> int:
    """What a German noun in the genitive belongs to; -1 if it stands otherwise."""
    for at in range(number - 1, max(0, number - 3), -1):
        if met.left[at + 1].before:
            return -1
        if met.left[at].text in grammar().german["genitive"]:
            return at - 1 if at - 1 in met.nouns and not met.left[at].before else -1
    return -1


def _relative(met: Met, german: str, said: str) -> Iterator[Pair]:
    """Who does it, for whom it is done to, told by the form of a relative pronoun: der, den."""
    english = grammar().english
    for number, place in met.named:
        at = _pronoun_before(met, number)
        if not at or at - 1 not in met.answers or PASSIVE.search(german, met.left[at].start):
            continue
        ahead = _relative_ahead(met, place[0])
        if ahead is None:
            continue
        if met.left[at].text == "den":
            is_told = bool(set(ahead) - english["owning"]) and english["acting"].isdisjoint(ahead) and "by" not in ahead
        else:
            is_told = not ahead and _is_masculine(met, at - 1) and not BE.match(said, met.right[place[1]].end + 1)
        if is_told:
            yield at - 1, number


def _done_to(met: Met, german: str, said: str) -> Iterator[Pair]:
    """Who does it, of whom English says that it is done to him: „der die Studie bezahlt hat“, “who was paid”."""
    if ", der " not in german or not PASSIVE_EN.search(said):
        return
    ends = {found.end() for found in PASSIVE_EN.finditer(said)}
    for at, word in enumerate(met.left):
        if word.small != "der" or word.before != "," or at - 1 not in met.nouns or not _is_masculine(met, at - 1):
            continue
        end = clause_of(met, at)
        inside = [number for number in range(at + 2, end) if number in met.nouns and number in met.answers]
        if not inside or met.left[at + 1].text not in ("die", "das", "den"):
            continue
        if PASSIVE.search(german, word.end, met.left[end - 1].end):
            continue
        for done in (number for number in range(inside[0] + 1, end) if number not in met.nouns):
            place = met.answers.get(done, (0, 0))[0]
            is_done = met.right[place].start in ends and not met.right[place].small.endswith("ing")
            if place and is_done and is_verb(met.left[done].text) and not BY.match(said, met.right[place].end):
                yield _head(met, at - 1), inside[0]


def _head(met: Met, number: int) -> int:
    """The first of the nouns that stand behind one article: „der Hersteller Norvexa aus Basel“."""
    start = next((at for at in range(number, 0, -1) if DETERMINER.fullmatch(met.left[at - 1].small)), number)
    return next((at for at in range(start, number + 1) if at in met.nouns), number)


def _pronoun_before(met: Met, number: int) -> int:
    """The relative pronoun before the article of a German noun; 0 if there is none."""
    for at in range(number - 1, max(0, number - NEAR), -1):
        if met.left[at].before == "," and met.left[at].text in ("der", "den"):
            article = met.left[at + 1].text
            is_noun = at + 1 < number and at - 1 in met.nouns and DETERMINER.fullmatch(article)
            return at if is_noun and (article == "der") <= (met.left[at].text == "den") else 0
        if met.left[at].before:
            return 0
    return 0


def _is_masculine(met: Met, number: int) -> bool:
    """Whether the article before a German noun may be one of a masculine."""
    before = (met.left[at].small for at in range(number, max(-1, number - NEAR - 1), -1))
    return next((word for word in before if DETERMINER.fullmatch(word)), "") in grammar().german["masculine"]


def _relative_ahead(met: Met, at: int) -> list[str] | None:
    """The words between an English noun with its article and the relative pronoun before it; None without one."""
    english = grammar().english
    words: list[str] = []
    for here in range(at - 1, max(0, at - NEAR - 2), -1):
        word = met.right[here].small
        if met.right[here + 1].before:
            return None
        if word in english["relative"]:
            return words
        if words or word not in english["articles"]:
            words.insert(0, word)
    return None
