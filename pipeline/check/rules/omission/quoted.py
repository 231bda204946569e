"""What somebody said word for word is kept.

In: an original and its translation. Out: remarks on quotations that are lost, or of which half is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....align.clauses import opposite
from ....align.readings import known, told
from ....align.words import words
from ....facts.quotations import quotations
from ....facts.sentences import sentences
from ....model import BlockKind
from ...compared.prose import HIDDEN, answer, sides
from ...compared.shapes import links, words_of
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....facts.quotations import Quotation
    from ....model import Language, Section, Translation
    from ...compared.prose import Passage, Sides

SHORTEST_CODE = 0.7
"""Length of code by that of the quotation that it answers."""
MEANING = re.compile(r"[\"“”«»’]\s*\((?:[^()\"“”]{0,30})$")
"""What stands before a quotation in brackets behind another: the same in the language of the article."""
SHORTENED = 0.6
"""Words of a quotation by those of the German one, which needs fewer: with less than this, half of it is gone."""
SAID = 0.6
"""Share of the words of a quotation that are answered where it is only shorter, or ends elsewhere."""
SENTENCE = re.compile(r"[.!?…]$")
"""The end of a quotation that is a sentence."""
FEW = 2
"""Known words of a sentence that tell that it was cut, where nothing else does."""
CUT, FEW_WHERE_SHORT = 0.8, 1
"""Words of a quotation by those of the German one, if a sentence of it was cut, and how few will do then."""
LONG_QUOTATION = 6
"""Words of a quotation that must be answered by one."""


@rule(Severity.WARNING)
def quotation_missing(pair: Translation) -> Iterator[Remark]:
    """A quotation of six words or more has no counterpart in its section.

    Why it matters: what somebody said word for word is evidence, and the first thing that others quote.

    A shorter one, or a sentence of one, is missed if nothing in the block says what it says.

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
            if q.words >= LONG_QUOTATION
            and p.pair not in paired
            and not (_is_needless(q, p, each) or _is_joined(q, p, each))
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
        yield from _gone(each)


def _gone(each: Sides) -> Iterator[Remark]:
    """Sentences that were said, and of which nothing is said in the translation.

    They were cut from a quotation that has fewer sentences, or were one in a block that has fewer of both.
    """
    for mine, theirs in each.pairs:
        left, right = ([(p, q) for p in row for q in quotations(p.raw)] for row in (mine, theirs))
        if not left or any(p.kind is BlockKind.QUOTE for p in theirs):
            continue
        there = told(" ".join(p.raw for p in theirs).replace("-", " "), opposite(mine[0].article.language))
        fewer = _sentences(mine) > _sentences(theirs)
        if len(left) == len(right):
            lost = [
                (one, FEW_WHERE_SHORT if fewer and here.words < CUT * q.words else FEW)
                for (p, q), (_, here) in zip(left, right, strict=True)
                for one in _cut(p, q, here)
            ]
        elif len(left) > len(right) and fewer:
            whole = ((p, q) for p, q in left if q.words < LONG_QUOTATION and SENTENCE.search(q.text))
            lost = [((p, q.start + 1, q.end - 1), 1) for p, q in whole]
        else:
            continue
        for (passage, start, end), least in lost:
            said = passage.raw[start:end].strip()
            known_ = [tokens for word in {*words(said)} if (tokens := known(word, passage.article.language))]
            if len(known_) >= least and all(map(there.isdisjoint, known_)):
                yield remark(
                    answer(each, passage),
                    "the quotation “{text}” has no counterpart",
                    related=passage.span(start, end),
                    text=said,
                )


def _cut(passage: Passage, quotation: Quotation, here: Quotation) -> Iterator[tuple[Passage, int, int]]:
    """The sentences of a quotation that has more than its answer."""
    language = passage.article.language
    found = sentences(quotation.text, language)
    if len(found) > len(sentences(here.text, opposite(language))):
        begin = passage.raw.index(quotation.text, quotation.start)
        yield from ((passage, begin + start, begin + end) for start, end in found)


def _sentences(row: tuple[Passage, ...]) -> int:
    """How many sentences passages have."""
    return sum(1 for p in row for _ in sentences(p.raw, p.article.language))


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


def _is_joined(quotation: Quotation, passage: Passage, each: Sides) -> bool:
    """Whether what was said stands within the marks of another: “…,” she says. “…” may be one behind her name.

    The translation's quotations of the block must be as long in all.
    """
    mine, theirs = (
        [q for p in row if p.pair == passage.pair for q in quotations(p.raw)]
        for row in (each.original, each.translation)
    )
    if sum(q.words for q in theirs) < SHORTENED * sum(q.words for q in mine):
        return False
    return _is_said(quotation.text, " ".join(q.text for q in theirs), passage.article.language)


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
