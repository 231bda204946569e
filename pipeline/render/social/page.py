"""The page of all texts for networks: ``output/social/index.html``.

In: the cards of all articles. Out: a page from which an editor copies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..output import Made, Shelf, output
from .post import Matter
from .texts import LABEL, is_posted, posts, said, telling

if TYPE_CHECKING:
    from ...model import Card
    from ..theme import Theme

SHOWN = 60
"""Articles on the page, newest first; the texts of older ones are in their files."""


@output("social/index.html", "social.html", LABEL, wanted=is_posted)
def page(shelf: Shelf, theme: Theme) -> Made:
    """The texts for networks, ready to copy."""
    addresses = dict(shelf.links)
    values = {
        "publication": shelf.settings.publication,
        "articles": [_article(card, addresses[card.story, card.language.value], theme) for card in shelf.cards[:SHOWN]],
    }
    return Made(theme.render("social.html", shelf.settings.publication.original, **values).encode())


def _article(card: Card, address: str, theme: Theme) -> dict[str, Any]:
    tags = telling((name for name, _ in card.tagged), tuple(concept for _, concept in card.tagged))
    return {
        "name": f"{card.slug}.{card.language}",
        "language": card.language.value,
        "title": card.title,
        "address": address,
        "picture": card.title,
        "posts": posts(Matter(card.title, card.description, address, tags, *said(card, card.language, theme))),
    }
