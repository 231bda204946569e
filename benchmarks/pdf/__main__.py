"""PDFs, warm, beside a bare loop of WeasyPrint over the same HTML.

In: how often each is made (5 unless given). Out: CPU seconds and bytes of each shipped manuscript, and the share of the
bare loop's throughput that is kept. The bare loop has its style sheets and fonts parsed once, as ours; it writes plain
PDFs, and leaves the collector of garbage on.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import weasyprint
from weasyprint.text.fonts import FontConfiguration

from pipeline.config import load
from pipeline.model import Language
from pipeline.read import read
from pipeline.render.output import Asset, Sheet
from pipeline.render.pdf.article import article as article_pdf
from pipeline.render.pdf.article import values
from pipeline.render.pdf.door import BASE
from pipeline.render.pdf.paper import assets
from pipeline.render.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
STORIES = ("deepseek-open-source", "open-weights", "how-we-check")


def sheet(story: str, theme: Theme) -> Sheet:
    """A sheet without neighbours."""
    path = f"content/de/{story}.md"
    article = read(path, (ROOT / path).read_bytes(), story, Language.DE, theme.settings).article
    if article is None:
        sys.exit(f"{path} cannot be read")
    pictures = sorted((ROOT / "content" / "media").iterdir())
    files = tuple(Asset(f"media/{each.name}", each.read_bytes(), "") for each in pictures)
    return Sheet(article, None, None, (), (), (("page", "https://example.org/"),), (), files, theme.settings)


def cost(make: Callable[[], bytes], times: int) -> tuple[float, int]:
    """CPU seconds of one, the mean of some after a first; and its bytes."""
    size = len(make())
    start = time.process_time()
    for _ in range(times):
        make()
    return (time.process_time() - start) / times, size


def bare(of: Sheet, theme: Theme) -> Callable[[], bytes]:
    """WeasyPrint alone over the same HTML."""
    known = assets(theme, of)

    class Memory(weasyprint.urls.URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> object:  # noqa: ARG002
            data = known[url] if url in known else theme.file(url.removeprefix(BASE))
            kind = "image/svg+xml" if url.endswith(".svg") else "application/octet-stream"
            return weasyprint.urls.URLFetcherResponse(url, data, {"Content-Type": kind})

    fonts, fetcher = FontConfiguration(), Memory()
    text = theme.file("style/print.css").decode()
    style = weasyprint.CSS(string=text, base_url=f"{BASE}style/print.css", font_config=fonts, url_fetcher=fetcher)
    html = theme.render("print.html", of.article.language, **values(of))

    def make() -> bytes:
        document = weasyprint.HTML(string=html, base_url=BASE, url_fetcher=fetcher)
        data: bytes = document.write_pdf(stylesheets=[style], font_config=fonts)
        return data

    return make


def tell(line: str) -> None:
    """A line of the table."""
    sys.stdout.write(f"{line}\n")


def main() -> None:
    """Measure, and print the table."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    theme = Theme(load((ROOT / "zweiblatt.toml").read_text("utf-8"), "zweiblatt.toml", {}))
    tell(f"{'story':24}{'ours':>8}{'bare':>8}{'kept':>7}{'bytes':>9}")
    for story in STORIES:
        of = sheet(story, theme)
        ours, size = cost(lambda of=of: article_pdf(of, theme).data, times)  # type: ignore[misc]
        alone, _ = cost(bare(of, theme), times)
        tell(f"{story:24}{ours:7.2f}s{alone:7.2f}s{alone / ours:7.0%}{size:9,}")


if __name__ == "__main__":
    main()
