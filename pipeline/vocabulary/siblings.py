"""siblings.txt -> words of one kind that exclude each other: who says summer does not mean winter.

In: the data file beside this module, a line of entries of the dictionary for each kind. Out: :func:`siblings`, the
others of each word's kinds, and :func:`called`, which of all these words an English word may mean.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

from .terms import english


@cache
def siblings() -> dict[str, frozenset[str]]:
    """The German words of some kind, and the others of it."""
    text = resources.files(__package__).joinpath("siblings.txt").read_text(encoding="utf-8")
    found: dict[str, frozenset[str]] = {}
    for kind in map(frozenset, map(str.split, text.splitlines())):
        for word in kind:
            found[word] = found.get(word, frozenset()) | kind - {word}
    return found


@cache
def called() -> dict[str, frozenset[str]]:
    """English words, and those of the German ones that they may mean."""
    found: dict[str, set[str]] = {}
    for word in siblings():
        for each in english(word):
            found.setdefault(each, set()).add(word)
    return {each: frozenset(words) for each, words in found.items()}
