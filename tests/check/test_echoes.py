"""One cause is one finding: what follows from it is not told again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pipeline.check import check
from pipeline.findings import Severity
from pipeline.vocabulary.glossary import Glossary, Term
from tests.check.test_whole import HOUSE, story

if TYPE_CHECKING:
    from collections.abc import Sequence

GERMAN = """---
title: "Lindenroda misst den Lärm"
date: 2025-01-15
kind: news
---

Lindenroda misst seit Oktober den Lärm an 40 Kreuzungen.[^geraet]

## Was gemessen wird

Die Geräte zählen nachts jedes Fahrzeug. Die Behörde veröffentlicht alle Werte im Netz. Wer will, kann sie laden.[@amt]

- Lautstärke an 40 Kreuzungen
- Zahl der Autos
- Zahl der Lastwagen

![Ein grauer Kasten an einem Mast neben vier Spuren mit Autos in der Nacht](../media/geraet.jpg)

## Was es kostet

Ein Gerät kostet 1.250 Euro. Das Netz könnte laut einem Gutachten 80.000 Euro im Jahr sparen.

## Wie es weitergeht

Im Mai entscheidet der Rat über weitere 15 Geräte. Einen Plan für die Vororte gibt es noch nicht.

[^geraet]: Ein Gerät ist so groß wie ein Schuhkarton.

## Quellen

