"""What was changed in an article is printed once, where the article says so or at its end."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from pipeline.model import Language, Span, Update
from pipeline.render.pdf.article import page
from tests.articles import article
from tests.pdf.making import sheet, theme

UPDATE = Update(dt.date(2026, 3, 25), "correction", "Die Reichweite war falsch.", Span("content/de/rad.md", 1, 1))
HEADING = "Änderungen an diesem Artikel"


@pytest.mark.parametrize(
    ("body", "is_headed"),
    [("Text.\n", True), ("Text.\n\n## Regelmäßige Aktualisierung\n\nWas sich ändert, steht hier.\n", False)],
)
def test_a_correction_is_printed(body: str, is_headed: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """Once, with a heading of its own where no part lists it."""
    read = article(body, Language.DE)
    html = page(sheet(replace(read, front=replace(read.front, updates=(UPDATE,)))), theme()).replace("&nbsp;", " ")
    assert (html.count(UPDATE.text), HEADING in html) == (1, is_headed)
