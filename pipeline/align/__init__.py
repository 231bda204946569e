"""Which section and block of a translation answers which of its original.

In: two articles. Out: an :class:`~pipeline.model.Alignment`; nothing else of this package is for others.

``words``     what a word says in a way that both languages share
``content``   how much two texts say the same
``chain``     the best way to pair two rows in order
``sections``  pairs of sections; ``moves``: those that stand elsewhere
``blocks``    pairs of blocks inside a pair of sections; ``split``: paragraphs that were split or joined
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import Alignment, SectionPair
from . import blocks, content, sections
from .content import Scale

if TYPE_CHECKING:
    from ..model import Article
    from .content import Text
    from .sections import Match

__all__ = ["align"]


def align(original: Article, translation: Article) -> Alignment:
    """Pair the sections of two articles, and the blocks inside each pair, in the order of the original."""
    articles = original, translation
    blocks_said = tuple(_blocks(article) for article in articles)
    said = tuple(_sections(article, each) for article, each in zip(articles, blocks_said, strict=True))
    scale = Scale.of((*said[0], *said[1]))
    sides = tuple(
        sections.Side(article.sections, tuple(scale.piece(text) for text in texts), article.language)
        for article, texts in zip(articles, said, strict=True)
    )
    matches = sections.match(sides[0], sides[1], scale)
    return Alignment(tuple(_pair(each, articles, (blocks_said[0], blocks_said[1]), scale) for each in matches))


def _blocks(article: Article) -> tuple[tuple[Text, ...], ...]:
    """What each block of each section says."""
    language = article.language
    return tuple(tuple(content.of_block(block, language) for block in section.blocks) for section in article.sections)


def _sections(article: Article, said: tuple[tuple[Text, ...], ...]) -> tuple[Text, ...]:
    """What each section says."""
    return tuple(
        content.of_section(section, each, article.language)
        for section, each in zip(article.sections, said, strict=True)
    )


def _pair(
    match: Match,
    articles: tuple[Article, Article],
    said: tuple[tuple[tuple[Text, ...], ...], tuple[tuple[Text, ...], ...]],
    scale: Scale,
) -> SectionPair:
    section = None if match.original is None else articles[0].sections[match.original]
    other = None if match.translation is None else articles[1].sections[match.translation]
    texts = (
        () if match.original is None else said[0][match.original],
        () if match.translation is None else said[1][match.translation],
    )
    languages = articles[0].language, articles[1].language
    pairs = blocks.match(section.blocks if section else (), other.blocks if other else (), texts, scale, languages)
    return SectionPair(section, other, pairs, match.moved)
