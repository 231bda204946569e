"""A word is not another of its kind: summer is no winter, the tenant not the landlord.

In: an original and its translation. Out: remarks on nouns that were exchanged.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ....facts.dates.weekdays import ends_night
from ....facts.quotations import without_quotations
from ....facts.stance.hedges import denies_in_german
from ....facts.words.runs import Rare, runs
from ....facts.words.said import says, stems_of
from ....vocabulary.siblings import called, siblings
from ....vocabulary.stems import stem
from ....vocabulary.terms import composed, compound, english, entries, lemma
from ...answering.lines import answering, lines
from ...compared.prose import HIDDEN
from ...rule import Remark, Severity, remark, rule
from .mistaken import mistaken
from .periods import other_periods

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Translation
    from ...compared.prose import Passage

    Place = tuple[int, int]

PLURAL = re.compile(r"(?:(?<=[^siu])s|(?<=[sx])es|(?<=[cs]h)es|[’']s|s[’'])$")


@lru_cache(maxsize=1 << 14)
def _parts(run: str) -> tuple[str, ...]:
    """A word as the dictionary has it, and the two that it is made of: Roggen in Roggenmehl."""
    return (lemma(run), *(composed(run) if run[:1].isupper() else ()))


HAS_KIND = Rare(lambda word: not siblings().keys().isdisjoint(_parts(word)))
"""The German words of a kind; few of a text are."""
IS_CALLED = Rare(lambda word: _singular(word) in called())
"""The English words that may mean one of a kind."""
DAY = re.compile(r"\d\.? $")
UMLAUTS = str.maketrans("aou", "äöü")
"""What a quality is called by: lang, Länge."""
NOT, AHEAD = re.compile(r"(?:\b(?:not|never|neither|nor)|n['’]t)\s(?:\w+\s)?$"), 24
"""What denies an English word, and the characters before it in which that stands."""
DATE = 4
"""Characters before a month that show whether it has a day."""


@rule(Severity.WARNING)
def noun_exchanged(pair: Translation) -> Iterator[Remark]:
    """A word of the original became another of its kind.

    Why it matters: the sentence is fluent, and says that the tenant must pay for what the landlord must.

    Kinds are lists of words that exclude each other, such as seasons, relatives, animals, professions. A sentence must
    have one that the original's does not say in any word or compound, and lack the one that it does say. Nouns that the
    article itself translates alike in all other sentences exclude each other, too, and so do the periods of what is
    done again and again: what is done each year is not done each month.

    Bad: „Der Vermieter muss die Wand sanieren.“ – “The tenant must renovate the wall.”

    Good: “The landlord must renovate the wall.”

    Repair: write what the original says.
    """
    told = [*_of_kinds(pair), *other_periods(pair)]
    yield from told
    known = {each.at for each in told}
    yield from (each for each in mistaken(pair) if each.at not in known)


def _of_kinds(pair: Translation) -> Iterator[Remark]:
    """The words that became others of the same kind."""
    for _, mine, theirs in lines(pair):
        kinds = {part for run in HAS_KIND(runs(mine.raw)) for part in _parts(run)} & siblings().keys()
        wrong = {each for run in IS_CALLED(runs(theirs.raw)) for each in called()[_singular(run)]} if kinds else ()
        if any(siblings()[word].intersection(wrong) for word in kinds):
            for there, here in answering(mine, theirs) or [((0, len(mine.text)), (0, len(theirs.text)))]:
                yield from _exchanged(mine, there, theirs, here)


def _exchanged(mine: Passage, there: Place, theirs: Passage, here: Place) -> Iterator[Remark]:
    german, said = mine.text[slice(*there)], without_quotations(theirs.text, HIDDEN)[slice(*here)]
    stems, lower = stems_of(said), said.lower()
    meant: set[str] = set()
    for run in sorted(runs(german)):
        word = _meant(run, stems, lower)
        if not word or any(says(each, stems, lower) for each in english(word)):
            continue
        for other in sorted(runs(said), key=said.index):
            wrong = called().get(_singular(other), frozenset())
            if not (wrong and wrong <= siblings()[word]):
                continue
            meant = meant or {stem(each) for run in runs(german) for each in _meanings(run)}
            if stem(_singular(other)) not in meant:
                start, first = theirs.text.index(other, here[0]), mine.text.index(run, there[0])
                if NOT.search(theirs.text, max(here[0], start - AHEAD), start) and not denies_in_german(german):
                    continue  # „ledig“ is “not married”
                if DAY.search(mine.text, max(0, first - DATE), first) or ends_night(mine.text, first):
                    continue  # a date, which has rules of its own
                yield remark(
                    theirs.span(start, start + len(other)),
                    "“{german}” is not “{english}”; perhaps “{mean}”",
                    related=mine.span(first, first + len(run)),
                    german=run,
                    english=other,
                    mean=entries()[word].split(", ")[0],
                )
                return


def _meant(run: str, stems: frozenset[str], lower: str) -> str:
    """The word of a kind that a German one is, or a part of it whose other part English says: rye, with flour."""
    whole, *parts = _parts(run)
    if whole in siblings():
        return whole
    if len(parts) == 2:  # noqa: PLR2004 - a pair
        for part, other in (parts, parts[::-1]):
            if part in siblings() and any(says(each, stems, lower) for each in english(other)):
                return part
    return ""


def _meanings(run: str) -> Iterator[str]:
    """The English words that a German one, or a part of it, may be answered by."""
    yield run.lower()
    quality = lemma(run) if run.islower() else ""  # acht Meter breit, eight metres in width
    for word in (lemma(run), *compound(run), f"{quality.title()}e", f"{quality.title().translate(UMLAUTS)}e"):
        for each in english(word) if word else ():
            yield from each.split()


def _singular(word: str) -> str:
    return PLURAL.sub("", word.lower())
