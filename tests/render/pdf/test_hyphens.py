"""Words are hyphenated where Pyphen does; names with a capital inside are not."""

from __future__ import annotations

import re
from pathlib import Path

import pyphen  # type: ignore[import-untyped]
import pytest

from pipeline.model import Language
from pipeline.render.pdf.hyphens import CAPITAL_INSIDE, Hyphens, prepare

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("language", list(Language))
def test_places_are_those_of_pyphen(language: Language) -> None:
    """Late parsing changes nothing: the words of the shipped articles, and a thousand patterns taken as words."""
    path = pyphen.LANGUAGES[pyphen.language_fallback(language)]
    ours, theirs = Hyphens(path), pyphen.HyphDict(path)
    text = " ".join(each.read_text("utf-8") for each in (ROOT / "content").rglob("*.md"))
    words = {*re.findall(r"\w+", text), *list(theirs.patterns)[:: len(theirs.patterns) // 1000]}
    plain = [word for word in words if not CAPITAL_INSIDE.search(word)]
    assert len(plain) > 1000
    assert [word for word in plain if ours.positions(word) != theirs.positions(word)] == []


@pytest.mark.parametrize("name", ["OpenAI", "DeepSeek", "iPhones", "GitHubs"])
def test_names_stay_whole(name: str) -> None:
    """A hyphen inside of a name would make another of it."""
    prepare(Language.DE)
    assert pyphen.Pyphen(lang="de").inserted(name) == name


def test_other_parsers_are_left_to_pyphen(tmp_path: Path) -> None:
    """Patterns that change a word where it is hyphenated are parsed by Pyphen itself."""
    path = tmp_path / "hyph_xx.dic"
    path.write_text("UTF-8\nsc1h/sch=sch,1,3\na1b\n", "utf-8")
    assert [int(each) for each in Hyphens(path).positions("dab")] == [2]
