"""Passages in somebody else's words that stand in no quotation marks: a line below says whose they are.

In: an article. Out: its passages without them. How others address and spell is no fault of the article.

A pulled quotation is often written so: a paragraph, perhaps its wording in the other language, and „— Name, title“.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...facts.language.idiom import words
from ...model import BlockKind
from ..once import once
from .foreign import LEAST, is_other
from .prose import passages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model import Article
    from .prose import Passage

CREDIT = re.compile(r"(?:<[^<>]*>\s*)*(?:—|–|--|―)\s{0,2}(?:@\w|(?-i:[A-ZÄÖÜ])[\w.]+)[^.!?]*")
"""A line that says whose the words above it are."""
WITHIN = re.compile(
    r"(?:[>\n]|[.!?…”“\"»])\s*(?:—|–|--|―)\s{1,2}(?:@\w|(?-i:[A-ZÄÖÜ]))[^.!?\n]{2,120}(?:<|$)"
    r"|[>\n]\s*(?:—|―)\s{1,2}(?:@\w|(?-i:[A-ZÄÖÜ]))[^<>\n]{2,160}(?:<|$)"
)
"""The same at the end of a passage that has the words too."""
DASHES = ("—", "–", "--", "―")
"""Without one of these nobody is named behind his words."""
LONGEST = 240


@once
def own_words(article: Article) -> Iterator[Passage]:
    """The passages of an article that are its own words: neither block quotations nor credited to somebody."""
    row = passages(article)
    credited: set[int] = set()
    for place, passage in enumerate(row):
        if _is_credit(passage):
            credited.add(place)
            for above in range(place - 1, -1, -1):
                credited.add(above)
                if not _is_other(row[above]):
                    break
        elif any(map(passage.raw.__contains__, DASHES)) and WITHIN.search(passage.raw):
            credited.add(place)
    return (each for at, each in enumerate(row) if at not in credited and each.kind is not BlockKind.QUOTE)


def _is_credit(passage: Passage) -> bool:
    return passage.kind is BlockKind.PARAGRAPH and len(passage.raw) < LONGEST and bool(CREDIT.match(passage.raw))


def _is_other(passage: Passage) -> bool:
    """Whether a passage gives the wording in the other language, below the article's."""
    return len(words(passage.raw)) >= LEAST and is_other(passage.raw, passage.article.language)
