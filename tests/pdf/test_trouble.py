"""What WeasyPrint warns of is a finding that names the place; nothing comes from this machine."""

from __future__ import annotations

import gc
import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pikepdf
import pytest

from pipeline.build.make import run
from pipeline.build.workers.limits import limited
from pipeline.errors import LimitError, MakingError
from pipeline.model import Language
from pipeline.read import read
from pipeline.render.output import Asset, Made
from pipeline.render.pdf.article import article as article_pdf
from pipeline.render.theme import SHIPPED, Theme
from tests.pango import need_pango
from tests.pdf.making import made, sheet, theme
from tests.pdf.manuscripts import article, settings

if TYPE_CHECKING:
    from pathlib import Path

need_pango()

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


FAILING = TEXT.replace("Ein Satz über 🦄 und 深度.", "Ein Satz.\n\nHier knallt es.\n\n## Noch ein Teil\n\nSchluss.")


@pytest.fixture
def exploding(monkeypatch: pytest.MonkeyPatch) -> None:
    """WeasyPrint fails on a word, as it does on what nobody has thought of."""
    import weasyprint  # type: ignore[import-untyped]  # noqa: PLC0415 - loaded behind the door

    render = weasyprint.HTML.render

    def fail(self: object, *arguments: object, **named: object) -> object:
        words = "".join(self.etree_element.itertext())  # type: ignore[attr-defined]
        assert "knallt" not in words, "boom"
        return render(self, *arguments, **named)

    monkeypatch.setattr(weasyprint.HTML, "render", fail)


@pytest.mark.usefixtures("exploding")
def test_what_weasyprint_fails_on_is_named_with_its_line() -> None:
    """No fault of Zweiblatt, but a file that could not be made: the article, the line, the words of the failure."""
    of = read("content/de/x.md", FAILING.encode(), "x", Language.DE, settings()).article
    assert of
    with pytest.raises(MakingError, match=r"WeasyPrint .* \(AssertionError: boom") as caught:
        article_pdf(sheet(of), theme())
    assert str(caught.value.at).startswith(f"content/de/x.md:{FAILING.splitlines().index('Hier knallt es.') + 1}:")


@pytest.mark.usefixtures("exploding")
def test_what_fails_leaves_its_neighbours() -> None:
    """One file is a failure that names its target and its manuscript, the next is made."""
    run.begin(settings(), ())
    rows = [("pdf", article_pdf.name, "site/de/x/x.de.pdf")]
    bad, good = (
        read("content/de/x.md", text.encode(), "x", Language.DE, settings()).article for text in (FAILING, TEXT)
    )
    assert bad
    assert good
    (failure,), (neighbour,) = (run.work(rows, sheet(each)) for each in (bad, good))
    assert isinstance(failure, MakingError)
    assert str(failure.message).startswith("site/de/x/x.de.pdf: WeasyPrint could not make this PDF")
    assert failure.at
    assert isinstance(neighbour, Made)


def test_what_takes_too_long_is_stopped_and_named_and_the_next_is_made() -> None:
    """In the middle of WeasyPrint: nothing of the stopped document is left that would change another."""
    of = sheet(article("absaetze-viele"))
    before = article_pdf(sheet(article("absatz")), theme()).data
    with pytest.raises(LimitError, match="processor time") as caught:
        limited(lambda: article_pdf(of, theme()), of.article.at, seconds=0.05)
    assert caught.value.at == of.article.at
    assert gc.isenabled()
    assert article_pdf(sheet(article("absatz")), theme()).data == before
