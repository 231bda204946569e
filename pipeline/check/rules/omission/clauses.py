"""Sentences that answer each other say as much: no clause is lost, and none is added.

In: an original and its translation. Out: remarks on clauses that nothing answers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....align.clauses import SHORTER, Usual, is_short, left_out, opposite, spare, unexplained
from ....align.readings import known, told
from ....align.words import words
from ....facts.sentences import sentences
from ....frozen import dataclass
from ....model import BlockKind, Language
from ....vocabulary.connectives import connectives
from ...answering.lines import lines
from ...compared.prose import HIDDEN
from ...once import once
from ...rule import Remark, Severity, remark, rule
from ..numbers.placed import conversions
from .conditions import lost_conditions
from .usual import ratio, usual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....align.clauses import Clause
    from ....model import Span, Translation
    from ...compared.prose import Passage

    Piece = tuple[Passage, int, int]
    Row = list[tuple[Piece, Piece]]


HITS = 3
"""One word in so many of a clause that was left out may be answered, by chance."""


@dataclass(frozen=True, slots=True)
class Sure:
    """How many known words a clause must have, and how much likelier its loss must be, as a logarithm.

    The dictionary knows more of what German words mean than of what English ones do.
    """

    words: int
    gain: float

    def of(self, clause: Clause) -> bool:
        """Whether a clause was lost for sure."""
        known = clause.size >= self.words and clause.hits <= clause.size / HITS
        return known and clause.words + clause.length > self.gain


LOST, ADDED = Sure(2, 2.7), Sure(3, 3.0)
SPARE = 0.6
"""By the words of a clause: those of the other sentence that may say it otherwise."""
RESTATED = 0.67
"""Share of the words of a clause that the original says nearby, if it adds nothing but them."""
LONG_ENOUGH = 60
"""Characters of a sentence that has more than one clause."""
TAG = re.compile(r"</|<[a-z]+ ")
"""Stands in HTML, of which the lines are no sentences."""
APPOSITION = re.compile(r"(?:the|an?|its|their|his|her|our|including|[\w-]+(?:[’']s|s’))(?: [\w’'-]+){1,7}")
"""What explains a name or a title: „Landrat“ is “the head of the district authority”, the Bundestag is “Germany’s
lower house”."""
GLOSS = re.compile(
    r"\b(?:German|Germany|Austria|Austrian|Swiss|Switzerland)\b|\((?:an?|the|short for|literally|meaning)\s"
)
"""What tells foreign readers what a thing of the country is: “which German municipalities levy on profits”."""
MARKS = " ,;:–—-()"


@rule(Severity.INFO)
def clause_missing(pair: Translation) -> Iterator[Remark]:
    """A sentence of the translation lacks a clause of the original's.

    Why it matters: “provided that it is applied for in time” is what the promise depends on, and “because the contract
    says so” who is to blame.

    Sentences are compared where both blocks have as many. One must be as short as it would be without the clause, and
    the words of the clause must be answered nowhere in the block. What is usual is taken from the other blocks. A
    clause that says why, when or on what condition is a warning: „weil“, „bevor“, „sofern“. A condition may be short:
    “if” must be missing as well.

    Bad: „Sie lohnt sich, sofern die Förderung rechtzeitig beantragt wird und der Preis stimmt.“ – “It pays off.”

    Good: “It pays off if the grant is applied for in time and the price is right.”

    Repair: translate the clause.
    """
    told: list[Span] = []
    for _, mine, theirs in lines(pair):
        places = lost_conditions(mine, theirs, lambda: _ordinary(pair, LOST)) if mine.kind else ()
        for start, end in places:
            told.append(mine.span(start, end))
            yield remark(
                theirs.at,
                "nothing here says “{clause}”",
                related=told[-1],
                severity=Severity.WARNING,
                clause=mine.raw[start:end].strip(MARKS),
            )
    for row in _sentences(pair):
        for lost, answer in _left_out(row, pair, LOST):
            clause, there = _said(lost), _span(lost)
            if not any(_meet(there, each) for each in told):
                yield remark(
                    _span(answer),
                    "nothing here says “{clause}”",
                    related=there,
                    severity=Severity.WARNING if _is_joined(clause) else None,
                    clause=clause,
                )


@rule(Severity.INFO)
def clause_added(pair: Translation) -> Iterator[Remark]:
    """A sentence of the translation says more than the original's.

    Why it matters: readers take for the author's what a translator, or a machine, has made up.

    It is the same comparison the other way round.

    Bad: „Billig ist sie nicht.“ – “It is not cheap, even though most new houses already have one.”

    Good: a word that explains a name: “the lifesaving association DLRG”.

    Repair: take it out, or mark it as the translator's.
    """
    for row in _sentences(pair):
        for more, mine in _left_out([(theirs, mine) for mine, theirs in row], pair, ADDED):
            if not (APPOSITION.fullmatch(_said(more)) or GLOSS.search(_said(more)) or _restates(more, row)):
                yield remark(
                    _span(more), "nothing in the original says “{clause}”", related=_span(mine), clause=_said(more)
                )


@once
def _sentences(pair: Translation) -> Iterator[Row]:
    """The sentences that answer each other, where blocks have as many: each row a block."""
    for _, mine, theirs in lines(pair):
        if mine.kind in {None, BlockKind.TABLE} or TAG.search(f"{mine.raw}{theirs.raw}"):
            continue
        there, here = (sentences(each.text, each.article.language) for each in (mine, theirs))
        if len(there) == len(here):
            yield [((mine, *one), (theirs, *other)) for one, other in zip(there, here, strict=True)]


def _left_out(row: Row, pair: Translation, sure: Sure) -> Iterator[tuple[Piece, Piece]]:
    """The clauses of the first sentences of a row that the second leave out for sure, and the second."""
    usually = ratio(pair)[0] if sure is LOST else 1 / ratio(pair)[0]
    for mine, theirs in row:
        said, answer = _text(mine), _text(theirs).strip()
        if len(said) < LONG_ENOUGH or not is_short(said.strip(), answer, usually):
            continue  # most sentences
        if any(conversions(said, mine[0].article.language)) and "(" not in answer:
            continue
        if said.count(HIDDEN) != answer.count(HIDDEN):
            continue
        ordinary = _ordinary(pair, sure)
        language = mine[0].article.language
        others = (each for each in row if each != (mine, theirs))
        near = " ".join(
            word for one, other in others for word in unexplained(_text(other), opposite(language), _text(one))
        )
        found = left_out(said, language, answer, near, ordinary)
        if found is None or found.length < SHORTER or not sure.of(found):
            continue
        if spare(said, language, answer, found, ordinary) <= SPARE:
            yield (mine[0], mine[1] + found.start, mine[1] + found.end), theirs


def _meet(one: Span, other: Span) -> bool:
    """Whether two places of a manuscript overlap."""
    return bool(one.end and other.end and (one.line, one.column) < other.end and (other.line, other.column) < one.end)


def _is_joined(clause: str) -> bool:
    """Whether a German clause says why, when or on what condition."""
    return clause.split(maxsplit=1)[0].lower() in connectives()[Language.DE]


def _ordinary(pair: Translation, sure: Sure) -> Usual:
    """What is usual in a pair, for one who looks for what was lost, or for what was added."""
    found = usual(pair)[0]
    if sure is LOST:
        return Usual(found.ratio, found.answered, 1 - found.unexplained)
    return Usual(1 / found.ratio, 1 - found.unexplained, found.answered)


def _restates(more: Piece, row: Row) -> bool:
    """Whether a clause says again what the original says nearby."""
    language = row[0][0][0].article.language
    there = told(" ".join(_text(mine) for mine, _ in row), language)
    known_ = [tokens for word in {*words(_text(more))} if (tokens := known(word, opposite(language)))]
    return sum(1 for tokens in known_ if not there.isdisjoint(tokens)) >= RESTATED * len(known_)


def _text(piece: Piece) -> str:
    passage, start, end = piece
    return passage.text[start:end]


def _said(piece: Piece) -> str:
    passage, start, end = piece
    return passage.raw[start:end].strip(MARKS)


def _span(piece: Piece) -> Span:
    passage, start, end = piece
    said = passage.raw[start:end]
    return passage.span(start + len(said) - len(said.lstrip(MARKS)), start + len(said.rstrip(MARKS)))
