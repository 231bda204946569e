"""PDFs, warm, beside a bare loop of WeasyPrint over the same HTML.

In: how often each is made (5 unless given). Out: CPU seconds, pages and bytes of each shipped manuscript and of one of
eight pages, and the share of the bare loop's throughput that is kept. Both take turns, so that what else the machine
does weighs on both alike; told are medians. The bare loop has its style sheets and fonts parsed once, as ours; it
writes plain PDFs, and leaves the collector of garbage on.
"""

from __future__ import annotations

import io
import sys
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import pikepdf
import weasyprint
from weasyprint.text.fonts import FontConfiguration

from pipeline.config import load
from pipeline.model import Language
from pipeline.read import read
from pipeline.render.output import Asset, Sheet
from pipeline.render.pdf.article import article as article_pdf
from pipeline.render.pdf.article import page
from pipeline.render.pdf.door import BASE
from pipeline.render.pdf.paper import MARKS, assets, print_sheets
from pipeline.render.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
STORIES = ("deepseek-open-source", "open-weights", "how-we-check")
LONG = "deepseek-open-source, longer"
MARK = "\n## Regelmäßige Aktualisierung"
"""Where the longer article has its analysis three times more: eight pages."""


def sheet(story: str, theme: Theme) -> Sheet:
    """A sheet without neighbours."""
    name = story.partition(",")[0]
    path = f"content/de/{name}.md"
    text = (ROOT / path).read_text("utf-8")
    if story == LONG:
        begin = text.index("\n### ")
        end = text.index(MARK)
        more = text[begin:end].replace("\n### ", "\n### Noch einmal: ").replace("\n## ", "\n## Noch einmal: ")
        text = text[:end] + more + text[end:]
    article = read(path, text.encode(), name, Language.DE, theme.settings).article
    if article is None:
        sys.exit(f"{path} cannot be read")
    pictures = sorted((ROOT / "content" / "media").iterdir())
    files = tuple(Asset(f"media/{each.name}", each.read_bytes(), "") for each in pictures)
    return Sheet(article, None, None, (), (), (("page", "https://example.org/"),), (), files, theme.settings)


def cost(make: Callable[[], bytes]) -> float:
    """CPU seconds of one."""
    start = time.process_time()
    make()
    return time.process_time() - start


def bare(of: Sheet, theme: Theme) -> Callable[[], bytes]:
    """WeasyPrint alone over the same HTML."""
    known = assets(theme, MARKS, of)

    class Memory(weasyprint.urls.URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> object:  # noqa: ARG002
            data = known[url] if url in known else theme.file(url.removeprefix(BASE))
            kind = "image/svg+xml" if url.endswith(".svg") else "application/octet-stream"
            return weasyprint.urls.URLFetcherResponse(url, data, {"Content-Type": kind})

    fonts, fetcher = FontConfiguration(), Memory()
    styles = [
        weasyprint.CSS(
            string=theme.file(name).decode(), base_url=f"{BASE}{name}", font_config=fonts, url_fetcher=fetcher
        )
        for name in print_sheets(of)
    ]
    html = page(of, theme)

    def make() -> bytes:
        document = weasyprint.HTML(string=html, base_url=BASE, url_fetcher=fetcher)
        data: bytes = document.write_pdf(stylesheets=styles, font_config=fonts)
        return data

    return make


def tell(line: str) -> None:
    """A line of the table."""
    sys.stdout.write(f"{line}\n")


def main() -> None:
    """Measure, and print the table."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    theme = Theme(load((ROOT / "zweiblatt.toml").read_text("utf-8"), "zweiblatt.toml", {}))
    tell(f"{'story':30}{'pages':>6}{'ours':>8}{'bare':>8}{'kept':>7}{'bytes':>9}")
    for story in (*STORIES, LONG):
        of = sheet(story, theme)
        alone, data = bare(of, theme), article_pdf(of, theme).data
        alone()
        turns = [(cost(lambda of=of: article_pdf(of, theme).data), cost(alone)) for _ in range(times)]  # type: ignore[misc]
        ours, theirs = (median(each) for each in zip(*turns, strict=True))
        kept = median(theirs / ours for ours, theirs in turns)
        with pikepdf.open(io.BytesIO(data)) as pdf:
            pages = len(pdf.pages)
        tell(f"{story:30}{pages:6}{ours:7.3f}s{theirs:7.3f}s{kept:7.0%}{len(data):9,}")


if __name__ == "__main__":
    main()
