"""Of the theme, a step's key holds exactly what its output can reach."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from pipeline.build.plan.reach import reach
from pipeline.build.survey.families import FAMILIES, outputs
from pipeline.render.styles import asked
from pipeline.render.theme import SHIPPED, Theme
from pipeline.store import Store
from tests.site import ROOT, planned, settings, steps

if TYPE_CHECKING:
    from pathlib import Path

OUTPUTS = tuple(each for row in outputs(FAMILIES).values() for each in row)

_opened: list[str] = []
_is_watched = [False]


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if _is_watched[0] and event == "open":
        _opened.append(str(arguments[0]))


sys.addaudithook(_watch)


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """A copy of the shipped theme, which goes before it."""
    return shutil.copytree(SHIPPED, tmp_path / "templates")


def test_no_output_reads_what_its_key_does_not_hold(theme: Path) -> None:
    """Python says what is opened while every output is made of every shipped story; all of it is in the reach."""
    library, neighbours = planned(ROOT, settings())
    strange: dict[str, set[str]] = {}
    for output in OUTPUTS:
        fresh = Theme(settings(), (theme,))  # what one output has read, another need not read again
        _is_watched[0] = True
        _opened.clear()
        made = [step(value, fresh) for _, step, value in steps(library, neighbours, (output,))]
        _is_watched[0] = False
        read = {path.removeprefix(f"{theme}/") for path in _opened if path.startswith(f"{theme}/")}
        held = {name for name, _ in fresh.closure(output.uses, {})}
        assert bool(read) == bool(held and made), output.name
        assert made or output.name == "web/alias/alias"  # no shipped story has moved
        if read - held:
            strange[output.name] = read - held
    assert not strange


def _changed(theme: Path, name: str, data: bytes, tmp_path: Path) -> set[str]:
    """The outputs that are made anew where a file of the theme has other bytes."""
    store = Store(tmp_path, tmp_path / "store")
    before = reach(Theme(settings(), (theme,)), OUTPUTS, "program", store).outputs
    (theme / name).parent.mkdir(parents=True, exist_ok=True)
    (theme / name).write_bytes(data)
    after = reach(Theme(settings(), (theme,)), OUTPUTS, "program", store).outputs
    return {name for name in before if before[name] != after[name]}


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("style/page.css", "web/"),
        ("style/lists.css", "web/"),
        ("style/parallel.css", "web/parallel/parallel"),
        ("style/search.js", "web/search/search"),
        ("style/print.css", "pdf/"),
        ("style/print-parallel.css", "pdf/parallel/parallel"),
        ("style/fold.svg", "pdf/parallel/parallel"),
        ("fonts/ZweiblattMono-Regular.ttf", "pdf/"),
        ("style/mail.css", "newsletter/"),
        ("article.html", "web/page/page"),
        ("print.html", "pdf/article/article"),
        ("parts/index-title.txt", "web/index/"),
        ("parts/search-title.txt", "web/search/search"),
    ],
)
def test_a_changed_file_remakes_what_uses_it(theme: Path, tmp_path: Path, name: str, family: str) -> None:
    """A style of pages remakes no PDF, one of PDFs no page, one of mails nothing but mails."""
    found = _changed(theme, name, (theme / name).read_bytes() + b"\n", tmp_path)
    assert found
    assert all(each.startswith(family) for each in found), found


@pytest.mark.parametrize("name", ["fonts/ZweiblattSerif-Regular.woff2", "style/mark.svg", "fonts/OFL.txt"])
def test_what_is_only_copied_remakes_nothing(theme: Path, tmp_path: Path, name: str) -> None:
    """A page names its fonts; their bytes are files of their own."""
    assert not _changed(theme, name, b"other", tmp_path)


def test_a_changed_catalogue_remakes_what_translates(theme: Path, tmp_path: Path) -> None:
    """Pages, PDFs and mails speak; the map of the site, the downloads and the index of the search do not."""
    name = "locale/de/LC_MESSAGES/templates.po"
    found = _changed(theme, name, (theme / name).read_bytes() + b"\n", tmp_path)
    silent = {output.name for output in OUTPUTS} - found
    assert {"web/sitemap/sitemap", "web/sitemap/robots", "web/search/index", "citations/downloads/csl"} <= silent
    assert {"web/page/page", "pdf/article/article", "newsletter/mails/html", "feeds/atom/atom"} <= found


def test_a_font_that_a_publication_adds_belongs_to_its_pdfs(theme: Path, tmp_path: Path) -> None:
    """What a style sheet names counts before it is there: a font that comes later makes PDFs anew, and no page."""
    css = '@font-face { font-family: "More"; src: url("../fonts/Mehr%20Zeichen.ttf?v=1#iefix"); }\n'
    (theme / "style" / "print-more.css").write_text(css, "utf-8")
    found = _changed(theme, "fonts/Mehr Zeichen.ttf", b"font", tmp_path)
    assert found == {output.name for output in OUTPUTS if output.name.startswith("pdf/")}


@pytest.mark.parametrize(
    ("css", "names"),
    [
        ("@import 'a.css';", ["style/a.css"]),
        ("@IMPORT url(sub/a.css) print;", ["style/sub/a.css"]),
        (r"@media print { p { background: u\72l(../x\.svg) } }", ["x.svg"]),
        ("p { background: image-set(url('a.png') 1x, \"b.png\" 2x) }", ["style/a.png", "style/b.png"]),
        ("p { src: url(https://example.org/a.ttf), url(data:font/ttf;base64,AA) }", []),
        ("p { src: url(../../../etc/passwd) }", ["etc/passwd"]),
        ("/* url(a.css) */ p { color: red", []),
        ("p { src: url(//[) }", []),
    ],
)
def test_all_that_a_style_sheet_names(css: str, names: list[str]) -> None:
    """However it is written; comments, other hosts and data are no files, and nothing leads out of the theme."""
    assert asked("style/own.css", css.encode()).named == names
