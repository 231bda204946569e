"""What an article claims in the whole publication: its addresses.

In: cards. Out: a :class:`Claim` each, the little that rules about all stories together need.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model import Card


@dataclass(frozen=True, slots=True)
class Claim:
    """An article's story, language, kind and manuscript; ``addresses`` are its slug and its former addresses."""

    story: str
    language: str
    kind: str
    path: str
    addresses: tuple[str, ...]


Claims = tuple[Claim, ...]


def claims_of(cards: Iterable[Card]) -> Claims:
    """The claims of all articles."""
    return tuple(
        Claim(card.story, card.language.value, card.kind, card.path, (card.slug, *card.aliases)) for card in cards
    )
