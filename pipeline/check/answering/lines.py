"""Lines and sentences of an original and of its translation that answer each other.

In: a pair, or two passages. Out: passages of a line each, and the places of sentences.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...facts.sentences import sentences
from ...held import held
from ...model import Language
from ..compared.prose import HIDDEN, sides
from ..once import once

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ...model import Translation
    from ..compared.prose import Passage, Sides

    Place = tuple[int, int]

SEMICOLON = re.compile(r";(?=\s)\s*")
COMMA = re.compile(r",\s")
SHORTEST_SENTENCE, LONGEST_SENTENCE = 0.7, 1.75
"""Length of a German sentence by that of the English one that answers it, if sentences answer each other in order."""
CUT = 2.5
"""One German sentence of a block may be as long as this by that of its answer, which has lost something."""
FEW = 2
"""Sentences of a block that are too few to tell which of them was cut."""


@once
def lines(pair: Translation) -> Iterator[tuple[Sides, Passage, Passage]]:
    """Passages that answer each other, list items one by one where there are as many."""
    if pair.original.language is not Language.DE:
        return
    for each in sides(pair):
        for mine, theirs in each.pairs:
            left = [part for passage in mine for part in _parts(passage)]
            right = [part for passage in theirs for part in _parts(passage)]
            if len(left) == len(right):
                yield from ((each, one, other) for one, other in zip(left, right, strict=True))
            else:
                whole = " ".join(passage.text for passage in theirs)
                yield each, _joined(mine), theirs[0].part(0, 0, whole)


def answering(mine: Passage, theirs: Passage) -> tuple[tuple[Place, Place], ...]:
    """The sentences that answer each other, if they do so in order; where semicolons cut both alike, their clauses."""
    return _answering(mine.text, mine.article.language, theirs.text, theirs.article.language)


@held
def _answering(mine: str, language: Language, theirs: str, other: Language) -> tuple[tuple[Place, Place], ...]:
    """The same of texts: half a dozen rules ask for those of one pair."""
    there, here = sentences(mine, language), sentences(theirs, other)
    if len(there) == len(here) and ";" in mine:
        clauses = tuple(_clauses(mine, there))
        if len(clauses) > len(there):
            return _in_order(clauses, tuple(_clauses(theirs, here))) or _in_order(there, here)
    return _in_order(there, here)


def halves(mine: str, there: Place, theirs: str, here: Place) -> list[tuple[Place, Place]]:
    """The clauses of two sentences that semicolons cut into as many; else the sentences."""
    left, right = list(_clauses(mine, (there,))), list(_clauses(theirs, (here,)))
    return list(zip(left, right, strict=True)) if len(left) == len(right) else [(there, here)]


def clauses_answering(mine: Passage, there: Place, theirs: Passage, here: Place) -> tuple[tuple[Place, Place], ...]:
    """The pieces of two sentences between their commas, if there are as many and they are as long as they should be."""
    left, right = (list(_pieces(passage.text, place)) for passage, place in ((mine, there), (theirs, here)))
    return _in_order(left, right) if len(left) == len(right) > 1 else ()


def _pieces(text: str, place: Place) -> Iterator[Place]:
    begin, last = place
    for mark in COMMA.finditer(text, *place):
        yield begin, mark.end()
        begin = mark.end()
    yield begin, last


def _in_order(there: Sequence[Place], here: Sequence[Place]) -> tuple[tuple[Place, Place], ...]:
    """The pieces of two texts one by one, if there are as many, each as long as a translation is."""
    if len(here) != len(there):
        return ()
    sizes = [(end - start) / (last - first) for (start, end), (first, last) in zip(there, here, strict=False)]
    odd = [size for size in sizes if not SHORTEST_SENTENCE < size < LONGEST_SENTENCE]
    is_cut = len(odd) == 1 and len(sizes) > FEW and LONGEST_SENTENCE <= odd[0] < CUT
    return () if odd and not is_cut else tuple(zip(there, here, strict=True))


def _clauses(text: str, found: Iterable[Place]) -> Iterator[Place]:
    """The sentences of a text, cut at semicolons."""
    for start, end in found:
        begin = start
        for mark in SEMICOLON.finditer(text, start, end):
            yield begin, mark.end()
            begin = mark.end()
        yield begin, end


def _joined(row: tuple[Passage, ...]) -> Passage:
    return row[0] if len(row) == 1 else row[0].part(0, 0, " ".join(passage.text for passage in row))


def _parts(passage: Passage) -> Iterator[Passage]:
    if "\n" not in passage.text:
        yield from (passage,) if passage.text.strip(HIDDEN + " ") else ()
        return
    start = 0
    for line in passage.text.split("\n"):
        if line.strip(HIDDEN + " "):
            yield passage.part(start, start + len(line))
        start += len(line) + 1
