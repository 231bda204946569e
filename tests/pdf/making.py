"""Articles -> PDFs, without a build.

In: an article. Out: its sheet, and the bytes of its PDF.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

from pipeline.render.output import Asset, Sheet
from pipeline.render.pdf.article import article as article_pdf
from pipeline.render.theme import Theme
from tests.pdf.manuscripts import ROOT, article, settings
from tests.pdf.pictures import pictures

if TYPE_CHECKING:
    from pipeline.model import Article, Language
    from pipeline.render.output import Made


def sheet(of: Article) -> Sheet:
    """A sheet without neighbours."""
    base = f"https://zweiblatt.example.org/{of.language}/{of.slug}/"
    shipped = [f"media/pipeline.{language}.svg" for language in ("de", "en")]
    files = {name: (ROOT / "content" / name).read_bytes() for name in shipped} | dict(pictures())
    assets = tuple(Asset(name, data, sha256(data).hexdigest()) for name, data in files.items())
    return Sheet(of, None, None, (), (), (("page", base),), (), assets, settings())


@cache
def theme() -> Theme:
    """One theme for all."""
    return Theme(settings())


@cache
def made(name: str, language: Language) -> Made:
    """The PDF of a manuscript."""
    return article_pdf(sheet(article(name, language)), theme())
