"""Sentences that answer each other say as much: no clause is lost, and none is added.

In: an original and its translation. Out: remarks on clauses that nothing answers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....align.clauses import Usual, left_out, spare
from ....facts.sentences import sentences
from ....model import BlockKind
from ...lines import lines
from ...prose import HIDDEN
from ...rule import Remark, Severity, remark, rule
from .usual import usual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Span, Translation
    from ...prose import Passage

    Piece = tuple[Passage, int, int]

SURE, SHORTER = 2.5, 0.6
"""How much likelier it must be that a clause was left out, and how much of that the lengths must say: logarithms."""
SPARE = 0.6
"""By the words of a clause: those of the other sentence that may say it otherwise."""
LONG_ENOUGH = 60
"""Characters of a sentence that has more than one clause."""
TAG = "</"
"""Stands in HTML, of which the lines are no sentences."""
APPOSITION = re.compile(r"(?:the|an?|its|their|his|her|our|including)(?: [\w’'-]+){1,7}")
"""What explains a name or a title: „Landrat“ is “the head of the district authority”."""
MARKS = " ,;:–—-()"


@rule(Severity.WARNING)
def clause_missing(pair: Translation) -> Iterator[Remark]:
    """A sentence of the translation lacks a clause of the original's.

    Why it matters: “provided that it is applied for in time” is what the promise depends on, and “because the contract
    says so” who is to blame.

    Sentences are compared where both blocks have as many. One must be as short as it would be without the clause, and
    the words of the clause must be answered nowhere in the block. What is usual is taken from the other blocks.

    Bad: „Sie lohnt sich, sofern die Förderung rechtzeitig beantragt wird und der Preis stimmt.“ – “It pays off.”

    Good: “It pays off if the grant is applied for in time and the price is right.”

    Repair: translate the clause.
    """
    found = usual(pair)[0]
    ordinary = Usual(found.ratio, found.answered, 1 - found.unexplained)
    for mine, theirs in _sentences(pair):
        lost = _left_out(mine, theirs, ordinary)
        if lost:
            yield remark(_span(theirs), "nothing here says “{clause}”", related=_span(lost), clause=_said(lost))


@rule(Severity.WARNING)
def clause_added(pair: Translation) -> Iterator[Remark]:
    """A sentence of the translation says more than the original's.

    Why it matters: readers take for the author's what a translator, or a machine, has made up.

    It is the same comparison the other way round.

    Bad: „Billig ist sie nicht.“ – “It is not cheap, even though most new houses already have one.”

    Good: a word that explains a name: “the lifesaving association DLRG”.

    Repair: take it out, or mark it as the translator's.
    """
    found = usual(pair)[0]
    ordinary = Usual(1 / found.ratio, 1 - found.unexplained, found.answered)
    for mine, theirs in _sentences(pair):
        more = _left_out(theirs, mine, ordinary)
        if more and not APPOSITION.fullmatch(_said(more)):
            yield remark(
                _span(more), "nothing in the original says “{clause}”", related=_span(mine), clause=_said(more)
            )


def _sentences(pair: Translation) -> Iterator[tuple[Piece, Piece]]:
    """The sentences that answer each other, where blocks have as many."""
    for _, mine, theirs in lines(pair):
        if mine.kind in {None, BlockKind.TABLE} or TAG in f"{mine.raw}{theirs.raw}":
            continue
        there, here = (sentences(each.text, each.article.language) for each in (mine, theirs))
        if len(there) == len(here):
            for (start, end), (first, last) in zip(there, here, strict=True):
                if max(end - start, last - first) > LONG_ENOUGH:
                    yield (mine, start, end), (theirs, first, last)


def _left_out(mine: Piece, theirs: Piece, ordinary: Usual) -> Piece | None:
    """The clause of one sentence that the other leaves out for sure."""
    (passage, start, end), (other, first, last) = mine, theirs
    said, answer = passage.text[start:end], other.text[first:last].strip()
    if not ordinary.is_short(said.strip(), answer) or said.count(HIDDEN) != answer.count(HIDDEN):
        return None
    language = passage.article.language
    found = left_out(said, language, answer, other.text, ordinary)
    if found is None or found.length < SHORTER or found.words + found.length < SURE:
        return None
    if spare(said, language, answer, found, ordinary) > SPARE:
        return None
    return passage, start + found.start, start + found.end


def _said(piece: Piece) -> str:
    passage, start, end = piece
    return passage.raw[start:end].strip(MARKS)


def _span(piece: Piece) -> Span:
    passage, start, end = piece
    said = passage.raw[start:end]
    return passage.span(start + len(said) - len(said.lstrip(MARKS)), start + len(said.rstrip(MARKS)))
