"""Pages as a parser reads them.

In: the bytes of a site. Out: documents by their targets; the graph of one.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from lxml import html

if TYPE_CHECKING:
    from collections.abc import Mapping


def pages(files: Mapping[str, bytes]) -> dict[str, html.HtmlElement]:
    """The pages of a site by their targets."""
    return {name: html.document_fromstring(data) for name, data in files.items() if name.endswith(".html")}


def graph(page: html.HtmlElement) -> list[dict[str, Any]]:
    """The JSON-LD of a page."""
    text = page.xpath("string(//script[@type='application/ld+json'])")
    found: dict[str, Any] = json.loads(text)
    parts: list[dict[str, Any]] = found.get("@graph", [found])
    return parts
