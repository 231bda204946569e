"""A shelf of both languages -> the root page, where a reader chooses, and the page of an address that leads nowhere.

In: the settings. Out: HTML. The second is shown under any address, so none of its links is relative.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..output import Made, Shelf, none, output
from .frame import ANYWHERE, frame, render, seen, styled
from .graph import dumped
from .head import Head

if TYPE_CHECKING:
    from ..theme import Theme


@output("site/index.html", *styled("root.html"), wanted=none)
def root(shelf: Shelf, theme: Theme) -> Made:
    """The page that lets the reader choose a language."""
    publication, here = shelf.settings.publication, shelf.address("self")
    fronts = [(language.value, shelf.address(f"front/{language}")) for language, _ in sorted(publication.languages)]
    taglines = dict(publication.tagline)
    description = " · ".join(taglines[each] for each, _ in sorted(publication.languages) if taglines.get(each))
    about = {"@context": "https://schema.org", "@type": "WebSite", "url": here, "name": publication.name}
    head = Head(
        title=publication.name,
        description=description,
        canonical=here,
        alternates=(*fronts, ("x-default", here)),
        meta=(
            ("og:type", "website"),
            ("og:site_name", publication.name),
            ("og:title", publication.name),
            ("og:url", here),
        ),
        graph=dumped(about),
    )
    return _made(shelf, theme, "root.html", here, head)


@output("site/404.html", *styled("404.html"), wanted=none)
def missing(shelf: Shelf, theme: Theme) -> Made:
    """The page of an address that leads nowhere, in both languages."""
    head = Head(title=f"404 – {shelf.settings.publication.name}", hidden=True)
    return _made(shelf, theme, "404.html", ANYWHERE, head)


def _made(shelf: Shelf, theme: Theme, template: str, here: str, head: Head) -> Made:
    publication = shelf.settings.publication
    around = replace(frame(theme, publication.original, dict(shelf.addresses), here), classes="spread")
    sides = [
        {
            "language": language.value,
            "address": seen(shelf.address(f"front/{language}"), here),
            "search": seen(f"{shelf.address(f'front/{language}')}search/", here),
            "tagline": dict(publication.tagline).get(language, ""),
        }
        for language, _ in sorted(publication.languages)
    ]
    return render(theme, template, publication.original, around, head, sides=sides)
