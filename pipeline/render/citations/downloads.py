"""The two files beside an article's page.

In: a sheet. Out: CSL-JSON 1.0 (citeproc, Zotero) and BibTeX, entries in the order of their numbers.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..output import Made, Sheet, output
from .bib import bib_entry
from .csl import csl_item
from .keys import keyed

if TYPE_CHECKING:
    from ...model import Card
    from ..theme import Theme


PLAIN = json.JSONEncoder(ensure_ascii=False).encode


def laid_out(value: Any, margin: str = "") -> str:  # noqa: ANN401 - any JSON
    """JSON as ``json.dumps`` lays it out by twos, in a third of its time: that one makes an encoder for each text."""
    inner = f"{margin}  "
    if isinstance(value, dict) and value:
        rows = [f"{inner}{PLAIN(name)}: {laid_out(each, inner)}" for name, each in value.items()]
        return "{\n" + ",\n".join(rows) + f"\n{margin}}}"
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join([inner + laid_out(each, inner) for each in value]) + f"\n{margin}]"
    return PLAIN(value)


def has_sources(card: Card) -> bool:
    """Whether an article has a source list."""
    return card.sources > 0


@output("site/{language}/{slug}/sources.json", wanted=has_sources)
def csl(sheet: Sheet, theme: Theme) -> Made:  # noqa: ARG001 - every output is handed the theme
    """The sources as CSL-JSON."""
    article = sheet.article
    items = [csl_item(key, citation, article.language) for key, citation in keyed(article.sources)]
    return Made(f"{laid_out(items)}\n".encode())


@output("site/{language}/{slug}/sources.bib", wanted=has_sources)
def bibtex(sheet: Sheet, theme: Theme) -> Made:  # noqa: ARG001 - every output is handed the theme
    """The sources as BibTeX."""
    article = sheet.article
    return Made("\n".join(bib_entry(key, citation) for key, citation in keyed(article.sources)).encode())
