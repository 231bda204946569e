"""check/address.py: addresses without the language that they are in."""

from __future__ import annotations

import pytest

from pipeline.check.compared.address import host, language, localised


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("https://de.wikipedia.org/wiki/GPT", "https://en.wikipedia.org/wiki/GPT"),
        ("https://example.org/de/server/", "https://www.example.org/en/server"),
        ("https://example.org/de-de/a", "https://example.org/en-gb/a"),
        ("https://example.org/a?id=7&hl=de", "https://example.org/a?hl=en&id=7"),
        ("http://example.org/a#teil", "https://example.org/a"),
        ("media/scheme.de.svg", "media/scheme.en.svg"),
    ],
)
def test_editions_of_one_page(german: str, english: str) -> None:
    """Language, scheme, www, closing stroke and fragment make no difference."""
    assert localised(german) == localised(english)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/a", "https://example.org/b"),
        ("https://example.org/a?id=7", "https://example.org/a?id=8"),
        ("https://example.org/a", "https://example.com/a"),
        ("https://de.example/a", "https://en.example/a"),
    ],
)
def test_other_pages(one: str, other: str) -> None:
    """Another path, parameter or host is another page; ``de.example`` is a host of its own."""
    assert localised(one) != localised(other)


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("https://de.wikipedia.org/wiki/GPT", "de"),
        ("https://example.org/de/a", "de"),
        ("https://example.org/a?hl=de", "de"),
        ("https://example.org/de-AT/a", "de"),
        ("https://www.gesetze-im-internet.de/urhg/", ""),
        ("https://example.org/delta", ""),
        ("http://[", ""),
    ],
)
def test_language_of_an_address(address: str, named: str) -> None:
    """A language is named by host, path or parameter; a country's domain names none."""
    assert language(address) == named


def test_host() -> None:
    """A host has no www and no language; a path inside the publication has its own word."""
    assert host("https://www.example.org/a") == host("https://de.example.org/b") == "example.org"
    assert host("#teil") == host("de/other.md") == "(here)"
