"""What is worked out of the texts of a story is held while that story is looked at, and no longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.build.survey.examine import examine
from pipeline.check.once import once
from pipeline.held import held
from pipeline.library import Library
from tests.stories import house, manuscript

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ASKED: list[str] = []


@held
def length(text: str) -> int:
    """How long a text is; it tells that it was asked."""
    ASKED.append(text)
    return len(text)


@once
def letters(text: str) -> Iterator[str]:
    """The letters of a text; it tells that it was asked."""
    ASKED.append(text)
    yield from text


def test_a_text_is_asked_again_only_when_its_story_is_done(tmp_path: Path) -> None:
    """Examining a story lets go what its rules and readers worked out, so that memory does not grow with stories."""
    for language in ("de", "en"):
        (tmp_path / "content" / language).mkdir(parents=True)
        (tmp_path / "content" / language / "a.md").write_text(manuscript("Am 3. Mai 2024."), "utf-8")
    ASKED.clear()
    assert [length("ab"), length("ab"), letters("cd"), letters("cd")] == [2, 2, ("c", "d"), ("c", "d")]
    assert ASKED == ["ab", "cd"]
    library = Library(tmp_path, house().settings)
    assert [each.name for each in examine(library, library.manuscripts, house())] == ["a"]
    assert [length("ab"), letters("cd")] == [2, ("c", "d")]
    assert ASKED == ["ab", "cd", "ab", "cd"]
