"""A citation -> an item of CSL-JSON 1.0.

In: key, citation, the article's language. Out: a dictionary as ``csl-data.json`` defines it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime as dt

    from ...model import Citation, Language


def csl_item(key: str, citation: Citation, language: Language) -> dict[str, Any]:
    """The item; what the source list does not say is left out."""
    item: dict[str, Any] = {
        "id": key,
        "type": "webpage",
        "citation-number": citation.number,
        "title": citation.title,
        "container-title": citation.publisher,
        "URL": citation.url,
        "issued": _date(citation.published),
        "accessed": _date(citation.accessed),
        "language": citation.language or language.value,
    }
    return {name: value for name, value in item.items() if value}


def _date(date: dt.date | None) -> dict[str, list[list[int]]] | None:
    return {"date-parts": [[date.year, date.month, date.day]]} if date else None
