"""A piece of a block's text is found in the manuscript, whatever marks its author typed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.config import Settings
from pipeline.facts.place import place
from pipeline.model import Language, Span
from pipeline.read import read

TEXT = """---
title: Ein Titel
date: 2025-02-22
---

Er sagt "ja" -- und
nein und ja.  Und ja.
"""
AT = Span("content/de/x.md", 6, 1, (7, 22))


@pytest.mark.parametrize(
    ("piece", "before", "found"),
    [
        ("„ja“ –", 0, (6, 9, 16)),
        ("ja", 0, (6, 10, 12)),
        ("ja", 1, (7, 10, 12)),
        ("ja. Und", 0, (7, 10, 18)),
        ("ja", 2, (7, 19, 21)),
    ],
)
def test_found(piece: str, before: int, found: tuple[int, int, int]) -> None:
    """Typographic marks are straight ones there, spaces may be several; the n-th is the n-th."""
    article = read(AT.path, TEXT.encode(), "x", Language.DE, Settings()).article
    assert article
    line, start, end = found
    assert place(article, AT, piece, before) == Span(AT.path, line, start, (line, end))


@pytest.mark.parametrize(("piece", "before"), [("ja", 3), ("", 0), ("und nein", 0), ("Titel", 0)])
def test_not_found(piece: str, before: int) -> None:
    """What is not there, stands on two lines or outside is said to stand where the block does."""
    article = read(AT.path, TEXT.encode(), "x", Language.DE, Settings()).article
    assert article
    assert place(article, AT, piece, before) == AT
    beyond = replace(AT, line=99, end=None)
    assert place(article, beyond, piece, before) == beyond


MARKED = """---
title: Ein Titel
date: 2025-02-22
---

> Davor steht ein Satz. Nach dem *ersten*
> Entwurf von [Ada Lovelace](https://example.org/ada) war „**alles** anders“, sagt man.
"""


@pytest.mark.parametrize(
    ("piece", "span"),
    [
        ("Nach dem ersten Entwurf von Ada Lovelace war", ((6, 25), (7, 58))),
        ("von Ada Lovelace war „alles anders“, sagt man.", ((7, 11), (7, 88))),
    ],
)
def test_marks_inside(piece: str, span: tuple[tuple[int, int], tuple[int, int]]) -> None:
    """A sentence is found with the marks of stress and links in it, and over the end of a line."""
    article = read(AT.path, MARKED.encode(), "x", Language.DE, Settings()).article
    assert article
    (line, column), end = span
    assert place(article, Span(AT.path, 6, 1, (7, 88)), piece) == Span(AT.path, line, column, end)
