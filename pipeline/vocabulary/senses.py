"""senses.txt -> German words and the English that is another sense of them, or another word's: Abteil is no department.

In: the data file beside this module, a line for each sense of a word::

    Abteil ≠ department, division = compartment
    Schloss ≠ castle, palace = lock @ Tür, Schlüssel

A word of the dictionary, English that is wrong, English that is right beside what the dictionary has, and, where the
wrong can be right elsewhere, German words beside which it is not. Out: :func:`senses`.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from .. import compiled
from .terms import PREFIX


class Sense(NamedTuple):
    """A sense of a word: English that is wrong, English that is right, German that shows which sense is meant.

    Of the last it is the beginnings of words, those of nouns with a capital.
    """

    wrong: tuple[str, ...]
    right: tuple[str, ...]
    beside: tuple[str, ...]


@cache
def _lines() -> dict[str, dict[str, str]]:
    """The words and the rest of their lines; and the verbs with a prefix, by what they are without."""
    data = resources.files(__package__).joinpath("senses.txt").read_bytes()
    known: dict[str, dict[str, str]] = compiled.made("vocabulary/senses", data, lambda: _parsed(data.decode("utf-8")))
    return known


def _parsed(text: str) -> dict[str, dict[str, str]]:
    words: dict[str, str] = {}
    verbs: dict[str, str] = {}
    for word, _, rest in (line.partition(" ≠ ") for line in text.splitlines()):
        words[word] = f"{words[word]}\n{rest}" if word in words else rest
    for word in words:
        prefix = PREFIX.match(word)
        if prefix:
            bare = word[prefix.end() :]
            verbs[bare] = f"{verbs[bare]} {word}" if bare in verbs else word
    return {"words": words, "verbs": verbs}


def has_senses(word: str) -> bool:
    """Whether an entry of the dictionary is one of the words."""
    return word in _lines()["words"]


def prefixed(verb: str) -> tuple[str, ...]:
    """Those of the words that are a verb with a prefix, which may stand apart from it."""
    return tuple(_lines()["verbs"].get(verb, "").split())


@lru_cache(maxsize=1 << 10)
def senses(word: str) -> tuple[Sense, ...]:
    """The senses of one of the words."""
    return tuple(map(_sense, _lines()["words"][word].split("\n")))


def _sense(rest: str) -> Sense:
    said, _, beside = rest.partition(" @ ")
    wrong, _, right = said.partition(" = ")
    return Sense(*(tuple(each.split(", ")) if each else () for each in (wrong, right, beside)))
