"""Notes stand at the foot of the page that calls them, however many there are."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from pipeline.model import Language
from pipeline.read import read
from pipeline.render.pdf.article import article as article_pdf
from tests.pango import need_pango
from tests.pdf.making import sheet, theme
from tests.pdf.manuscripts import settings

if TYPE_CHECKING:
    from pathlib import Path

need_pango()
if not shutil.which("pdftotext"):  # pragma: no cover - a machine without poppler
    pytest.skip("pdftotext is not here: apt-get install -y poppler-utils", allow_module_level=True)

MANY = 60


def pages(body: str, folder: Path) -> list[str]:
    """The text of each page of an article."""
    text = f'---\ntitle: "Titel"\ndate: 2025-02-22\nkind: note\n---\n\nDavor.\n\n## Teil\n\n{body}\n'
    of = read("content/de/x.md", text.encode(), "x", Language.DE, settings()).article
    assert of
    path = folder / "a.pdf"
    path.write_bytes(article_pdf(sheet(of), theme()).data)
    done = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True)
    return done.stdout.split("\f")[:-1]


def test_each_note_stands_on_the_page_of_its_number(tmp_path: Path) -> None:
    """None is sent on to another page, and no page holds notes alone."""
    calls = "\n\n".join(f"Zeile {n:03} mit einer Note.[^n{n}]" for n in range(MANY))
    notes = "\n".join(f"[^n{n}]: Dazu {n:03} noch ein Satz." for n in range(MANY))
    found = pages(f"{calls}\n\n{notes}", tmp_path)
    assert len(found) > 2
    assert all(re.findall(r"Zeile (\d{3})", page) == re.findall(r"Dazu (\d{3})", page) for page in found)
    assert sum(len(re.findall(r"Dazu \d{3}", page)) for page in found) == MANY


def test_a_long_note_begins_where_it_is_called_and_goes_on(tmp_path: Path) -> None:
    """A note of half a page does not push its line to the next."""
    line = "Ein Satz, der eine Zeile des Blattes füllt und noch etwas mehr sagt als das. "
    first, *_ = pages(f"{line * 20}\n\nHier wird gerufen.[^a] {line * 20}\n\n[^a]: {line * 50}", tmp_path)
    assert "Hier wird gerufen" in first
