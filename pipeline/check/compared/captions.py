"""What an article says beside its text: pictures in a line, titles of links, what abbreviations stand for.

In: an article, one of its blocks. Out: each such text with its place. A picture that is a block of its own has its
words as the block's text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...model import BlockKind, Span
from ..once import once

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model import Article, Block

TITLED = re.compile(r"\]\([^\s()]+\s+[\"']")
TITLED_BELOW = re.compile(r"^ {0,3}\[[^\]\n]+\]:\s*\S+\s+[\"'(]", re.MULTILINE)
"""What a manuscript has whose links say something beside their words: most have none, and are not looked through."""
ABBREVIATION = re.compile(r"^ {0,3}\*\[(?P<short>[^\]\n]+)\] ?: *(?P<long>\S[^\n]*)", re.MULTILINE)
SPOKEN = {"img": ("alt", "title"), "a": ("title",)}
"""Attributes that are read out or shown, by the tags that have them."""


def captions(article: Article, block: Block) -> Iterator[str]:
    """What pictures and links inside a block say beside its text."""
    (is_worth_it,) = _has_captions(article)
    if is_worth_it and block.kind is not BlockKind.IMAGE:
        for node in block.node.walk():
            yield from (text for name in SPOKEN.get(node.tag, ()) if (text := node.get(name)))


@once
def _has_captions(article: Article) -> Iterator[bool]:
    text = article.manuscript.text
    yield bool("![" in text or TITLED.search(text) or ("]:" in text and TITLED_BELOW.search(text)))


@once
def abbreviations(article: Article) -> Iterator[tuple[str, str, Span]]:
    """Abbreviations that an article explains: the short form, the long one, its place."""
    text, path = article.manuscript.text, article.manuscript.path
    for found in ABBREVIATION.finditer(text) if "*[" in text else ():
        line = text.count("\n", 0, found.start()) + 1
        yield found["short"], found["long"].strip(), Span(path, line, 1, (line, len(found[0]) + 1))
