"""What is worked out of the texts of a story is held while that story is looked at, and no longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.build.survey.examine import examine
from pipeline.check.once import once
from pipeline.held import held, latest
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


def test_only_the_last_question_is_held() -> None:
    """Values that are equal and not the same are asked anew, as are those before the last."""
    asked = []

    @latest
    def joined(first: list[int], second: list[int]) -> list[int]:
        asked.append(first)
        return first + second

    one, same, other = [1], [1], [2]
    assert joined(one, other) is joined(one, other)
    assert len(asked) == 1
    assert joined(same, other) == joined(one, other) == [1, 2]
    assert len(asked) == 3
    assert joined(other, one) == [2, 1]
    assert len(asked) == 4


def test_a_question_that_failed_is_asked_again() -> None:
    """An error is no answer, and leaves the one before it."""

    @latest
    def inverse(number: int) -> float:
        return 1 / number

    zero, half = 0, 2
    assert inverse(half) == 0.5
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            inverse(zero)
    assert inverse(half) == 0.5
