"""Equal values have one digest; whatever an output can see changes it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from pipeline.config import Settings
from pipeline.digest import digest
from pipeline.model import Language, Span
from pipeline.read import read


def test_equal_values_have_one_digest() -> None:
    """Two values made alike are alike."""
    assert digest((Span("a", 1), Language.DE, dt.date(2025, 2, 22))) == digest(
        (Span("a", 1), Language.DE, dt.date(2025, 2, 22))
    )


def test_pieces_cannot_run_together() -> None:
    """("ab", "c") is not ("a", "bc")."""
    assert digest(("ab", "c")) != digest(("a", "bc"))
    assert digest((("a",), "b")) != digest(("a", ("b",)))
    assert digest(1) != digest("1")
    assert digest(value=True) != digest(1)


def test_an_article_stands_for_its_manuscript() -> None:
    """One letter more is another digest; so is another setting."""
    text = b"---\ntitle: T\ndate: 2025-02-22\nkind: note\n---\n\nText.\n"
    one = read("content/de/a.md", text, "a", Language.DE, Settings()).article
    other = read("content/de/a.md", text + b"Mehr.\n", "a", Language.DE, Settings()).article
    assert digest(one) != digest(other)
    assert digest((one, Settings())) != digest((one, replace(Settings(), path="other.toml")))


def test_what_is_no_value_is_a_fault() -> None:
    """A list could change after its digest."""
    with pytest.raises(TypeError):
        digest(["a"])