- [@amt] Umweltamt Lindenroda: Lärmbericht 2025 (https://lindenroda.example.org/laerm)
- Grid Weekly: Noise and the city (https://gridweekly.example.com/noise)

#Laerm #Verkehr
"""
ENGLISH = """---
title: "Lindenroda measures its noise"
date: 2025-01-15
kind: news
---

Since October, Lindenroda has been measuring the noise at 40 junctions.[^geraet]

## What is measured

At night, the devices count every vehicle. The authority publishes all values online. Anyone can download them.[@amt]

- Volume at 40 junctions
- Number of cars
- Number of lorries

![A grey box on a lamp post beside four lanes of traffic at night](../media/geraet.jpg)

## What it costs

One device costs €1,250. According to a report, the network could save €80,000 a year.

## What happens next

In May, the council will decide on another 15 devices. There is no plan for the suburbs yet.

[^geraet]: A device is as big as a shoebox.

## Sources

- [@amt] Umweltamt Lindenroda: Lärmbericht 2025 (https://lindenroda.example.org/laerm)
- Grid Weekly: Noise and the city (https://gridweekly.example.com/noise)

#Laerm #Verkehr
"""
COSTS = ENGLISH[ENGLISH.index("## What it costs") : ENGLISH.index("## What happens")]
SOURCES = ENGLISH[ENGLISH.index("## Sources") : ENGLISH.index("#Laerm")]
CAUSES = [
    (
        "a section is lost",
        ENGLISH[ENGLISH.index("## What it") : ENGLISH.index("## What happens")],
        "",
        "missing-section",
    ),
    ("the sources are lost", SOURCES, "", "missing-section"),
    ("a source is lost", "- [@amt] Umwelt", "- Umwelt", "unknown-key"),
    ("a source that is cited is lost", SOURCES.split("\n")[2] + "\n", "", "missing"),
    ("a footnote loses its mark", "junctions.[^geraet]", "junctions.", "footnote-differs"),
    ("a footnote is lost", "[^geraet]: A device is as big as a shoebox.\n\n", "", "footnote-differs"),
    ("an item is lost", "- Volume at 40 junctions\n", "", "list-shape"),
    ("it is cut off", ENGLISH[ENGLISH.index("## What it costs") :], "", "truncated"),
    ("a heading lacks its space", "## What it costs", "#What it costs", "heading-without-space"),
    ("a paragraph is German", ENGLISH.split("\n\n")[7], GERMAN.split("\n\n")[7], "wrong-language"),
    ("a heading is German", "## What it costs", "## Und was bedeutet das nun für den Haushalt?", "wrong-language"),
    ("German marks", "One device", "One „device“", "leftover"),
    (
        "the description of a picture is German",
        "A grey box on a lamp post beside four lanes of traffic at night",
        "Ein grauer Kasten an einem Mast neben vier Spuren mit Autos in der Nacht",
        "image-description",
    ),
    ("the date is none", "date: 2025-01-15", "date: 15.01.2025", "wrong-value"),
    ("there is no front matter", ENGLISH[: ENGLISH.index("Since")], "", "missing-front-matter"),
    ("the hashtags are lost", "#Laerm #Verkehr\n", "", "missing-part"),
    ("a hashtag is none", "#Verkehr", "#Ver-kehr", "invalid"),
    ("an address tracks its readers", "org/laerm)", "org/laerm?utm_source=x)", "tracking-parameter"),
    ("an address is none", "https://lindenroda.example.org/laerm", "javascript:alert(1)", "invalid-address"),
]


HEADED = ((GERMAN, "## Was es kostet"), (ENGLISH, "## What it costs"))
HEADS = [
    ("its head cannot be read", 'title: "Lindenroda', "title: Lärm: Lindenroda", "unreadable"),
    ("its head has no end", "kind: news\n---\n", "kind: news\n", "unreadable"),
    ("its kind is none", "kind: news", "kind: nws", "wrong-value"),
]


def rules(english: str, german: str = GERMAN) -> Sequence[str]:
    """The names of the rules, without their families, that an English article meets beside a German one."""
    found = check(story("noise", german, english), HOUSE)
    return [finding.rule.partition("/")[2] for finding in found if finding.severity > Severity.INFO]


def test_clean() -> None:
    """The pair as it is has no finding."""
    assert rules(ENGLISH) == []


@pytest.mark.parametrize(("old", "new", "rule"), [each[1:] for each in CAUSES], ids=[each[0] for each in CAUSES])
def test_one_cause(old: str, new: str, rule: str) -> None:
    """A single fault is told once, by the rule that names it best."""
    assert old in ENGLISH
    assert rules(ENGLISH.replace(old, new, 1)) == [rule]


@pytest.mark.parametrize(("old", "new", "rule"), [each[1:] for each in HEADS], ids=[each[0] for each in HEADS])
def test_a_fault_in_the_head_of_the_original(old: str, new: str, rule: str) -> None:
    """What a translation does otherwise than an original that cannot be read is no fault of the translation."""
    assert old in GERMAN
    assert rules(ENGLISH, GERMAN.replace(old, new, 1)) == [rule]


def test_a_fault_of_its_own_beside_an_original_without_text() -> None:
    """Faults of the translation alone are told whatever the original is."""
    assert rules(ENGLISH.replace("#Verkehr", "#Ver-kehr"), GERMAN.replace("kind: news\n---\n", "kind: news\n")) == [
        "unreadable",
        "invalid",
    ]


def test_two_causes() -> None:
    """A second fault beside a cause is told too."""
    broken = ENGLISH.replace("15 devices", "51 devices").replace("## What it costs", "#What it costs")
    assert rules(broken) == ["heading-without-space", "changed"]


def test_a_block_left_in_german_has_no_false_friend() -> None:
    """A German word of a block that was not translated is none that English mistakes for another."""
    tone = "\n\nDen Ton der Sitzung gab der Rat vor.\n"
    german, english = (text.replace(f"{head}\n", head + tone) for text, head in HEADED)
    assert rules(english, german) == ["wrong-language"]


def test_a_word_of_the_first_paragraph_explains_nothing_below() -> None:
    """The paragraph that an article begins with is no heading: a fault in it stands for itself alone."""
    german = GERMAN.replace("misst seit Oktober den", "misst für den Bundestag seit Oktober den")
    english = ENGLISH.replace("Lindenroda has been", "Lindenroda has for the Bundesrat been")
    german = german.replace("laut einem Gutachten", "laut OpenAI")
    assert rules(english, german) == ["name-replaced", "name-missing"]


def test_a_heading_left_in_german_has_no_terms_to_translate() -> None:
    """The glossary asks for the English term of a heading: it is told that all of it is German."""
    house = replace(HOUSE, glossary=Glossary((Term("Folgefragen", ("follow-up questions",), ()),)))
    german = GERMAN.replace("## Was es kostet", "## Folgefragen dazu")
    pair = story("noise", german, ENGLISH.replace("## What it costs", "## Folgefragen dazu"))
    found = [finding.rule for finding in check(pair, house) if finding.severity > Severity.INFO]
    assert found == ["language/untranslated"]


def test_repair_of_marks() -> None:
    """The finding that remains has the repair of the one that is not told."""
    found = check(story("noise", GERMAN, ENGLISH.replace("One device", "One „device“")), HOUSE)
    assert [bool(finding.repair) for finding in found if finding.rule == "language/leftover"] == [True]
