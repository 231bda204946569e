"""What the head of a page says to search engines and networks.

In: titles, absolute addresses. Out: :class:`Head`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...config import Settings
    from ...model import Language


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a page. ``alternates`` are (language, absolute address); ``meta`` is OpenGraph; ``graph`` JSON-LD."""

    title: str
    description: str = ""
    canonical: str = ""
    alternates: tuple[tuple[str, str], ...] = ()
    meta: tuple[tuple[str, str], ...] = ()
    picture: str = ""
    graph: str = ""
    hidden: bool = False


def alternates(language: Language, own: str, other: str, fallback: str) -> tuple[tuple[str, str], ...]:
    """``hreflang`` for itself, the translation and everybody else; none where there is no translation."""
    if not other:
        return ()
    foreign = "en" if language.value == "de" else "de"
    return (*sorted(((language.value, own), (foreign, other))), ("x-default", fallback))


def opengraph(  # noqa: PLR0913 - OpenGraph has these parts
    settings: Settings,
    language: Language,
    title: str,
    description: str,
    address: str,
    *,
    kind: str = "website",
    picture: str = "",
    other: bool = False,
    more: Iterable[tuple[str, str]] = (),
) -> tuple[tuple[str, str], ...]:
    """The OpenGraph properties of a page."""
    publication = settings.publication
    found = [
        ("og:type", kind),
        ("og:site_name", publication.name),
        ("og:title", title),
        ("og:description", description),
        ("og:url", address),
        ("og:locale", publication.locale(language).replace("-", "_")),
    ]
    if other:
        found += [
            ("og:locale:alternate", locale.replace("-", "_"))
            for each, locale in publication.languages
            if each != language
        ]
    if picture:
        found += [
            ("og:image", picture),
            ("og:image:type", "image/png"),
            ("og:image:width", "1200"),
            ("og:image:height", "630"),
            ("og:image:alt", title),
        ]
    return tuple((name, value) for name, value in (*found, *more) if value)
