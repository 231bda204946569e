"""PDFs, warm, beside a bare loop of WeasyPrint over the same HTML.

In: how often each is made (5 unless given), and which (all unless given). Out: CPU seconds, pages and bytes of each
shipped manuscript and of one of eight pages, and the share of two bare loops' throughput that is kept: one writes plain
PDFs, the other tagged PDF/A-3a, as ours are before they are mended. They take turns, so that what else the machine does
weighs on all alike; told are medians. The bare loops run in a process of their own, where nothing of WeasyPrint is
shortened; they have style sheets and fonts parsed once, as ours, and leave the collector of garbage on.
"""

from __future__ import annotations

import io
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import pikepdf

from benchmarks.pdf.bare import cost as bare_cost
from pipeline.config import load
from pipeline.model import Language
from pipeline.read import read
from pipeline.render.output import Asset, Sheet
from pipeline.render.pdf.article import article as article_pdf
from pipeline.render.pdf.article import page
from pipeline.render.pdf.paper import MARKS, assets, print_sheets
from pipeline.render.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Executor

ROOT = Path(__file__).parents[2]
STORIES = ("deepseek-open-source", "open-weights", "how-we-check")
LONG = "deepseek-open-source, longer"
MARK = "\n## Regelmäßige Aktualisierung"
"""Where the longer article has its analysis three times more: eight pages."""
VARIANTS = (None, "pdf/a-3a")
"""Of the bare loops."""


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


def tell(line: str) -> None:
    """A line of the table."""
    sys.stdout.write(f"{line}\n")


def bare(of: Sheet, theme: Theme, pool: Executor, variant: str | None) -> Callable[[], float]:
    """WeasyPrint alone over the same HTML."""
    given = page(of, theme), print_sheets(of), assets(theme, MARKS, of), variant
    return lambda: pool.submit(bare_cost, *given).result()


def row(story: str, theme: Theme, pool: Executor, times: int) -> str:
    """What one story costs."""
    of = sheet(story, theme)
    data = article_pdf(of, theme).data
    makes = (lambda: cost(lambda: article_pdf(of, theme).data), *(bare(of, theme, pool, each) for each in VARIANTS))
    turns = [[make() for make in makes] for _ in range(times + 1)][1:]  # the first warms up
    ours, plain, tagged = (median(each) for each in zip(*turns, strict=True))
    kept, kept_tagged = (median(turn[place] / turn[0] for turn in turns) for place in (1, 2))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages = len(pdf.pages)
    costs = f"{ours:7.3f}s{plain:7.3f}s{kept:7.0%}{tagged:8.3f}s{kept_tagged:7.0%}"
    return f"{story:30}{pages:6}{costs}{len(data):9,}"


def main(arguments: Sequence[str]) -> None:
    """Measure, and print the table: how often, and the stories if not all."""
    times = int(arguments[0]) if arguments else 5
    theme = Theme(load((ROOT / "zweiblatt.toml").read_text("utf-8"), "zweiblatt.toml", {}))
    tell(f"{'story':30}{'pages':>6}{'ours':>8}{'bare':>8}{'kept':>7}{'tagged':>9}{'kept':>7}{'bytes':>9}")
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        for story in arguments[1:] or (*STORIES, LONG):
            tell(row(story, theme, pool, times))


if __name__ == "__main__":
    main(sys.argv[1:])
