"""Sentences of many fields and their translations: what the checks say of them, and what they do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.check import check
from pipeline.findings import Severity
from tests.stories import house, story

PAGE = Path(__file__).with_name("sentences.md")


def _rows() -> list[tuple[str, ...]]:
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    rows = [tuple(cell.strip() for cell in line.split("|")[1:4]) for line in lines if line.startswith("|")]
    return [row for row in rows if row[0] != "German" and not row[0].startswith("---")]


@pytest.mark.parametrize(("german", "english", "expected"), _rows())
def test_sentence(german: str, english: str, expected: str) -> None:
    """A right translation gives no finding, a wrong one those that the page names."""
    findings = check(story(german, english), house())
    said = {finding.rule: str(finding.message) for finding in findings if finding.severity > Severity.INFO}
    assert set(said) == set(expected.split(", ") if expected else ()), said
