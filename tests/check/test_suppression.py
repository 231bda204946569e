"""Comments suppress what they name, where they stand, while they are valid; else they are findings."""

from __future__ import annotations

import pytest

from pipeline.check import check
from pipeline.config import load
from tests.stories import BODY, house, story

DE = "Anfang.\n\n- eins\n- zwei\n\n## Ein Punkt mit Namen\n\nText hier.\n"
EN = "Start.\n\n- one\n\n## A point with a name\n\nText here.\n"


def rules(de: str, en: str, settings: str = "") -> list[str]:
    """The rules of what is found, without those about the language of such short texts."""
    said = load(settings, "zweiblatt.toml")
    found = check(story(de, en, said), house(said))
    return [finding.rule for finding in found if finding.rule.startswith(("parity/", "suppression/"))]


def test_nothing_suppressed() -> None:
    """Without a comment the fault is found."""
    assert rules(DE, EN) == ["parity/list-shape"]


@pytest.mark.parametrize("name", ["parity/list-shape", "parity"])
def test_before_the_block(name: str) -> None:
    """A comment before the block hides what it names: a rule or a family."""
    assert rules(DE, EN.replace("- one", f"<!-- allow {name}: merged -->\n- one")) == []


def test_in_the_original() -> None:
    """A comment in the original, where the counterpart stands, hides it too."""
    assert rules(DE.replace("- eins", "<!-- allow parity/list-shape: merged -->\n- eins"), EN) == []


def test_elsewhere() -> None:
    """A comment before another block hides nothing, and is a finding."""
    moved = EN.replace("Text here", "<!-- allow parity/list-shape: merged -->\nText here")
    assert sorted(rules(DE, moved)) == ["parity/list-shape", "suppression/unused"]


def test_until() -> None:
    """A comment hides up to its day; from the next day on the finding is back, and the comment is one."""
    comment = "<!-- allow parity/list-shape until {day}: merged -->\n- one"
    assert rules(DE, EN.replace("- one", comment.format(day="2025-03-10"))) == []
    expired = rules(DE, EN.replace("- one", comment.format(day="2025-03-09")))
    assert sorted(expired) == ["parity/list-shape", "suppression/expired"]


def test_unknown_rule() -> None:
    """A comment that names no rule is a finding that names the nearest."""
    found = check(story(DE, EN.replace("- one", "<!-- allow parity/list-shap: x -->\n- one")), house())
    (finding,) = (each for each in found if each.rule == "suppression/unknown-rule")
    assert str(finding.message) == "no rule is called “parity/list-shap”; the nearest is “parity/list-shape”"
    assert finding.at.line == BODY + 3


def test_unused_is_judged_only_where_its_rule_ran() -> None:
    """With other rules selected, nobody can say that a comment suppresses nothing."""
    comment = EN.replace("- one", "<!-- allow parity/list-shape: merged -->\n- one\n- two")
    assert rules(DE, comment) == ["suppression/unused"]
    assert rules(DE, comment, '[check]\nselect = ["parity/table-shape", "suppression"]') == []


def test_in_the_gap() -> None:
    """Where something is missing, a comment in the gap hides that."""
    gone = EN.replace("## A point with a name\n\nText here.\n", "")
    assert rules(DE, gone + "- two\n") == ["parity/missing-section"]
    allowed = gone + "- two\n\n<!-- allow parity/missing-section: concerns Germany alone -->\n"
    assert rules(DE, allowed) == []


@pytest.mark.parametrize("place", ["content/en/*", "en/a.md", "a.md", "*"])
def test_settings_ignore_in_files(place: str) -> None:
    """The settings ignore rules in files and folders, written with or without content/ and language."""
    assert rules(DE, EN, f'[check]\nper-file-ignores = {{ "{place}" = ["parity"] }}') == []


def test_settings_ignore_elsewhere() -> None:
    """What is ignored in other files is found here."""
    assert rules(DE, EN, '[check]\nper-file-ignores = { "archive/*" = ["parity"] }') == ["parity/list-shape"]


def test_rendered_tree_is_the_same() -> None:
    """A comment changes nothing of what is rendered."""
    plain, commented = (story(DE), story(DE.replace("- eins", "<!-- allow parity: x -->\n- eins")))
    assert [block.text for section in plain.articles[0].sections for block in section.blocks] == [
        block.text for section in commented.articles[0].sections for block in section.blocks
    ]
