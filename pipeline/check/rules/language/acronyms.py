"""German acronyms that English has its own for: DSGVO is GDPR, BIP is GDP.

In: an original and its translation. Out: the acronym and its places in both.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ....align.words import is_german
from ....facts.names.names import aliases
from ....facts.quotations import without_quotations
from ....facts.table import table
from ....facts.words.runs import has_run, runs
from ....model import Language
from ....vocabulary.terms import STOP_WORDS
from ...answering.lines import lines
from ...compared.prose import HIDDEN, passages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Translation
    from ...compared.prose import Passage

NEAR = 40
"""Characters around an acronym in which the English one explains it."""
GLOSS = re.compile(
    r"\b(?:[Gg]erman\b[^.;]{0,20}|known as|called|abbreviat\w+(?: as| to)?|acronym|short(?:ened)? (?:for|to)|initials"
    r"|stands for) ?[(“\"‘']*$"
)
"""What introduces one on purpose."""
STATIONS = frozenset(("Hbf", "ZOB"))
"""What is part of a name behind a place: Hamburg Hbf."""
TITLED = re.compile(r"[ -][A-ZÄÖÜ][\w-]*[a-zäöüß]")
"""What goes on with a name that it is part of: KI Park."""
NAMED = re.compile(r"[^\W\d_][\w-]*(?= ?\(?$)")
"""The word before it, or before its bracket."""


@cache
def german_only() -> frozenset[str]:
    """Acronyms that are no names: English has its own for what they are short for."""
    return frozenset(table("names")["words"]["acronyms"].split())


def kept_acronyms(pair: Translation) -> Iterator[tuple[Passage, int, int, Passage]]:
    """The acronyms of the original that the translation keeps, unless it explains them anywhere."""
    if pair.article.language is not Language.EN:
        return
    found: dict[str, list[tuple[Passage, int, int, Passage]]] = {}
    explained: set[str] = set()
    for _, mine, theirs in lines(pair):
        for word in german_only() & runs(theirs.text):
            text = without_quotations(theirs.text, HIDDEN)
            for place in re.finditer(rf"(?<![\w./@-]){word}(?![\w/@-]|\.\w)", text):
                if _is_explained(text, word, *place.span()):
                    explained.add(word)
                elif has_run(mine.text, word):
                    found.setdefault(word, []).append((theirs, *place.span(), mine))
    titles = " ".join(passage.raw for passage in passages(pair.original)) if found else ""
    for word, row in found.items():
        if word not in explained and word in titles:
            yield from row


def _is_explained(text: str, word: str, start: int, end: int) -> bool:
    """Whether the English acronym stands beside one, a word says that it is German, or it is part of a name."""
    around = text[max(0, start - NEAR) : end + NEAR]
    own = (other for other in aliases().get(word, ()) if other.isupper() and other != word)
    before = NAMED.search(text, max(0, start - NEAR), start)
    return bool(
        any(has_run(around, other) for other in own)
        or GLOSS.search(text, max(0, start - NEAR), start)
        or TITLED.match(text, end)
        or (before and is_german(before[0]))
        or (before and word in STATIONS and before[0][0].isupper() and before[0].lower() not in STOP_WORDS[Language.EN])
    )
