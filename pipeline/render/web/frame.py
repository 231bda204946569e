"""What stands around every page: masthead, language switch, footer, and where the shared files lie.

In: the addresses of a sheet or shelf, the theme. Out: :class:`Frame`, with addresses as seen from the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from ...frozen import dataclass
from ..output import Made
from ..places import relative
from .inline import COMMON, colours, policies, style

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...model import Language
    from ..theme import Theme
    from .head import Head

LISTS = ("style/lists.css",)
STYLES = {
    "front.html": LISTS,
    "index.html": LISTS,
    "search.html": LISTS,
    "root.html": LISTS,
    "404.html": LISTS,
    "parallel.html": ("style/parallel.css",),
}
"""What a template needs beside the style of all pages."""


def styled(template: str) -> tuple[str, ...]:
    """The files of the theme that a page of a template is made of, as its output names them."""
    return (template, *COMMON, *STYLES.get(template, ()))


ANYWHERE = ""
"""The place of a page that a server shows under any address: its links must not be relative."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the language switch; the page's own has no address."""

    language: str
    address: str
    filled: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the footer: the key of the settings that names the page, and its address."""

    key: str
    address: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a page; ``mark`` is the state of the mark: ``de``, ``en`` or ``both``."""

    classes: str
    mark: str
    switch: tuple[Side, ...]
    front: str
    all: str
    search: str
    feed: str
    json_feed: str
    pages: tuple[Link, ...]
    assets: str


def frame(theme: Theme, language: Language, addresses: Mapping[str, str], here: str, other: str = "") -> Frame:
    """The frame of a page at ``here``; ``other`` is the address of the same thing in the other language."""
    base = theme.settings.publication.base_url
    front = addresses.get("front") or f"{base}{language.value}/"
    pages = [name.removeprefix("pages/") for name in addresses if name.startswith("pages/")]
    return Frame(
        classes="leaves" if other else "",
        mark=language.value,
        switch=_switch(theme, language, seen(other, here)),
        front=seen(front, here),
        all=seen(addresses.get("all") or f"{front}all/", here),
        search=seen(addresses.get("search") or f"{front}search/", here),
        feed=seen(addresses.get("feed", ""), here),
        json_feed=seen(addresses.get("json-feed", ""), here),
        pages=tuple(Link(key, seen(addresses[f"pages/{key}"], here)) for key in sorted(pages)),
        assets=seen(f"{base}assets/", here),
    )


def seen(address: str, here: str) -> str:
    """An address as a link on the page ``here``; nothing stays nothing."""
    if not address:
        return ""
    if here == ANYWHERE:
        parts = urlsplit(address)
        return parts._replace(scheme="", netloc="").geturl() or "/"
    return relative(address, here)


def render(  # noqa: PLR0913 - a page has these parts
    theme: Theme,
    template: str,
    language: Language,
    around: Frame,
    head: Head,
    *,
    script: str = "",
    **more: Any,  # noqa: ANN401 - a template takes anything
) -> Made:
    """A page made of its template, with style and policy; ``script`` is that of the search, the one page with any."""
    css = style(theme, around.assets, STYLES.get(template, ()))
    common = {"publication": theme.settings.publication, "frame": around, "head": head, "style": css, "script": script}
    papers = tuple(colours(theme, name).get("paper", "") for name in ("tokens", "dark"))
    text = theme.render(template, language, **common, policies=policies(css, head.graph, script), papers=papers, **more)
    return Made(text.encode())


def _switch(theme: Theme, language: Language, other: str) -> tuple[Side, ...]:
    """The languages of the publication, the left leaf first; nothing where no translation is."""
    sides = [
        Side(each.value, "" if each == language else other)
        for each, _ in sorted(theme.settings.publication.languages)
        if each == language or other
    ]
    return tuple(sides)
