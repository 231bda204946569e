"""Where something would stand that is not there, and what is reported with it.

In: an alignment. Out: places in the article that lacks something, and the sections that deserve a finding of their
own: a section that is missing with all below it is one loss, not many.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...model import Alignment, Article, Block, BlockPair, Section

TOP = 1
"""The level of the teaser, above all sections."""


def tops(sections: Sequence[Section], article: Article) -> Iterator[tuple[Section, int]]:
    """Of some sections of an article those whose parent is not among them, and how many of them stand below."""
    chosen = {_key(section) for section in sections}
    for section in sections:
        above = parent(section, article)
        if above is None or _key(above) not in chosen:
            yield section, sum(1 for below in descendants(section, article) if _key(below) in chosen)


def parent(section: Section, article: Article) -> Section | None:
    """The section that a section stands in; None for the teaser and what stands at the top."""
    place = _place(section, article)
    above = (other for other in reversed(article.sections[:place]) if other.level < section.level)
    return next((other for other in above if other.level > TOP), None)


def descendants(section: Section, article: Article) -> Iterator[Section]:
    """The sections that stand in a section."""
    for other in article.sections[_place(section, article) + 1 :]:
        if other.level <= section.level:
            return
        yield other


def wanted(section: Section, article: Article) -> bool:
    """Whether a section, or one that it stands in, says that it is there in this language alone."""
    here: Section | None = section
    while here is not None:
        if here.only is not None and here.only.language == article.language:
            return True
        here = parent(here, article)
    return False


def gap(section: Section, alignment: Alignment, article: Article, *, translation: bool = True) -> Span:
    """The end of what stands before the place where a missing section belongs in the article that lacks it."""
    before: Section | None = None
    for pair in alignment.pairs:
        own, other = (pair.translation, pair.original) if translation else (pair.original, pair.translation)
        if other is not None and _key(other) == _key(section):
            break
        if own is not None and not pair.moved:
            before = own
    return end(before) if before else article.at


def block_gap(missing: BlockPair, pairs: Sequence[BlockPair], section: Section) -> Span:
    """The end of the block behind which a missing one belongs, else its section's heading."""
    before: Block | None = None
    for pair in pairs:
        if pair == missing:
            break
        if pair.translation:
            before = pair.translation[-1]
    return last_line(before.at) if before else section.at


def end(section: Section) -> Span:
    """The last line of a section."""
    return last_line(section.blocks[-1].at) if section.blocks else section.at


def last_line(at: Span) -> Span:
    """The last line of a place."""
    if at.end is None:
        return at
    line, column = at.end
    return Span(at.path, line - 1 if column == 1 and line > at.line else line)


def _place(section: Section, article: Article) -> int:
    return next(place for place, other in enumerate(article.sections) if _key(other) == _key(section))


def _key(section: Section) -> tuple[Span, int]:
    """What tells a section from all others of its article, in a copy from the store too."""
    return section.at, section.level
