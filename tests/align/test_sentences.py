"""Sentences beside each other: what was left out is named, what was drawn together or cut is not."""

from __future__ import annotations

from pipeline.align.sentences import Sentence, left_out
from pipeline.align.words import tokens, words
from pipeline.model import Language

GERMAN = (
    "Die Firma veröffentlicht fünf Modelle.",
    "Der Code steht seit Februar 2025 unter einer offenen Lizenz.",
    "Die Daten bleiben geheim.",
)
ENGLISH = (
    "The company publishes five models.",
    "Since February 2025 the code has been under an open licence.",
    "The data remain secret.",
)


def row(texts: tuple[str, ...], language: Language) -> list[Sentence]:
    """Sentences as they are compared."""
    return [
        Sentence(len(text), tuple(found for word in words(text) if (found := tokens(word, language)))) for text in texts
    ]


def lost(german: tuple[str, ...], english: tuple[str, ...]) -> tuple[int, ...]:
    """The places of German sentences that are left out, where that is likelier than that all are answered."""
    found = left_out(row(german, Language.DE), row(english, Language.EN), 1.15, 0.55)
    return found.places if found.gain > 1 else ()


def test_each_sentence_is_missed_when_it_is_left_out() -> None:
    """Whichever is left out is named."""
    for place in range(len(GERMAN)):
        assert lost(GERMAN, tuple(text for at, text in enumerate(ENGLISH) if at != place)) == (place,)


def test_nothing_is_missed_where_all_is_said() -> None:
    """One with one, two drawn into one, one cut in two."""
    assert lost(GERMAN, ENGLISH) == ()
    assert (
        lost(GERMAN, (f"{ENGLISH[0][:-1]}, and since February 2025 the code has had an open licence.", ENGLISH[2]))
        == ()
    )
    assert lost((f"{GERMAN[0][:-1]}, und die Daten bleiben geheim.",), (ENGLISH[0], ENGLISH[2])) == ()


def test_a_long_passage_is_no_paragraph() -> None:
    """Time grows with the product of both rows: from a certain length nothing is said."""
    assert lost(GERMAN * 20, ENGLISH * 19) == ()
