"""A shelf of both languages -> the sitemap, and robots.txt.

In: all cards. Out: XML by the sitemap protocol with the alternates of each page, written by ElementTree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from ...frozen import dataclass
from ..dates import newest
from ..output import Made, Shelf, none, output
from ..xml import listed
from .head import alternates

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from ...model import Card, Language
    from ..theme import Theme

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


@dataclass(frozen=True, slots=True)
class Place:
    """A page of the site: its address, its alternates, its newest change."""

    address: str
    alternates: tuple[tuple[str, str], ...] = ()
    changed: dt.datetime | None = None


@output("site/sitemap.xml")
def sitemap(shelf: Shelf, theme: Theme) -> Made:  # noqa: ARG001 - every output is handed the theme
    """All pages that a search engine shall know."""
    top = ET.Element("urlset", {"xmlns": SITEMAP, "xmlns:xhtml": XHTML})
    return Made(listed(top, map(_url, places(shelf))))


def _url(place: Place) -> ET.Element:
    """A page as the sitemap names it."""
    url = ET.Element("url")
    ET.SubElement(url, "loc").text = place.address
    if place.changed:
        ET.SubElement(url, "lastmod").text = place.changed.isoformat()
    for code, address in place.alternates:
        ET.SubElement(url, "xhtml:link", {"rel": "alternate", "hreflang": code, "href": address})
    return url


@output("site/robots.txt", wanted=none)
def robots(shelf: Shelf, theme: Theme) -> Made:  # noqa: ARG001 - every output is handed the theme
    """All is open; where the sitemap lies."""
    return Made(f"User-agent: *\nAllow: /\n\nSitemap: {shelf.address('root')}sitemap.xml\n".encode())


def places(shelf: Shelf) -> Iterator[Place]:
    """The pages of the site: root, front pages, indexes, hashtags, articles, parallel views."""
    base, languages = shelf.address("root"), [language for language, _ in sorted(shelf.settings.publication.languages)]
    fronts = [(language.value, f"{base}{language.value}/") for language in languages]
    yield Place(base, (*fronts, ("x-default", base)))
    for tail in ("", "all/"):
        for language, front in fronts:
            other = next((address for code, address in fronts if code != language), "")
            own = base if not tail else f"{base}{shelf.settings.publication.original.value}/{tail}"
            named = next(each for each in languages if each.value == language)
            yield Place(front + tail, alternates(named, front + tail, other and other + tail, own))
    yield from _hashtags(shelf, languages)
    yield from _articles(shelf)


def _hashtags(shelf: Shelf, languages: list[Language]) -> Iterator[Place]:
    base, original = shelf.address("root"), shelf.settings.publication.original
    known = {
        language: {
            each for card in shelf.cards if card.language == language and card.kind != "page" for each in card.concepts
        }
        for language in languages
    }
    for language in languages:
        other = next((each for each in languages if each != language), None)
        for concept in sorted(known[language]):
            own = f"{base}{language.value}/tags/{concept}/"
            theirs = f"{base}{other.value}/tags/{concept}/" if other and concept in known[other] else ""
            yield Place(own, alternates(language, own, theirs, own if language == original else theirs or own))


def _articles(shelf: Shelf) -> Iterator[Place]:
    links, settings = dict(shelf.links), shelf.settings
    cards: dict[str, list[Card]] = {}
    for card in shelf.cards:
        cards.setdefault(card.story, []).append(card)
    for story, both in sorted(cards.items()):
        addresses = {card.language: links[story, card.language.value] for card in both}
        for card in sorted(both, key=lambda each: each.language):
            own = addresses[card.language]
            other = next((address for language, address in addresses.items() if language != card.language), "")
            first = addresses.get(settings.publication.original, own)
            changed = newest(card.date, card.modified, settings)
            yield Place(own, alternates(card.language, own, other, first), changed)
        if len(both) > 1 and both[0].kind != "page":
            changed = max(newest(card.date, card.modified, settings) for card in both)
            yield Place(f"{shelf.address('root')}parallel/{story}/", (), changed)
