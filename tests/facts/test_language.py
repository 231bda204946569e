"""Names, quotations, sentences, and the language of a text."""

from __future__ import annotations

import pytest

from pipeline.facts.language.idiom import evidence, guess, looks_german
from pipeline.facts.names.mentioned import mentions
from pipeline.facts.names.names import alike, coded
from pipeline.facts.quotations import quotations
from pipeline.facts.sentences import sentences
from pipeline.model import Language

DE, EN = Language.DE, Language.EN


def test_coded_names() -> None:
    """Acronyms, inner capitals and digits make a name; capitals for emphasis and NutzerInnen do not."""
    found = [
        name.text for name in coded("OpenAI und die OSI nennen GPT-2, NutzerInnen BITTE SOFORT LESEN, im Teil IV.")
    ]
    assert found == ["OpenAI", "OSI", "GPT-2"]


@pytest.mark.parametrize(
    ("name", "text"),
    [("KI", "the AI Act"), ("DSGVO", "under the GDPR"), ("OpenAI", "OpenAI's lead"), ("FileFields", "file fields")],
)
def test_mentions(name: str, text: str) -> None:
    """A name is mentioned by itself, in the genitive, under its English alias or written apart."""
    assert mentions(name, text)


@pytest.mark.parametrize(("name", "text"), [("IP", "the ship"), ("Altman", "Sam Altmann"), ("OSI", "composition")])
def test_does_not_mention(name: str, text: str) -> None:
    """A name is no part of another word."""
    assert not mentions(name, text)


def test_alike() -> None:
    """Names that English writes with a capital inside of sentences, and German alike."""
    assert alike("We asked Altman about the Weights. The weights are open.", "Altmans Gewichte") == {"Altman"}


@pytest.mark.parametrize("text", ["„a b“", "“a b”", '"a b"', "»a b«", "«a b»"])
def test_quotations(text: str) -> None:
    """Whatever the marks, the words between them are quoted."""
    assert [quotation.text for quotation in quotations(f"Er sagt {text}.")] == ["a b"]


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("Am 21. Februar kam, z. B. laut Dr. Meier, Neues. Das war gut.", DE, 2),
        ("See e.g. No. 5. It is new!", EN, 2),
        ("Version 1.2 ist da", DE, 1),
        ("eins\nzwei", DE, 2),
    ],
)
def test_sentences(text: str, language: Language, count: int) -> None:
    """Ordinals and abbreviations end no sentence; a line break does."""
    assert len(list(sentences(text, language))) == count


def test_evidence() -> None:
    """Words that only one of the languages has are counted; acronyms such as MIT are none."""
    assert evidence("Das ist nicht neu", DE) == (3, 0)
    assert evidence("The MIT and the IST are new", DE)[0] == 0


@pytest.mark.parametrize(
    ("text", "is_german"), [("Voraussetzungen", True), ("Installation", False), ("Große Pläne", True), ("MIT", False)]
)
def test_looks_german(text: str, *, is_german: bool) -> None:
    """German words, letters and endings show in a heading."""
    assert looks_german(text) is is_german


def test_the_model_is_asked_where_words_cannot_decide() -> None:
    """Without a stop word the model must be sure."""
    assert guess("Vorbereitung Einrichtung Netzwerkanschluss Bundesregierung Steuererklärung Wirtschaftswachstum") is DE
    assert guess("Nginx Docker Ubuntu") is not DE
