"""terms.toml -> the words by which the alignment knows German in English; never shown to anybody.

In: the data file beside this module. Out: :data:`TERMS` (German word, lower case, with and without its ending,
to English words), :data:`STOP_WORDS` of each language, which say nothing about what a text is about, and
:data:`STOP`, those of both.
"""

from __future__ import annotations

import re
import tomllib
from importlib import resources

ENDINGS = re.compile(r"(?<=ung)en$|(?<=ier)(?:en|te?n?)$|(?:innen|ern|en|em|er|es|e|n|s|t)$")
SHORTEST_STEM = 4
"""Letters that must remain when a German ending is taken off."""


def german_stem(word: str) -> str:
    """A German word without its ending: ``quellen`` and ``quelle`` are ``quell``, ``prüfungen`` is ``prüfung``."""
    found = ENDINGS.sub("", word)
    return found if len(found) >= SHORTEST_STEM else word


def _load() -> tuple[dict[str, tuple[str, ...]], dict[str, frozenset[str]]]:
    data = tomllib.loads(resources.files(__package__).joinpath("terms.toml").read_text(encoding="utf-8"))
    terms: dict[str, tuple[str, ...]] = {}
    for line in data["terms"]["words"].split("\n"):
        german, *english = line.split()[:4] or [""]
        terms[german] = tuple(english)
        terms.setdefault(german_stem(german), tuple(english))
    terms.pop("", None)
    return terms, {language: frozenset(words.split()) for language, words in data["stop"].items()}


TERMS, STOP_WORDS = _load()
STOP = frozenset().union(*STOP_WORDS.values())
