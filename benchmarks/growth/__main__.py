"""``python -m benchmarks.growth [NAME…] [--write]``: what double a text costs, shape by shape up to the limits.

In: parts of the names of shapes; all unless given. Out: a table, with ``--write`` in docs/growth.md. Exits with 1 where
a pair of double the size costs more than 2.3 times as much, or an article takes more than 5 CPU s or 512 MiB.
"""

from __future__ import annotations

import sys
from typing import NamedTuple

from benchmarks.build.__main__ import machine
from benchmarks.build.table import into

from .measure import ROOT, Cost, cost
from .shapes import SHAPES, Shape

PAGE = ROOT / "docs" / "growth.md"
GROWTH, SECONDS, MEMORY = 2.3, 5.0, 512
"""What the README promises of double the text, and of an article."""
LITTLE = 0.1
"""Processor seconds below which a ratio says nothing."""


class Row(NamedTuple):
    """A shape, and what a pair of half the most and of the most costs."""

    shape: Shape
    size: int
    half: Cost
    whole: Cost

    @property
    def ratios(self) -> tuple[float, float]:
        """How many times as much the whole costs, of checks and of pages; 0 where both cost next to nothing."""
        columns = (self.half.check, self.whole.check), (self.half.page, self.whole.page)
        check, page = (whole / half if whole > LITTLE else 0.0 for half, whole in columns)
        return check, page

    @property
    def missed(self) -> str:
        """Which promise is not kept; a pair has two articles."""
        names = []
        if max(self.ratios) > GROWTH:
            names.append("growth")
        if max(self.whole.check, self.whole.page) > 2 * SECONDS:
            names.append("time")
        if self.whole.peak > MEMORY:
            names.append("memory")
        return ", ".join(names)

    def line(self) -> str:
        """The row as Markdown."""
        check, page = self.ratios
        figures = (
            f"{self.shape.most:,} | {self.size // 1024:,} | {self.whole.check:.2f} | {check:.2f} "
            f"| {self.whole.page:.2f} | {page:.2f} | {self.whole.peak:.0f} | {self.missed}"
        )
        return f"| {self.shape.name} | {figures} |\n"


HEAD = (
    "| all of it are | how many | KiB | check, s | × | pages and mails, s | × | MiB | missed |\n"
    "|---|---:|---:|---:|---:|---:|---:|---:|---|\n"
)


def measured(shape: Shape) -> Row:
    """Measure a shape."""
    whole = shape.pair(shape.most)
    return Row(shape, max(len(text.encode()) for text in whole), cost(shape.pair(shape.most // 2)), cost(whole))


def main() -> int:
    """Measure, print, write."""
    about = machine()
    chosen = [each for each in sys.argv[1:] if not each.startswith("-")]
    cost(SHAPES[0].pair(20))  # what is loaded once is not told
    rows = []
    sys.stdout.write(HEAD)
    for shape in SHAPES:
        if not chosen or any(part in shape.name for part in chosen):
            rows.append(measured(shape))
            sys.stdout.write(rows[-1].line())
            sys.stdout.flush()
    if "--write" in sys.argv:
        into(PAGE, f"{about}\n\n{HEAD}{''.join(row.line() for row in rows)}")
    return int(any(row.missed for row in rows))


if __name__ == "__main__":
    sys.exit(main())
