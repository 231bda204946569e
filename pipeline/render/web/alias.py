"""A former address -> a page that leads to the article.

In: the shelf of one article. Out: HTML that forwards at once, with a link for whom nothing forwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..output import Made, Shelf, output
from .frame import seen

if TYPE_CHECKING:
    from ..theme import Theme


@output("site/{language}/{alias}/index.html", "alias.html")
def alias(shelf: Shelf, theme: Theme) -> Made:
    """A page that leads from a former address to the article."""
    card = shelf.cards[0]
    target = dict(shelf.links)[card.story, card.language.value]
    address = seen(target, shelf.address("self"))
    return Made(theme.render("alias.html", card.language, title=card.title, address=address, canonical=target).encode())
