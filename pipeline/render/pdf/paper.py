"""Nodes -> what the paper's templates show: notes, citations, links and pictures as paper has them.

In: an article's nodes. Out: HTML. A page prints pictures from memory and a note where it is called.
"""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from dataclasses import field
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ...frozen import dataclass
from ...model import BlockKind, Node
from .. import markup
from .door import BASE, Source
from .pictures import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ...model import Block, Citation, Note
    from ..output import Sheet
    from ..theme import Theme

OUTSIDE = ("https:", "http:", "mailto:")
PRINT = ("style/print.css", "style/print-more.css")
LETTER = "style/letter.css"
MARKS = ("style/mark-de.svg", "style/mark-en.svg")
PAPER = (*PRINT, LETTER, *MARKS)
"""What every PDF uses of the theme beside its templates."""
LONG_NOTE = 1500
"""Characters of a note that may begin on the next page: a quarter of a page. Others stand on that of their number."""
TAIL = re.compile(r"(?: – |: )")
BLOCKS = {
    **dict.fromkeys(("p", "ul", "ol", "dl", "dt", "pre", "blockquote", "table", "thead", "tbody", "tr", "hr"), ""),
    "li": "– ",
    "dd": "– ",
    "th": "· ",
    "td": "· ",
}
"""Blocks that may stand in a note, and what stands before each where it has become part of a line."""


@dataclass(frozen=True, slots=True)
class Paper:
    """How paper writes what differs between outputs: notes at the foot of the page, pictures from memory.

    ``prefix`` stands before every id where two languages share a document; notes then stand at the end, not the foot.
    """

    sheet: Sheet
    notes: Mapping[str, Note]
    citations: Mapping[str, Citation]
    prefix: str = ""
    noted: set[str] = field(default_factory=set)
    """The notes that this document has printed: a second reference leads to the first."""

    @classmethod
    def of(cls, sheet: Sheet, prefix: str = "") -> Paper:
        """The paper of an article."""
        article = sheet.article
        citations = {citation.key: citation for citation in article.sources if citation.key}
        return cls(sheet, {note.label: note for note in article.notes}, citations, prefix)

    def note(self, label: str) -> str:
        """The note itself, which floats to the foot of its page; with a prefix, its number."""
        found = self.notes.get(label)
        if found is None:
            return ""
        if self.prefix or label in self.noted:
            number = f'<a class="cite" href="#{self.prefix}note-{found.number}">{found.number}</a>'
            return f"{markup.JOINED}<sup>{number}</sup>"
        self.noted.add(label)
        number, said = f'data-number="{found.number}"', in_line(found.children, self)
        length = ' data-long=""' if len(said) > LONG_NOTE else ""
        return f'<span class="note" id="note-{found.number}" {number}{length}>{said}</span>'

    def citation(self, key: str) -> str:
        """The number of the source, in brackets."""
        found = self.citations.get(key)
        if found is None:
            return ""
        return f'{markup.JOINED}<a class="cite" href="#{self.prefix}source-{found.number}">[{found.number}]</a>'

    def link(self, node: Node, inner: str) -> str:
        """A link; what leads to nothing that is published stays text."""
        address = self._address(node.get("href"))
        return markup.element("a", inner, href=address, lang=node.get("lang")) if address and inner else inner

    def _address(self, given: str) -> str:
        """Where a link of the manuscript leads: paper knows no address but whole ones."""
        if given.startswith("#"):
            return f"#{self.prefix}{given[1:]}"
        if given.startswith(OUTSIDE):
            return given
        path, mark, fragment = given.partition("#")
        folder = posixpath.dirname(f"{self.sheet.article.language}/{self.sheet.article.story}")
        names = (posixpath.normpath(posixpath.join(folder, path)), path)
        found = next((there for name in names if (there := self.sheet.address(f"content/{name}"))), "")
        media = next((name for name in names if name.startswith("media/")), "")
        if not found and media:
            found = f"{self.sheet.settings.publication.base_url}{media}"
        return f"{found}{mark}{fragment}" if found else ""

    def picture(self, node: Node) -> str:
        """A picture from memory."""
        return markup.element(
            "img", "", src=f"{BASE}{node.get('src').removeprefix('../')}", alt=node.get("alt") or node.get("src")
        )


def halves(heading: str) -> tuple[str, str]:
    """A heading and its quieter second half; the dash or colon stays visible at the end of the first."""
    cut = TAIL.search(heading)
    if cut is None or "<" in heading:
        return heading, ""
    return heading[: cut.end()].rstrip(), heading[cut.end() :]


def body(blocks: Iterable[Block], paper: Paper) -> str:
    """The HTML of some blocks, a picture of its own as a figure."""
    return "\n".join(
        _figure(block, paper) if block.kind is BlockKind.IMAGE else markup.html((block.node,), paper)
        for block in blocks
    )


def _figure(block: Block, paper: Paper) -> str:
    picture = next(node for node in block.node.walk() if node.tag == "img")
    caption = picture.get("title")
    said = markup.element("figcaption", markup.escape(caption)) if caption else ""
    return markup.element("figure", paper.picture(picture) + said)


def in_line(children: Iterable[Node | str], paper: Paper) -> str:
    """What a note or a question says, where only what stands in a line may stand: blocks become spans."""
    parts: list[str] = []
    for child in children:
        if isinstance(child, str):
            parts.append(markup.escape(child) if child.strip() or parts else "")
        elif child.tag not in BLOCKS:
            parts.append(markup.html((child,), paper))
        else:
            inner = BLOCKS[child.tag] + in_line(child.children, paper)
            first = child.tag == "p" and not any(parts)
            parts.append(inner if first else f'<span class="block">{inner}</span>')
    return "".join(parts).strip()


def moment(sheet: Sheet, day: dt.date) -> dt.datetime:
    """Midnight of a day in the publication's zone: a date of the article, never now."""
    return dt.datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(sheet.settings.publication.timezone))


def print_sheets(sheet: Sheet, *more: str) -> tuple[str, ...]:
    """The names of the style sheets, the paper's size last."""
    return (*PRINT, *more, *((LETTER,) if sheet.settings.pdf.paper == "Letter" else ()))


def assets(theme: Theme, drawings: Iterable[str], *sheets: Sheet) -> dict[str, bytes]:
    """The pictures of some articles and drawings of the theme, by their addresses inside the document."""
    marks = {f"{BASE}{name}": theme.file(name) for name in drawings}
    return marks | {f"{BASE}{asset.path}": shown(asset.data) for sheet in sheets for asset in sheet.assets}


def manuscript(sheet: Sheet, name: str) -> Source:
    """The manuscript, to be embedded under a name."""
    article = sheet.article
    said = f"{article.front.title} (Markdown)"
    return Source(name, article.manuscript.text.encode(), said, moment(sheet, article.modified))
