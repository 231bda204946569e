"""The mail of an article: what it holds, in which order, and what it never holds."""

from __future__ import annotations

import email
import re
from dataclasses import replace
from email import policy
from typing import TYPE_CHECKING, Any

import html5lib
import pytest

from pipeline.model import Language
from pipeline.render.minutes import minutes
from pipeline.render.newsletter.letter import Mail, mail, reading
from pipeline.render.newsletter.profiles import PROFILES
from pipeline.render.pdf.article import values

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.render.output import Sheet
    from pipeline.render.theme import Theme

STORIES = ("deepseek-open-source", "how-we-check", "open-weights")


def tree(html: str) -> Any:  # noqa: ANN401 - an element of ElementTree
    """The mail as a browser reads it."""
    return html5lib.parse(html, namespaceHTMLElements=False)


def words(text: str) -> str:
    """Text without white space, marks of lists and quotations."""
    return re.sub(r"[\s\u2060]+", "", text)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("story", STORIES)
def test_both_parts_say_everything(
    story: str, language: Language, made: Callable[..., Mail], shipped: Callable[[str, Language], Sheet]
) -> None:
    """Every heading, block, source, note and hashtag of the article is in the HTML and in the text."""
    article = shipped(story, language).article
    letter = made(story, language).letter
    html = words("".join(tree(letter.html).find("body").itertext()))
    text = words(letter.text)
    said = [section.title for section in article.sections]
    said += [line for s in article.sections for b in s.blocks for line in b.text.split("\n") if s.role != "sources"]
    said += [f"{source.publisher}: {source.title}" for source in article.sources]
    said += [note.text for note in article.notes] + [f"#{tag.name}" for tag in article.hashtags]
    for each in said:
        plain = words(each)
        references = "".join(re.escape(mark) + r"(?:\[\d\]|[¹²³\d])?" for mark in plain)
        assert plain in html or re.search(references, html), each
        assert plain in text or re.search(references, text.replace(">", "")), each
    for source in article.sources:
        assert source.url in letter.text
        assert f'href="{source.url}"' in letter.html


@pytest.mark.parametrize("form", ["full", "teaser"])
@pytest.mark.parametrize("story", STORIES)
def test_what_mail_forbids(story: str, form: str, made: Callable[..., Mail]) -> None:
    """No element, attribute or style that mail programs drop or fear; only absolute addresses; nothing that tracks."""
    html = made(story, Language.DE, form).letter.html
    elements = [each for each in tree(html).iter() if isinstance(each.tag, str)]
    assert not {each.tag for each in elements} & {"link", "script", "form", "iframe", "svg", "video", "object", "input"}
    styles = " ".join(each.attrib.get("style", "") for each in elements)
    for word in ("url(", "var(", "calc(", "rem", "flex", "grid", "position", "!important", "rgb", "currentcolor"):
        assert word not in styles.lower(), word
    addresses = [each.attrib[name] for each in elements for name in ("href", "src") if name in each.attrib]
    assert addresses
    assert all(address.startswith(("https://", "mailto:")) for address in addresses)
    assert not any("utm_" in address for address in addresses)
    assert not [each for each in elements if each.tag == "img" and each.attrib.get("width") in {"0", "1"}]
    for each in elements:
        if each.tag == "table" and "data" not in each.attrib.get("class", ""):
            assert each.attrib.get("role") == "presentation"
        if each.tag == "img":
            assert {"alt", "width", "height", "src"} <= set(each.attrib)


@pytest.mark.parametrize("language", Language)
def test_frame(language: Language, made: Callable[..., Mail]) -> None:
    """Language on document and wrapper, charset first, a label, a style element that only adds, both languages."""
    html = made("deepseek-open-source", language).letter.html
    other = "en" if language == "de" else "de"
    assert html.startswith(f'<!DOCTYPE html><html lang="{language}" dir="ltr"><head>\n<meta charset="utf-8">')
    assert re.search(rf'<div class="m" role="article" aria-label="[^"]+" lang="{language}" dir="ltr">', html)
    assert html.count("<style>") == 3  # one of them for Outlook alone, in a comment
    assert "prefers-color-scheme:dark" in html
    assert "<!--[if mso]>" in html
    assert html.count(f'hreflang="{other}"') == 2
    assert html.index("hreflang=") < html.index("<h1")


def test_order(made: Callable[..., Mail]) -> None:
    """The way to the browser, headline, teaser, key points, questions, conclusion, sources, tags, footer."""
    html = made("deepseek-open-source").letter.html
    marks = [
        "View in browser",
        "<h1",
        "Das chinesische KI-Start-up",
        "Das musst du wissen",
        "Hauptfrage",
        "Folgefragen",
    ]
    marks += ["Antworten auf jede Frage", "Fazit", "Mehr erfahren", "Quellen", "#KI", "Beispielstraße", "unsubscribe"]
    places = [html.replace("Im Browser ansehen", "View in browser").index(mark) for mark in marks]
    assert places == sorted(places)


