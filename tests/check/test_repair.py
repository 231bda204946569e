"""Repairs are applied whole, without overlap, and change nothing beside what they touch."""

from __future__ import annotations

from pipeline.check.told.repair import harmless, repaired, repairs
from pipeline.findings import Edit, Finding, Message, Repair, Severity
from pipeline.model import Span
from tests.stories import story

TEXT = "Der Anteil ist 3.5 %, also „viel“.\n\nEine zweite Zeile.\n"


def finding(*edits: tuple[int, int, int, str], safe: bool = True) -> Finding:
    """A finding that replaces columns of lines."""
    spans = tuple(Edit(Span("a", line, first, (line, last)), text) for line, first, last, text in edits)
    repair = Repair(Message("mend"), spans, safe)
    return Finding("a/b", Severity.ERROR, Message("x"), spans[0].at, (), repair, "f")


def test_applied() -> None:
    """Edits are put in at their places, several of one repair together."""
    assert repaired(TEXT, [finding((1, 17, 18, ","), (3, 6, 12, "andere"))]) == TEXT.replace("3.5", "3,5").replace(
        "zweite", "andere"
    )


def test_unsafe() -> None:
    """What could change the meaning is left to the editor."""
    assert repaired(TEXT, [finding((1, 1, 4, "Ein"), safe=False)]) == TEXT


def test_overlap() -> None:
    """Of two that overlap the first is applied, the other is left for the next run."""
    one, other = finding((1, 1, 11, "Die Quote")), finding((1, 5, 11, "Teil"), (3, 1, 5, "Die"))
    assert repairs(TEXT, [one, other]) == (one,)
    assert repaired(TEXT, [one, other]) == TEXT.replace("Der Anteil", "Die Quote")


def test_outside() -> None:
    """An edit that does not lie in the text is not applied, nor its others."""
    assert repaired(TEXT, [finding((1, 1, 4, "Das"), (99, 1, 2, "x"))]) == TEXT


def test_harmless() -> None:
    """Blocks beside the edited ones must come out the same, in the same order."""
    before = story("Eins ist hier.\n\nZwei ist hier.\n\nDrei ist hier.\n").articles[0]
    edited = [finding((6, 1, 5, "Eine"))]
    good = story("Eine ist hier.\n\nZwei ist hier.\n\nDrei ist hier.\n").articles[0]
    bad = story("Eine ist hier.\n\nZwei war hier.\n\nDrei ist hier.\n").articles[0]
    swapped = story("Eine ist hier.\n\nDrei ist hier.\n\nZwei ist hier.\n").articles[0]
    assert harmless(before, good, edited)
    assert not harmless(before, bad, edited)
    assert not harmless(before, swapped, edited)
