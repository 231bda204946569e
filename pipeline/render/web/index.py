"""A shelf -> a page of the index of all articles, or of those with a hashtag concept.

In: the cards of one page, newest first. Out: HTML.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from ..output import Made, Shelf, output
from .entries import entries, names
from .frame import frame, render, seen, styled
from .head import Head, alternates, opengraph

if TYPE_CHECKING:
    from ..theme import Theme


@output("site/{language}/all/{page}/index.html", *styled("index.html"), "parts/index-title.txt")
def everything(shelf: Shelf, theme: Theme) -> Made:
    """The index of all articles of a language."""
    return _made(shelf, theme, "")


@output("site/{language}/tags/{concept}/{page}/index.html", *styled("index.html"), "parts/index-title.txt")
def hashtag(shelf: Shelf, theme: Theme) -> Made:
    """All articles of a language with a hashtag concept."""
    return _made(shelf, theme, names(shelf).get(shelf.concept, shelf.concept))


def _made(shelf: Shelf, theme: Theme, tag: str) -> Made:
    language = shelf.language or shelf.settings.publication.original
    here, other = shelf.address("self"), shelf.address("counterpart")
    if shelf.page > 1 and not tag:
        # The other language may have fewer pages: its index begins at the first.
        other = f"{shelf.address('counterpart-front')}all/" if shelf.address("counterpart-front") else ""
    around = frame(theme, language, dict(shelf.addresses), here, other)
    shown: dict[str, Any] = {
        "tag": tag,
        "years": [(year, list(row)) for year, row in groupby(entries(shelf, here), lambda entry: entry.published.year)],
        "page": shelf.page,
        "pages": shelf.pages,
        "previous": seen(shelf.address("previous"), here),
        "next": seen(shelf.address("next"), here),
    }
    title = theme.render("parts/index-title.txt", language, **shown).strip()
    head = _head(shelf, title, here, other if shelf.page == 1 else "")
    return render(theme, "index.html", language, around, head, title=title, **shown)


def _head(shelf: Shelf, title: str, here: str, other: str) -> Head:
    language = shelf.language or shelf.settings.publication.original
    own = here if language == shelf.settings.publication.original else other or here
    return Head(
        title=f"{title} – {shelf.settings.publication.name}",
        description=title,
        canonical=here,
        alternates=alternates(language, here, other, own),
        meta=opengraph(shelf.settings, language, title, title, here, other=bool(other)),
    )
