"""What is asked first finds all that is searched for afterwards."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.facts.dates.dates import MONTH, _lone, _worded
from pipeline.facts.dates.phases import HINT, SEASON, SEASONS, _pattern
from pipeline.facts.dates.weekdays import DAY, WEEKDAY
from pipeline.facts.language import friends
from pipeline.facts.language.idiom import evidence, most, words
from pipeline.facts.stance import hedges, hedging
from pipeline.facts.stance.hedges import _negation, denials
from pipeline.facts.stance.hedges import _pattern as _denial
from pipeline.facts.words.anywhere import any_of
from pipeline.facts.words.runs import beginning_at, small_runs
from pipeline.model import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

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
        if any(kind.german.search(text) for kind in hedging.groups()):
            assert hedging.hedges(text), text
        wrong = {each for each in friends.friends() if each.false.search(text)}
        assert wrong <= {*friends.met(text)}, text


def test_what_denies_most_often_is_found_by_the_patterns() -> None:
    """The words that are looked for first are among those of each pattern that need not be tried then."""
    for word in hedges.DENYING:
        text = f"It was{word}there."
        assert _denial("strict").search(text)
        assert _negation()[1].search(text)
        assert hedges.denies(text)
        assert not hedges.denies(text, 2)
    for word in hedges.DENYING_GERMAN:
        assert _denial("said").search(f"Das war{word}da.")
    assert hedges.denies("Nobody wasn’t there, and hardly anything was not seen.", 3)


@pytest.mark.parametrize("language", Language)
def test_what_is_tried_at_words_alone(language: Language) -> None:
    """A pattern that is tried where a word begins finds all that it finds in the whole text."""
    patterns: list[tuple[re.Pattern[str], Callable[[str], Iterable[str]]]] = [
        (WEEKDAY[language], lambda text: DAY(small_runs(text))),
        (_lone(language), lambda text: MONTH(small_runs(text))),
        *((each, lambda text: MONTH(small_runs(text))) for each in _worded(language)[1:]),
        (_pattern(language), lambda text: HINT[language](small_runs(text))),
        (SEASONS[language], lambda text: SEASON(small_runs(text))),
        (_negation()[0], denials),
    ]
    for text in TEXTS:
        for pattern, words_of in patterns:
            found = [each.span() for each in beginning_at(pattern, text, words_of(text))]
            assert found == [each.span() for each in pattern.finditer(text)], text


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
