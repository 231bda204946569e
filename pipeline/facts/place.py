"""A piece of text of a block -> where it stands in the manuscript.

In: an article, the place of a block, a piece of its text. Out: the exact span; the block's own where its marks hide it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate, islice
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
    whole = article.manuscript.text
    starts = _starts(whole)
    last = min(at.end[0] if at.end else at.line, len(starts) - 1)
    if at.line > last:
        return at
    pattern = re.compile(r"[^\S\n]+".join(_loose(word) for word in text.split()) or "(?!)")
    begin, end = starts[at.line - 1], starts[last] - 1
    found = next(islice(pattern.finditer(whole, begin, end), before, None), None)
    if found is None:
        return at
    number = bisect_right(starts, found.start())
    column = found.start() - starts[number - 1] + 1
    return Span(at.path, number, column, (number, column + len(found.group())))


@lru_cache(maxsize=4)
def _starts(text: str) -> tuple[int, ...]:
    """Where the lines of a manuscript begin, and where one behind the last would."""
    return tuple(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))


def _loose(word: str) -> str:
    """A word as a pattern: typographic marks may be straight ones in the manuscript."""
    return "".join(LOOSE.get(character, re.escape(character)) for character in word)
