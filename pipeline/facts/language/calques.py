"""Text -> its calques: German compounds whose parts English translates one by one: “hand shoe” for „Handschuh“.

In: texts of a German sentence and of the English one that answers it. Out: the compound and its literal translation.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from ...vocabulary.opaque import opaque
from ...vocabulary.stems import stem
from ...vocabulary.terms import composed, english, entries, lemma
from ..words.runs import Rare, row, runs
from ..words.said import says, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    Stems = frozenset[str]

PAIR = 2
NONE: Stems = frozenset()


@lru_cache(maxsize=1 << 11)
def calques(word: str) -> tuple[Stems, Stems]:
    """The stems of what the parts of a compound are called; of its first part those that its own translations lack."""
    parts = composed(word) if lemma(word) in opaque() else ()
    if len(parts) != PAIR:
        return NONE, NONE
    said = {stem(each) for meaning in english(word) for each in meaning.replace("-", " ").split()}
    heads, tails = (frozenset(stem(each) for each in english(part) if each.isalpha()) for part in parts)
    return heads - said, tails


HAS_CALQUE = Rare(lambda word: word[:1].isupper() and all(calques(word)))
"""The compounds that may be translated part by part."""


def literal(german: str, said: str) -> Iterator[tuple[str, str]]:
    """The compounds of a German text that English says part by part, and how it does."""
    compounds = HAS_CALQUE(runs(german))
    if not compounds:
        return
    lower, stems = said.lower(), stems_of(said)
    for word in sorted(compounds):
        heads, tails = calques(word)
        if not heads.isdisjoint(stems) and not any(says(each, stems, lower) for each in english(word)):
            found = (pair for pair in pairwise(row(said)) if _is_of(pair, heads, tails))
            told = (_spelled(pair, said) for pair in found if not _is_meant(pair, german, word))
            yield from ((word, each) for each in [next(filter(None, told), "")] if each)


def _is_of(pair: tuple[str, str], heads: Stems, tails: Stems) -> bool:
    first, second = (stem(each.lower()) for each in pair)
    return first in heads and second in tails


def _spelled(pair: tuple[str, str], said: str) -> str:
    """Two words as a text has them side by side, with a space or hyphen between; or ''."""
    return next((each for sign in " -" if (each := sign.join(pair)) in said), "")


def _is_meant(pair: tuple[str, str], german: str, word: str) -> bool:
    """Whether the dictionary itself has two words side by side, or other words of the German text explain both."""
    lower = " ".join(pair).lower().removesuffix("s")
    every = "\n".join(entries().values()).lower()
    if any(each in every for each in (lower, lower.replace(" ", ""))):
        return True
    others = {stem(each) for run in runs(german) - {word} for meaning in english(run) for each in meaning.split()}
    return {stem(each.lower()) for each in pair} <= others
