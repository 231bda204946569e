"""The sentences of a block are all there, and the translation goes on to the end.

In: an original and its translation. Out: remarks on blocks that say much less, and on an end that is missing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....align.words import tokens, words
from ....facts.sentences import sentences
from ....findings import Message, Related
from ....model import BlockKind, Language, Role
from ...gaps import end, wanted
from ...prose import HIDDEN, sides
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ....model import Article, Section, Translation
    from ...prose import Passage

FEWER = 2
"""Sentences that may be joined in a block; more are lost."""
LONG = 200
"""Characters of a block whose length can be compared."""
SHORT = 100
"""Characters below which a block's length says nothing at all."""
USUAL = 2.2
"""German by English characters of a block, at most; the median is 1.15."""
LONGER = 1.4
"""By how much an original is longer when a sentence of a few is missing."""
MUCH_LONGER = 1.9
"""By how much it is longer when length alone is sign enough that the missing sentence says something."""
ANSWERED = 0.25
"""Share of the words of a sentence that its translation answers, at least."""
ENOUGH = 4
"""Words that a share can be taken of."""
FEW = 6
"""Words of a paragraph that is too short to have been cut."""
WHOLE = re.compile(r"[.!?…:;»«“”\"')\]\ufffc*_|>]$|\d$")


@rule(Severity.WARNING)
def sentences_missing(pair: Translation) -> Iterator[Remark]:
    """A block of the translation says much less than the original's.

    Why it matters: the sentence that was left out is missed by nobody, as what remains reads well.

    Signs are two or more sentences fewer; a sentence of which next to nothing is answered, or a block that is much
    longer, where there is a sentence fewer; a block of over 200 characters with less than half of the usual length.
    Figures were set on 6,376 blocks of real articles. Two signs together are an error.

    Bad: five sentences in German, two in English.

    Good: sentences may be joined or cut.

    Repair: translate the sentences that are missing.
    """
    for each in sides(pair):
        for mine, theirs in each.pairs:
            if mine[0].kind is None or mine[0].kind is BlockKind.TABLE or _is_told_as_list(mine, theirs):
                continue
            signs = tuple(_signs(mine, theirs))
            if signs:
                severity = Severity.ERROR if len(signs) > 1 else None
                related = (Related(mine[0].at, Message("the counterpart")),)
                yield Remark(theirs[0].at, signs[-1], severity, related)


def _is_told_as_list(mine: Sequence[Passage], theirs: Sequence[Passage]) -> bool:
    """Whether lists have more or fewer items: that is one cause, and its own rule names the item."""
    kinds = {passage.kind for passage in (*mine, *theirs)}
    counts = {sum(passage.text.count("\n") for passage in side) for side in (mine, theirs)}
    return kinds == {BlockKind.LIST} and len(counts) > 1


def _signs(mine: Sequence[Passage], theirs: Sequence[Passage]) -> Iterator[Message]:
    """The signs that something is missing; the last is the one that says most."""
    there, here = _count(mine), _count(theirs)
    length, answer = _length(mine), max(1, _length(theirs))
    ratio = length / answer if mine[0].article.language is Language.DE else 1.3 * length / answer
    if there - here >= FEWER and ratio > LONGER:
        yield Message("{here} sentences answer {there} of the original", (("here", here), ("there", there)))
    if length > LONG and ratio > USUAL:
        yield Message("this has {share} % of the original's length", (("share", round(100 / ratio)),))
    if there > here and ratio > LONGER:
        lost = _unanswered(mine, theirs)
        if lost:
            yield Message("nothing here answers “{sentence}”", (("sentence", lost),))
        elif length > SHORT and ratio > MUCH_LONGER and there - here < FEWER and not (length > LONG and ratio > USUAL):
            share = round(100 / ratio)
            yield Message("a sentence fewer than the original, and {share} % of its length", (("share", share),))


def _count(row: Sequence[Passage]) -> int:
    return sum(1 for passage in row for _ in sentences(_said(passage), passage.article.language))


def _length(row: Sequence[Passage]) -> int:
    return sum(len(_said(passage)) for passage in row)


def _said(passage: Passage) -> str:
    """The text without lines of which nothing is to be translated."""
    if HIDDEN not in passage.text:
        return passage.text
    return "\n".join(line for line in passage.text.split("\n") if line.strip(HIDDEN))


def _unanswered(mine: Sequence[Passage], theirs: Sequence[Passage]) -> str:
    """The sentence of which least is answered, if that is next to nothing."""
    known = {token for p in theirs for word in words(p.text) for token in tokens(word, p.article.language)}
    worst, found = ANSWERED, ""
    for passage in mine:
        for start, end_ in sentences(passage.text, passage.article.language):
            said = [
                each for word in words(passage.text[start:end_]) if (each := tokens(word, passage.article.language))
            ]
            share = sum(1 for each in said if known.intersection(each)) / len(said) if len(said) >= ENOUGH else 1.0
            if share < worst:
                worst, found = share, passage.raw[start:end_].strip()
    return found


@rule(Severity.ERROR)
def truncated(pair: Translation) -> Iterator[Remark]:
    """The translation stops before the end, and what follows in the original is gone.

    Why it matters: a translation that was cut off looks finished to whoever reads the beginning.

    Bad: ten sections in German; in English seven, the last of which ends in the middle of a sentence.

    Good: both languages end with the same section.

    Repair: translate the rest.
    """
    last = _last(pair.article)
    lost = _lost_at_the_end(pair)
    cut = last is not None and _is_cut(last)
    if last is not None and (len(lost) > 1 or (lost and cut)):
        yield remark(
            end(last),
            "the translation ends here; the original goes on with “{heading}” and {count} sections in all",
            related=lost[0].at,
            heading=lost[0].title,
            count=len(lost),
        )
    elif last is not None and cut and not _is_cut(there := _last(pair.original)):
        related = end(there) if there else None
        yield remark(end(last), "the translation ends in the middle of a sentence", related=related)


def _last(article: Article) -> Section | None:
    """The last section with a text of its own."""
    silent = {Role.SOURCES, Role.HASHTAGS}
    return next((each for each in reversed(article.sections) if each.blocks and each.role not in silent), None)


def _is_cut(section: Section | None) -> bool:
    block = section.blocks[-1] if section and section.blocks else None
    if block is None or block.kind is not BlockKind.PARAGRAPH or len(words(block.text)) < FEW:
        return False
    return not WHOLE.search(block.text.rstrip()) and not any(node.tag == "a" for node in block.node.walk())


def _lost_at_the_end(pair: Translation) -> tuple[Section, ...]:
    """The sections of the original behind the last that has a counterpart."""
    lost: list[Section] = []
    for each in reversed(pair.alignment.pairs):
        if each.original is None:
            continue
        if each.translation is not None:
            break
        if not wanted(each.original, pair.original):
            lost.insert(0, each.original)
    return tuple(lost)
