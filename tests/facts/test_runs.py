"""The words of a text are told as a pattern for runs of letters would tell them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.facts.words.runs import MOST, Rare, beginning_with, beginnings, has_digit, runs, small_runs

ROOT = Path(__file__).parents[2]
TEXTS = [path.read_text(encoding="utf-8") for path in ROOT.glob("tests/spec/**/*.md")]
ODD = (
    "",
    "x²½ a_b 3rd 4½m",
    "١٢٣ naïve Ñandú ﬁn Ⅳ",
    "Straße\u00a0\ufffc\ufffcEnde\nMüller’s",
    "日本語 text",
    "e\u0301t\u0301",
)


@pytest.mark.parametrize("text", [*ODD, *TEXTS])
def test_runs(text: str) -> None:
    """Runs are those of letters, whatever the other signs are."""
    assert runs(text) == set(re.findall(r"[^\W\d_]+", text))
    assert small_runs(text) == set(re.findall(r"[^\W\d_]+", text.lower()))
    assert has_digit(text) is bool(re.search(r"\d", text))


def test_beginnings() -> None:
    """A letter that a pattern can do without is no part of its beginning; alternatives in brackets are alternatives."""
    assert [
        *beginnings(r"Chefs?|Chefin\w*|at a cost|(?:a|b)c|rat\b|l[ae]|x|\(y|z|(?:a|b)?c|(?:ist|sind) (?:offen|klar)")
    ] == [
        "chef",
        "chefin",
        "at",
        "ac",
        "bc",
        "rat",
        "l",
        "x",
        "",
        "z",
        "",
        "ist",
        "sind",
    ]


def test_a_beginning_that_cannot_be_told_means_any_word() -> None:
    """Where an alternative may begin with anything, no word is left out."""
    assert beginning_with([r"\w+less|free"])(frozenset(("harmless", "any"))) == {"harmless", "any"}


def test_rare_words_are_told_each_time() -> None:
    """Words that mean nothing are left out, also after so many that they are forgotten."""
    asked: list[str] = []
    rare = Rare(lambda word: asked.append(word) or word == "drei")  # type: ignore[func-returns-value]
    for _ in range(3):
        assert rare(frozenset(("drei", "und"))) == {"drei"}
    assert asked.count("und") == 1
    assert rare(frozenset(f"w{number}" for number in range(MOST + 2))) == set()
    assert rare(frozenset(("drei", "und"))) == {"drei"}
