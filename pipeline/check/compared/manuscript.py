"""The manuscript of an article, line by line.

In: an article, a place in it. Out: the lines there, as they were written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..once import once

if TYPE_CHECKING:
    from ...model import Article, Span


@once
def manuscript(article: Article) -> list[str]:
    """The lines of an article's manuscript."""
    return article.manuscript.text.split("\n")


def written(article: Article, at: Span) -> tuple[str, ...]:
    """The lines in which something stands."""
    return manuscript(article)[at.line - 1 : at.end[0] if at.end else at.line]
