"""Text -> its sentences.

In: a text and its language. Out: start and end of each sentence, in reading order.
"""

from __future__ import annotations

import re

from ..held import held
from ..model import Language

END = re.compile(r"[.!?…\n](?:(?<=\n)|(?<!\n)[.!?…]*[\"“”’»«)\]]*(?=\s+[^\W\d_]|\s+[\d„“\"»«(]|\s*$))")
SHORT = {
    Language.DE: re.compile(
        r"(?:\b(?:z|d|u|o|s|i|v|vgl|Az|bzw|bspw|ca|etc|Nr|Art|Abs|Dr|Prof|Mio|Mrd|Bio|Tsd|St|Str|Abb|evtl|ggf|inkl|max|min|sog|usw|[A-Za-z])|\b\d{1,2})\.$"
    ),
    Language.EN: re.compile(
        r"\b(?:e\.g|i\.e|etc|vs|cf|No|no|Art|Dr|Mr|Mrs|Ms|Prof|St|approx|Fig|fig|Inc|Ltd|Co|al|[A-Za-z])\.$"
    ),
}
"""What ends with a full stop and ends no sentence. A German number with a full stop is an ordinal."""
LONGEST = 8
"""Characters before the end of a sentence that show whether it is one of these."""


@held
def sentences(text: str, language: Language) -> tuple[tuple[int, int], ...]:
    """Start and end of each sentence; a line break ends one."""
    start = 0
    made: list[tuple[int, int]] = []
    for found in END.finditer(text):
        end = found.end()
        if found[0] == "." and SHORT[language].search(text, max(start, end - LONGEST), end):
            continue
        if text[start:end].strip():
            made.append((start, end))
        start = end
    if text[start:].strip():
        made.append((start, len(text)))
    return tuple(made)


def sentence(text: str, at: int, language: Language) -> tuple[int, int]:
    """Start and end of the sentence that a place stands in."""
    return next(((start, end) for start, end in sentences(text, language) if start <= at < end), (0, len(text)))
