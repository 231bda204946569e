"""An outline and its story -> the sheet of an article, the spread of both.

In: outlines, the library. Out: sheets, which hold everything that a page, a PDF or a mail shows, so that nothing else
is in reach.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ...errors import MakingError
from ...findings import Message
from ...model import Alignment, Span
from ...render.output import Asset, Cover, Sheet, Spread
from .outlines import outlines
from .shelves import Board

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ...config import Settings
    from ...library import Library, Story
    from ...model import Article, Card
    from ...render.output import Shelf
    from .outlines import Neighbours, Outline
    from .plan import Source


def value_of(source: Source, library: Library) -> Sheet | Cover | Spread | Shelf:
    """The value of a step from what it is made of: its story is read now, if it is not at hand."""
    if isinstance(source, Cover):
        return source
    if isinstance(source, Board):
        return source.shelf
    story = library.story(source.cards[0].story, is_checked=False)
    row = tuple(sheet(outline, story, library.settings, library.root) for outline in source.outlines)
    return spread(row[0], row[1]) if len(row) > 1 else row[0]


def sheets(name: str, library: Library, neighbours: Neighbours) -> tuple[Sheet, ...]:
    """A sheet for each article of a story that is published."""
    story = library.story(name, is_checked=False)
    return tuple(sheet(outline, story, library.settings, library.root) for outline in outlines(name, neighbours))


def sheet(outline: Outline, story: Story, settings: Settings, root: Path) -> Sheet:
    """The sheet of an article; a MakingError if a file is no longer what the outline was made of."""
    article = _same(story, outline.card)
    counterpart = _same(story, outline.other) if outline.other else None
    alignment = story.translations[0].alignment if story.translations else None
    return Sheet(
        article=article,
        counterpart=counterpart,
        alignment=alignment if counterpart else None,
        related=outline.related,
        concepts=tuple(concept for _, concept in outline.card.tagged),
        addresses=outline.addresses,
        tags=outline.tags,
        assets=tuple(_assets(outline, root / "content")),
        settings=settings,
        tagged=outline.card.tagged,
    )


def spread(one: Sheet, other: Sheet) -> Spread:
    """Both articles of a story side by side: German always left."""
    left, right = sorted((one, other), key=lambda sheet: sheet.article.language)
    return Spread(left, right, left.alignment or Alignment(()))


def _same(story: Story, card: Card) -> Article:
    article = story.article(card.language)
    if article is None or article.manuscript.digest != card.digest:
        raise _changed(card.path)
    return article


def _assets(outline: Outline, content: Path) -> Iterator[Asset]:
    """The pictures that an article shows, each once; one that is missing is a finding of the checks."""
    for path, digest in outline.pictures:
        place = f"content/{path}"
        try:
            data = (content / unquote(path)).read_bytes()
        except FileNotFoundError:
            raise _changed(place) from None
        if hashlib.sha256(data).hexdigest() != digest:
            raise _changed(place)
        yield Asset(path, data, digest)


def _changed(path: str) -> MakingError:
    return MakingError(Message("this file was changed while the edition was made; build again"), Span(path, 1))
