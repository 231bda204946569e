"""The words that a pattern needs."""

from __future__ import annotations

import re

import pytest

from pipeline.facts.stance.poles import both_poles, met, poles
from pipeline.facts.words.patterns import rows
from pipeline.facts.words.runs import small_runs


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("sank(?:en)?|gesunken\\w*", {("sank",), ("sanken",), ("gesunken*",)}),
        ("(?<!im )(?:die|der) Meisten?(?! Fälle)", {(a, b) for a in ("die", "der") for b in ("meiste", "meisten")}),
        ("nimmt (?:[^.,;]{1,60} )?zu", {("nimmt", "zu")}),
        ("d[aü]rf\\b[^.]{0,90}\\bnicht", {("darf", "nicht"), ("dürf", "nicht")}),
        ("night-?time", {("night", "time"), ("nighttime",)}),
        ("can\\Wt|(?-i:may) not", {("can", "t"), ("may", "not")}),
        ("\\w+los", {()}),
        ("[a-f]x", {()}),
        ("slow(?:ed)? (?:\\w+ ){0,2}down", {("slow",), ("slowed",)}),
    ],
)
def test_a_row_has_the_words_of_a_find(pattern: str, words: set[tuple[str, ...]]) -> None:
    """Each row is one way to say what the pattern finds; open endings are marked, what is open at first is left out."""
    assert rows(pattern) == words


@pytest.mark.parametrize(
    "text",
    [
        "Der Verbrauch sank, die Mieten nahmen im Mai deutlich zu.",
        "Sie dürfen das Amt nicht betreten, müssen es aber auch nicht.",
        "Die meisten Städte raten vor Ende des Jahres vom Kauf ab.",
        "Prices rose by less than ten per cent, and most tenants don't have to pay more.",
        "They can't be allowed in the future, and two-thirds turned it down before May.",
    ],
)
def test_what_a_pole_finds_has_one_of_its_rows(text: str) -> None:
    """No pole of the table is missed where its pattern finds something."""
    words = small_runs(text)
    found = [pole.german for row in poles() for pole in row if pole.here.search(text)]
    found += [pole.false for row in poles() for pole in row if pole.wrong.search(text)]
    assert found
    for pattern in found:
        assert any(all(_has(words, word) for word in row) for row in rows(pattern)), pattern


def _has(words: frozenset[str], word: str) -> bool:
    return any(re.fullmatch(word.replace("*", r"\w*"), each) for each in words)


def test_poles_that_meet_are_known_by_their_words() -> None:
    """Of a text and its answer only those poles are looked at whose words both have."""
    assert [pole.mean for pole in met("Der Verbrauch sank.", "Consumption rose.")] == ["fall"]
    assert met("Der Verbrauch sank.", "Consumption fell.") == []
    assert len(both_poles("Die Mieten stiegen, die Preise fielen.", "Rents fell, prices rose.")) == 1
    assert both_poles("Die Mieten stiegen.", "Rents fell, prices rose.") == ()
