"""A piece of text of a block -> where it stands in the manuscript.

In: an article, the place of a block, a piece of its text. Out: the exact span; the block's own where its marks hide it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..model import Span

if TYPE_CHECKING:
    from ..model import Article

LOOSE = {
    "“": '["“„]',
    "”": '["”“]',
    "„": '["„]',
    "‘": "['‘‚]",
    "’": "['’‘]",
    "‚": "['‚]",
    "–": "(?:–|--)",
    "…": r"(?:…|\.\.\.)",
}


def place(article: Article, at: Span, text: str, before: int = 0) -> Span:
    """The span of a piece of text inside ``at``; ``before`` is how often it stands there earlier."""
    lines = article.manuscript.text.split("\n")
    last = at.end[0] if at.end else at.line
    pattern = re.compile(r"\s+".join(_loose(word) for word in text.split()) or "(?!)")
    seen = 0
    for number in range(at.line, min(last, len(lines)) + 1):
        for found in pattern.finditer(lines[number - 1]):
            if seen == before:
                return Span(at.path, number, found.start() + 1, (number, found.end() + 1))
            seen += 1
    return at


def _loose(word: str) -> str:
    """A word as a pattern: typographic marks may be straight ones in the manuscript."""
    return "".join(LOOSE.get(character, re.escape(character)) for character in word)
