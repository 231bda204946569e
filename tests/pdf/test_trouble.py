"""What WeasyPrint warns of is a finding that names the place; nothing comes from this machine."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pikepdf
import pytest

from pipeline.errors import MissingToolError
from pipeline.model import Language
from pipeline.read import read
from pipeline.render.output import Asset
from pipeline.render.pdf.article import article as article_pdf
from pipeline.render.pdf.door import check_pango
from pipeline.render.theme import SHIPPED, Theme
from tests.pdf.making import made, sheet, theme
from tests.pdf.manuscripts import article, settings

if TYPE_CHECKING:
    from pathlib import Path

try:
    check_pango()
except MissingToolError as error:  # pragma: no cover - a machine without Pango
    pytest.skip(str(error), allow_module_level=True)

TEXT = '---\ntitle: "Titel"\ndate: 2025-02-22\nkind: note\n---\n\nDavor.\n\n## Teil\n\nEin Satz über 🦄 und 深度.\n'


def test_a_character_that_no_font_has_is_named_with_its_place() -> None:
    """Never a silent box: the finding says which character, in which line and column."""
    of = read("content/de/x.md", TEXT.encode(), "x", Language.DE, settings()).article
    assert of
    faults = article_pdf(sheet(of), theme()).faults
    said = [(fault.rule, dict(fault.remark.message.arguments)["character"], fault.remark.at.column) for fault in faults]
    assert said == [("outputs/missing-glyph", sign, TEXT.splitlines()[10].index(sign) + 1) for sign in "深度"]
    assert {(fault.remark.at.path, fault.remark.at.line) for fault in faults} == {("content/de/x.md", 11)}


def test_a_broken_picture_is_named_where_it_is_shown() -> None:
    """The line of the manuscript, not only the manuscript."""
    of = sheet(article("bild"))
    broken = replace(of, assets=(Asset("media/pipeline.de.svg", b"<svg", ""),))
    (fault, *_) = article_pdf(broken, theme()).faults
    lines = article("bild").manuscript.text.splitlines()
    assert fault.rule == "outputs/pdf-warning"
    assert "pipeline.de.svg" in lines[fault.remark.at.line - 1]


def test_a_fault_of_style_is_told_with_every_pdf(tmp_path: Path) -> None:
    """Sheets are parsed once a process; what is wrong in them is wrong in each file, at its line of the sheet."""
    style = tmp_path / "style" / "print.css"
    style.parent.mkdir()
    shipped = (SHIPPED / "style" / "print.css").read_text()
    style.write_text(shipped + "\n.x { text-wrap: balance }\n")
    own = Theme(settings(), (tmp_path,))
    for name in ("absatz", "betont"):
        (fault,) = article_pdf(sheet(article(name)), own).faults
        assert fault.remark.at.path == "templates/style/print.css"
        assert fault.remark.at.line == shipped.count("\n") + 2


def test_no_font_of_this_machine_is_used() -> None:
    """What is embedded comes with the theme, whatever is installed."""
    ours = {"Zweiblatt", "Source", "DejaVu"}
    for name in ("mathematik", "zeichen-viele", "arabisch", "bilder-svg"):
        with pikepdf.open(io.BytesIO(made(name, Language.DE).data)) as pdf:
            fonts = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/BaseFont" in each]
            names = {str(each.BaseFont).partition("+")[2].partition("-")[0] for each in fonts}
        assert names <= ours, name
        assert not any("DejaVu-Serif" in str(each) for each in names), name
