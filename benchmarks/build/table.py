"""Rows -> a table in Markdown, bars in SVG, and both into a page of the documentation.

In: rows. Out: text. The page has marks (``<!-- figures -->`` … ``<!-- end -->``) between which the table stands.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from .jobs import Row

MARKED = re.compile(r"(?<=<!-- figures -->\n).*?(?=<!-- end -->)", re.DOTALL)
LINE, LEFT, WIDE = 22, 330, 760


def table(rows: Sequence[Row]) -> str:
    """Rows as Markdown."""
    head = "| job | CPU s | wall s | peak MiB | beside |\n|---|---:|---:|---:|---|\n"
    return head + "".join(
        f"| {row.job} | {row.cost.cpu:.2f} | {row.cost.wall:.2f} | {row.cost.peak:.0f} | {row.beside} |\n"
        for row in rows
    )


def bars(title: str, rows: Sequence[Row]) -> str:
    """CPU seconds as bars, each named and with its figure; black on white, in both colour schemes readable."""
    most = max(row.cost.cpu for row in rows)
    high = LINE * (len(rows) + 2)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {high}" role="img" aria-labelledby="title">',
        "<style>text { font: 13px sans-serif }</style>",
        f'<title id="title">{escape(title)}</title>',
        f'<rect width="{WIDE}" height="{high}" fill="#fff"/>',
        f'<text x="8" y="{LINE - 5}" font-weight="bold">{escape(title)}</text>',
    ]
    for place, row in enumerate(rows, 1):
        top = place * LINE + 6
        wide = max(1.0, row.cost.cpu / most * (WIDE - LEFT - 80))
        lines.append(f'<text x="{LEFT - 8}" y="{top + 13}" text-anchor="end">{escape(row.job)}</text>')
        lines.append(f'<rect x="{LEFT}" y="{top}" width="{wide:.1f}" height="{LINE - 6}" fill="#1f5f8b"/>')
        lines.append(f'<text x="{LEFT + wide + 6:.1f}" y="{top + 13}">{row.cost.cpu:.2f} s</text>')
    return "\n".join([*lines, "</svg>\n"])


def into(page: Path, text: str) -> None:
    """Put figures between the marks of a page."""
    old = page.read_text("utf-8")
    page.write_text(MARKED.sub(lambda _: f"\n{text}\n", old, count=1), "utf-8")
