"""content/ -> Library: the cards of all stories; it reads and aligns one story at a time.

In: a folder with ``de/`` and ``en/``, the settings, a store. Out: cards, and stories on demand.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .align import align
from .model import Card, Heading, Translation
from .read import read

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from .config import Settings
    from .model import Article, Language
    from .read.reading import Reading
    from .vocabulary.concepts import Concepts


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


def manuscripts(root: Path, settings: Settings) -> dict[str, tuple[tuple[Language, Path], ...]]:
    """The manuscripts of each story; names that begin with ``.`` or ``_`` are ignored."""
    found: dict[str, list[tuple[Language, Path]]] = {}
    for language, _ in settings.publication.languages:
        folder = root / "content" / language
        for path in sorted(folder.rglob("*.md")):
            name = path.relative_to(folder).with_suffix("")
            if path.is_file() and not any(part.startswith((".", "_")) for part in name.parts):
                found.setdefault(name.as_posix(), []).append((language, path))
    return {name: tuple(files) for name, files in sorted(found.items())}


class Library:
    """The stories of a publication: their names, the cards of their articles, one story at a time."""

    def __init__(self, root: Path, settings: Settings, concepts: Concepts) -> None:
        self.root, self.settings, self.concepts = root, settings, concepts
        self._files = manuscripts(root, settings)
        self.story = functools.lru_cache(maxsize=256)(self._story)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all stories, sorted."""
        return tuple(self._files)

    @functools.cached_property
    def cards(self) -> tuple[Card, ...]:
        """The cards of all articles that could be read."""
        stories = (self.story(name) for name in self.names)
        return tuple(card_of(article, self.concepts) for story in stories for article in story.articles)

    def _story(self, name: str) -> Story:
        readings = tuple(
            read(path.relative_to(self.root).as_posix(), path.read_bytes(), name, language, self.settings)
            for language, path in self._files[name]
        )
        return story_of(name, readings, self.settings.publication.original)


def card_of(article: Article, concepts: Concepts) -> Card:
    """What other pages need of an article."""
    front = article.front
    return Card(
        story=article.story,
        language=article.language,
        slug=article.slug,
        path=article.manuscript.path,
        kind=front.kind,
        title=front.title,
        description=article.description,
        date=front.date,
        modified=article.modified,
        updates=front.updates,
        authors=front.authors,
        image=front.image,
        draft=front.draft,
        aliases=front.aliases,
        concepts=tuple(dict.fromkeys(concepts.concept(tag.name, article.language) for tag in article.hashtags)),
        hashtags=tuple(tag.name for tag in article.hashtags),
        headings=tuple(Heading(each.id, each.level, each.title) for each in article.sections if each.level > 1),
        words=article.words,
        digest=article.manuscript.digest,
        sources=len(article.sources),
        subject=front.subject,
        preheader=front.preheader,
        tagged=tuple((tag.name, concepts.concept(tag.name, article.language)) for tag in article.hashtags),
    )
