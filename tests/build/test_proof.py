"""pipeline/build/prove/proof.py and pdftext.py."""

from __future__ import annotations

import io
import re
from functools import cache

import pytest

from pipeline.build.prove import pdftext
from pipeline.build.prove.proof import proof
from pipeline.config import Settings
from pipeline.model import Language
from pipeline.read import read
from pipeline.render.output import Sheet

TEXT = """---
title: Ein Titel
date: 2025-02-22
kind: note
---
Teaser.

## Das musst du wissen

- Erster Punkt[^1] mit Note
- Zweiter *betonter* Punkt
  - Unterpunkt

## Über Öffentlichkeitsarbeit: „Größe“

![Ein Bild von etwas](../media/a.png)

[^1]: Note.

## Quellen

- Verlag: Titel der Quelle (https://example.org/a)

#KI #OpenSource
"""
PAGE = """<html lang="de"><head><title>Zweiter betonter Punkt</title></head><body><p>Teaser.</p>
<h2>Das musst du wissen</h2>
<ul><li>Erster Punkt<sup><a href="#n1">1</a></sup> mit&nbsp;Note</li>
<li>Zweiter <em>betonter</em> Punkt<ul><li>Unterpunkt</li></ul></li></ul>
<h2>Über Öffentlich&shy;keitsarbeit: <span>„Größe“</span></h2><p><img src="a.png" alt="Ein Bild von etwas"></p>
<h2>Quellen</h2><ol><li>Verlag: Titel der Quelle, <a href="https://example.org/a">example.org</a></li></ol>
<p>#KI #OpenSource</p></body></html>"""


@cache
def _sheet() -> Sheet:
    article = read("content/de/x.md", TEXT.encode(), "x", Language.DE, Settings()).article
    assert article is not None
    return Sheet(article, None, None, (), (), (), (), (), Settings())


def _rules(page: str, target: str = "site/de/x/index.html") -> list[str]:
    return [fault.rule for fault in proof(_sheet(), {target: page.encode()})]


def test_whole() -> None:
    """A page that shows everything has no fault, whatever stands between the letters."""
    assert _rules(PAGE) == []


@pytest.mark.parametrize(
    ("lost", "rule"),
    [
        ("Das musst du wissen", "outputs/missing-heading"),
        ("„Größe“", "outputs/missing-heading"),
        ("Unterpunkt", "outputs/missing-list-item"),
        ("Zweiter <em>betonter</em> Punkt", "outputs/missing-list-item"),
        (' alt="Ein Bild von etwas"', "outputs/missing-picture"),
        ("Titel der Quelle", "outputs/missing-source"),
        ("https://example.org/a", "outputs/missing-source"),
        ("#OpenSource", "outputs/missing-hashtag"),
    ],
)
def test_whatever_is_lost_is_missed(lost: str, rule: str) -> None:
    """Each part that is taken out of a page is missed; the page's title or a script do not stand for it."""
    page = PAGE.replace(lost, "").replace("</body>", f"<script>{re.sub('<.*?>', '', lost)}</script></body>")
    assert _rules(page) == [rule]


def test_preview_is_no_edition() -> None:
    """The page in which editors look at a mail is not held against the article."""
    assert _rules("", "newsletter/preview/x.de.html") == []


def test_text_part() -> None:
    """A text part is read as it is, wrapped lines too."""
    text = re.sub(r"<img[^>]*alt=\"([^\"]*)\">", r"[\1]", PAGE).replace(
        '<a href="https://example.org/a">', "https://example.org/a "
    )
    text = re.sub(r"<title>.*?</title>|<[^>]*>", "", text).replace("&nbsp;", "\n").replace("&shy;", "")
    assert _rules(text, "newsletter/x.de.txt") == []
    assert _rules(text.replace("Unterpunkt", ""), "newsletter/x.de.txt") == ["outputs/missing-list-item"]


def test_teaser_mail() -> None:
    """A teaser mail must show what it promises: key points and sources, not the rest."""
    short = re.sub(r"<h2>Über.*?</p>\n", "", PAGE, flags=re.DOTALL).replace("#KI #OpenSource", "")
    assert _rules(short, "newsletter/x.teaser.de.html") == []
    assert "outputs/missing-heading" in _rules(short, "newsletter/x.de.html")
    assert _rules(short.replace("Unterpunkt", ""), "newsletter/x.teaser.de.html") == ["outputs/missing-list-item"]


def _pdf(page: str) -> bytes:
    try:
        import weasyprint  # type: ignore[import-untyped]  # noqa: PLC0415 - where Pango is missing this alone is skipped
    except OSError:
        pytest.skip("Pango is not here")
    page = re.sub(r"<img[^>]*>", "<b>Ein Bild</b>", page)
    style = "<style>html { hyphens: auto } body { width: 6em }</style>"
    made: bytes = weasyprint.HTML(string=page.replace("<body>", f"{style}<body>")).write_pdf(pdf_variant="pdf/a-3a")
    return made


def test_pdf() -> None:
    """A PDF is read as its pages show it, hyphens and all."""
    faults = proof(_sheet(), {"site/de/x/x.de.pdf": _pdf(PAGE)})
    assert [fault.rule for fault in faults] == ["outputs/missing-picture"]
    faults = proof(_sheet(), {"site/de/x/x.de.pdf": _pdf(PAGE.replace("<li>Unterpunkt</li>", ""))})
    assert [fault.rule for fault in faults] == ["outputs/missing-list-item", "outputs/missing-picture"]


def test_pdf_text_is_that_of_another_reader() -> None:
    """The letters that we read of a PDF are those that pypdf reads."""
    pypdf = pytest.importorskip("pypdf", reason="pypdf is not here")
    data = _pdf(PAGE.replace("<body>", "<body><p>Ein fließender Affe &amp; „Čeština“ — ½ €.</p>")).replace(
        b"Unterpunkt", b"Unterpunkt"
    )
    ours = pdftext.text(data)
    theirs = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)
    letters = re.compile(r"[\W_]+")
    assert set(letters.sub(" ", ours).split())
    assert sorted(letters.sub("", ours)) == sorted(letters.sub("", theirs))
    assert "https://example.org/a" in pdftext.addresses(data)


def test_no_pdf() -> None:
    """What is no PDF has no text, and everything is missing."""
    for data in (b"", b"%PDF-1.7\n1 0 obj\n<<>>\nstream\nx\nendstream\nendobj\n", bytes(range(256))):
        assert pdftext.text(data).strip() == ""
        assert len(proof(_sheet(), {"x.pdf": data})) >= 8
