"""Text parts: the article's nodes as plain text, in short lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.render.newsletter.letter import mail
from pipeline.render.newsletter.profiles import PROFILES
from pipeline.render.newsletter.wrap import underlined, wrapped

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.render.output import Sheet
    from pipeline.render.theme import Theme

HEAD = "title: T\ndate: 2025-02-22\nkind: note"
LONG = "Ein Satz mit so vielen Wörtern, dass er in einer Zeile von sechsundsiebzig Zeichen keinen Platz mehr hat."


@pytest.fixture
def text(written: Callable[..., Sheet], theme: Theme) -> Callable[[str], str]:
    """The body of the text part of a manuscript."""

    def make(body: str) -> str:
        whole = mail(written(body, HEAD), theme, "full", PROFILES[0]).letter.text
        return whole.partition("\n\n")[2].partition("\n\n")[2].partition("\n———\n")[0].rstrip("\n")

    return make


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Ein *Wort* und **noch** `eins`.", "Ein Wort und noch eins."),
        ("Ein [Link](https://example.org/a).", "Ein Link <https://example.org/a>."),
        ("<https://example.org/a>", "https://example.org/a"),
        ("[Post](mailto:a@example.org)", "Post <a@example.org>"),
        ("m<sup>2</sup> und H<sub>2</sub>O", "m² und H2O"),
        ("Zeile  \nnoch eine", "Zeile\nnoch eine"),
        ("- eins\n- zwei\n    - drei", "- eins\n- zwei\n  - drei"),
        ("3. eins\n4. zwei", "3. eins\n4. zwei"),
        ("> Zitat\n>\n> weiter", "> Zitat\n>\n> weiter"),
        ("```\na  b\n  c\n```\n\nEnde.", "    a  b\n      c\n\nEnde."),
        ("| A | B |\n|---|---|\n| eins | 2 |", "A     B\n----  -\neins  2"),
        ("Wort[^a].\n\n[^a]: Anmerkung.", "Wort¹.\n\n\nAnmerkungen\n-----------\n\n¹ Anmerkung."),
    ],
)
def test_blocks(text: Callable[[str], str], body: str, expected: str) -> None:
    """Marks are dropped, structure stays: what the page shows can be read."""
    assert text(body).replace("\n\n\n", "\n\n").replace("\n\n\n", "\n\n") == expected.replace("\n\n\n", "\n\n")


def test_wide_table(text: Callable[[str], str]) -> None:
    """A table that is wider than a line becomes a short list for each row."""
    wide = "x" * 40
    assert (
        text(f"| Was | Wie | Wo |\n|---|---|---|\n| {wide} | {wide} | hier |") == f"{wide}\n- Wie: {wide}\n- Wo: hier"
    )


def test_wrapped_lines_hang() -> None:
    """What follows a line's beginning stands under it."""
    assert wrapped(f"- {LONG}").splitlines()[1].startswith("  Zeichen")
    assert wrapped(f"12. {LONG}").splitlines()[1].startswith("    ")
    assert wrapped(f"> {LONG}").splitlines()[1].startswith("> ")
    assert all(len(line) <= 76 for line in wrapped(LONG).splitlines())


def test_addresses_stay_whole() -> None:
    """An address is never broken, however long; a word of nothing but letters is."""
    address = f"https://example.org/{'a' * 100}"
    assert address in wrapped(f"Siehe {address} und mehr.").splitlines()
    assert max(map(len, wrapped("a" * 200).splitlines())) == 76


def test_no_three_empty_lines() -> None:
    """Between two lines stands one empty line at most."""
    assert wrapped("a\n\n\n\nb\n\n\n") == "a\n\nb\n"


def test_underlined() -> None:
    """A heading is underlined as wide as its widest line."""
    assert underlined("Kurz", "=") == "Kurz\n===="
    assert {len(line) for line in underlined(LONG, "-").splitlines()[-1:]} == {
        max(len(line) for line in underlined(LONG, "-").splitlines())
    }
