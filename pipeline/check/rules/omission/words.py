"""What denies, weakens or quotes is kept.

In: an original and its translation. Out: remarks on negations, hedges and quotations that are lost.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....align.clauses import opposite
from ....align.readings import known, told
from ....align.words import words
from ....facts.hedges import denials, is_flatly_lost, may_answer, negations
from ....facts.hedging import hedges, lost_hedges
from ....facts.quotations import quotations
from ....facts.runs import places
from ....model import BlockKind, Role
from ...beads import beads
from ...lines import answering, halves, lines, near
from ...prose import HIDDEN, answer, sides
from ...rule import Remark, Severity, remark, rule
from ...shapes import links, words_of
from .negated import is_reworded, surely_lost

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....facts.quotations import Quotation
    from ....model import Language, Section, Translation
    from ...prose import Passage, Sides

SHORTEST_CODE = 0.7
"""Length of code by that of the quotation that it answers."""
MEANING = re.compile(r"[\"“”«»’]\s*\((?:[^()\"“”]{0,30})$")
"""What stands before a quotation in brackets behind another: the same in the language of the article."""
SHORTENED = 0.6
"""Words of a quotation by those of the German one, which needs fewer: with less than this, half of it is gone."""
SAID = 0.6
"""Share of the words of a quotation that are answered where it is only shorter, or ends elsewhere."""
LONG_QUOTATION = 6
"""Words of a quotation that must be answered by one."""


@rule(Severity.INFO)
def negation_lost(pair: Translation) -> Iterator[Remark]:
    """The original denies something, and nothing in its translation does.

    Why it matters: a lost “not” says the opposite. In headings, key points and tables, where a word weighs most and is
    seldom put otherwise, and in a short sentence of which nothing else is put otherwise, it is a warning.

    Bad: „Das ist nicht erlaubt.“ – “This is allowed.”

    Good: “This is not allowed.”, “This is forbidden.”

    Repair: say what the original denies.
    """
    for each, mine, theirs in lines(pair):
        heavy = mine.kind in {None, BlockKind.TABLE} or each.here.role is Role.KEY_POINTS
        for found, is_flat in _denied(mine, theirs):
            yield remark(
                theirs.at,
                "“{word}” of the original is not answered",
                severity=Severity.WARNING if heavy or is_flat else None,
                related=mine.span(*found.span()),
                word=found[0],
            )


def _denied(mine: Passage, theirs: Passage) -> Iterator[tuple[re.Match[str], bool]]:
    """The first negation that nothing answers, and whether its sentence says nothing else."""
    said = denials(mine.text)
    if not said:
        return
    rows, denied = answering(mine, theirs), places(mine.text, said)
    pieces = [each for bead in rows or beads(mine, theirs) for each in halves(mine.text, bead[0], theirs.text, bead[1])]
    for (first, last), (start, end) in pieces:
        if not any(first <= at < last for at in denied):
            continue
        german, english = mine.text[first:last], theirs.text[start:end]
        negated = tuple(negations(german, said))
        sure = surely_lost(german, english, negated)
        found = sure or (negated[0] if negated and not may_answer(english) else None)
        if found:
            place = re.compile(re.escape(found[0])).search(mine.text, first + found.start())
            is_flat = bool(rows) and mine.kind is BlockKind.PARAGRAPH and is_flatly_lost(german, english)
            is_flat = is_flat and not is_reworded(german, english, found)
            yield place or found, bool(sure) or is_flat
            return


@rule(Severity.WARNING)
def hedge_lost(pair: Translation) -> Iterator[Remark]:
    """The original says that something may be so, or who says so; the translation says that it is so.

    Why it matters: in news the difference between “allegedly did” and “did” is a legal one.

    A word that another German one explains is no answer: “expects” is „rechnet mit“ before it is „könnte“. What „soll“
    have been done is hearsay, unless there is a term; what „soll“ happen is lost where English tells it as done.

    Bad: „Er soll das Geld angeblich genommen haben.“ – “He took the money.”

    Good: “He allegedly took the money.”

    Repair: keep the could, may, allegedly, according to.
    """
    for _, mine, theirs in lines(pair):
        for found in _lost(mine, theirs):
            yield remark(
                theirs.at,
                "“{word}” of the original is not answered: the translation sounds certain",
                related=mine.span(*found.span()),
                word=found[0].strip(),
            )


def _lost(mine: Passage, theirs: Passage) -> Iterator[re.Match[str]]:
    """The hedges that nothing answers, sentence by sentence."""
    among = hedges(mine.text)
    if not among:
        return
    for (start, end), (first, last) in answering(mine, theirs) or near(mine, theirs) or beads(mine, theirs):
        found = lost_hedges(mine.text[start:end], theirs.text[first:last], among)
        places = (place for each in found for place in each.re.finditer(mine.text, start, end))
        yield from {place.end(): place for place in places}.values()


@rule(Severity.WARNING)
def quotation_missing(pair: Translation) -> Iterator[Remark]:
    """A quotation of six words or more has no counterpart in its section.

    Why it matters: what somebody said word for word is evidence, and the first thing that others quote.

    Bad: a German sentence with a quotation, and English that reports it in other words.

    Good: the quotation, translated or in the source's own wording, in quotation marks or as a block quotation.

    Repair: translate the quotation, in quotation marks.
    """
    for each in sides(pair):
        paired = {left[0].pair for left, right in each.pairs if _count(left) == _count(right)}
        mine = [
            (p, q)
            for p in each.original
            if not p.is_gap
            for q in quotations(p.raw)
            if q.words >= LONG_QUOTATION and p.pair not in paired and not _is_needless(q, p, each)
        ]
        others = (p for p in each.translation if p.pair not in paired)
        answers = sum(1 for p in others for q in quotations(p.raw) if q.words >= LONG_QUOTATION // 2)
        answers += sum(p.kind is BlockKind.QUOTE for p in each.translation)
        answers -= sum(p.kind is BlockKind.QUOTE for p in each.original)
        for passage, quotation in mine[max(0, answers) :]:
            yield remark(
                answer(each, passage),
                "the quotation “{text}” has no counterpart",
                related=passage.span(quotation.start, quotation.end),
                text=quotation.text,
            )
        yield from _shortened(each)


def _shortened(each: Sides) -> Iterator[Remark]:
    """Quotations of which little is left, in blocks that have as many in both languages."""
    for mine, theirs in each.pairs:
        left, right = ([(p, q) for p in row for q in quotations(p.raw)] for row in (mine, theirs))
        for (passage, quotation), (answered, here) in zip(left, right, strict=True) if len(left) == len(right) else ():
            is_short = quotation.words >= LONG_QUOTATION and here.words < SHORTENED * quotation.words
            if is_short and not _is_said(quotation.text, " ".join(p.raw for p in theirs), passage.article.language):
                yield remark(
                    answered.span(here.start, here.end),
                    "“{here}” is less than half of the quotation “{there}”",
                    related=passage.span(quotation.start, quotation.end),
                    here=here.text,
                    there=quotation.text,
                )


def _count(row: tuple[Passage, ...]) -> int:
    """How many quotations passages have."""
    return sum(1 for passage in row for _ in quotations(passage.raw))


def _is_said(quotation: str, answer: str, language: Language) -> bool:
    """Whether most words of a quotation are answered in a block, within the marks of a shorter one or beside them."""
    there = told(answer.replace("-", " "), opposite(language))  # a 30-year decision
    said = [tokens for word in {*words(quotation)} if (tokens := known(word, language))]
    return sum(1 for tokens in said if not there.isdisjoint(tokens)) > SAID * len(said)


def _is_needless(quotation: Quotation, passage: Passage, each: Sides) -> bool:
    """Whether marks stand around a name or a message, the value of an attribute, or the meaning of what was quoted.

    A message or a title of another language stands in the translation word for word, in italics perhaps.
    """
    before = passage.raw[: quotation.start]
    if before.endswith("=") or MEANING.search(before) or _is_code(quotation.text, each):
        return True
    said = " ".join(words(" ".join(p.raw for p in each.translation))).casefold()
    return _is_a_name(quotation.text, each.here) or " ".join(words(quotation.text)).casefold() in said


def _is_a_name(text: str, section: Section) -> bool:
    """Whether marks stand around the words of a link: the title of what it leads to."""
    return any(" ".join(words_of(node).split()) == text for node in links(section))


def _is_code(text: str, each: Sides) -> bool:
    """Whether the translation has something as long as code: a message of a program."""
    least = SHORTEST_CODE * len(text)
    return any(len(run) >= least for p in each.translation for run in re.findall(HIDDEN + "+", p.text))
