"""A shelf -> the front page of a language.

In: the cards of a language, newest first. Out: HTML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..output import Made, Shelf, output
from .entries import entries, names
from .frame import frame, render, seen, styled
from .graph import dumped
from .head import Head, alternates, opengraph

if TYPE_CHECKING:
    from ..theme import Theme

SHOWN = 12
"""Articles on a front page; the index has all."""

TAGS = 12


@output("site/{language}/index.html", *styled("front.html"))
def front(shelf: Shelf, theme: Theme) -> Made:
    """The front page of a language."""
    language = shelf.language or shelf.settings.publication.original
    publication = shelf.settings.publication
    here, other = shelf.address("self"), shelf.address("counterpart")
    tagline = dict(publication.tagline).get(language, "")
    head = Head(
        title=f"{publication.name} – {tagline}" if tagline else publication.name,
        description=tagline,
        canonical=here,
        alternates=alternates(language, here, other, shelf.address("root")),
        meta=opengraph(shelf.settings, language, publication.name, tagline, here, other=bool(other)),
        graph=dumped(
            {
                "@context": "https://schema.org",
                "@type": "WebSite",
                "@id": here,
                "url": here,
                "name": publication.name,
                "inLanguage": publication.locale(language),
                "publisher": {"@type": "Organization", "name": publication.publisher or publication.name},
            }
        ),
    )
    around = frame(theme, language, dict(shelf.addresses), here, other)
    shown: dict[str, Any] = {
        "tagline": tagline,
        "entries": tuple(entries(shelf, here, shelf.cards[:SHOWN])),
        "tags": tuple(_tags(shelf, here)),
    }
    return render(theme, "front.html", language, around, head, **shown)


def _tags(shelf: Shelf, here: str) -> list[dict[str, str]]:
    """The concepts of most articles, by name."""
    counts: dict[str, int] = {}
    for card in shelf.cards:
        for concept in card.concepts:
            counts[concept] = counts.get(concept, 0) + 1
    most = sorted(counts, key=lambda concept: (-counts[concept], concept))[:TAGS]
    known = names(shelf)
    found = [
        {"name": known[each], "address": seen(f"{shelf.address('front')}tags/{each}/", here)}
        for each in most
        if each in known
    ]
    return sorted(found, key=lambda tag: tag["name"].casefold())
