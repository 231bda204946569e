"""The PDF of an article.

In: its sheet, the theme. Out: the bytes, and a fault for each warning of WeasyPrint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model import BlockKind, Role
from .. import markup
from ..output import Made, output
from .door import print_pdf
from .paper import Paper, assets, body, flat, halves, made, manuscript, moment, print_sheets

if TYPE_CHECKING:
    from ...model import Article, Card, Section
    from ..output import Sheet
    from ..theme import Theme

SMALL = (Role.KEY_POINTS, Role.QUESTIONS, Role.UPDATE_NOTICE, Role.SOURCES, Role.CALL_TO_ACTION)
PART = 2
"""The level of headings that begin a part."""
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
    name = sheet.article.manuscript.path.rpartition("/")[2]
    data, warnings = print_pdf(html, print_sheets(sheet), theme.file, assets(theme, sheet), (manuscript(sheet, name),))
    return made(sheet, data, warnings)


def values(sheet: Sheet) -> dict[str, object]:
    """What print.html shows."""
    article, publication = sheet.article, sheet.settings.publication
    paper = Paper.of(sheet)
    parts = [_part(section, article, paper) for section in article.sections]
    return {
        "article": article,
        "front": article.front,
        "publication": publication,
        "created": moment(sheet, article.published).isoformat(),
        "modified": moment(sheet, article.modified).isoformat(),
        "minutes": max(1, round(article.words / WORDS_A_MINUTE)),
        "prefix": "",
        "parts": parts,
        "contents": [part for part in parts if part["listed"]],
        "sources": sorted(article.sources, key=lambda citation: citation.number),
        "few": len(article.sources) <= FEW,
        "page": sheet.address("page"),
        "counterpart": sheet.address("counterpart"),
        "updates": sorted(article.front.updates, key=lambda update: update.date, reverse=True),
    }


def _part(section: Section, article: Article, paper: Paper) -> dict[str, object]:
    head, tail = halves(markup.html(section.heading, paper))
    asked = section.role is Role.QUESTIONS and article.questions
    is_list_set_apart = asked or (section.role is Role.SOURCES and article.sources)
    blocks = (block for block in section.blocks if not (is_list_set_apart and block.kind is BlockKind.LIST))
    return {
        "id": section.id,
        "role": section.role.value if section.level <= PART else "",
        "level": min(max(section.level, PART), 4),
        "head": head,
        "tail": tail,
        "small": section.level == PART and section.role in SMALL,
        "html": markup.belted(body(blocks, paper)),
        "asked": _asked(article, paper) if asked else [],
        "listed": section.level == PART
        and section.role not in (Role.KEY_POINTS, Role.MAIN_QUESTION, Role.QUESTIONS, Role.CALL_TO_ACTION),
        "title": section.title,
    }


def _asked(article: Article, paper: Paper) -> list[dict[str, object]]:
    """The questions, each with the id of its answer."""
    return [
        {
            "number": number,
            "html": markup.html(flat(question.children), paper),
            "answer": question.answer,
        }
        for number, question in enumerate(article.questions, 1)
    ]
