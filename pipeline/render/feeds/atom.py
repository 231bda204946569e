"""A shelf -> an Atom feed (RFC 4287, paged as in RFC 5005).

In: the cards of one page of a language. Out: XML, written by ElementTree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from ..output import Made, Shelf, output
from ..xml import written
from .entry import Entry, entries, feed_id, updated

if TYPE_CHECKING:
    from ..theme import Theme

ATOM = "http://www.w3.org/2005/Atom"


@output("site/{language}/{page}/feed.xml", "parts/feed-log.html")
def atom(shelf: Shelf, theme: Theme) -> Made:
    """The Atom feed of a language."""
    publication = shelf.settings.publication
    language = (shelf.language or publication.original).value
    top = ET.Element("feed", {"xmlns": ATOM, "xml:lang": publication.locale(shelf.language or publication.original)})
    ET.SubElement(top, "id").text = feed_id(shelf)
    ET.SubElement(top, "title").text = publication.name
    if tagline := dict(publication.tagline).get(shelf.language or publication.original):
        ET.SubElement(top, "subtitle").text = tagline
    ET.SubElement(top, "updated").text = updated(shelf)
    author = ET.SubElement(top, "author")
    ET.SubElement(author, "name").text = publication.publisher or publication.name
    ET.SubElement(top, "link", {"rel": "self", "type": "application/atom+xml", "href": shelf.address("self")})
    page = {"rel": "alternate", "type": "text/html", "hreflang": language, "href": shelf.address("front")}
    ET.SubElement(top, "link", page)
    for name in ("previous", "next"):
        if address := shelf.address(name):
            ET.SubElement(top, "link", {"rel": name, "type": "application/atom+xml", "href": address})
    for entry in entries(shelf):
        _entry(top, entry, shelf, theme)
    return Made(written(top))


def _entry(top: ET.Element, entry: Entry, shelf: Shelf, theme: Theme) -> None:
    language = shelf.language or shelf.settings.publication.original
    item = ET.SubElement(top, "entry")
    ET.SubElement(item, "id").text = entry.id
    ET.SubElement(item, "title").text = entry.title
    own = {"rel": "alternate", "type": "text/html", "hreflang": language.value, "href": entry.address}
    ET.SubElement(item, "link", own)
    if entry.translation:
        other, address = entry.translation
        # With a parameter in its type no reader takes it for the entry's own page: some take the first, some the last.
        theirs = {"rel": "alternate", "type": "text/html; charset=utf-8", "hreflang": other, "href": address}
        ET.SubElement(item, "link", theirs)
    ET.SubElement(item, "published").text = entry.published
    ET.SubElement(item, "updated").text = entry.updated
    for author in entry.authors:
        person = ET.SubElement(item, "author")
        ET.SubElement(person, "name").text = author.name
        if author.url:
            ET.SubElement(person, "uri").text = author.url
    for tag in entry.hashtags:
        ET.SubElement(item, "category", {"term": tag, "label": f"#{tag}"})
    if entry.summary:
        ET.SubElement(item, "summary").text = entry.summary
    ET.SubElement(item, "content", {"type": "html"}).text = content(entry, shelf, theme)


def content(entry: Entry, shelf: Shelf, theme: Theme) -> str:
    """What a feed reader shows: the summary, what was changed, the way to the page."""
    language = shelf.language or shelf.settings.publication.original
    return theme.render("parts/feed-log.html", language, entry=entry).strip()
