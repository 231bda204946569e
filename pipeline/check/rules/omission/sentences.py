"""The sentences of a block are all there, and the translation goes on to the end.

In: an original and its translation. Out: remarks on blocks that say much less, and on an end that is missing.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from ....align.words import words
from ....findings import Message, Related
from ....model import BlockKind, Role
from ...answering.gaps import end, wanted
from ...compared.prose import sides
from ...rule import Remark, Severity, remark, rule
from .usual import count, told, usual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ....model import Article, Section, Span, Translation
    from ...compared.prose import Passage
    from .usual import Told, Usual

FEWER = 2
"""Sentences that may be joined in a block; more are lost."""
LONG = 200
"""Characters of a block whose length can be compared."""
MUCH_LONGER = 1.9
"""By how much more than usual an original is longer when length alone is sign enough."""
SURELY_LONGER = 2.2
"""The same for an error, beside another sign."""
EXCESS = 0.7
"""By how much it must be longer than usual when sentences are missing, by their share of it."""
SHORTER_BY_TWO = 1.3
"""By how much it is longer when two sentences and more are missing."""
SURE = 3.0
"""How much likelier it must be that a sentence was left out, as a logarithm."""
SPARE = 1.0
"""By the words of what was left out: those of its block that may answer it all the same."""
ONE = "nothing here corresponds to “{sentence}”"
MANY = "nothing here corresponds to “{sentence}”, and {more} more"
LEAST = 2
"""Words of a sentence by which it can be missed, whatever they are."""
NEARLY, HALF = 0.9, 0.5
"""By how much longer than usual an original is at least, with that share of the sentence, of which no word is answered:
what remains may be told at greater length."""
INTRODUCES = re.compile(r":$|<")
"""A sentence that introduces what follows is often drawn to the one before it; a line of HTML is none."""
FEW = 6
"""Words of a paragraph that is too short to have been cut."""
WHOLE = re.compile(r"[.!?…:;»«“”\"')\]\ufffc*_|>]$|\d$")


@rule(Severity.WARNING)
def sentences_missing(pair: Translation) -> Iterator[Remark]:
    """A block of the translation says much less than the original's.

    Why it matters: the sentence that was left out is missed by nobody, as what remains reads well.

    Signs are: fewer sentences, and one that nothing answers when all are put beside each other by their words and
    lengths; two sentences fewer and a shorter text; a block of over 200 characters with half of the usual length. What
    is usual is taken from the other blocks of the pair. Two signs together are an error, if less than half of the
    text is there. Figures were set on 6,368 blocks of real articles, of which 2,130 had lost a sentence.

    Bad: five sentences in German, two in English.

    Good: sentences may be joined or cut.

    Repair: translate the sentences that are missing.
    """
    beside = {passage.at for each in sides(pair) for passage in beside_gaps(each.translation)}
    rows = told(pair)
    for number, block in enumerate(rows):
        mine, theirs = block.mine[0], block.theirs[-1]
        if not _may_lack(block) or is_told_as_list(block) or theirs.at in beside:
            continue
        near = (each for row in beside_rows(rows, number) for each in row.theirs)
        signs = tuple(_signs(block, usual(pair)[0], tuple(near)))
        if signs:
            is_sure = len(signs) > 1 and block.ratio > SURELY_LONGER * usual(pair)[0].ratio
            severity = Severity.ERROR if is_sure else None
            message, at = signs[-1]
            yield Remark(block.theirs[0].at, message, severity, (Related(at or mine.at, Message("for comparison")),))


def beside_gaps(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Passages before or behind one that answers nothing: the rest may stand there."""
    for one, other in pairwise(passages):
        if one.is_gap != other.is_gap:
            yield one
            yield other


def beside_rows(rows: Sequence[Told], number: int) -> Sequence[Told]:
    """The blocks before and behind one."""
    return (*rows[max(0, number - 1) : number], *rows[number + 1 : number + 2])


def _may_lack(block: Told) -> bool:
    """Whether a block is worth a look at its words, which cost more than its length."""
    return block.fewer > 0 or (block.length > LONG and block.ratio > SHORTER_BY_TWO)


def is_told_as_list(block: Told) -> bool:
    """Whether lists have more or fewer items: that is one cause, and its own rule names the item."""
    kinds = {passage.kind for passage in (*block.mine, *block.theirs)}
    counts = {sum(passage.text.count("\n") for passage in side) for side in (block.mine, block.theirs)}
    return kinds == {BlockKind.LIST} and len(counts) > 1


def _signs(block: Told, usual_: Usual, near: Sequence[Passage]) -> Iterator[tuple[Message, Span | None]]:
    """The signs that something is missing, with its place where it is known; the last is the one that says most."""
    longer = block.ratio / usual_.ratio
    if block.length > LONG and longer > MUCH_LONGER:
        yield Message("this has {share} % of the original's length", (("share", round(100 / block.ratio)),)), None
    lost = lost_sentences(block, usual_, longer) if block.fewer > 0 else ()
    lost = tuple(place for place in lost if not block.stands_in(near, place))
    if lost:
        said, at = block.sentence(lost[0])
        first = ("sentence", said)
        yield Message(MANY, (first, ("more", len(lost) - 1))) if len(lost) > 1 else Message(ONE, (first,)), at
    elif block.fewer >= FEWER and longer > SHORTER_BY_TWO:
        here, there = count(block.theirs), count(block.mine)
        yield Message("{here} sentences answer {there} of the original", (("here", here), ("there", there))), None


def lost_sentences(block: Told, usual_: Usual, longer: float) -> tuple[int, ...]:
    """The places of the sentences that were left out for sure."""
    found = block.left_out(usual_)
    lost = tuple(
        place
        for place in found.places
        if not (INTRODUCES.search(block.sentence(place)[0]) or block.is_part(place, found.places))
    )
    if not lost or found.gain < SURE or block.spare(lost, usual_.unexplained) > SPARE:
        return ()
    share = sum(len(block.sentence(place)[0]) for place in lost) / block.length
    size, is_longer = block.size(lost), longer > 1 + EXCESS * share
    if size >= LEAST and is_longer:
        return lost
    is_apt = is_longer if size < LEAST else longer > NEARLY + HALF * share
    return lost if is_apt and len(lost) == block.fewer == 1 and block.is_strange(lost[0]) else ()


@rule(Severity.ERROR)
def truncated(pair: Translation) -> Iterator[Remark]:
    """The translation stops before the end, and what follows in the original is gone.

    Why it matters: a translation that was cut off looks finished to whoever reads the beginning.

    Bad: ten sections in German; in English seven, the last of which ends in the middle of a sentence.

    Good: both languages end with the same section.

    Repair: translate the rest of the original.
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
    elif last is not None and cut and not _is_cut(there := _last(pair.original), 1):
        related = end(there) if there else None
        yield remark(end(last), "the translation ends in the middle of a sentence", related=related)


def _last(article: Article) -> Section | None:
    """The last section with a text of its own."""
    silent = {Role.SOURCES, Role.HASHTAGS}
    return next((each for each in reversed(article.sections) if each.blocks and each.role not in silent), None)


def _is_cut(section: Section | None, least: int = FEW) -> bool:
    """Whether a section ends without a mark, in a text of so many words."""
    block = section.blocks[-1] if section and section.blocks else None
    if block is None or block.kind is not BlockKind.PARAGRAPH or len(words(block.text)) < least:
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
