"""Words of a German sentence that have one answer, also those that stand in no dictionary.

In: two sentences with the answers of their words. Out: :class:`Unit` values: nouns and other words that the dictionary
knows, persons, figures, denials, yes and no, most and few.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ...facts.words.grammar import DETERMINER, grammar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..answering.anchored import Met, Word

NOT = "n't", "n’t"
NOUNS = frozenset(("noun", "person"))
HEADS = NOUNS | {"answer", "quantity", "most"}
"""What may change places, and of what kind."""
MOST = re.compile(r"\w+ste[nrsm]?")
"""A superlative: behind an article it tells one of some things from the others."""


class Unit(NamedTuple):
    """A German word with an answer: the numbers of both, where they stand, what it is."""

    number: int
    answer: int
    there: int
    here: int
    kind: str


def may_change(met: Met) -> bool:
    """Whether anything may change places that the dictionary leaves out."""
    mine, theirs = grammar().changing
    return not mine.isdisjoint([word.small for word in met.left]) and not theirs.isdisjoint(
        [word.small for word in met.right]
    )


def units(met: Met) -> list[Unit]:
    """The words with an answer, also what the dictionary leaves out: persons, figures, denials, yes and no."""
    found = {number: (place[0], _kind(met, number)) for number, place in met.answers.items()}
    mine, theirs = _signs(met.left, 0), _signs(met.right, 1)
    for sign in mine.keys() & theirs.keys():
        number, answer = mine[sign], theirs[sign]
        if number >= 0 <= answer:
            found.setdefault(number, (answer, sign[0]))
    return [
        Unit(number, answer, met.left[number].start, met.right[answer].start, kind)
        for number, (answer, kind) in sorted(found.items())
    ]


def is_most(words: Sequence[Word], number: int) -> bool:
    """Whether a German word is a superlative behind an article: „das teuerste Gerät“, „das billigste“."""
    if not number or words[number].before or not MOST.fullmatch(words[number].text):
        return False
    return DETERMINER.fullmatch(words[number - 1].small) is not None


def _kind(met: Met, number: int) -> str:
    if number in met.nouns:
        return "noun"
    return "most" if is_most(met.left, number) else "word"


def _signs(words: Sequence[Word], side: int) -> Mapping[tuple[str, str], int]:
    """The only word of each kind that needs no dictionary, or -1."""
    found: dict[tuple[str, str], int] = {}
    known = grammar().alike[side]
    for number, word in enumerate(words):
        small = word.small
        if small in known:
            signs = known[small]
        elif small[0].isdigit():
            signs = [("figure", "".join(filter(str.isdigit, small)))]
        elif side and small.endswith(NOT):
            signs = known["not"]
        else:
            continue
        for sign in signs:
            found[sign] = -1 if sign in found else number
    return found
