"""What a text names that has a name in both languages."""

from __future__ import annotations

import pytest

from pipeline.facts.names.entities import entities, may_name, mentions, named
from pipeline.model import Language


def _names(text: str, language: Language) -> list[tuple[str, str]]:
    among = named(text, language)
    return [(each.entity.german[0], text[each.start : each.end]) for each in mentions(text, among, language)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Die Kenianerinnen und der Russe liefen.", ["Kenianerinnen", "Russe"]),
        ("Das russische und das US-amerikanische Labor", ["russische", "amerikanische"]),
        ("Die Münchner, die Kölner und die Bremer", ["Münchner", "Kölner", "Bremer"]),
        ("Im Bundesrat und im Bundestag", ["Bundesrat", "Bundestag"]),
        ("Sachsen-Anhalt und Niedersachsen", ["Sachsen-Anhalt", "Niedersachsen"]),
    ],
)
def test_german_forms(text: str, found: list[str]) -> None:
    """German names are found in every case and number, with those of the people."""
    assert [said for _, said in _names(text, Language.DE) if said in found] == found


def test_longest() -> None:
    """Of names that overlap the longer one counts."""
    text = "The Higher Regional Court in Lower Saxony"
    assert [said for _, said in _names(text, Language.EN)] == ["Higher Regional Court", "Lower Saxony"]


def test_newspaper() -> None:
    """A newspaper that is called after a town names no town."""
    assert _names("Die Frankfurter Rundschau", Language.DE) == []


def test_may_name() -> None:
    """A general word may be meant for a body."""
    court = next(each for each in entities() if each.german[0] == "Bundesgerichtshof")
    assert may_name(court, "The court ruled.", Language.EN)
    assert not may_name(court, "The ministry ruled.", Language.EN)
