"""What a preposition governs, and what is given up for something else, stands in the other's place.

In: two sentences with the answers of their words. Out: two nouns of the original of which the one stands behind the
word in German and the other behind its English: „vor den Daten“, “before the documentation”.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...facts.words.grammar import grammar
from ...vocabulary.terms import STOP_WORDS
from .acting import clause_of, is_measure
from .phrases import attributes, governed, phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..answering.anchored import Met

    Pair = tuple[int, int]

APART = frozenset((",", "–", "—"))
HE = re.compile(r"\b[Nn]icht (?:(?P<she>sie|ihr)|(?P<he>er|ih[nm])), sondern (?:auch )?(?:er|ih[nm]|sie|ihr)\b")
HE_EN = re.compile(r"\b[Nn]ot (?:(?P<she>she|her)|(?P<he>he|him)),? but (?:he|him|she|her)\b")


def exchanged_governed(met: Met) -> Iterator[Pair]:
    """Two German nouns of which the English word governs the second instead of the first."""
    german = grammar().german
    mine, theirs = ([word.small for word in side] for side in (met.left, met.right))
    has_clause = not german["clauses"].isdisjoint(mine)
    for words, english, is_phrase in grammar().governs:
        if words.isdisjoint(mine) or (has_clause and not is_phrase):
            continue
        here = {at: len(each) for each in english for at in _places(theirs, each)}
        there = [at for at, word in enumerate(mine) if word in words]
        if len(here) == len(there) == 1:
            start, size = here.popitem()
            yield from _other(met, _group(met, there[0]), (start, start + size - 1), is_phrase=is_phrase)
    if "nicht" in mine or not german["instead"].isdisjoint(mine):
        yield from _given_up(met, theirs)


def other_pronoun(german: str, said: str) -> tuple[re.Match[str], re.Match[str]] | None:
    """Where „nicht sie, sondern er“ is “not he but she”."""
    there, here = (HE.search(german), HE_EN.search(said)) if "sondern" in german else (None, None)
    return (there, here) if there and here and there.lastgroup != here.lastgroup else None


def _places(row: Sequence[str], words: tuple[str, ...]) -> list[int]:
    """Where some words stand in a row."""
    if words[0] not in row:
        return []
    return [at for at, word in enumerate(row) if word == words[0] and tuple(row[at : at + len(words)]) == words]


def _group(met: Met, at: int) -> list[int]:
    """The nouns that a German word governs, with what belongs to them."""
    inside = phrase(met.left, met.nouns, at + 1)
    if not inside or met.left[at + 1].before:
        return []
    last = attributes(met.left, met.nouns, inside.last)
    return [number for number in range(inside.first, last + 1) if number in met.nouns]


def _other(met: Met, group: list[int], here: tuple[int, int], *, is_phrase: bool) -> Iterator[Pair]:
    """The noun behind the English word that is none of those behind the German one, which stand elsewhere."""
    if not group or group[0] not in met.answers or is_measure(met, group[0]):
        return
    starts = {place[0]: number for number, place in met.named}
    other = starts.get(governed(met.right, here[1], starts), -1)
    if other < 0 or other in group or is_measure(met, other) or met.is_owner(met.answers[other][1]):
        return
    end, one = met.answers[other][1], met.answers[group[0]]
    parted = any(word.before for word in met.right[end + 1 : one[0] + 1])
    if one[1] < here[0] or (one[0] > end and (is_phrase or parted)):
        yield group[0], other


def _given_up(met: Met, row: Sequence[str]) -> Iterator[Pair]:
    """What is given up for something else: „A, nicht B“, „nicht B, sondern A“, „A statt B“."""
    theirs = _denied_english(met, row)
    mine = _denied_german(met) if len(theirs) == 1 else []
    if len(mine) != 1:
        return
    there = [number for number in mine[0] if number in met.nouns]
    here = [number for number, place in met.named if place[0] in theirs[0]]
    outside = [number for number in there if number in met.answers and met.answers[number][0] not in theirs[0]]
    if there and here and outside == there and not set(here) & set(mine[0]):
        yield there[0], here[0]


def _denied_german(met: Met) -> list[range]:
    """The phrases that are given up in German."""
    found = []
    german = grammar().german
    for at, word in enumerate(met.left):
        if word.small in german["instead"]:
            group = _group(met, at)
            found += [range(at + 1, group[-1] + 1)] if group else []
        elif word.small == "nicht":
            end = clause_of(met, at)
            is_behind = word.before in APART or (at > 0 and met.left[at - 1].text in ("und", "aber"))
            but = end < len(met.left) and met.left[end].text == "sondern"
            if end - 1 in met.nouns and end > at + 1 and (but or is_behind):
                found.append(range(at + 1, end))
    return found


def _denied_english(met: Met, row: Sequence[str]) -> list[range]:
    """The phrases that are given up in English."""
    starts = [at + len(each) for each in grammar().instead for at in _places(row, each)]
    found = [range(start, _stop(met, start, row)) for start in starts]
    for at in _places(row, ("not",)):
        end = _stop(met, at + 1, row)
        is_behind = met.right[at].before in APART or (at > 0 and row[at - 1] in ("and", "but"))
        but = end < len(row) and row[end] == "but"
        if but or (is_behind and (end == len(row) or met.right[end].before)):
            found.append(range(at + 1, end))
    return [each for each in found if each]


def _stop(met: Met, at: int, row: Sequence[str]) -> int:
    """Where a phrase ends in English: at a sign, or at a word that no phrase has."""
    english = grammar().english
    for here in range(at, len(row)):
        if here > at and met.right[here].before:
            return here
        may_belong = row[here] in english["articles"] or row[here] in english["governing"]
        if row[here] in STOP_WORDS["en"] and not may_belong:
            return here
    return len(row)
