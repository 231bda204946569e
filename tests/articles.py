"""Articles for the tests of the alignment: read from Markdown, and real ones by path."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.config import Settings
from pipeline.model import Language
from pipeline.read import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.model import Article, Section

CORPORA = Path(__file__).parents[2] / "shared" / "corpora"
FRONT = "---\ntitle: A title\ndate: 2025-02-22\nkind: note\n---\n"


def article(text: str, language: Language) -> Article:
    """The article of some Markdown, with plain front matter."""
    made = read(f"content/{language}/page.md", (FRONT + text).encode(), "page", language, Settings()).article
    assert made is not None
    return made


def real_pairs(limit: int) -> Iterator[tuple[Article, Article]]:
    """Pairs of the corpora, spread over all of them, as many sections on both sides."""
    paths = sorted(CORPORA.glob("*/de/*.md"))
    for path in paths[:: max(1, len(paths) // limit)]:
        other = Path(str(path).replace("/de/", "/en/"))
        sides = [
            read(f"content/{language}/{path.name}", each.read_bytes(), path.stem, language, Settings()).article
            for each, language in ((path, Language.DE), (other, Language.EN))
        ]
        if sides[0] and sides[1] and len(sides[0].sections) == len(sides[1].sections):
            yield sides[0], sides[1]


def with_sections(made: Article, sections: Sequence[Section]) -> Article:
    """The article with other sections."""
    return replace(made, sections=tuple(sections))


def length(section: Section) -> int:
    """Characters of a section's blocks."""
    return sum(len(block.text) for block in section.blocks)
