"""An original and its translation, and which part of one answers which of the other.

In: articles. Out: :class:`Translation` and its :class:`Alignment`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..frozen import dataclass

if TYPE_CHECKING:
    from .article import Article, Section
    from .tree import Block


@dataclass(frozen=True, slots=True)
class BlockPair:
    """Blocks that answer each other: 1:1, 1:2 or 2:1; an empty side is a gap."""

    original: tuple[Block, ...]
    translation: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class SectionPair:
    """Sections that answer each other, with their blocks; None where one is missing.

    ``moved`` says that the pair was found by its content, out of the order of the others.
    """

    original: Section | None
    translation: Section | None
    blocks: tuple[BlockPair, ...]
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which section and block of the translation answers which of the original, in reading order."""

    pairs: tuple[SectionPair, ...]

    @property
    def both(self) -> tuple[tuple[Section, Section, tuple[BlockPair, ...]], ...]:
        """The pairs of which neither side is missing."""
        return tuple((p.original, p.translation, p.blocks) for p in self.pairs if p.original and p.translation)

    @property
    def only_in_original(self) -> tuple[Section, ...]:
        """Sections of the original without a counterpart."""
        return tuple(p.original for p in self.pairs if p.original and not p.translation)

    @property
    def only_in_translation(self) -> tuple[Section, ...]:
        """Sections of the translation without a counterpart."""
        return tuple(p.translation for p in self.pairs if p.translation and not p.original)


@dataclass(frozen=True, slots=True)
class Translation:
    """An original, its translation, and which part of one answers which of the other."""

    original: Article
    article: Article
    alignment: Alignment
