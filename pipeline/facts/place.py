"""A piece of text of a block -> where it stands in the manuscript.

In: an article, the place of a block, a piece of its text. Out: the exact span; the block's own where its marks hide it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from ..held import held
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

PIECE = re.compile(r"\w+|[^\w\s]|\s")
MARKS = r"(?:[*_`\[]|\]\([^()\s]*\)|\]\[[^\[\]\n]*\]|\](?![(\[])|\\(?=[^\w\s]))*"
"""Marks of stress, code and links, as they stand between words."""
SPACE = r"(?:[^\S\n]+|[^\S\n]*\n[ \t>]*)"
SIGNS = re.compile(r"[*_`\[\]\\]")
"""What would be taken for a mark, and could be found in many ways."""
LONG, LONGEST = 24, 600
"""Characters of a sentence or clause; a word that its marks hide is not looked for among them."""


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
    if found is None and LONG < len(text) < LONGEST and not SIGNS.search(text):
        found = next(_marked(text).finditer(whole, begin, end), None)
    if found is None:
        return at
    number, column = _at(starts, found.start())
    return Span(at.path, number, column, _at(starts, found.end()))


def _at(starts: tuple[int, ...], offset: int) -> tuple[int, int]:
    """Line and column of a character."""
    number = bisect_right(starts, offset)
    return number, offset - starts[number - 1] + 1


def _marked(text: str) -> re.Pattern[str]:
    """A piece of text as a pattern in which marks of links and stress may stand, and lines may end."""
    pieces = (SPACE if piece.isspace() else _loose(piece) for piece in PIECE.findall(" ".join(text.split())))
    return re.compile(MARKS.join(pieces) or "(?!)")


@held
def _starts(text: str) -> tuple[int, ...]:
    """Where the lines of a manuscript begin, and where one behind the last would."""
    return tuple(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))


def _loose(word: str) -> str:
    """A word as a pattern: typographic marks may be straight ones in the manuscript."""
    return "".join(LOOSE.get(character, re.escape(character)) for character in word)
