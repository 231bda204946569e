"""Text -> its sentences.

In: a text and its language. Out: start and end of each sentence, in reading order.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..model import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

END = re.compile(r"[.!?…]+[\"“”’»«)\]]*(?=\s+[^\W\d_]|\s+[\d„“\"»«(]|\s*$)|\n")
SHORT = {
    Language.DE: re.compile(
        r"(?:\b(?:z|d|u|o|s|i|v|vgl|Az|bzw|bspw|ca|etc|Nr|Art|Abs|Dr|Prof|Mio|Mrd|Bio|Tsd|St|Str|Abb|evtl|ggf|inkl|max|min|sog|usw|[A-Za-z])|\b\d{1,2})\.$"
    ),
    Language.EN: re.compile(
        r"\b(?:e\.g|i\.e|etc|vs|cf|No|no|Art|Dr|Mr|Mrs|Ms|Prof|St|approx|Fig|fig|Inc|Ltd|Co|al|[A-Za-z])\.$"
    ),
}
"""What ends with a full stop and ends no sentence. A German number with a full stop is an ordinal."""


def sentences(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence; a line break ends one."""
    start = 0
    for found in END.finditer(text):
        if found[0] == "." and SHORT[language].search(text, start, found.end()):
            continue
        if text[start : found.end()].strip():
            yield start, found.end()
        start = found.end()
    if text[start:].strip():
        yield start, len(text)
