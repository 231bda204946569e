"""WeasyPrint alone over the print pages of a publication.

``python -m benchmarks.build.bare_pdf take FOLDER`` builds its PDFs, keeps each text that WeasyPrint is handed in
``printed/``, and removes the edition and what was remembered. ``… make FOLDER`` makes them again in a bare loop: its
cost is the process's. Styles and fonts are read once; what is written is a plain PDF: no tags, no conformance, no
attachment, no structure mended, nothing read again.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from pathlib import Path

import weasyprint  # type: ignore[import-untyped]
from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]

from pipeline.cli import main as zweiblatt
from pipeline.config import load
from pipeline.render.pdf.door import BASE
from pipeline.render.theme import Theme

PRINTED = Path("printed")


def take() -> None:
    """Keep what WeasyPrint is handed, in this process or one forked from it."""
    PRINTED.mkdir()
    begin = weasyprint.HTML.__init__

    def kept(self: object, *arguments: object, string: str = "", **named: object) -> None:
        (PRINTED / f"{hashlib.sha256(string.encode()).hexdigest()}.html").write_text(string, "utf-8")
        begin(self, *arguments, string=string, **named)

    weasyprint.HTML.__init__ = kept
    sys.argv[1:] = ["build", "--only", "pdf", "--jobs", "1"]
    try:
        zweiblatt()
    finally:
        for folder in (".zweiblatt", "output"):
            shutil.rmtree(folder, ignore_errors=True)


def fetcher(theme: Theme) -> object:
    """Gives fonts and styles of the theme: the corpus has no pictures."""

    class Memory(weasyprint.urls.URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> object:  # noqa: ARG002
            data = theme.file(url.removeprefix(BASE))
            kind = "image/svg+xml" if url.endswith(".svg") else "application/octet-stream"
            return weasyprint.urls.URLFetcherResponse(url, data, {"Content-Type": kind})

    return Memory()


def make() -> None:
    """Make all that were kept."""
    theme = Theme(load(Path("zweiblatt.toml").read_text("utf-8"), "zweiblatt.toml", {}))
    fonts, memory = FontConfiguration(), fetcher(theme)
    plain, both = (
        weasyprint.CSS(string=theme.file(name).decode(), base_url=BASE + name, font_config=fonts, url_fetcher=memory)
        for name in ("style/print.css", "style/print-parallel.css")
    )
    pages = sorted(PRINTED.iterdir())
    for page in pages:
        text = page.read_text("utf-8")
        styles = [plain, both] if '<body class="both">' in text else [plain]
        weasyprint.HTML(string=text, base_url=BASE, url_fetcher=memory).write_pdf(stylesheets=styles, font_config=fonts)
    if not pages:
        sys.exit("nothing was printed")


if __name__ == "__main__":
    os.chdir(sys.argv[2])
    {"take": take, "make": make}[sys.argv[1]]()
