"""Cards -> covers: what the picture of an article shows.

In: a card among its neighbours. Out: its :class:`~pipeline.render.output.Cover`, and the key of what is made of it: a
picture is drawn again where one of its words has changed, and nowhere else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...render.output import Cover
from ...store import digest_of

if TYPE_CHECKING:
    from ...model import Card
    from .outlines import Neighbours


def cover(card: Card, neighbours: Neighbours) -> Cover:
    """The cover of an article."""
    other = neighbours.other(card)
    facing = other.title if other else ""
    return Cover(card.language, card.kind, card.title, card.modified, facing, neighbours.settings)


def fingerprint(given: Cover) -> str:
    """The digest of a cover but for the settings, which every key holds."""
    words = (given.language, given.kind, given.title, given.modified.isoformat(), given.facing)
    return digest_of("\0".join(words).encode("utf-8", "surrogatepass"))
