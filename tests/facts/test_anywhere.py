"""What is asked first finds all that is searched for afterwards."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.facts import friends, hedges
from pipeline.facts.anywhere import any_of
from pipeline.facts.idiom import evidence, most, words
from pipeline.model import Language

ROOT = Path(__file__).parents[2]
TEXTS = [line for path in ROOT.glob("tests/spec/**/*.md") for line in path.read_text(encoding="utf-8").split("\n")]


def test_escapes_and_capitals() -> None:
    """Capitals of a pattern are those of the text; escapes and named groups stay."""
    pattern = any_of([r"Chef\w*|(?P<n>EU)\b\W?", r"laut(?= (?-i:[A-ZÄ]))"])
    assert all(pattern.search(text.lower()) for text in ("ein CHEF", "die EU!", "laut Äneas"))
    assert not pattern.search("kuchefs laute")


def test_hedges_and_false_friends() -> None:
    """Where a hedge or a false friend stands, the short question says so."""
    for text in TEXTS:
        if any(mine.search(text) for mine, _ in hedges.groups()):
            assert hedges.hedges(text), text
        if hedges.lost_negation(text, ""):
            assert hedges.denies(text), text
        wrong = {number for number, each in enumerate(friends.friends()) if each.false.search(text)}
        assert wrong <= {*friends.met(text)}, text


@pytest.mark.parametrize("text", ["Das IST nicht SO", "I’m in the EU", "DAS IST LAUT", "Größe", "don’t", "ÜBER uns"])
def test_words(text: str) -> None:
    """Words in capitals among others are none; all others are in small letters."""
    found = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", text)
    kept = [each for each in found if text.isupper() or not (each.isupper() and len(each) > 1)]
    assert list(words(text)) == [each.replace("’", "'").lower() for each in kept]


def test_most() -> None:
    """No part of a text has more words of a language than the text at most has."""
    for text in TEXTS:
        for part in re.split(r"(?<=[.!?])\s", text):
            assert evidence(part, Language.EN)[1] <= most(text, Language.DE)
