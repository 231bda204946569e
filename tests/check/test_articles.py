"""Whole articles of many subjects and their translations, as good translators write them: nothing alarms."""

from __future__ import annotations

import pytest

from benchmarks.checks.__main__ import ARTICLES
from pipeline.check import check
from pipeline.findings import Severity
from tests.stories import house, story

NAMES = tuple(sorted(path.stem for path in (ARTICLES / "de").glob("*.md")))


@pytest.mark.parametrize("name", NAMES)
def test_clean_article(name: str) -> None:
    """A faithful translation that restructures, splits and rephrases has no finding that is shown."""
    german, english = ((ARTICLES / language / f"{name}.md").read_text(encoding="utf-8") for language in ("de", "en"))
    found = check(story(german, english), house())
    assert [str(finding.message) for finding in found if finding.severity > Severity.INFO] == []
