"""The line behind the subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.render.newsletter.preheader import cut, preheader

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.render.output import Sheet

HEAD = "title: Ein Titel\ndate: 2025-02-22\nkind: note"
LONG = (
    "Ein Satz, der länger ist als hundertzehn Zeichen und der deshalb irgendwo in seiner zweiten Hälfte endet, "
    "nämlich genau hier"
)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("newsletter:\n  preheader: Vierzig Zeichen sind genug für diese eine Zeile", "Vierzig Zeichen sind genug"),
        ("description: Eine Beschreibung, die lang genug ist für den Posteingang", "Eine Beschreibung"),
        ("description: Kurz", "Kurz Der Anfang des Textes"),
        ("description: Ein Titel", "Der Anfang des Textes"),
        (f"description: {LONG}", "Ein Satz, der länger"),
    ],
)
def test_preheader(written: Callable[..., Sheet], head: str, expected: str) -> None:
    """The manuscript's own, else its description, else its teaser; 40 to 110 characters, and not the title."""
    found = preheader(written("Der Anfang des Textes, der für vierzig Zeichen genügt.", f"{HEAD}\n{head}").article)
    assert found.startswith(expected)
    assert 40 <= len(found) <= 110
    assert found != "Ein Titel"
    assert found.endswith("…") == (LONG in head)


def test_long_words(written: Callable[..., Sheet]) -> None:
    """A word that is longer than the line is cut, not told twice; no accent or joiner is parted from its letter."""
    found = preheader(written("Ein " + "Wort" * 60 + ".", HEAD).article)
    assert found.startswith("Ein WortWort")
    assert 40 <= len(found) <= 110
    assert found.count("…") == 1
    assert cut("a" * 50 + "👩\u200d💻" * 40, 110)[-2] == "💻"
