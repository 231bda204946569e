"""The lengths that networks count."""

from __future__ import annotations

import pytest

from pipeline.render.social import counting


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Offen", 5),
        ("„offen“ – ja", 12),
        ("…", 2),
        ("5 €", 4),
        ("https://zweiblatt.example.org/de/ein-sehr-langer-name-einer-seite/", 23),
        ("siehe (https://en.wikipedia.org/wiki/Mercury_(planet))", 31),
        ("ASP.NET", 23),
        ("Node.js", 7),
        ("„spiegel.de“", 25),
        ("👍", 2),
        ("👩‍💻", 2),
        ("👨‍👩‍👧‍👦", 2),
        ("🇩🇪", 2),
        ("1️⃣", 2),
        ("❤️", 2),
        ("日本", 4),
        ("e\u0301", 1),
        ("#KI @offen", 10),
        ("", 0),
    ],
)
def test_weighted(text: str, length: int) -> None:
    """X weighs marks outside Latin with 2, an emoji with 2, an address with 23."""
    assert counting.weighted(text) == length


def test_graphemes() -> None:
    """Bluesky counts what a reader sees as one character."""
    assert counting.graphemes("Ä👩‍💻🇩🇪e\u0301") == 4


def test_mastodon() -> None:
    """Mastodon counts any address as 23."""
    assert counting.mastodon("Lies https://zweiblatt.example.org/de/ein-sehr-langer-name/") == 5 + 23


def test_threads() -> None:
    """Threads counts an emoji by its bytes."""
    assert counting.threads("ja 👍") == 3 + 4


def test_characters() -> None:
    """The cautious count is UTF-16 units."""
    assert counting.characters("ja 👍") == 5
