"""A spread -> both languages of a story side by side, aligned by section and block.

In: both sheets and their alignment. Out: HTML, pair by pair: German left, English right.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from ...model import Role
from ..output import Made, Spread, output
from .frame import Frame, Side, frame, render, seen, styled
from .head import Head, opengraph
from .page import label, sources
from .parts import halves, without_list
from .ways import PageWays

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model import Block, BlockPair, Card, Section, SectionPair
    from ..output import Sheet
    from ..theme import Theme

SECTION = 2


class Cell(NamedTuple):
    """One side of a row: a heading (with its level and id), HTML, or both; empty where there is no counterpart."""

    language: str
    level: int = 0
    id: str = ""
    heading: str = ""
    tail: str = ""
    html: str = ""
    listed: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands here."""
        return not (self.heading or self.html or self.listed)


class Row(NamedTuple):
    """What answers each other, left and right. ``boxed`` are key points, ``starts`` a new section."""

    left: Cell
    right: Cell
    role: str
    starts: bool = False
    boxed: bool = False


def has_both(card: Card) -> bool:
    """Pages of the law are not read side by side."""
    return card.kind != "page"


@output(
    "site/parallel/{story}/index.html", *styled("parallel.html"), "parts/day.txt", "parts/label.html", wanted=has_both
)
def parallel(spread: Spread, theme: Theme) -> Made:
    """Both languages side by side."""
    here = spread.left.address("parallel")
    settings, article = spread.left.settings, spread.left.article
    title = " / ".join(sheet.article.front.title for sheet in (spread.left, spread.right))
    head = Head(
        title=f"{title} – {settings.publication.name}",
        description=article.description,
        canonical=here,
        meta=opengraph(settings, article.language, title, article.description, here),
    )
    shown: dict[str, Any] = {
        "both": [_side(sheet, theme, here) for sheet in (spread.left, spread.right)],
        "rows": tuple(rows(spread, here)),
    }
    around = _frame(theme, spread, here)
    return render(theme, "parallel.html", article.language, around, head, **shown)


def _side(sheet: Sheet, theme: Theme, here: str) -> dict[str, Any]:
    """What stands around the rows of one language; its words are made in that language."""
    article = sheet.article
    return {
        "language": article.language.value,
        "title": article.front.title,
        "authors": ", ".join(author.name for author in article.front.authors),
        "modified": article.modified,
        "day": theme.render("parts/day.txt", article.language, article=article).strip(),
        "label": theme.render("parts/label.html", article.language, label=label(sheet)),
        "sources": sources(article),
        "notes": _notes(sheet, here),
        "hashtags": article.hashtags,
        "pdf": seen(sheet.address("parallel-pdf"), here),
    }


def _frame(theme: Theme, spread: Spread, here: str) -> Frame:
    sheet = spread.left
    around = frame(theme, sheet.article.language, dict(sheet.addresses), here, sheet.address("counterpart"))
    switch = tuple(
        Side(each.article.language.value, seen(each.address("page"), here), filled=True)
        for each in (spread.left, spread.right)
    )
    return replace(around, classes="pairs", mark="both", switch=switch)


def rows(spread: Spread, here: str) -> Iterator[Row]:
    """The rows in reading order."""
    writers = (_Side(spread.left, here), _Side(spread.right, here))
    is_original = spread.left.article.language == spread.left.settings.publication.original
    for pair in spread.alignment.pairs:
        sections = (pair.original, pair.translation) if is_original else (pair.translation, pair.original)
        yield from _rows(pair, sections, writers, is_original=is_original)
    for writer in writers:
        writer.ways.prove()


def _rows(
    pair: SectionPair,
    sections: tuple[Section | None, Section | None],
    writers: tuple[_Side, _Side],
    *,
    is_original: bool,
) -> Iterator[Row]:
    section = sections[0] or sections[1]
    if section is None:
        return
    left, right = (writer.heading(each) for writer, each in zip(writers, sections, strict=True))
    role = section.role.value
    if section.role is Role.KEY_POINTS and section.level == SECTION:
        left, right = (
            writer.whole(each, cell) for writer, each, cell in zip(writers, sections, (left, right), strict=True)
        )
        yield Row(left, right, role, starts=True, boxed=True)
        return
    if section.title:
        yield Row(left, right, role, starts=True)
    if section.role is Role.SOURCES:
        yield Row(Cell(left.language, listed="sources"), Cell(right.language, listed="sources"), role)
    for blocks in pair.blocks:
        row = _row(blocks, sections, writers, role, is_original=is_original)
        if not (row.left.is_empty and row.right.is_empty):
            yield row


def _row(
    blocks: BlockPair,
    sections: tuple[Section | None, Section | None],
    writers: tuple[_Side, _Side],
    role: str,
    *,
    is_original: bool,
) -> Row:
    sides = (blocks.original, blocks.translation) if is_original else (blocks.translation, blocks.original)
    left, right = (writer.blocks(each, side) for writer, each, side in zip(writers, sections, sides, strict=True))
    return Row(left, right, role)


class _Side:
    """The writer of one language's cells; ids have the language before them, for both may bear the same."""

    def __init__(self, sheet: Sheet, here: str) -> None:
        self.sheet = sheet
        self.language = sheet.article.language.value
        self.ways = PageWays(sheet, here, prefix=None)

    def heading(self, section: Section | None) -> Cell:
        """The heading of a section."""
        if section is None or not section.title:
            return Cell(self.language)
        first, second = halves(section, self.ways)
        level = min(max(section.level, SECTION), 6)
        return Cell(self.language, level, f"{self.language}:{section.id}", first, second)

    def blocks(self, section: Section | None, blocks: tuple[Block, ...]) -> Cell:
        """Some blocks of a section."""
        if section is None or not blocks:
            return Cell(self.language)
        if section.role is Role.SOURCES:
            blocks = without_list(blocks)
        return Cell(self.language, html=self.ways.blocks(blocks, section.title))

    def whole(self, section: Section | None, cell: Cell) -> Cell:
        """A section with its heading and all of its blocks."""
        if section is None:
            return cell
        html = self.ways.blocks(section.blocks, section.title)
        return Cell(cell.language, cell.level, cell.id, cell.heading, cell.tail, html)


def _notes(sheet: Sheet, here: str) -> tuple[dict[str, Any], ...]:
    ways = PageWays(sheet, here, prefix=None)
    made = tuple({"number": note.number, "html": ways.phrase(note.children)} for note in sheet.article.notes)
    ways.prove()
    return made
