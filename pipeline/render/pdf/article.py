"""The PDF of an article.

In: its sheet, the theme. Out: the bytes, and a fault for each warning of WeasyPrint.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ...errors import MakingError
from ...model import BlockKind, Role
from .. import markup
from ..minutes import minutes
from ..output import Made, output
from .door import print_pdf
from .paper import MARKS, PAPER, Paper, assets, body, halves, in_line, manuscript, moment, print_sheets
from .trouble import culprit, made
from .words import fitted

if TYPE_CHECKING:
    from ...model import Article, Card, Section
    from ..output import Sheet
    from ..theme import Theme
    from .door import Warned

SMALL = (Role.KEY_POINTS, Role.QUESTIONS, Role.UPDATE_NOTICE, Role.SOURCES, Role.CALL_TO_ACTION)
PART = 2
"""The level of headings that begin a part."""
DEEPEST = 4
"""The deepest level that looks like one."""
FEW = 10
"""Up to this many sources are kept together with their heading."""
UNLINKED = re.compile(r"</?a\b[^>]*>")
"""A question of the list is a link to its answer: links inside of it stand in the answer's heading."""


def is_article(card: Card) -> bool:
    """Imprint and privacy have no PDF."""
    return card.kind != "page"


@output("site/{language}/{slug}/{slug}.{language}.pdf", "print.html", *PAPER, wanted=is_article)
def article(sheet: Sheet, theme: Theme) -> Made:
    """The article on paper, for screen readers and for archives."""
    try:
        data, warned = _printed(sheet, theme)
    except MakingError as error:
        if type(error) is not MakingError:
            raise
        guilty = culprit(lambda part: _printed(replace(sheet, article=part), theme), sheet.article)
        raise MakingError(error.message, guilty) from error
    return made(data, warned, sheet.article)


def _printed(sheet: Sheet, theme: Theme) -> tuple[bytes, tuple[Warned, ...]]:
    name = sheet.article.manuscript.path.rpartition("/")[2]
    shown, html, styles = assets(theme, MARKS, sheet), page(sheet, theme), print_sheets(sheet)
    sources = (manuscript(sheet, name),)
    return theme.printed(styles, lambda: print_pdf(html, styles, theme.file, shown, sources))


def page(sheet: Sheet, theme: Theme) -> str:
    """The HTML that becomes the PDF."""
    return fitted(theme.render("print.html", sheet.article.language, **values(sheet)))


def values(sheet: Sheet) -> dict[str, object]:
    """What print.html shows."""
    article, publication = sheet.article, sheet.settings.publication
    paper = Paper.of(sheet)
    level = levels(article.sections)
    parts = [_part(section, article, paper, level[section.id]) for section in article.sections]
    return {
        "article": article,
        "front": article.front,
        "publication": publication,
        "created": moment(sheet, article.published).isoformat(),
        "modified": moment(sheet, article.modified).isoformat(),
        "minutes": minutes(article.words),
        "prefix": "",
        "parts": parts,
        "contents": [part for part in parts if part["listed"]],
        "sources": sorted(article.sources, key=lambda citation: citation.number),
        "few": len(article.sources) <= FEW,
        "page": sheet.address("page"),
        "counterpart": sheet.address("counterpart"),
        "logged": any(part["role"] == Role.UPDATE_NOTICE.value for part in parts),
        "updates": sorted(article.front.updates, key=lambda update: update.date, reverse=True),
    }


def levels(sections: tuple[Section, ...]) -> dict[str, int]:
    """The levels of headings on paper, by ids: none is skipped on the way down, whatever the manuscript does."""
    found, last = {}, 1
    for section in sections:
        found[section.id] = last = max(PART, min(section.level, last + 1, DEEPEST))
    return found


def _part(section: Section, article: Article, paper: Paper, level: int) -> dict[str, object]:
    head, tail = halves(markup.html(section.heading, paper))
    asked = section.role is Role.QUESTIONS and article.questions
    is_list_set_apart = asked or (section.role is Role.SOURCES and article.sources)
    blocks = (block for block in section.blocks if not (is_list_set_apart and block.kind is BlockKind.LIST))
    return {
        "id": section.id,
        "role": section.role.value if section.level <= PART else "",
        "level": level,
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
            "html": UNLINKED.sub("", in_line(question.children, Paper(paper.sheet, {}, paper.citations))),
            "answer": question.answer,
        }
        for number, question in enumerate(article.questions, 1)
    ]
