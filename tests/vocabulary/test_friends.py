"""The table of false friends: what excuses one is never the word itself."""

from __future__ import annotations

import re

import pytest

from pipeline.facts.language.friends import Friend, friends

BOTH = {"Stadien"}
"""Of Stadium and of Stadion: both are right."""
OPTIONAL = re.compile(r"\(\?:[^()|]*\)\?|[a-zäöü]\?")


def _plain(friend: Friend) -> list[str]:
    """The German words of a row that are written in letters alone, without their optional endings."""
    words = OPTIONAL.sub("", friend.german.pattern.partition("(?:")[2].rpartition(")(?!")[0]).split("|")
    return [word for word in words if word.isalpha()]


@pytest.mark.parametrize("friend", friends(), ids=lambda friend: friend.mean)
def test_excuse(friend: Friend) -> None:
    """A German word of the row stands alone, and is told."""
    for word in _plain(friend):
        if word not in BOTH and friend.german.fullmatch(word):
            assert not friend.also.search(word), word


def test_words_are_looked_at() -> None:
    """Most rows have words in letters alone."""
    assert sum(bool(_plain(friend)) for friend in friends()) > len(friends()) // 2
