"""Two words that have changed places are shown where they stand, in whichever sentence of their paragraphs."""

from __future__ import annotations

import pytest

from pipeline.check import check
from tests.stories import house, story

OPENING = "Der Markt war voll.", "The market was crowded."
WITHIN = "Der Lehrer lobte den Schüler.", "The pupil praised the teacher.", ("Lehrer", "pupil")
ACROSS = (
    "Der Verein zahlt die Halle. Die Stadt zahlt den Strom.",
    "The city pays for the hall. The club pays for the electricity.",
    ("Verein", "city"),
)


@pytest.mark.parametrize(("german", "english", "words"), [WITHIN, ACROSS])
def test_the_places_are_those_of_the_words(german: str, english: str, words: tuple[str, str]) -> None:
    """Behind another sentence in their paragraphs too."""
    mine, theirs = (f"{before} {said}" for before, said in zip(OPENING, (german, english), strict=True))
    pair = story(mine, theirs)
    (finding,) = [each for each in check(pair, house()) if each.rule == "meaning/actors-exchanged"]
    (related,) = finding.related
    texts = [article.manuscript.text.split("\n") for article in pair.articles]
    spans = related.at, finding.at
    told = [text[at.line - 1][at.column - 1 :] for text, at in zip(texts, spans, strict=True)]
    assert [each.split()[0] for each in told] == [*words]
