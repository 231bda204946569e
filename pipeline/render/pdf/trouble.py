"""WeasyPrint's warnings -> faults that name a place; where it failed, the place.

In: the articles of a PDF and the warnings. Out: the file made, with a fault for each warning: a character that no font
has stands where the manuscript has it, a picture where it is shown, a fault of style in its sheet.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ...errors import MakingError
from ...findings import Fault, remark
from ...model import Span
from ..output import Made
from .door import BASE

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...model import Article
    from .door import Warned

NO_GLYPH = re.compile(r"\.notdef glyph rendered .*\(U\+([0-9A-F]+)\)", re.DOTALL)
PICTURE = re.compile(re.escape(BASE) + r"(?:media/)?([^\s\"')]+)")
LINE = re.compile(r" at (\d+):(\d+)")


def made(data: bytes, warned: tuple[Warned, ...], *articles: Article) -> Made:
    """The file, with a fault for each warning of WeasyPrint."""
    return Made(data, tuple(_fault(each, articles) for each in warned))


def culprit(make: Callable[[Article], object], article: Article) -> Span:
    """Where what cannot be made stands: the first section, and block of it, that cannot be made alone; the article.

    Each is made once, which costs as much as the whole; a document that needs more than one of them tells no place.
    """
    for section in article.sections:
        if _fails(make, replace(article, sections=(section,))):
            alone = ((block, replace(section, blocks=(block,))) for block in section.blocks)
            found = (block.at for block, part in alone if _fails(make, replace(article, sections=(part,))))
            return next(found, section.at)
    return article.at


def _fails(make: Callable[[Article], object], article: Article) -> bool:
    try:
        make(article)
    except MakingError:
        return True
    return False


def _fault(warned: Warned, articles: tuple[Article, ...]) -> Fault:
    if missing := NO_GLYPH.match(warned.text):
        character = chr(int(missing[1], 16))
        template = (
            "no font of the PDF has “{character}” (U+{code}): leave it out, or add a font to style/print-more.css"
        )
        return Fault(
            "outputs/missing-glyph",
            remark(_place(character, articles), template, character=character, code=missing[1]),
        )
    template = "making the PDF gave a warning: {warning}"
    return Fault("outputs/pdf-warning", remark(_where(warned, articles), template, warning=warned.text))


def _where(warned: Warned, articles: tuple[Article, ...]) -> Span:
    if warned.sheet:
        line = LINE.search(warned.text)
        path = f"templates/{warned.sheet}"
        return Span(path, int(line[1]), int(line[2])) if line else Span(path, 1)
    shown = PICTURE.search(warned.text)
    return _place(shown[1], articles) if shown else articles[0].at


def _place(words: str, articles: tuple[Article, ...]) -> Span:
    """Where a manuscript has some words first; where none has them as such, the first article."""
    for article in articles:
        before, found, _ = article.manuscript.text.partition(words)
        if found:
            column = len(before) - (before.rfind("\n") + 1) + 1
            return Span(article.manuscript.path, before.count("\n") + 1, column)
    return articles[0].at
