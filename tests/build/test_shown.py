"""pipeline/build/prove/shown.py."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from pipeline.build.prove.shown import Shown, letters, shown

GOLDEN = sorted((Path(__file__).parents[1] / "golden").rglob("*.html"))
UNSEEN = frozenset({"script", "style", "template", "title", "svg"})


class Reader(HTMLParser):
    """The parser of the standard library: what it keeps is what is shown."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.descriptions: list[str] = []
        self.addresses: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element says without text."""
        self.unseen += tag in UNSEEN
        self.descriptions += [value or "" for name, value in attrs if name in {"alt", "aria-label"}]
        self.addresses += [value or "" for name, value in attrs if name in {"href", "src"}]

    def handle_endtag(self, tag: str) -> None:
        """Note that an element that is not shown ends."""
        self.unseen -= tag in UNSEEN and self.unseen > 0

    def handle_data(self, data: str) -> None:
        """Keep the text that is shown."""
        if not self.unseen:
            self.text.append(data)


def told(there: Shown) -> tuple[str, str, str]:
    """All that is compared of an output."""
    return there.letters, there.descriptions, there.addresses


def parsed(text: str) -> tuple[str, str, str]:
    """What the parser of the standard library makes of a page."""
    reader = Reader()
    reader.feed(text)
    reader.close()
    return letters("".join(reader.text)), letters(" ".join(reader.descriptions)), " ".join(reader.addresses)


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: "/".join(path.parts[-4:]))
def test_pages_and_mails_are_read_as_a_parser_reads_them(path: Path) -> None:
    """Text, descriptions and addresses of every page and mail that the suite keeps are those that a parser finds."""
    data = path.read_bytes()
    assert told(shown("x.html", data)) == parsed(data.decode())


@pytest.mark.parametrize(
    "text",
    [
        "<p title='a > b'>Text &amp; <b>mehr</b>&nbsp;1&shy;2</p>",
        "<!-- <p>nie</p> -->da<!--[if mso]><style>x</style>nie<![endif]--><![if !mso]>auch<![endif]>",
        "<script>if (a < b) '</p>nie'</script>da<style>p > a { x: '<b>' }</style>",
        "<svg><title>nie</title><svg>nie</svg>nie</svg>da<template><template>nie</template>nie</template>da",
        '<img alt="ein &quot;Bild&quot; > Bild" src="a.png?x=1&amp;y=2"><code>alt="kein Bild" href="nie"</code>',
        "1 < 2 und 3 > 2",
        "<title>nie &lt;b&gt; nie</title></svg>da",
        '<svg role="img" aria-label="Zeichen"><path d="M0"/></svg><A HREF="b">B</A>',
        "<svg>bis zum Ende",
    ],
)
def test_what_stands_between_tags(text: str) -> None:
    """Comments, scripts, drawings and quoted marks mislead it as little as a parser."""
    assert told(shown("x.html", text.encode())) == parsed(text)


@pytest.mark.parametrize("piece", ["Öffentlichkeitsarbeit: „Größe“", "Öffentlichkeits arbeit", "GRÖSSE", "& so"])
def test_a_piece_is_found_as_it_is_written_or_by_its_letters(piece: str) -> None:
    """Verbatim, or with other marks, spaces, hyphens and capitals; what stands in a tag or the head is not found."""
    there = shown(
        "x.html", "<title>Nie</title><p alt='Nie'>Öffentlich&shy;keitsarbeit: <b>„Größe“</b> &amp; so".encode()
    )
    assert there.has(piece)
    assert not there.has("Nie")
    assert there.describes("Nie")


def test_there_is_something_to_compare() -> None:
    """The suite keeps pages and mails."""
    assert len(GOLDEN) > 10
