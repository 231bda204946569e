"""HTML that mail programs understand."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from pipeline.render.newsletter.letter import mail
from pipeline.render.newsletter.profiles import PROFILES
from pipeline.render.output import Asset

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.render.output import Sheet
    from pipeline.render.theme import Theme

HEAD = "title: T\ndate: 2025-02-22\nkind: note\nslug: probe"


@pytest.fixture
def html(written: Callable[..., Sheet], theme: Theme) -> Callable[..., str]:
    """The HTML of a manuscript's mail, without styles."""

    def make(body: str, *assets: Asset) -> str:
        sheet = replace(written(body, HEAD), assets=assets)
        return re.sub(r' style="[^"]*"', "", mail(sheet, theme, "full", PROFILES[0]).letter.html)

    return make


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Ein *Wort* & **noch** eins.", "<p>Ein <em>Wort</em> &amp; <strong>noch</strong> eins.</p>"),
        ("[Teil](#teil)\n\n## Teil", '<a href="https://zweiblatt.example.org/de/probe/#teil">Teil</a>'),
        ("[anders](../en/fehlt.md)", "<p>anders</p>"),
        ("[Wort]{lang=en}", '<span lang="en">Wort</span>'),
        ("4. vier", '<ol start="4">'),
        ("```\nif a:\n    b  <c>\n```\n\nEnde.", "<code>if a:<br>&nbsp; &nbsp; b&nbsp; &lt;c&gt;</code>"),
        ("> Zitat", '<table class="quote" role="presentation"><tbody><tr><td class="quote"><p>Zitat</p></td>'),
        ("| A | B |\n|---|--:|\n| eins | 2 |", '<th scope="col">A</th>'),
        ("Wort[^a].\n\n[^a]: Anmerkung.", "Wort<sup>1</sup>."),
        ("Satz.[@x]\n\n## Quellen\n\n- [@x] Blatt: Titel (https://example.org/)", "Satz.[1]</p>"),
    ],
)
def test_nodes(html: Callable[..., str], body: str, expected: str) -> None:
    """Each construct is written so that the mail programs of our readers show it."""
    assert expected in html(body)


def test_wide_table(html: Callable[..., str]) -> None:
    """A table of more than four columns is a short list for each row."""
    made = html("| A | B | C | D | E |\n|---|---|---|---|---|\n| eins | 2 | 3 | 4 | 5 |")
    assert "<strong>eins</strong></p><ul><li>B: 2</li><li>C: 3</li>" in made
    assert "<th" not in made


def test_picture(html: Callable[..., str]) -> None:
    """A picture has an absolute address, its size (552 pixels wide at most) and its description."""
    data = io.BytesIO()
    Image.new("RGB", (1104, 400)).save(data, "PNG")
    made = html('![Ein Bild](../media/bild.png "Mit Unterschrift")', Asset("media/bild.png", data.getvalue(), "x"))
    tag = '<img src="https://zweiblatt.example.org/media/bild.png" alt="Ein Bild" width="552" height="200">'
    assert tag in made
    assert "Mit Unterschrift" in made


def test_table_of_long_words(html: Callable[..., str]) -> None:
    """Three columns that no phone can show beside each other are a list for each row."""
    made = html(f"| Was |  | Wo |\n|---|---|---|\n| eins | {'lang' * 12} | hier |\n| zwei | x | |")
    assert f"<strong>eins</strong></p><ul><li>{'lang' * 12}</li><li>Wo: hier</li></ul>" in made
    assert "<strong>zwei</strong></p><ul><li>x</li></ul>" in made


def test_own_picture(written: Callable[..., Sheet], theme: Theme) -> None:
    """The article's own picture stands above its teaser, with its credit, in both parts."""
    data = io.BytesIO()
    Image.new("RGB", (300, 200)).save(data, "PNG")
    head = f'{HEAD}\nimage: {{src: ../media/eigen.png, alt: Ein Bild, credit: "Foto: A. Muster"}}'
    sheet = replace(written("Der Anfang.", head), assets=(Asset("media/eigen.png", data.getvalue(), "x"),))
    letter = mail(sheet, theme, "full", PROFILES[0]).letter
    assert letter.html.index('width="300"') < letter.html.index("Foto: A. Muster") < letter.html.rindex("Der Anfang")
    assert "[Ein Bild] <https://zweiblatt.example.org/media/eigen.png>\nFoto: A. Muster\n\nDer Anfang" in letter.text


def test_drawing(html: Callable[..., str]) -> None:
    """A drawing, which no mail program shows, is described and linked."""
    made = html("![Ein Plan](../media/plan.svg)", Asset("media/plan.svg", b"<svg/>", "x"))
    assert '<a href="https://zweiblatt.example.org/media/plan.svg">Ein Plan</a>' in made
    assert "<img" not in made


def test_webp(html: Callable[..., str]) -> None:
    """So is a picture of a kind that Outlook for Windows does not show."""
    assert "<img" not in html("![Ein Bild](../media/bild.webp)", Asset("media/bild.webp", b"RIFF", "x"))


def test_button(html: Callable[..., str]) -> None:
    """A call to action's link of its own is a button; a link in a sentence is not."""
    made = html("## Mehr erfahren\n\nEin [Link](https://example.org/a) im Satz.\n\n[Bestellen](https://example.org/b)")
    assert '<td class="button"><a href="https://example.org/b">Bestellen</a></td>' in made
    assert '<a href="https://example.org/a">Link</a>' in made


def test_long_heading(html: Callable[..., str]) -> None:
    """All words of a long heading stay in it; what follows the colon is quieter."""
    assert re.search(
        r'<h2>Fazit:<br><span class="soft">ein \*?Anfang</span></h2>', html("## Fazit: ein Anfang\n\nText.")
    )


def test_levels(html: Callable[..., str]) -> None:
    """No level of headings is skipped, whatever the manuscript does."""
    assert re.findall(r"<h(\d)", html("### A\n\nText.\n\n##### B\n\nText.\n\n## C\n\nText.")) == ["1", "2", "3", "2"]


@pytest.mark.parametrize(("word", "is_tight"), [("kurz", False), ("lang" * 12, True)])
def test_tight_table(word: str, is_tight: bool, written: Callable[..., Sheet], theme: Theme) -> None:  # noqa: FBT001 - a parameter of the test
    """A table of long words is laid out by the width of its columns, so that a phone can break the words."""
    made = mail(written(f"| Was | Wert |\n|---|---|\n| kurz | {word} |", HEAD), theme, "full", PROFILES[0]).letter.html
    styles = re.findall(r'<table class="data" style="([^"]*)"', made)
    assert ["table-layout:fixed" in style for style in styles] == [is_tight]
    assert bool(re.search(r"<th[^>]*width:\d+%", made)) == is_tight


def test_drawing_in_a_link(html: Callable[..., str]) -> None:
    """A drawing inside of a link is its description: a link within a link is no HTML."""
    made = html("Zu [![Ein Plan](../media/plan.svg)](https://example.org/)", Asset("media/plan.svg", b"<svg/>", "x"))
    assert '<p>Zu <a href="https://example.org/">Ein Plan</a></p>' in made
