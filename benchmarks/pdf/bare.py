"""WeasyPrint alone, in a process of its own: none of our shortcuts through it is taken there.

In: HTML, names of style sheets, pictures by address. Out: the CPU seconds of one PDF.
"""

from __future__ import annotations

import functools
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import weasyprint  # type: ignore[import-untyped]
from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]

from pipeline.config import load
from pipeline.render.styles import BASE
from pipeline.render.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parents[2]


@functools.cache
def theme() -> Theme:
    """The shipped theme."""
    return Theme(load((ROOT / "zweiblatt.toml").read_text("utf-8"), "zweiblatt.toml", {}))


def fetcher(known: Mapping[str, bytes]) -> Any:  # noqa: ANN401 - a WeasyPrint class
    """Gives pictures, fonts and styles."""

    class Memory(weasyprint.urls.URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> object:  # noqa: ARG002
            data = known[url] if url in known else theme().file(url.removeprefix(BASE))
            kind = "image/svg+xml" if url.endswith(".svg") else "application/octet-stream"
            return weasyprint.urls.URLFetcherResponse(url, data, {"Content-Type": kind})

    return Memory()


@functools.cache
def styles(names: tuple[str, ...]) -> tuple[list[Any], Any]:
    """Style sheets and fonts, parsed once, as ours."""
    fonts, memory = FontConfiguration(), fetcher({})
    return [
        weasyprint.CSS(
            string=theme().file(name).decode(), base_url=f"{BASE}{name}", font_config=fonts, url_fetcher=memory
        )
        for name in names
    ], fonts


def cost(html: str, names: tuple[str, ...], pictures: Mapping[str, bytes], variant: str | None) -> float:
    """CPU seconds of a PDF: a plain one, or one of a variant, with tags."""
    sheets, fonts = styles(names)
    start = time.process_time()
    document = weasyprint.HTML(string=html, base_url=BASE, url_fetcher=fetcher(pictures))
    document.write_pdf(stylesheets=sheets, font_config=fonts, pdf_variant=variant)
    return time.process_time() - start
