"""Lists of the vocabulary say each of their words once."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import pipeline.vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

FILES = sorted(Path(pipeline.vocabulary.__file__).parent.rglob("*.toml"))
NOTHING = "x"
"""What stands in a list for nothing, so that those of a pair are as long."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_word_once(path: Path) -> None:
    """A word that stands twice is one too many, or one of them was meant to be another."""
    for words in _lists(tomllib.loads(path.read_text("utf-8"))):
        assert [word for word, times in Counter(words).items() if times > 1 and word != NOTHING] == []


def _lists(value: Any) -> Iterator[list[str]]:  # noqa: ANN401 - what TOML has
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _lists(each)
        if isinstance(value, list):
            yield [each for each in value if isinstance(each, str)]
