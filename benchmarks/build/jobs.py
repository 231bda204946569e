"""The jobs that are measured: a publication of N pairs -> rows.

In: a folder of a made publication. Out: a ``Row`` for each job of ours, in the order in which an edition lives: first
checked, built, nothing changed, a fresh checkout, one pair changed, PDFs.
"""

from __future__ import annotations

import os
import re
import shutil
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from .measure import PYTHON, Cost, cost, empty, median, middle, zweiblatt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

PAGES = ("build", "--jobs", "1", "--only", "web,feeds")
ALL = ("build", "--jobs", "1", "--only", "web,newsletter,feeds,social")
PRINT = ("build", "--jobs", "1", "--only", "pdf")
RUNS = 5
"""Runs of a short job, of which the median is told."""
STARTS = 3
"""Starts of Python between two runs of a job that is held against them."""


class Row(NamedTuple):
    """A job, what it cost, and what it is held against: ``ratio`` to a peer, or of it, told in ``beside``."""

    job: str
    cost: Cost
    beside: str = ""
    ratio: float = 0.0


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


def starts(folder: Path) -> Iterator[Row]:
    """What a command costs that does nothing."""
    for option in ("--help", "--version"):
        yield beside_start(option, folder, lambda option=option: zweiblatt(folder, option))  # type: ignore[misc]


def beside_start(job: str, folder: Path, run: Callable[[], Cost], begin: Callable[[], object] = list) -> Row:
    """A row beside the start of Python, both by turns, so that another's work on the machine slows both alike."""
    paid, bare = [], []
    for _ in range(RUNS):
        begin()
        bare += [empty(folder) for _ in range(STARTS)]
        paid.append(run())
    cost, ratio = middle(paid), middle(paid).cpu / middle(bare).cpu
    return Row(job, cost, f"{ratio:.1f} × `python -c pass`", ratio)


def checks(folder: Path, *, brief: bool) -> Iterator[Row]:
    """Check, cold, between two rounds of bare parses (``brief``: after one); then unchanged."""
    command = (PYTHON, "-m", "benchmarks.build.bare", str(folder))
    before = cost(command, folder)
    paid = zweiblatt(folder, "check")
    after = before if brief else cost(command, folder)
    parses = Cost((before.cpu + after.cpu) / 2, (before.wall + after.wall) / 2, before.peak)
    yield Row("bare parses of all manuscripts", parses)
    yield Row("check, cold", paid, f"{paid.cpu / parses.cpu:.1f} × bare parses", paid.cpu / parses.cpu)
    yield beside_start("check, unchanged", folder, lambda: zweiblatt(folder, "check"))


def pages(folder: Path, *, brief: bool) -> Iterator[Row]:
    """Pages and feeds, cold: after a check; and with no story in the store, so that all are parsed again."""
    yield Row("pages, indexes and feeds, cold", zweiblatt(folder, *PAGES))
    if not brief:
        forget(folder)
        yield Row("the same, every manuscript parsed again", zweiblatt(folder, *PAGES))


def forget(folder: Path) -> None:
    """What was checked stays known; nothing that was read or made."""
    shutil.rmtree(folder / "output")
    for path in (folder / ".zweiblatt").iterdir():
        if path.name in {"stories", "objects", "stock"} or path.name.startswith("spare"):
            shutil.rmtree(path)
        elif path.name.startswith(("edition", "lately", "planned")):
            path.unlink()


def later(folder: Path) -> Iterator[Row]:
    """What an edition costs that stands: unchanged, in a fresh checkout, with one pair changed."""
    yield Row("mails and social texts too", zweiblatt(folder, *ALL))
    yield beside_start("nothing changed", folder, lambda: zweiblatt(folder, *ALL))
    yield beside_start(
        "nothing changed, fresh checkout", folder, lambda: zweiblatt(folder, *ALL), lambda: fresh(folder)
    )
    runs = iter(range(RUNS))

    def changed() -> Cost:
        change(folder, next(runs))
        return zweiblatt(folder, *ALL)

    yield Row("one pair changed: pages, indexes, feeds, mails", median(changed, RUNS))


def pdfs(folder: Path, *, brief: bool) -> Iterator[Row]:
    """PDFs of a small publication, between two rounds of WeasyPrint over the same HTML (``brief``: after one).

    Then nothing and one pair changed. A pair has three: one in each language, and one with both side by side.
    """
    bare = (PYTHON, "-m", "benchmarks.build.bare_pdf")
    cost((*bare, "take", str(folder)), folder)
    zweiblatt(folder, "check")
    before = cost((*bare, "make", str(folder)), folder)
    many = len(list((folder / "printed").iterdir()))
    paid = zweiblatt(folder, *PRINT)
    after = before if brief else cost((*bare, "make", str(folder)), folder)
    alone = Cost((before.cpu + after.cpu) / 2, (before.wall + after.wall) / 2, before.peak)
    ratio = alone.cpu / paid.cpu
    yield Row(f"bare WeasyPrint over the same HTML, {many} PDFs", alone)
    yield Row("PDFs, cold", paid, f"{ratio:.0%} of bare WeasyPrint’s throughput", ratio)
    yield beside_start("PDFs, nothing changed", folder, lambda: zweiblatt(folder, *PRINT))
    runs = count()

    def changed() -> Cost:
        change(folder, next(runs))
        return zweiblatt(folder, *PRINT)

    yield Row("the three PDFs of one changed pair", median(changed, 3))

    def remade(*command: str) -> Cost:
        change(folder, next(runs))
        return zweiblatt(folder, *command)

    whole = (*ALL[:-1], f"{ALL[-1]},pdf")
    remade(*whole)
    with_them, without = (median(lambda command=each: remade(*command), 3) for each in (whole, ALL))  # type: ignore[misc]
    added = Cost(with_them.cpu - without.cpu, with_them.wall - without.wall, with_them.peak)
    yield Row("the three PDFs of one changed pair, beside its pages and mails", added, "what they cost more")


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


def growth(small: Path, many: int, large: Mapping[str, Row], per: int) -> Iterator[Row]:
    """Cold check and pages of a smaller publication: seconds a pair of the larger beside it."""
    for job, command in (("check, cold", ("check",)), ("pages, indexes and feeds, cold", PAGES)):
        paid = zweiblatt(small, *command)
        ratio = (large[job].cost.cpu / per) / (paid.cpu / many)
        yield Row(f"{job}, {many} pairs", paid, f"{per} pairs cost {ratio:.2f} × as much a pair", ratio)
