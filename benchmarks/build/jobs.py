"""The jobs that are measured: a publication of N pairs -> rows.

In: a folder of a made publication. Out: a ``Row`` for each job of ours, in the order in which an edition lives: first
checked, built, nothing changed, a fresh checkout, one pair changed, PDFs.
"""

from __future__ import annotations

import os
import re
import shutil
from typing import TYPE_CHECKING, NamedTuple

from .measure import PYTHON, Cost, cost, median, zweiblatt

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGES = ("build", "--jobs", "1", "--only", "web,feeds")
ALL = ("build", "--jobs", "1", "--only", "web,newsletter,feeds,social")
RUNS = 5
"""Runs of a short job, of which the median is told. What begins with nothing is run once."""


class Row(NamedTuple):
    """A job, what it cost, and what it is held against."""

    job: str
    cost: Cost
    beside: str = ""
    """A ratio and its peer, as words."""


def change(folder: Path, run: int) -> None:
    """A number in the first story becomes another, in both languages: a change that passes the checks."""
    for path in sorted(folder.glob("content/*/story-00000.md")):
        text = path.read_text("utf-8")
        other = re.sub(r"(?<=\| )\d(?=[.,]\d{3} \|)", str(1 + run % 9), text)
        path.write_text(other, "utf-8")


def fresh(folder: Path) -> None:
    """As a checkout leaves them: the same bytes in new files with new times."""
    for path in [*folder.glob("content/*/*.md"), *folder.glob("*.toml")]:
        path.write_bytes(path.read_bytes())


def starts(folder: Path, base: Cost) -> Iterator[Row]:
    """What a command costs that does nothing."""
    for option in ("--help", "--version"):
        yield beside_empty(option, median(lambda option=option: zweiblatt(folder, option), RUNS), base)  # type: ignore[misc]


def beside_empty(job: str, paid: Cost, base: Cost) -> Row:
    """A row beside the start of Python."""
    return Row(job, paid, f"{paid.cpu / base.cpu:.1f} × `python -c pass`")


def checks(folder: Path, base: Cost) -> Iterator[Row]:
    """Check, cold beside bare parses, and unchanged."""
    parses = cost((PYTHON, "-m", "benchmarks.build.bare", str(folder)), folder)
    yield Row("bare parses of all manuscripts", parses)
    paid = zweiblatt(folder, "check")
    yield Row("check, cold", paid, f"{paid.cpu / parses.cpu:.1f} × bare parses")
    yield beside_empty("check, unchanged", median(lambda: zweiblatt(folder, "check"), RUNS), base)


def builds(folder: Path, base: Cost) -> Iterator[Row]:
    """Pages and feeds, then all but PDFs: cold, unchanged, fresh, one changed. ``checks`` has left its findings."""
    yield Row("pages, indexes and feeds, cold (checked before)", zweiblatt(folder, *PAGES))
    yield Row("mails and social pictures too, cold", zweiblatt(folder, *ALL))
    yield beside_empty("nothing changed", median(lambda: zweiblatt(folder, *ALL), RUNS), base)

    def checked_out() -> Cost:
        fresh(folder)
        return zweiblatt(folder, *ALL)

    yield beside_empty("nothing changed, fresh checkout", median(checked_out, RUNS), base)
    runs = iter(range(RUNS))

    def changed() -> Cost:
        change(folder, next(runs))
        return zweiblatt(folder, *ALL)

    yield Row("one pair changed: pages, indexes, feeds, mails", median(changed, RUNS))


def pdfs(folder: Path, base: Cost) -> Iterator[Row]:
    """PDFs of a small publication, beside WeasyPrint over the same HTML; nothing and one pair changed.

    A pair has three: one in each language, and one with both side by side.
    """
    bare = (PYTHON, "-m", "benchmarks.build.bare_pdf")
    cost((*bare, "take", str(folder)), folder)
    zweiblatt(folder, "check")
    alone = cost((*bare, "make", str(folder)), folder)
    many = len(list((folder / "printed").iterdir()))
    yield Row(f"bare WeasyPrint over the same HTML, {many} PDFs", alone)
    only = ("build", "--jobs", "1", "--only", "pdf")
    paid = zweiblatt(folder, *only)
    yield Row(f"{many} PDFs, cold", paid, f"{alone.cpu / paid.cpu:.0%} of bare WeasyPrint's throughput")
    yield beside_empty("PDFs, nothing changed", median(lambda: zweiblatt(folder, *only), RUNS), base)
    runs = iter(range(RUNS))

    def changed() -> Cost:
        change(folder, next(runs))
        return zweiblatt(folder, *only)

    yield Row("the three PDFs of one changed pair", median(changed, 3))


def cores(folder: Path) -> Iterator[Row]:
    """A cold check on one core and on all, told by the wall clock; nothing where the kernel cannot hold one core."""
    if not hasattr(os, "sched_setaffinity"):
        return
    every = os.sched_getaffinity(0)
    paid = []
    for allowed in ({min(every)}, every):
        shutil.rmtree(folder / ".zweiblatt", ignore_errors=True)
        os.sched_setaffinity(0, allowed)
        paid.append(zweiblatt(folder, "check"))
        os.sched_setaffinity(0, every)
    yield Row("check, cold, on 1 core", paid[0])
    yield Row(
        f"check, cold, on {len(every)} cores", paid[1], f"{paid[0].wall / paid[1].wall:.2f} × as fast by the clock"
    )


def growth(small: Path, many: int, large: Row, per: int) -> Row:
    """A cold check of a smaller publication: seconds a pair of the larger beside it."""
    paid = zweiblatt(small, "check")
    ratio = (large.cost.cpu / per) / (paid.cpu / many)
    return Row(f"check, cold, {many} pairs", paid, f"{per} pairs cost {ratio:.2f} × as much a pair")
