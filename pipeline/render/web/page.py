"""A sheet -> the page of its article.

In: a sheet, the theme. Out: HTML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from ...frozen import dataclass
from ...model import Role, TranslationOrigin
from ..dates import moment, newest
from ..minutes import minutes
from ..output import Made, Sheet, output
from .frame import frame, render, seen, styled
from .graph import graph
from .head import Head, alternates, opengraph
from .parts import SECTION, Facing, parts
from .ways import PageWays, size

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from ...model import Article
    from ..theme import Theme
    from .parts import Part

LISTED = 4
"""From this many parts on a page has a list of contents."""


@dataclass(frozen=True, slots=True)
class Label:
    """Who wrote, translated and answers for an article; empty where there is nothing to say."""

    origin: str
    translation: str
    translator: str
    editor: str
    about: str


@dataclass(frozen=True, slots=True)
class Source:
    """A citation as the page lists it; ``host`` is shown below the title."""

    number: int
    publisher: str
    title: str
    url: str
    host: str
    language: str
    published: dt.date | None
    accessed: dt.date | None
    cited: bool


@dataclass(frozen=True, slots=True)
class Named:
    """Something with a name and an address."""

    name: str
    address: str


@output("site/{language}/{slug}/index.html", *styled("article.html"))
def page(sheet: Sheet, theme: Theme) -> Made:
    """The page of an article."""
    article, here = sheet.article, sheet.address("page")
    other = sheet.address("counterpart")
    around = frame(theme, article.language, dict(sheet.addresses), here, other)
    ways = PageWays(sheet, here)
    made = parts(sheet, ways, seen(other, here))
    shown: dict[str, Any] = {
        "kind": article.front.kind,
        "title": article.front.title,
        "authors": article.front.authors,
        "published": article.published,
        "modified": article.modified,
        "minutes": minutes(article.words),
        "label": label(sheet),
        "facing": facing(sheet, seen(other, here)),
        "image": image(sheet, ways),
        "parts": made,
        "contents": contents(made),
        "ways": tuple(
            Named(each, seen(sheet.address(each), here)) for each in ("parallel", "pdf") if sheet.address(each)
        ),
        "notes": tuple(_notes(article, ways)),
        "notes_after": _notes_after(made) if article.notes else -1,
        "sources": sources(article),
        "updates": updates(article),
        "logged": any(part.log for part in made),
        "related": tuple(_related(sheet, here)),
        "hashtags": tuple(_hashtags(sheet, here)),
        "downloads": tuple(_downloads(sheet, here)),
    }
    ways.prove()
    return render(theme, "article.html", article.language, around, head(sheet), **shown)


def contents(made: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts that the page's list of contents names; a short page needs none."""
    found = tuple(part for part in made if part.level == SECTION and part.heading)
    return found if len(found) >= LISTED else ()


def label(sheet: Sheet) -> Label:
    """What the page says about the making of the text."""
    front = sheet.article.front
    is_original = sheet.article.language == sheet.settings.publication.original
    translation = "" if is_original or front.translation is TranslationOrigin.HUMAN else front.translation.value
    origin = "" if front.origin.value == "human" else front.origin.value
    return Label(
        origin, translation, "" if is_original else front.translator, front.editor, sheet.address("pages/about")
    )


def updates(article: Article) -> tuple[Any, ...]:
    """The update log, newest first."""
    return tuple(sorted(article.front.updates, key=lambda update: update.date, reverse=True))


def facing(sheet: Sheet, other: str) -> Facing | None:
    """The other language's headline."""
    counterpart = sheet.counterpart
    return Facing(counterpart.language.value, other, counterpart.front.title) if counterpart and other else None


def sources(article: Article) -> tuple[Source, ...]:
    """The source list in the order of its numbers."""
    return tuple(
        Source(
            number=each.number,
            publisher=each.publisher,
            title=each.title,
            url=each.url if each.url.startswith(("https:", "http:")) else "",
            host=(urlsplit(each.url).hostname or "").removeprefix("www."),
            language=each.language,
            published=each.published,
            accessed=each.accessed,
            cited=each.cited,
        )
        for each in sorted(article.sources, key=lambda each: each.number)
    )


def image(sheet: Sheet, ways: PageWays) -> dict[str, Any] | None:
    """The article's picture as the page shows it."""
    picture = sheet.article.front.image
    address = ways.address(picture.src) if picture else ""
    if not picture or not address:
        return None
    width, height = size(sheet.assets, picture.src)
    return {"src": address, "alt": picture.alt, "credit": picture.credit, "width": width, "height": height}


def head(sheet: Sheet) -> Head:
    """The head of an article's page."""
    article, settings = sheet.article, sheet.settings
    here, other = sheet.address("page"), sheet.address("counterpart")
    original = here if article.language == settings.publication.original else other or here
    times = (
        ("article:published_time", moment(article.front.date, settings).isoformat()),
        ("article:modified_time", newest(article.front.date, article.modified, settings).isoformat()),
        *(("article:tag", tag.name) for tag in article.hashtags),
    )
    return Head(
        title=f"{article.front.title} – {settings.publication.name}",
        description=article.description,
        canonical=here,
        alternates=alternates(article.language, here, other, original),
        meta=opengraph(
            settings,
            article.language,
            article.front.title,
            article.description,
            here,
            kind="article",
            picture=sheet.address("picture"),
            other=bool(other),
            more=times,
        ),
        picture=sheet.address("picture"),
        graph=graph(sheet),
    )


def _notes_after(made: tuple[Part, ...]) -> int:
    """Behind which part the notes stand: before the sources, else at the end."""
    return next((place for place, part in enumerate(made) if part.role == Role.SOURCES.value), len(made))


def _notes(article: Article, ways: PageWays) -> Iterator[dict[str, Any]]:
    """The notes; the way back stands at the end of the last paragraph."""
    for note in sorted(article.notes, key=lambda each: each.number):
        made = ways.phrase(note.children)
        end = "</p>" if made.endswith("</p>") else ""
        yield {"number": note.number, "html": made.removesuffix(end), "end": end}


def _related(sheet: Sheet, here: str) -> Iterator[dict[str, Any]]:
    for card in sheet.related:
        address = f"{sheet.settings.publication.base_url}{card.language.value}/{card.slug}/"
        yield {"title": card.title, "address": seen(address, here), "modified": card.modified}


def _hashtags(sheet: Sheet, here: str) -> Iterator[Named]:
    concepts, places = dict(sheet.tagged), dict(sheet.tags)
    for tag in sheet.article.hashtags:
        yield Named(tag.name, seen(places.get(concepts.get(tag.name, ""), ""), here))


def _downloads(sheet: Sheet, here: str) -> Iterator[dict[str, str]]:
    kinds = (
        ("sources-csl", "application/vnd.citationstyles.csl+json"),
        ("sources-bib", "application/x-bibtex"),
        ("pdf", "application/pdf"),
    )
    for name, kind in kinds:
        if (address := sheet.address(name)) and (name == "pdf" or sheet.article.sources):
            yield {"type": kind, "address": seen(address, here)}
