"""content/ -> Library: the cards of all stories; it reads and aligns one story at a time.

In: a folder with ``de/`` and ``en/``, the settings, a store. Out: cards, and stories on demand.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .model import Article, Language, Translation
    from .read.reading import Reading


@dataclass(frozen=True, slots=True)
class Story:
    """One piece in all its languages: what was read of it (original first), and its translations."""

    name: str
    readings: tuple[Reading, ...]
    translations: tuple[Translation, ...]

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles that could be read, the original first."""
        return tuple(reading.article for reading in self.readings if reading.article)

    def article(self, language: Language) -> Article | None:
        """The article in a language, if there is one."""
        return next((article for article in self.articles if article.language == language), None)
