"""Which section and block of a translation answers which of its original.

In: two articles. Out: an :class:`~pipeline.model.Alignment`; nothing else of this package is for others.

``words``     what a word says in a way that both languages share
``content``   how much two texts say the same
``chain``     the best way to pair two rows in order
``sections``  pairs of sections; ``moves``: those that stand elsewhere
``blocks``    pairs of blocks inside a pair of sections
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import Alignment, SectionPair
from . import blocks, content, sections

if TYPE_CHECKING:
    from ..model import Article
    from .content import Text
    from .sections import Match

__all__ = ["align"]


def align(original: Article, translation: Article) -> Alignment:
    """Pair the sections of two articles, and the blocks inside each pair, in the order of the original."""
    left, right = _texts(original), _texts(translation)
    matches = sections.match(_side(original, left), _side(translation, right))
    return Alignment(tuple(_pair(each, (original, translation), (left, right)) for each in matches))


def _texts(article: Article) -> tuple[tuple[Text, ...], ...]:
    return tuple(
        tuple(content.of_block(block, article.language) for block in section.blocks) for section in article.sections
    )


def _side(article: Article, texts: tuple[tuple[Text, ...], ...]) -> sections.Side:
    said = (
        content.of_section(section, each, article.language)
        for section, each in zip(article.sections, texts, strict=True)
    )
    return sections.Side(article.sections, tuple(said))


def _pair(
    match: Match, articles: tuple[Article, Article], texts: tuple[tuple[tuple[Text, ...], ...], ...]
) -> SectionPair:
    places = match.original, match.translation
    section, other = (
        None if place is None else article.sections[place] for place, article in zip(places, articles, strict=True)
    )
    here, there = (each.blocks if each else () for each in (section, other))
    said = tuple(() if place is None else text[place] for place, text in zip(places, texts, strict=True))
    return SectionPair(section, other, blocks.match(here, there, (said[0], said[1])), match.moved)
