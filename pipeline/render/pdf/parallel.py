"""The PDF of a story in both languages: German left, English right, aligned by section and block.

In: a spread, the theme. Out: the bytes, both manuscripts embedded, and a fault for each warning of WeasyPrint.

A screen reader meets what answers each other pair by pair, each side in its language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...frozen import dataclass
from ...model import BlockKind, Role
from .. import markup
from ..output import Made, Spread, output
from . import tables
from .article import PART, is_article, levels
from .door import print_pdf
from .paper import MARKS, PAPER, Paper, assets, body, halves, in_line, manuscript, moment, print_sheets
from .trouble import made
from .words import fitted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model import Block, Section, SectionPair
    from ..output import Sheet
    from ..theme import Theme

PARTS = OPENING, ENDING, SOURCES, LOG = (
    "parts/print/opening.html",
    "parts/print/ending.html",
    "parts/print/sources.html",
    "parts/log.html",
)
OWN = SHEET, FOLD = "style/print-parallel.css", "style/fold.svg"


@dataclass(frozen=True, slots=True)
class Row:
    """What answers each other: a language and its HTML, left and right; ``name`` is the role of its section."""

    name: str
    left: str
    right: str


@output("site/parallel/{story}/{story}.pdf", "print-parallel.html", *PARTS, *PAPER, *OWN, wanted=is_article)
def parallel(spread: Spread, theme: Theme) -> Made:
    """Both languages side by side on paper."""
    sheets = (spread.left, spread.right)
    left, right = (sheet.article for sheet in sheets)
    values = {
        "sides": sheets,
        "title": f"{left.front.title} / {right.front.title}",
        "created": moment(spread.left, left.published).isoformat(),
        "modified": moment(spread.left, max(left.modified, right.modified)).isoformat(),
        "rows": tuple(_rows(spread, theme)),
    }
    html = fitted(theme.render("print-parallel.html", left.language, **values))
    name = left.story.rpartition("/")[2]
    sources = tuple(manuscript(sheet, f"{name}.{sheet.article.language}.md") for sheet in sheets)
    styles = print_sheets(spread.left, SHEET)
    shown = assets(theme, (*MARKS, FOLD), *sheets)
    data, warned = theme.printed(styles, lambda: print_pdf(html, styles, theme.file, shown, sources))
    return made(data, warned, left, right)


def _rows(spread: Spread, theme: Theme) -> Iterator[Row]:
    sides = (_Side(spread.left, theme, 1), _Side(spread.right, theme, 2))
    is_original = spread.left.article.language == spread.left.settings.publication.original
    order = 1 if is_original else -1
    yield Row("opening", *(side.part(OPENING) for side in sides))
    for pair in spread.alignment.pairs:
        for row in _of_pair(pair, sides, order):
            if row.left or row.right:
                yield row
    yield Row("ending", *(side.part(ENDING) for side in sides))


def _of_pair(pair: SectionPair, sides: tuple[_Side, _Side], order: int) -> Iterator[Row]:
    sections = (pair.original, pair.translation)[::order]
    name = next(section.role.value for section in sections if section)
    if name == Role.KEY_POINTS.value:
        yield Row("points", *(side.leaf(each) for side, each in zip(sides, sections, strict=True)))
        return
    yield Row(f"{name} head", *(side.heading(each) for side, each in zip(sides, sections, strict=True)))
    for blocks in pair.blocks:
        both = (blocks.original, blocks.translation)[::order]
        cells = [side.blocks(each, some) for side, each, some in zip(sides, sections, both, strict=True)]
        wide = any(map(tables.is_wider, cells))
        fitting = (tables.fitted(cell, tables.WHOLE if wide else tables.HALF) for cell in cells)
        yield Row(f"{name} wide" if wide else name, *fitting)
    yield Row(f"{name} after", *(side.after(each) for side, each in zip(sides, sections, strict=True)))


class _Side:
    """The writer of one language: ids have the language before them, for both may bear the same."""

    def __init__(self, sheet: Sheet, theme: Theme, level: int) -> None:
        self.sheet, self.theme, self.level = sheet, theme, level
        self.prefix = f"{sheet.article.language}-"
        self.paper = Paper.of(sheet, self.prefix)
        self.levels = levels(sheet.article.sections)

    def heading(self, section: Section | None) -> str:
        """The heading of a section."""
        if section is None or not section.heading:
            return ""
        head, tail = halves(markup.html(section.heading, self.paper))
        said = f'{head} <span class="tail">{tail}</span>' if tail else head
        return markup.element(f"h{self.levels[section.id]}", said, id=f"{self.prefix}{section.id}")

    def leaf(self, section: Section | None) -> str:
        """The key points in their box, heading and all."""
        return (
            markup.element(
                "div", self.heading(section) + self.blocks(section, section.blocks), class_="leaf key-points"
            )
            if section
            else ""
        )

    def blocks(self, section: Section | None, blocks: tuple[Block, ...]) -> str:
        """Some blocks of a section; the source list is printed as sources."""
        if section and section.role is Role.SOURCES and self.sheet.article.sources:
            blocks = tuple(block for block in blocks if block.kind is not BlockKind.LIST)
        return markup.belted(body(blocks, self.paper))

    def after(self, section: Section | None) -> str:
        """What the article has from its front matter or its citations: update log, source list."""
        front = self.sheet.article.front
        if section and section.role is Role.SOURCES and section.level == PART:
            return self.part(SOURCES)
        if section and section.role is Role.UPDATE_NOTICE and front.updates:
            return self.part(LOG)
        return ""

    def part(self, template: str) -> str:
        """A part in this language's words."""
        article = self.sheet.article
        values = {
            "article": article,
            "front": article.front,
            "level": self.level,
            "prefix": self.prefix,
            "sources": sorted(article.sources, key=lambda citation: citation.number),
            "logged": any(section.role is Role.UPDATE_NOTICE for section in article.sections),
            "updates": sorted(article.front.updates, key=lambda update: update.date, reverse=True),
            "notes": [(note.number, in_line(note.children, self.paper)) for note in article.notes],
        }
        return self.theme.render(template, article.language, **values).strip()
