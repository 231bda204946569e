"""A card -> what both feeds say of an article.

In: a shelf, one of its cards. Out: :class:`Entry`; addresses are absolute, the id outlives a new slug.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from ...frozen import dataclass
from ..dates import moment, newest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model import Author, Card
    from ..output import Shelf


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in a feed; ``translation`` is (language, address), ``log`` its updates, newest first."""

    id: str
    title: str
    address: str
    published: str
    updated: str
    summary: str
    authors: tuple[Author, ...]
    hashtags: tuple[str, ...]
    picture: str
    translation: tuple[str, str] | None
    log: tuple[tuple[dt.date, str, str], ...]


def entries(shelf: Shelf) -> Iterator[Entry]:
    """The entries of a feed."""
    links, settings = dict(shelf.links), shelf.settings
    others = {card.story: card for card in shelf.counterparts}
    for card in shelf.cards:
        address, other = links[card.story, card.language.value], others.get(card.story)
        log = sorted(card.updates, key=lambda update: update.date, reverse=True)
        yield Entry(
            id=_id(card, shelf),
            title=card.title,
            address=address,
            published=moment(card.date, settings).isoformat(),
            updated=newest(card.date, card.modified, settings).isoformat(),
            summary=card.description,
            authors=card.authors,
            hashtags=card.hashtags,
            picture=f"{address}{card.slug}.png",
            translation=(other.language.value, links[other.story, other.language.value]) if other else None,
            log=tuple((update.date, update.kind, update.text) for update in log),
        )


def feed_id(shelf: Shelf) -> str:
    """The id of a language's feed."""
    host = urlsplit(shelf.settings.publication.base_url).hostname or "localhost"
    return f"tag:{host},2025:{shelf.language}"


def updated(shelf: Shelf) -> str:
    """The newest change of any entry."""
    moments = (newest(card.date, card.modified, shelf.settings) for card in shelf.cards)
    return max(moments, default=moment(dt.date(1970, 1, 1), shelf.settings)).isoformat()


def _id(card: Card, shelf: Shelf) -> str:
    host = urlsplit(shelf.settings.publication.base_url).hostname or "localhost"
    day = card.date.date() if isinstance(card.date, dt.datetime) else card.date
    return f"tag:{host},{day.isoformat()}:{card.language.value}/{quote(card.story)}"
