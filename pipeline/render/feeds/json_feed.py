"""A shelf -> a JSON Feed 1.1.

In: the cards of one page of a language. Out: JSON.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..output import Made, Shelf, output
from .atom import content
from .entry import Entry, entries

if TYPE_CHECKING:
    from ..theme import Theme


@output("site/{language}/{page}/feed.json", "parts/feed-log.html")
def json_feed(shelf: Shelf, theme: Theme) -> Made:
    """The JSON Feed of a language."""
    publication = shelf.settings.publication
    language = shelf.language or publication.original
    feed: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": publication.name,
        "description": dict(publication.tagline).get(language, ""),
        "home_page_url": shelf.address("front"),
        "feed_url": shelf.address("self"),
        "next_url": shelf.address("next"),
        "language": publication.locale(language),
        "authors": [{"name": publication.publisher or publication.name}],
        "items": [_item(entry, shelf, theme) for entry in entries(shelf)],
    }
    kept = {name: value for name, value in feed.items() if value != ""}
    return Made((json.dumps(kept, ensure_ascii=False, indent=1) + "\n").encode())


def _item(entry: Entry, shelf: Shelf, theme: Theme) -> dict[str, Any]:
    language = shelf.language or shelf.settings.publication.original
    authors = [{"name": author.name, **({"url": author.url} if author.url else {})} for author in entry.authors]
    item: dict[str, Any] = {
        "id": entry.id,
        "url": entry.address,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": content(entry, shelf, theme),
        "image": entry.picture,
        "date_published": entry.published,
        "date_modified": entry.updated,
        "authors": authors,
        "tags": list(entry.hashtags),
        "language": shelf.settings.publication.locale(language),
    }
    if entry.translation:
        item["_translation"] = {"language": entry.translation[0], "url": entry.translation[1]}
    return {name: value for name, value in item.items() if value not in ("", [])}
