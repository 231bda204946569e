"""The table of false friends: what excuses one is never the word itself."""

from __future__ import annotations

import re

import pytest

from pipeline.facts.language.friends import Friend, friends

BOTH = {"Stadien"}
"""Of Stadium and of Stadion: both are right."""
OPTIONAL = re.compile(r"\(\?:[^()|]*\)\?|[a-zäöü]\?")


def _plain(pattern: re.Pattern[str]) -> list[str]:
    """The words of a pattern that are written in letters alone, without their optional endings."""
    words = OPTIONAL.sub("", pattern.pattern.partition("(?:")[2].rpartition(")(?!")[0]).split("|")
    return [word for word in words if word.isalpha()]


@pytest.mark.parametrize("friend", friends(), ids=lambda friend: friend.mean)
def test_excuse(friend: Friend) -> None:
    """A German word of the row is told where it stands alone, and so is the false English."""
    for word in _plain(friend.german):
        if word not in BOTH and friend.german.fullmatch(word):
            assert not friend.also.search(word), word
    for word in _plain(friend.false):
        assert not friend.true.search(word), word


def test_words_are_looked_at() -> None:
    """Most rows have words in letters alone."""
    assert sum(bool(_plain(friend.german)) for friend in friends()) > len(friends()) // 2
