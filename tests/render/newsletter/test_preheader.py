"""The line behind the subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.render.newsletter.preheader import preheader, unfit

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


@pytest.mark.parametrize(
    ("own", "rule"),
    [
        ("Vierzig Zeichen sind genug für diese eine Zeile", ""),
        ("Kurz", "newsletter/preheader-length"),
        (LONG, "newsletter/preheader-length"),
        ("Ein Titel", "newsletter/preheader-is-title"),
    ],
)
def test_unfit(written: Callable[..., Sheet], own: str, rule: str) -> None:
    """A preheader of the manuscript's own that inboxes show badly is warned of, at its place."""
    found = list(unfit(written("Text.", f"{HEAD}\nnewsletter:\n  preheader: {own}").article))
    assert [fault.rule for fault in found][-1:] == ([rule] if rule else [])
    assert all(fault.remark.at.line == 5 for fault in found)
