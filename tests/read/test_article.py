"""pipeline/read/article.py, questions.py, hashtags.py, comments.py and assemble.py."""

from __future__ import annotations

import datetime as dt

import pytest

from pipeline.model import BlockKind, Language, Role
from tests.read.reading import FRONT, article, reading, rules

PARTS = """Teaser.

## Das musst du wissen – vorab

- Punkt

## Hauptfrage

Was ist *es*?

## Folgefragen (FAQs)

1. Was kostet es?

## Antworten auf jede Frage

### Was kostet es?

Nichts.

## Antworten der Konkurrenz

Keine.

## Belege {#sources}

- A: B (https://example.org/)

## Fazit: ein Anfang

Ende.
"""


def test_roles() -> None:
    """A part is known by its id or its heading; what follows a colon or a dash is ignored."""
    roles = [(section.level, section.role) for section in article(PARTS).sections]
    assert roles == [
        (1, Role.TEASER),
        (2, Role.KEY_POINTS),
        (2, Role.MAIN_QUESTION),
        (2, Role.QUESTIONS),
        (2, Role.ANSWERS),
        (3, Role.ANSWERS),
        (2, Role.ANALYSIS),
        (2, Role.SOURCES),
        (2, Role.CONCLUSION),
    ]


def test_ids() -> None:
    """An id is the explicit one, else the role, else the words in ASCII, with a number for a repetition."""
    titles = ("Über uns: „Größe“", "Über uns: Größe", "Fazit", "Schluss", "2025", "X {#fazit-2}", "中文")
    text = "".join(f"## {title}\n\n" for title in titles)
    ids = [section.id for section in article(text).sections]
    assert ids == [
        "teaser",
        "ueber-uns-groesse",
        "ueber-uns-groesse-2",
        "conclusion",
        "conclusion-2",
        "section-2025",
        "fazit-2",
        "section",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "## Hauptfrage\n\nWas ist *es*?",
        "## Hauptfrage: Was ist *es*?",
        "Teaser.\n\n**Hauptfrage:** Was ist *es*?\n\n## Folgefragen\n\n- Wer?",
        "Hauptfrage: Was ist *es*?",
        "## Hauptfrage\n\n> Was ist *es*?",
    ],
)
def test_main_question(text: str) -> None:
    """The main question is found in each of its forms, with its emphasis."""
    question = article(text).main_question
    assert question is not None
    assert question.text == "Was ist es?"
    assert any(not isinstance(child, str) and child.tag == "em" for child in question.children)


def test_hashtags() -> None:
    """The last paragraph is the hashtags, escaped or not, with umlauts spelled out; it is no text."""
    found = article("Text[^1].\n\n\\#KI #ÜberMorgen, #OpenSourceAI\n\n[^1]: Note.")
    assert [(tag.written, tag.name) for tag in found.hashtags] == [
        ("KI", "KI"),
        ("ÜberMorgen", "UeberMorgen"),
        ("OpenSourceAI", "OpenSourceAI"),
    ]
    assert [block.text for block in found.sections[0].blocks] == ["Text."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Text.\n\n#2025", ["hashtags/invalid"]),
        ("Text.\n\n#KI-Gesetz #C++ #🚀", ["hashtags/invalid"] * 3),
        ("Text.\n\n#KI #ki #Ueber #Über", ["hashtags/duplicate"] * 2),
        ("Text.\n\n#kuenstlicheintelligenz", ["hashtags/all-lower-case"]),
        ("#KI #AI\n\nText.", ["hashtags/misplaced"]),
        ("Text.\n\n" + " ".join(f"#Tag{letter}" for letter in "ABCDEFGHIJK"), ["hashtags/too-many"]),
        ("Text.\n\n#KI ist ein Wort", ["markup/heading-without-space"]),
    ],
)
def test_faults_of_hashtags(text: str, expected: list[str]) -> None:
    """What not every network takes is a fault; no hashtag becomes a heading."""
    assert rules(text) == expected
    found = reading(FRONT + text).article
    assert found is not None
    assert len(found.sections) == 1


def test_comments() -> None:
    """Comments that allow something and sections of one language are kept with their places, and reach no block."""
    text = (
        "Eins.\n\n<!-- allow parity/list-shape until 2027-03-31: zwei\nPunkte -->\n- a\n\n"
        "## Recht\n<!-- only de: deutsches Recht -->\nZwei.\n"
    )
    found = article(text)
    (allow,) = found.allows
    assert (allow.rule, allow.reason, allow.until, allow.at.line) == (
        "parity/list-shape",
        "zwei Punkte",
        dt.date(2027, 3, 31),
        8,
    )
    assert allow.covers is not None
    assert allow.covers.line == 10
    only = found.sections[1].only
    assert only is not None
    assert (only.language, only.reason, only.at.line) == (Language.DE, "deutsches Recht", 13)
    assert [block.text for section in found.sections for block in section.blocks] == ["Eins.", "a", "Zwei."]


def test_comments_change_nothing_else() -> None:
    """Between lines, between items and in code a comment leaves everything as it was."""
    with_ = "Eins\n<!-- allow a/b: c -->\nzwei.\n\n- a\n<!-- allow a/b: c -->\n- b\n\n"
    with_ += "`<!-- x -->`\n\n```\n<!-- y -->\n```\n"
    without = with_.replace("<!-- allow a/b: c -->\n", "")
    texts = [[(b.kind, b.text) for b in article(text).sections[0].blocks] for text in (with_, without)]
    assert texts[0] == texts[1]
    assert texts[0][-2:] == [(BlockKind.PARAGRAPH, "<!-- x -->"), (BlockKind.CODE, "<!-- y -->\n")]


def test_notes() -> None:
    """Footnotes are numbered by first reference; what they say is no block of the text."""
    found = article("A[^b] B[^a] C[^b].\n\n[^a]: Erste *Note*.\n[^b]: Zweite.\n\n    Mit Absatz.\n")
    assert [(note.label, note.number, note.text) for note in found.notes] == [
        ("b", 1, "Zweite.\nMit Absatz."),
        ("a", 2, "Erste Note."),
    ]
    assert found.sections[0].blocks[0].text == "A B C."


def test_description() -> None:
    """Without a description the teaser's first sentences are taken, whole."""
    assert article("Ein Satz. " * 30).description == "Ein Satz. " * 19 + "Ein Satz."
    assert article("Kurz.").description == "Kurz."
    assert article("Wort " * 100).description.endswith("Wort…")
