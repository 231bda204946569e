"""Cards -> the entries of front page, index, hashtag page.

In: a shelf. Out: :class:`Entry` values with addresses as seen from the shelf's page.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from ..minutes import minutes
from .frame import seen
from .parts import Facing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...model import Card
    from ..output import Shelf


class Entry(NamedTuple):
    """An article in a list."""

    story: str
    kind: str
    title: str
    summary: str
    address: str
    published: dt.date
    modified: dt.date
    updated: bool
    minutes: int
    facing: Facing | None


def entries(shelf: Shelf, here: str, cards: Iterable[Card] = ()) -> Iterator[Entry]:
    """An entry for each card (by default, all of the shelf), in their order."""
    links = dict(shelf.links)
    others = {card.story: card for card in shelf.counterparts}
    for card in cards or shelf.cards:
        other = others.get(card.story)
        yield Entry(
            story=card.story,
            kind=card.kind,
            title=card.title,
            summary=card.description,
            address=seen(links[card.story, card.language.value], here),
            published=day(card),
            modified=card.modified,
            updated=bool(card.updates),
            minutes=minutes(card.words),
            facing=Facing(other.language.value, seen(links[other.story, other.language.value], here), other.title)
            if other
            else None,
        )


def day(card: Card) -> dt.date:
    """The day of first publication."""
    return card.date.date() if isinstance(card.date, dt.datetime) else card.date


def names(shelf: Shelf) -> dict[str, str]:
    """The tag by which each concept is named: the first that an article of the shelf uses for it."""
    found: dict[str, str] = {}
    for card in shelf.cards:
        for name, concept in card.tagged:
            found.setdefault(concept, name)
    return found
