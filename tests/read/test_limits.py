"""The limits are where the pages for writers say that they are: what is at one is read, what is over it is refused."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.build.workers.limits import MEMORY, SECONDS
from pipeline.config import Settings
from pipeline.model import Language
from pipeline.read import drawing, fences, fields, frontmatter, hashtags, limits, manuscript, media, read, yaml_values

if TYPE_CHECKING:
    from collections.abc import Callable

DOCS = Path(__file__).parents[2] / "docs"
HEAD = "---\ntitle: Ein Titel\ndate: 2025-02-22\nkind: note\n---\n"
ROWS: dict[str, tuple[int, Callable[[int], str]]] = {
    "lines": (limits.LINES, lambda n: HEAD + "```\n" + "x\n" * (n - HEAD.count("\n") - 2) + "```"),
    "characters of a line": (limits.LINE, lambda n: HEAD + "x " * (n // 2) + "x" * (n % 2)),
    "characters of a word": (limits.WORD, lambda n: HEAD + "x" * n),
    "characters of a block": (limits.BLOCK, lambda n: HEAD + ("x " * 500 + "\n") * (n // 1_001) + "y" * (n % 1_001)),
    "brackets of a block": (limits.BRACKETS, lambda n: HEAD + "[a] " * n),
    "marks of a block": (limits.MARKS, lambda n: HEAD + "&amp; " * n),
    "quotations within each other": (limits.NESTING, lambda n: HEAD + "> " * n + "x"),
    "brackets within each other": (limits.NESTING, lambda n: HEAD + "[" * n + "x" + "]" * n),
    "blocks": (limits.BLOCKS, lambda n: HEAD + "x\n\n" * n),
    "headings": (limits.HEADINGS, lambda n: HEAD + "## x\n\n" * n),
    "links": (limits.LINKS, lambda n: HEAD + ("[a](#b) " * 100 + "\n\n") * (n // 100) + "[a](#b) " * (n % 100)),
    "footnotes": (limits.NOTES, lambda n: HEAD + "".join(f"[^{each}]: x\n\n" for each in range(n))),
    "blocks of code": (fences.MOST, lambda n: HEAD + "```\nx\n```\n\n" * n),
    "strokes of tables": (limits.CELLS, lambda n: HEAD + "a|b\n-|-\n" + "a|b\n" * (n - 2)),
    "characters of a value": (fields.LONGEST, lambda n: HEAD.replace("kind", "description: " + "x" * n + "\nkind")),
    "entries of a list": (fields.MOST, lambda n: HEAD.replace("kind", "authors: [" + "A, " * (n - 1) + "A]\nkind")),
}


def rules(text: str) -> set[str]:
    """The rules under which a manuscript is refused."""
    found = read("content/de/x.md", text.encode(), "x", Language.DE, Settings())
    return {fault.rule for fault in found.faults}


@pytest.mark.parametrize("name", ROWS)
def test_limit(name: str) -> None:
    """Exactly so many are read, one more is refused."""
    limit, made = ROWS[name]
    assert "markup/over-limit" not in rules(made(limit))
    assert "markup/over-limit" in rules(made(limit + 1))


@pytest.mark.parametrize(("page", "title", "mark"), [("writing.md", "Limits", ","), ("schreiben.md", "Grenzen", ".")])
def test_pages(page: str, title: str, mark: str) -> None:
    """Both pages name each limit."""
    _, _, text = (DOCS / page).read_text("utf-8").partition(f"## {title}\n")
    numbers = [limit for limit, _ in ROWS.values()]
    numbers += [hashtags.MOST, media.LONGEST, drawing.ELEMENTS, drawing.DEPTH, yaml_values.DEEPEST]
    numbers += [int(SECONDS), MEMORY >> 20]
    for number in numbers:
        assert f"{number:,}".replace(",", mark) in text
    for size in (manuscript.MOST_BYTES >> 20, media.MOST_BYTES >> 20):
        assert f"{size} MiB" in text
    assert f"{frontmatter.MOST_BYTES >> 10} KiB" in text
    assert f"{media.MOST_PIXELS // 10**6} mega" in text.lower()
