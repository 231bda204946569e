"""A shelf -> the search of a language: a page, and an index that its script asks.

In: the cards of a language. Out: HTML and JSON. Nothing is sent anywhere; without script the page leads to the index.
"""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

from ..output import Made, Shelf, none, output
from .entries import day
from .frame import frame, render, seen, styled
from .head import Head
from .inline import SCRIPT, script

if TYPE_CHECKING:
    from ..theme import Theme


ROW = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""A row by itself: of thousands no text is held twice."""


@output("site/{language}/search/index.html", *styled("search.html"), "parts/search-title.txt", SCRIPT, wanted=none)
def search(shelf: Shelf, theme: Theme) -> Made:
    """The search page of a language."""
    language = shelf.language or shelf.settings.publication.original
    here = shelf.address("self")
    around = frame(theme, language, dict(shelf.addresses), here, shelf.address("counterpart"))
    title = theme.render("parts/search-title.txt", language).strip()
    head = Head(title=f"{title} – {shelf.settings.publication.name}", description=title, hidden=True)
    return render(theme, "search.html", language, around, head, script=script(theme), title=title)


@output("site/{language}/search/index.json")
def index(shelf: Shelf, theme: Theme) -> Made:  # noqa: ARG001 - every output is handed the theme
    """What can be found: titles, descriptions, headings and hashtags, with dates and addresses."""
    here, links = shelf.address("search"), dict(shelf.links)
    rows = (
        ROW(
            {
                "u": seen(links[card.story, card.language.value], here),
                "t": card.title,
                "s": card.description,
                "d": day(card).isoformat(),
                "h": " ".join(filter(None, (card.headings, *card.hashtags))),
            }
        ).encode()
        for card in shelf.cards
    )
    data = io.BytesIO()
    for place, row in enumerate(rows):
        data.write(b"," if place else b"[")
        data.write(row)
    data.write(b"]\n" if shelf.cards else b"[]\n")
    return Made(data.getvalue())
