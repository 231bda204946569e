"""Cards -> those that are published, with what they share.

In: the cards of all articles, which of them findings hold back, the journal. Out: :class:`~.outlines.Neighbours`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..survey.families import FAMILIES
from .addresses import addresses
from .outlines import Neighbours

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from ...model import Card
    from ..survey.wish import Wish


def neighbours(  # noqa: PLR0913 - what decides on who is published
    cards: Iterable[Card],
    wish: Wish,
    held: frozenset[tuple[str, str]],
    known: Container[str],
    families: Sequence[str],
    *,
    has_pdf: bool,
) -> Neighbours:
    """The cards that are published; one that is held back is listed as long as its old page stands (is ``known``).

    A shard knows of no old pages: the others could not know of them. ``has_pdf`` says whether old files are PDFs.
    """
    settings = wish.house.settings
    old: Container[str] = () if wish.shard else known
    listed = [
        card
        for card in cards
        if (wish.drafts or not card.draft)
        and (settings.check.publish_machine_translations or not card.by_machine)
        and ((card.story, card.language) not in held or f"site/{card.language}/{card.slug}/index.html" in old)
    ]
    originals = {card.story for card in listed if card.language == settings.publication.original}
    made = frozenset(FAMILIES) - {"pdf"} | (frozenset(families) & {"pdf"}) if wish.is_partial else frozenset(families)
    if wish.is_partial and has_pdf:
        made |= {"pdf"}
    shown = tuple(card for card in listed if card.story in originals)
    return Neighbours(shown, addresses(settings), made, settings, wish.memory.picture)
