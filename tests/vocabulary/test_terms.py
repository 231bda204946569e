"""The dictionary has one form, and knows its words in all of theirs."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from pipeline.vocabulary import terms

FILES = sorted(Path(terms.__file__).with_name("dictionary").glob("*.txt"))
LINE = re.compile(
    r"(?P<german>[A-Za-zÄÖÜäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)?) = (?P<english>[A-Za-zà-ÿ&'’-]+(?:[ ,]+[A-Za-zà-ÿ&'’-]+)*)"
)
FOLD = str.maketrans("äöüß", "aous")
MOST = 8
"""English answers of a German word: „gelten“ and its like have as many."""


def rows(path: Path) -> list[tuple[str, list[str]]]:
    """The lines of a file, parsed."""
    found = [LINE.fullmatch(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert all(found), path
    return [(each["german"], each["english"].split(", ")) for each in found if each]


def test_dictionary_is_large() -> None:
    """General vocabulary is there: some 18,000 words."""
    assert len(terms.entries()) > 18000
    assert sum(map(len, map(rows, FILES))) == len(terms.entries())
    assert max(map(len, terms.entries())) + len("innen") <= terms.LONGEST_PART


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_form(path: Path) -> None:
    """Each line is a German word and one to eight answers, each once; the lines are sorted, composed, and end alike."""
    text = path.read_text(encoding="utf-8")
    found = rows(path)
    order = [german.lower().translate(FOLD) for german, _ in found]
    assert order == sorted(order)
    assert text == unicodedata.normalize("NFC", text)
    assert text.endswith("\n")
    assert [german for german, english in found if len(english) > MOST or len(english) != len(set(english))] == []


def test_no_word_stands_twice() -> None:
    """No German word stands twice, in one file or in two, nor in two spellings of its ß and umlauts."""
    words = [german for path in FILES for german, _ in rows(path)]
    folds = {"ß": "ss", "ä": "ae", "ö": "oe", "ü": "ue"}
    spelled = Counter("".join(folds.get(letter, letter) for letter in word) for word in words)
    assert [word for word, count in spelled.items() if count > 1] == []


def test_no_stop_word_says_anything() -> None:
    """A word that says nothing about what a text is about is no entry, and no answer is made of such words alone."""
    found = [(german, said) for path in FILES for german, english in rows(path) for said in english]
    assert [german for german, _ in found if german in terms.STOP] == []
    assert [said for _, said in found if set(said.lower().split()) <= terms.STOP_WORDS["en"]] == []


@pytest.mark.parametrize(
    ("word", "entry"),
    [
        ("Häuser", "Haus"),
        ("Töchtern", "Tochter"),
        ("Ergebnissen", "Ergebnis"),
        ("Bürgerinnen", "Bürger"),
        ("Waden", "Wade"),
        ("Rats", "Rat"),
        ("STRAẞEN".replace("ẞ", "ß"), "Straße"),
        ("größeren", "groß"),
        ("wichtigste", "wichtig"),
        ("ging", "gehen"),
        ("gestiegen", "steigen"),
        ("trägt", "tragen"),
        ("verstanden", "verstehen"),
        ("aufgenommen", "aufnehmen"),
        ("aufzubauen", "aufbauen"),
        ("gearbeitet", "arbeiten"),
        ("wartet", "warten"),
        ("wiederherzustellen", "wiederherstellen"),
        ("heruntergeladene", "herunterladen"),
        ("verkaufter", "verkaufen"),
        ("gehe", "gehen"),
        ("gibst", "geben"),
        ("neuen", "neu"),
        ("hohe", "hoch"),
        ("Konten", "Konto"),
        ("Museen", "Museum"),
        ("verkaufte", "verkaufen"),
        ("Verkauf", "Verkauf"),
        ("Essen", "Essen"),
        ("essen", "essen"),
        ("Puppet", ""),
        ("Walter", ""),
        ("gehörte", "gehören"),
        ("gekaufte", "kaufen"),
    ],
)
def test_lemma(word: str, entry: str) -> None:
    """A word is known in its forms; nouns by their endings alone, and words in small letters are verbs first."""
    assert terms.lemma(word) == entry


def test_answers() -> None:
    """What a word is called may be of several words."""
    assert terms.english("Rathäusern") == ("town hall", "city hall")
    assert terms.english("Kubernetes") == ()


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Papierkorb", ("Papier", "Korb")),
        ("Kindergeldantrag", ("Kindergeld", "Antrag")),
        ("Bedienoberflächen", ("bedienen", "Oberfläche")),
        ("Kubernetes", ()),
        ("Marketing", ()),
    ],
)
def test_composed(word: str, parts: tuple[str, ...]) -> None:
    """A compound is one whose parts are entries, with what German puts between them."""
    assert terms.composed(word) == parts


def test_compound() -> None:
    """Of other compounds the known beginning and the known end are told."""
    assert terms.compound("Gemeinderatssitzung") == ("Gemeinderat", "Sitzung")
    assert terms.compound("Kubernetesdatenbank") == ("Datenbank",)


def test_base() -> None:
    """Irregular English forms are known by their word."""
    assert [terms.base(word) for word in ("went", "children", "better", "models")] == ["go", "child", "good", "models"]
