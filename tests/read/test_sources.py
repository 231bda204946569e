"""pipeline/read/sources.py."""

from __future__ import annotations

import datetime as dt

import pytest

from pipeline.model import Language
from tests.read.reading import article, rules

URL = "https://example.org/a"


@pytest.mark.parametrize(
    ("entry", "publisher", "title", "url"),
    [
        (f"Verlag: Titel ({URL})", "Verlag", "Titel", URL),
        (f"Verlag: [Titel]({URL})", "Verlag", "Titel", URL),
        (f"[Verlag: Titel]({URL})", "Verlag", "Titel", URL),
        (f"**Verlag**: *Titel* ({URL})", "Verlag", "Titel", URL),
        (f"**Verlag:** Titel ({URL})", "Verlag", "Titel", URL),
        (f"Verlag: Titel (<{URL}>)", "Verlag", "Titel", URL),
        (f"Verlag: Titel, {URL}", "Verlag", "Titel", URL),
        (f"Verlag: Titel. <{URL}>", "Verlag", "Titel.", URL),
        (f"Titel ohne Verlag ({URL})", "", "Titel ohne Verlag", URL),
        (f'A: B: C (D) [E] “F” "G" ({URL})', "A", 'B: C (D) [E] “F” "G"', URL),
        (
            "NASA: Merkur (https://example.org/Mercury_(planet))",
            "NASA",
            "Merkur",
            "https://example.org/Mercury_(planet)",
        ),
        (
            "NASA: [Merkur](https://example.org/Mercury_(planet))",
            "NASA",
            "Merkur",
            "https://example.org/Mercury_(planet)",
        ),
        (f"A: snake_case_title und *Sterne* ({URL})", "A", "snake_case_title und *Sterne*", URL),
        (f"A: C\\# & <T> ({URL}?a=1&b=2)", "A", "C# & <T>", f"{URL}?a=1&b=2"),
    ],
)
def test_forms(entry: str, publisher: str, title: str, url: str) -> None:
    """Each form of an entry gives publisher, title and address, unchanged."""
    (citation,) = article(f"## Quellen\n\n- {entry}\n").sources
    assert (citation.publisher, citation.title, citation.url) == (publisher, title, url)


@pytest.mark.parametrize(
    ("behind", "published", "accessed"),
    [
        (", 21. Februar 2025", dt.date(2025, 2, 21), None),
        (", abgerufen am 24. Februar 2025", None, dt.date(2025, 2, 24)),
        (", 21.02.2025, abgerufen am 24.02.2025", dt.date(2025, 2, 21), dt.date(2025, 2, 24)),
        (" (accessed 24 February 2025)", None, dt.date(2025, 2, 24)),
        (", February 21, 2025, accessed on 2025-02-24", dt.date(2025, 2, 21), dt.date(2025, 2, 24)),
    ],
)
def test_dates(behind: str, published: dt.date | None, accessed: dt.date | None) -> None:
    """A date behind the address is that of publication, unless it says that it is that of access."""
    (citation,) = article(f"## Quellen\n\n- A: B ({URL}){behind}\n").sources
    assert (citation.title, citation.url, citation.published, citation.accessed) == ("B", URL, published, accessed)


def test_numbers_are_those_of_first_citation() -> None:
    """Cited sources come in the order of their citation, the others as listed."""
    text = f"Erst[@b], dann [@a; @b].\n\n## Quellen\n\n- [@a] A: a ({URL}1)\n- C: c ({URL}3)\n- [@b] B: b ({URL}2)\n"
    found = article(text).sources
    assert [(each.number, each.publisher, each.cited) for each in found] == [
        (1, "B", True),
        (2, "A", True),
        (3, "C", False),
    ]


def test_title_in_another_language() -> None:
    """A title says its language, or its small words do."""
    entries = (f"A: The rise of the machines ({URL}1)", f"B: [Open]{{lang=en}} ({URL}2)", f"C: Der Titel ({URL}3)")
    text = "## Quellen\n\n" + "".join(f"- {entry}\n" for entry in entries)
    assert [each.language for each in article(text).sources] == ["en", "en", ""]
    assert [each.language for each in article(text.replace("Quellen", "Sources"), Language.EN).sources] == [
        "",
        "en",
        "de",
    ]


def test_entry_over_two_lines() -> None:
    """An entry may go on in the next line."""
    (citation,) = article(f"## Quellen\n\n1. Verlag: Ein\n   Titel ({URL})\n").sources
    assert (citation.title, citation.at.line, citation.at.end and citation.at.end[0]) == ("Ein Titel", 8, 9)


def test_faults() -> None:
    """What is wrong with an entry is said under a rule of the family sources."""
    entries = [
        "A: ohne Adresse",
        "B: b (javascript:alert(1))",
        f"C: c ({URL}?utm_source=x&id=1)",
        "D: d (http://example.org/d)",
        f"E: e ({URL})",
        f"F: f ({URL}/)",
    ]
    text = "Ein Satz[@nichts].\n\n## Quellen\n\n" + "".join(f"- {entry}\n" for entry in entries)
    assert rules(text) == [
        "sources/unknown-key",
        "sources/missing-address",
        "sources/invalid-address",
        "sources/tracking-parameter",
        "sources/insecure-address",
        "sources/duplicate",
    ]
