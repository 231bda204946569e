"""pipeline/read/front.py and what reads the front matter before it."""

from __future__ import annotations

import datetime as dt

import pytest

from pipeline.model import Author, Language, Origin, Translate
from tests.read.reading import reading

YAML = """---
title: "Ein Titel"
date: 2025-02-22T08:30:00+01:00
kind: note
authors:
  - Redaktion
  - {name: A. B., url: https://example.org/}
origin: ai-assisted
translate: later
updates:
  - {date: 2025-02-24, kind: correction, text: klarer}
image: {src: ../media/a.png, alt: "Ein \\"Bild\\"", credit: C}
newsletter: {subject: Betreff, preheader: Vorab}
aliases: [alt, /aelter/]
draft: true
---
Text.
"""
TOML = """+++
title = "Ein Titel"
date = 2025-02-22T08:30:00+01:00
kind = "note"
authors = ["Redaktion", {name = "A. B.", url = "https://example.org/"}]
origin = "ai-assisted"
translate = "later"
aliases = ["alt", "/aelter/"]
draft = true
[[updates]]
date = 2025-02-24
kind = "correction"
text = "klarer"
[image]
src = "../media/a.png"
alt = 'Ein "Bild"'
credit = "C"
[newsletter]
subject = "Betreff"
preheader = "Vorab"
+++
Text.
"""
JSON = """{
  "title": "Ein Titel", "date": "2025-02-22T08:30:00+01:00", "kind": "note",
  "authors": ["Redaktion", {"name": "A. B.", "url": "https://example.org/"}],
  "origin": "ai-assisted", "translate": "later", "aliases": ["alt", "/aelter/"], "draft": true,
  "updates": [{"date": "2025-02-24", "kind": "correction", "text": "klarer"}],
  "image": {"src": "../media/a.png", "alt": "Ein \\"Bild\\"", "credit": "C"},
  "newsletter": {"subject": "Betreff", "preheader": "Vorab"}
}
Text.
"""


@pytest.mark.parametrize("text", [YAML, TOML, JSON], ids=["YAML", "TOML", "JSON"])
def test_three_formats(text: str) -> None:
    """YAML, TOML and JSON say the same."""
    found = reading(text)
    assert found.faults == ()
    assert found.article is not None
    front = found.article.front
    assert front.title == "Ein Titel"
    assert front.date == dt.datetime(2025, 2, 22, 8, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    assert front.authors == (Author("Redaktion"), Author("A. B.", "https://example.org/"))
    assert (front.origin, front.translate, front.draft) == (Origin.AI_ASSISTED, Translate.LATER, True)
    assert (front.updates[0].date, front.updates[0].kind) == (dt.date(2025, 2, 24), "correction")
    assert front.image is not None
    assert (front.image.src, front.image.alt) == ("media/a.png", "Ein „Bild“")
    assert (front.subject, front.preheader, front.aliases) == ("Betreff", "Vorab", ("alt", "/aelter/"))
    assert found.article.sections[0].blocks[0].text == "Text."


@pytest.mark.parametrize("title", ["no", "12:30", "1.10", "010", "1e3", "0x1F", "~x", "2025-02-22", "on"])
def test_nothing_is_changed_silently(title: str) -> None:
    """What YAML 1.1 would make a number, a truth or a time of stays the text that was written."""
    found = reading(f"---\ntitle: {title}\ndate: 2025-02-22\nkind: note\n---\n")
    assert found.faults == ()
    assert found.article is not None
    assert found.article.front.title == title


def test_all_faults_at_once_with_places() -> None:
    """Every fault of a front matter is shown, with line and column."""
    found = reading("---\ntitle: a\ntitel: b\ndate: gestern\ndraft: ja\norigin: mensch\n---\n", Language.DE)
    places = [(fault.rule, fault.remark.at.line, fault.remark.at.column) for fault in found.faults]
    assert places == [
        ("meta/unknown-key", 3, 1),
        ("meta/wrong-value", 4, 7),
        ("meta/wrong-type", 5, 8),
        ("meta/wrong-value", 6, 9),
    ]


def test_deep_yaml_is_refused_without_a_crash() -> None:
    """Front matter of 20,000 levels, which makes a tree builder run out of stack, is a fault."""
    found = reading("---\ntitle: " + "[" * 20_000 + "\n---\n")
    assert [fault.rule for fault in found.faults] == ["meta/too-deep"]


def test_aliases_do_not_multiply() -> None:
    """The billion laughs are a fault each, and cost nothing."""
    lines = ["a: &a [x, x]", *(f"{b}: &{b} [*{a}, *{a}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True))]
    found = reading("---\n" + "\n".join(lines) + "\n---\n")
    assert "meta/yaml-feature" in {fault.rule for fault in found.faults}
