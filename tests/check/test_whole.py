"""What the rules must say of the shipped stories: nothing as they are, something as soon as a part is gone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import config as settings
from pipeline.check import check
from pipeline.findings import Severity
from pipeline.library import Story, story_of
from pipeline.model import Language
from pipeline.read import read
from pipeline.vocabulary.concepts import load
from tests.stories import house

ROOT = Path(__file__).parent.parent.parent
CONTENT = ROOT / "content"
HOUSE = replace(
    house(settings.load((ROOT / "zweiblatt.toml").read_text(encoding="utf-8"), "zweiblatt.toml", {})),
    concepts=load((ROOT / "hashtags.toml").read_text(encoding="utf-8"), "hashtags.toml"),
)
NAMES = sorted(path.stem for path in (CONTENT / "de").glob("*.md"))


def text(name: str, language: Language) -> str:
    """The manuscript of a shipped article."""
    return (CONTENT / language / f"{name}.md").read_text(encoding="utf-8")


def story(name: str, de: str, en: str) -> Story:
    """A story of two texts."""
    readings = [
        read(f"content/{language}/{name}.md", each.encode(), name, language, HOUSE.settings)
        for language, each in ((Language.DE, de), (Language.EN, en))
    ]
    return story_of(name, readings, Language.DE)


@pytest.mark.parametrize("name", NAMES)
def test_clean(name: str) -> None:
    """The shipped stories have no finding of any weight that is shown."""
    found = check(story(name, text(name, Language.DE), text(name, Language.EN)), HOUSE)
    assert [finding for finding in found if finding.severity > Severity.INFO] == []


@pytest.mark.parametrize("name", NAMES)
def test_compared_with_itself(name: str) -> None:
    """A story that is its own translation has all of its parts."""
    found = check(story(name, text(name, Language.DE), text(name, Language.DE)), HOUSE)
    left_untranslated = {"parity/image-description", "parity/image-of-other-language", "parity/link-to-other-language"}
    same = [each for each in found if each.rule.startswith(("parity/", "questions/", "sources/"))]
    assert [each for each in same if each.severity > Severity.INFO and each.rule not in left_untranslated] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_section_is_found(name: str) -> None:
    """Whichever section is taken out of the translation, something is found."""
    de, en = text(name, Language.DE), text(name, Language.EN)
    lines = en.split("\n")
    starts = [number for number, line in enumerate(lines) if line.startswith("## ")]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        cut = "\n".join((*lines[:start], *lines[end:])) + "\n"
        found = check(story(name, de, cut), HOUSE)
        assert any(each.severity is Severity.ERROR for each in found), lines[start]