def test_headers_and_preheader(made: Callable[..., Mail]) -> None:
    """The subject and the preheader are the manuscript's; the date is that of the newest change."""
    found = made("deepseek-open-source")
    assert found.letter.subject == "DeepSeek öffnet seinen Code"
    assert 40 <= len(found.preheader) <= 110
    assert found.letter.date.isoformat() == "2025-02-24T00:00:00+01:00"
    mail_made = email.message_from_bytes(found.data, policy=policy.default)
    assert not any(part.defects for part in mail_made.walk())
    assert all(any(ord(each) > 0xFF for each in part.get_content()) for part in mail_made.iter_parts())


def test_changes(written: Callable[..., Sheet], theme: Theme) -> None:
    """What was corrected is told where no part of the article does, newest first, in both parts; not in a teaser."""
    log = "updates:\n  - {date: 2025-02-23, kind: correction, text: Falsch.}\n"
    log += "  - {date: 2025-02-24, kind: update, text: Neu.}"
    head = f"title: T\ndate: 2025-02-22\nkind: note\n{log}"
    sheet = written("Text.\n\n## Teil\n\nMehr.\n\n## Quellen\n\n- Blatt: T (https://example.org/)", head)
    for part in (letter := mail(sheet, theme, "full", PROFILES[0]).letter).html, letter.text:
        words = ["Mehr.", "Änderungen an diesem Artikel", "Neu.", "Berichtigt.", "Falsch.", "Quellen"]
        assert [part.index(word) for word in words] == sorted(part.index(word) for word in words)
    assert "Falsch." not in mail(sheet, theme, "teaser", PROFILES[0]).letter.html
    told = written("Text.\n\n## Regelmäßige Aktualisierung\n\nMehr.", head)
    assert mail(told, theme, "full", PROFILES[0]).letter.html.count("Falsch.") == 1


def test_numbers_of_sources(written: Callable[..., Sheet], theme: Theme) -> None:
    """Numbers that follow by themselves are not written: Outlook for Windows ends a list at each ``value``."""
    sheet = written(
        "Text.\n\n## Quellen\n\n- A: B (https://example.org/b)\n- C: D (https://example.org/d)\n",
        "title: T\ndate: 2025-02-22\nkind: note",
    )
    assert 'value="' not in mail(sheet, theme, "full", PROFILES[0]).letter.html


@pytest.mark.parametrize("language", [Language.DE, Language.EN])
def test_no_sign_ends_a_line_below_the_headline(language: Language, made: Callable[..., Mail]) -> None:
    """Who, when and how long stand apart by spaces, as on page and paper, and are whole; the text part has points."""
    letter = made("open-weights", language, "full").letter
    (byline, *_) = (each for each in tree(letter.html).iter("p") if "Beispielredaktion" in "".join(each.itertext()))
    pieces = "".join(byline.itertext()).split("\u00a0\u00a0 ")
    assert len(pieces) == 3
    assert "·" not in "".join(pieces)
    assert not any(" " in piece for piece in pieces[1:])
    assert " · ".join(piece.replace("\u00a0", " ") for piece in pieces) in letter.text


def test_label(written: Callable[..., Sheet], theme: Theme) -> None:
    """What was written by AI or translated by a machine says so, with who answers for it, below the headline."""
    head = "title: T\ndate: 2025-02-22\nkind: note\norigin: ai\neditor: Erika Muster"
    letter = mail(written("Text.", head, Language.EN), theme, "full", PROFILES[0]).letter
    for part in (letter.html, letter.text):
        assert "Written by AI. Responsible editor: Erika Muster." in part
    head = "title: T\ndate: 2025-02-22\nkind: note\ntranslation: machine-reviewed\ntranslator: Tom"
    assert "reviewed by Tom" in mail(written("Text.", head, Language.EN), theme, "full", PROFILES[0]).letter.text


@pytest.mark.parametrize("title", ["</title><script>alert(1)</script>", '"><img src=x onerror=1>', "W" * 300, "ä" * 80])
def test_hostile_titles(title: str, written: Callable[..., Sheet], theme: Theme) -> None:
    """A title stays text, in the document's title, the label, the headline."""
    sheet = written("Text.", f"title: '{title}'\ndate: 2025-02-22\nkind: note", Language.EN)
    found = tree(mail(sheet, theme, "full", PROFILES[0]).letter.html)
    assert not list(found.iter("script")) + list(found.iter("img"))
    assert found.find("head/title").text == sheet.article.front.title
    assert "".join(next(found.iter("h1")).itertext()) == sheet.article.front.title


@pytest.mark.parametrize("words", [1, 330, 900, 5000])
def test_reading_time(words: int, written: Callable[..., Sheet]) -> None:
    """A mail and a PDF tell the same reading time as the page."""
    sheet = written("Text.", "title: T\ndate: 2025-02-22\nkind: note")
    sheet = replace(sheet, article=replace(sheet.article, words=words))
    assert reading(sheet.article) == {"minutes": minutes(words)}
    assert values(sheet)["minutes"] == minutes(words)
