"""A finding is known again after lines were inserted elsewhere."""

from __future__ import annotations

from pipeline.check import check
from tests.stories import house, story

DE = "Anfang.\n\n## Ein Punkt {#one}\n\n- eins\n- zwei\n\n## Noch ein Punkt {#two}\n\n- drei\n- vier\n"
EN = "Start.\n\n## A point {#one}\n\n- one\n\n## Another point {#two}\n\n- three\n"


def prints(de: str, en: str) -> list[str]:
    """The fingerprints of the faulty lists."""
    return [each.fingerprint for each in check(story(de, en), house()) if each.rule == "parity/list-shape"]


def test_inserted_lines() -> None:
    """A paragraph put in above does not change the fingerprints below."""
    before = prints(DE, EN)
    assert len(set(before)) == 2
    assert (
        prints(DE.replace("Anfang.", "Anfang.\n\nEin Satz."), EN.replace("Start.", "Start.\n\nA sentence.")) == before
    )


def test_order() -> None:
    """Findings come by path, line, column, rule: the same each time."""
    found = check(story(DE, EN), house())
    assert list(found) == sorted(found, key=lambda each: (each.at.path, each.at.line, each.at.column, each.rule))
    assert found == check(story(DE, EN), house())
