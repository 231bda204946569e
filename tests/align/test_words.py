"""What is told of words is kept for all stories, what is told of numbers is let go with its own."""

from __future__ import annotations

from pipeline.align.words import KNOWN, tokens
from pipeline.held import let_go
from pipeline.model import Language


def test_numbers_are_let_go() -> None:
    """A publication has a few thousand words, and as many numbers as it has figures."""
    asked = "Gemeinde", "CO2", "48.213", "17"
    first = [tokens(word, Language.DE) for word in asked]
    assert all(first)
    let_go()
    assert KNOWN[Language.DE].keys() & {*asked} == {"Gemeinde"}
    assert [tokens(word, Language.DE) for word in asked] == first
    let_go()
    let_go()
    assert [tokens(word, Language.DE) for word in asked] == first
