"""Where everything of an edition stands: paths below ``site/`` and their absolute addresses.

In: cards, the settings. Out: addresses under the names that :class:`~pipeline.render.output.Sheet` lists.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...frozen import dataclass

if TYPE_CHECKING:
    from ...config import Settings
    from ...model import Card, Language

SITE = "site/"


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of a publication."""

    base: str

    def of(self, target: str) -> str:
        """The address of a file of the edition; an index.html is its folder."""
        return self.base + target.removeprefix(SITE).removesuffix("index.html")

    def page(self, card: Card) -> str:
        """The page of an article."""
        return self.of(f"site/{card.language}/{card.slug}/index.html")

    def pdf(self, card: Card) -> str:
        """The PDF beside the page."""
        return f"{self.page(card)}{card.slug}.{card.language}.pdf"

    def front(self, language: Language) -> str:
        """The front page of a language."""
        return self.of(f"site/{language}/index.html")

    def tag(self, language: Language, concept: str) -> str:
        """The page of a hashtag concept."""
        return self.of(f"site/{language}/tags/{concept}/index.html")


def addresses(settings: Settings) -> Addresses:
    """The addresses below the base address, which ends with one stroke."""
    return Addresses(settings.publication.base_url.rstrip("/") + "/")
