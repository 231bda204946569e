"""A name of the article is not another one of it, whatever it is the name of.

In: an original and its translation. Out: remarks on names that both articles have, and that stand for each other in a
sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....facts.words.runs import runs
from ....model import Language
from ....vocabulary.terms import is_english, is_entry
from ...answering.lines import answering, lines
from ...rule import Remark, remark
from .exchanged import likely_names
from .known import Known, nouns_of, runs_of
from .people import PRONOUN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Translation
    from ...compared.prose import Passage
    from .known import Nouns

    Place = tuple[int, int]

SHORTEST = 4
"""Letters of a name."""


def other_names(pair: Translation) -> Iterator[Remark]:
    """Where a sentence has a name that its original's block has not, and lacks one that it has."""
    names = _names(pair)
    known: tuple[Nouns, Known] | None = None
    for _, mine, theirs in lines(pair) if names else ():
        gained = {name for name in names & runs(theirs.text) if not _has(name, mine.text)}
        if not gained:
            continue
        known = known or (nouns_of(pair.original), Known.of(pair.article))  # few pairs need them
        likely = {name.text for name in likely_names(mine.text, *known)}
        lost = {name for name in runs(mine.text) & (names | likely) if not _has(name, theirs.text)}
        for there, here in answering(mine, theirs) if gained else ():
            old, new = _first(lost, mine, there), _first(gained, theirs, here)
            if old and new and not _may_stand(mine.text[slice(*there)], theirs.text[slice(*here)]):
                yield remark(
                    theirs.span(*new),
                    "“{here}” is not “{there}”",
                    related=mine.span(*old),
                    here=theirs.text[slice(*new)],
                    there=mine.text[slice(*old)],
                )


def _names(pair: Translation) -> frozenset[str]:
    """What both articles write with a capital, never without, and is no word of either language."""
    mine, theirs = runs_of(pair.original), runs_of(pair.article)
    large = {word for word in mine & theirs if len(word) >= SHORTEST and word[0].isupper() and not word.isupper()}
    return frozenset(
        word
        for word in large
        if word.lower() not in mine and word.lower() not in theirs and not (is_english(word) or is_entry(word))
    )


def _has(name: str, text: str) -> bool:
    """Whether a text has a name, or what is made of it: „Kölner“."""
    return name in text or name.removesuffix("s") in text


def _first(names: set[str], passage: Passage, place: Place) -> Place | None:
    """Where a piece of a passage has the first of some names."""
    said = names & runs(passage.text[slice(*place)])
    found = min(((passage.text.index(name, place[0]), name) for name in said), default=None)
    return (found[0], found[0] + len(found[1])) if found else None


def _may_stand(german: str, english: str) -> bool:
    """Whether pronouns may stand for names in both."""
    return bool(PRONOUN[Language.DE].search(german) and PRONOUN[Language.EN].search(english))
