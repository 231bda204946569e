"""content/ -> Library: the cards of all stories; it reads and aligns one story at a time.

In: a folder with ``de/`` and ``en/``, the settings, a store. Out: cards, and stories on demand.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .align import align
from .model import Translation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .model import Article, Language
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


def story_of(name: str, readings: Iterable[Reading], original: Language) -> Story:
    """A story from what was read of it: the original first, each translation aligned with it."""
    ordered = tuple(sorted(readings, key=lambda reading: (reading.language != original, reading.language)))
    articles = [reading.article for reading in ordered if reading.article]
    if not articles or articles[0].language != original:
        return Story(name, ordered, ())
    first, *others = articles
    return Story(name, ordered, tuple(Translation(first, each, align(first, each)) for each in others))
