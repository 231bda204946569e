"""Cards -> those that are published, with what they share.

In: the cards of all articles, which of them findings hold back, the journal. Out: :class:`~.outlines.Neighbours`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .addresses import addresses
from .families import FAMILIES
from .outlines import Neighbours

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..model import Card
    from . import journal
    from .wish import Wish


def neighbours(
    cards: Iterable[Card],
    wish: Wish,
    held: frozenset[tuple[str, str]],
    known: Mapping[str, journal.Entry],
    families: Sequence[str],
) -> Neighbours:
    """The cards that are published; one that is held back is listed as long as its old page stands.

    A shard knows of no old pages: the others could not know of them.
    """
    settings = wish.house.settings
    old = () if wish.shard else known
    listed = [
        card
        for card in cards
        if (wish.drafts or not card.draft)
        and (settings.check.publish_machine_translations or not card.by_machine)
        and ((card.story, card.language) not in held or f"site/{card.language}/{card.slug}/index.html" in old)
    ]
    originals = {card.story for card in listed if card.language == settings.publication.original}
    made = frozenset(FAMILIES) - {"pdf"} | (frozenset(families) & {"pdf"}) if wish.is_partial else frozenset(families)
    if wish.is_partial and any(entry.family == "pdf" for entry in known.values()):
        made |= {"pdf"}
    shown = tuple(card for card in listed if card.story in originals)
    return Neighbours(shown, addresses(settings), made, settings, wish.memory.picture)
