"""Source list -> keys that reference managers accept.

In: citations. Out: each with a key in ASCII that no other has, ordered by number.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...model import Citation

LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


def keyed(citations: Iterable[Citation]) -> Iterator[tuple[str, Citation]]:
    """Each citation behind its key: the manuscript's own, else publisher and number (``bloomberg-1``)."""
    seen: set[str] = set()
    for citation in sorted(citations, key=lambda each: each.number):
        key = _plain(citation.key) or f"{_plain(citation.publisher).lower() or 'source'}-{citation.number}"
        while key.lower() in seen:
            key += "x"
        seen.add(key.lower())
        yield key, citation


def _plain(text: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", text.translate(LETTERS)).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", ascii_only).strip("-")
