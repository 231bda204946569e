"""The PDF of an article.

In: its sheet, the theme. Out: the bytes, and a fault for each warning of WeasyPrint.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ...findings import Fault, remark
from ...model import BlockKind, Node, Role
from .. import markup
from ..output import Made, output
from .door import BASE, Source, print_pdf

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ...model import Article, Block, Card, Citation, Section
    from ..output import Sheet
    from ..theme import Theme

SHEETS = ("style/print.css",)
SMALL = (Role.KEY_POINTS, Role.QUESTIONS, Role.UPDATE_NOTICE, Role.SOURCES, Role.CALL_TO_ACTION)
TAIL = re.compile(r"(?: – |: )")
FEW = 10
"""Up to this many sources are kept together with their heading."""
WORDS_A_MINUTE = 200


def is_article(card: Card) -> bool:
    """Imprint and privacy have no PDF."""
    return card.kind != "page"


@output("site/{language}/{slug}/{slug}.{language}.pdf", "print.html", wanted=is_article)
def article(sheet: Sheet, theme: Theme) -> Made:
    """The article on paper, for screen readers and for archives."""
    html = theme.render("print.html", sheet.article.language, **values(sheet))
    assets = {f"{BASE}{asset.path}": asset.data for asset in sheet.assets}
    mark = f"style/mark-{sheet.article.language}.svg"
    assets[f"{BASE}{mark}"] = theme.file(mark)
    manuscript = sheet.article.manuscript
    source = Source(
        name=manuscript.path.rpartition("/")[2],
        data=manuscript.text.encode(),
        description=f"{sheet.article.front.title} (Markdown)",
        moment=_moment(sheet, sheet.article.modified),
    )
    sheets = (*SHEETS, *(("style/letter.css",) if sheet.settings.pdf.paper == "Letter" else ()))
    data, warnings = print_pdf(html, sheets, theme.file, assets, (source,))
    faults = tuple(
        Fault("outputs/pdf-warning", remark(sheet.article.at, "making the PDF gave a warning: {warning}", warning=line))
        for line in warnings
    )
    return Made(data, faults)


@dataclass(frozen=True, slots=True)
class Paper:
    """How paper writes what differs between outputs: notes at the foot of the page, pictures from memory."""

    notes: Mapping[str, tuple[Node | str, ...]]
    citations: Mapping[str, Citation]

    def note(self, label: str) -> str:
        """The note itself: it floats to the foot of its page."""
        children = self.notes.get(label)
        return f'<span class="note">{markup.html(_flat(children), self)}</span>' if children else ""

    def citation(self, key: str) -> str:
        """The number of the source, in brackets."""
        found = self.citations.get(key)
        return f'<a class="cite" href="#source-{found.number}">[{found.number}]</a>' if found else ""

    def link(self, node: Node, inner: str) -> str:
        """A link; one without words is left out."""
        return markup.element("a", inner, href=node.get("href"), lang=node.get("lang")) if inner else ""

    def picture(self, node: Node) -> str:
        """A picture from memory."""
        return markup.element(
            "img", "", src=f"{BASE}{node.get('src').removeprefix('../')}", alt=node.get("alt") or node.get("src")
        )


def values(sheet: Sheet) -> dict[str, object]:
    """What print.html shows."""
    article, publication = sheet.article, sheet.settings.publication
    paper = Paper({note.label: note.children for note in article.notes}, {c.key: c for c in article.sources if c.key})
    parts = [_part(section, article, paper) for section in article.sections]
    return {
        "article": article,
        "front": article.front,
        "publication": publication,
        "created": _moment(sheet, article.published).isoformat(),
        "modified": _moment(sheet, article.modified).isoformat(),
        "minutes": max(1, round(article.words / WORDS_A_MINUTE)),
        "parts": parts,
        "contents": [part for part in parts if part["listed"]],
        "sources": sorted(article.sources, key=lambda citation: citation.number),
        "few": len(article.sources) <= FEW,
        "page": sheet.address("page"),
        "counterpart": sheet.address("counterpart"),
        "updates": sorted(article.front.updates, key=lambda update: update.date, reverse=True),
    }


def _part(section: Section, article: Article, paper: Paper) -> dict[str, object]:
    head, tail = _halves(markup.html(section.heading, paper))
    blocks = () if section.role is Role.SOURCES and article.sources else section.blocks
    asked = section.role is Role.QUESTIONS and article.questions
    return {
        "id": section.id,
        "role": section.role.value if section.level <= 2 else "",  # noqa: PLR2004 - parts are level 2
        "level": min(max(section.level, 2), 4),
        "head": head,
        "tail": tail,
        "small": section.level == 2 and section.role in SMALL,  # noqa: PLR2004 - as above
        "html": markup.belted(_blocks((b for b in blocks if not (asked and b.kind is BlockKind.LIST)), paper)),
        "asked": _asked(article, paper) if asked else [],
        "listed": section.level == 2
        and section.role not in (Role.KEY_POINTS, Role.MAIN_QUESTION, Role.QUESTIONS, Role.CALL_TO_ACTION),  # noqa: PLR2004
        "title": section.title,
    }


def _halves(heading: str) -> tuple[str, str]:
    """A heading and its quieter second half; the dash or colon stays visible at the end of the first."""
    cut = TAIL.search(heading)
    if cut is None or "<" in heading:
        return heading, ""
    return heading[: cut.end()].rstrip(), heading[cut.end() :]


def _asked(article: Article, paper: Paper) -> list[dict[str, object]]:
    """The questions, each with the id of its answer."""
    answers = {_bare(s.title): s.id for s in article.sections if s.role is Role.ANSWERS and s.level > 2}  # noqa: PLR2004
    return [
        {
            "number": number,
            "html": markup.html(_flat(question.children), paper),
            "answer": answers.get(_bare(question.text), ""),
        }
        for number, question in enumerate(article.questions, 1)
    ]


def _bare(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def _blocks(blocks: Iterable[Block], paper: Paper) -> str:
    return "\n".join(
        _figure(block, paper) if block.kind is BlockKind.IMAGE else markup.html((block.node,), paper)
        for block in blocks
    )


def _figure(block: Block, paper: Paper) -> str:
    picture = next(node for node in block.node.walk() if node.tag == "img")
    caption = picture.get("title")
    said = markup.element("figcaption", markup.escape(caption)) if caption else ""
    return markup.element("figure", paper.picture(picture) + said)


def _flat(children: Iterable[Node | str] | None) -> tuple[Node | str, ...]:
    """The content of paragraphs without them: a note or a question stands in a line."""
    flat: list[Node | str] = []
    for child in children or ():
        if isinstance(child, Node) and child.tag == "p":
            flat += [*([" "] if flat else []), *child.children]
        else:
            flat.append(child)
    return tuple(flat)


def _moment(sheet: Sheet, day: dt.date) -> dt.datetime:
    """Midnight of a day in the publication's zone: a date of the article, never now."""
    return dt.datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(sheet.settings.publication.timezone))
