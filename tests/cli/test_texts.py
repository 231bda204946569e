"""The manuscripts that a report shows beside its findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.cli.build import report
from pipeline.cli.texts import texts
from pipeline.findings import Finding, Message, Related, Severity
from pipeline.model import Span

if TYPE_CHECKING:
    from pathlib import Path

HERE, THERE = "content/en/a.md", "content/de/a.md"


def _found(*related: str) -> Finding:
    places = tuple(Related(Span(path, 1), Message("for comparison")) for path in related)
    return Finding("parity/list-shape", Severity.ERROR, Message("x"), Span(HERE, 3), places, None, "0")


def _written(root: Path) -> Path:
    for path, text in ((HERE, "One\r\n\r\nThe lost passage\r\n"), (THERE, "Eins\n\nDer Absatz\n")):
        (root / path).parent.mkdir(parents=True)
        (root / path).write_bytes(text.encode())
    return root


def test_texts_of_a_finding(tmp_path: Path) -> None:
    """Both manuscripts with Unix line ends; one that is gone is empty."""
    root = _written(tmp_path)
    assert texts(root, [_found(THERE, "content/de/gone.md")]) == (
        (THERE, "Eins\n\nDer Absatz\n"), ("content/de/gone.md", ""), (HERE, "One\n\nThe lost passage\n")
    )  # fmt: skip
    assert [path for path, _ in texts(root, [_found()], [(THERE, HERE)])] == [THERE, HERE]


def test_report_of_an_edition_shows_passages(tmp_path: Path) -> None:
    """The page that an edition brings along shows the passage that a finding names."""
    files = dict(report(_written(tmp_path), (_found(THERE),), 1))
    assert b"The lost passage" in files["index.html"]
