"""Builds and checks of N pairs beside Python's own start, bare libraries and other generators.

In: ``python -m benchmarks.build [PAIRS] [--write]``; 100 pairs unless given. Out: tables; with ``--write`` in
docs/speed.md, and bars in docs/speed.svg. MkDocs, Pelican and Hugo are measured where they are installed.
"""

from __future__ import annotations

import datetime as dt
import os
import platform
import re
import sys
import tempfile
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.corpus.make import publication

from .aims import judged
from .jobs import Row, checks, cores, growth, later, pages, pdfs, starts
from .measure import ROOT, empty, median
from .peers import peers
from .table import bars, into, table

if TYPE_CHECKING:
    from collections.abc import Iterable

PRINTED = 5
"""Pairs of which PDFs are made: each PDF takes about a second, and their number changes nothing about the ratio."""
TWO_HUNDRED = 200
"""Up to so many pairs everything is measured; above, what takes minutes is run once and not told apart further."""


def machine() -> str:
    """The machine, without its name."""
    known = Path("/proc/cpuinfo")
    model = re.search(r"model name\s*: (.*)", known.read_text("utf-8")) if known.exists() else None
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    python = f"{platform.python_implementation()} {platform.python_version()}"
    load = os.getloadavg()[0] / (os.cpu_count() or 1)
    return (
        f"{os.cpu_count()} cores ({model[1] if model else platform.machine()}), {memory:.0f} GiB, {platform.system()}, "
        f"{python}; load {load:.1f} a core at the start; {dt.datetime.now(dt.UTC):%Y-%m-%d}"
    )


def gather(rows: list[Row], more: Iterable[Row]) -> None:
    """Take rows as they come, and say each at once."""
    for row in more:
        rows.append(row)
        sys.stderr.write(f"{row.job}: {row.cost.cpu:.2f} s CPU, {row.cost.wall:.2f} s, {row.beside}\n")


def main() -> None:
    """Measure, print, write."""
    numbers = [each for each in sys.argv[1:] if each.isdigit()]
    pairs = int(numbers[0]) if numbers else 100
    about, brief = machine(), pairs > TWO_HUNDRED
    ours: list[Row] = []
    others: list[Row] = []
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        large, small, printed = place / "large", place / "small", place / "printed"
        few = max(10, pairs // 10)
        for folder, many in ((large, pairs), (small, few), (printed, min(pairs, PRINTED))):
            publication(folder, many)
        with suppress(KeyboardInterrupt):  # what was measured until then is told
            ours.append(Row("`python -c pass`", median(lambda: empty(place), 21)))
            gather(ours, chain(starts(large), checks(large, brief=brief), pages(large, brief=brief)))
            gather(others, peers(large, place, brief=brief))
            gather(ours, chain(later(large), pdfs(printed, brief=brief)))
            gather(ours, growth(small, few, {row.job: row for row in ours}, pairs))
            if not brief:
                gather(ours, cores(large))
    text = (
        f"{pairs} pairs. {about}.\n\n{judged({row.job: row for row in (*ours, *others)}, pairs)}\n"
        f"All jobs:\n\n{table(ours)}\nThe same articles in other generators:\n\n{table(others)}"
    )
    sys.stdout.write(text)
    if "--write" in sys.argv:
        into(ROOT / "docs" / "speed.md", text)
        shown = [row for row in [*ours, *others] if "cold" in row.job or "changed" in row.job]
        (ROOT / "docs" / "speed.svg").write_text(bars(f"CPU seconds, {pairs} pairs", shown), "utf-8")


if __name__ == "__main__":
    main()
