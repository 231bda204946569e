"""Comments in code: what they name, and whether they were translated.

In: two blocks of code that answer each other. Out: names of versions, licences and constants that differ, and comments
of the translation that are the original's.

Words of a comment may be translated; what has a digit in it, or is a constant, is the same in both languages.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...align.words import is_german
from ...facts.language.idiom import evidence, words
from ...model import Language
from .code import COMMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD = re.compile(r"[\w./+-]+")
CONSTANT = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")
NUMBER = re.compile(r"\d{3,}(?:[.-]\d+)*")
"""MAX_SIZE, 2025: a decimal or a grouped number is none."""
MARKS = re.compile(r"^\W+|\W+$")
LETTERS = re.compile(r"[^\W\d_]+")
SHORTEST = 3
"""Words of a comment whose language can be told."""


def renamed(text: str, original: str) -> tuple[str, str] | None:
    """What a comment of the translation names, and what stands there in the original; None where they name the same."""
    here, there = _comments(text), _comments(original)
    for mine, theirs in zip(there, here, strict=True) if len(here) == len(there) else ():
        lost, gained = _without(mine, theirs), _without(theirs, mine)
        if len(lost) == len(gained) > 0 and not any(is_german(part) for part in LETTERS.findall(lost[0])):
            return gained[0], lost[0]
    return None


def untranslated(text: str, original: str) -> Iterator[str]:
    """The comments of an English block that are the German one's."""
    known = frozenset(_comments(original))
    for each in dict.fromkeys(_comments(text)):
        if each in known and len(words(each)) >= SHORTEST:
            own, other = evidence(each, Language.EN)
            if other and not own:
                yield each


def _comments(text: str) -> list[str]:
    """The words of each comment, in order."""
    return [said for found in COMMENTS.finditer(text) if (said := MARKS.sub("", found[0]))]


def _without(text: str, other: str) -> list[str]:
    return [word for word in map(_name, WORD.findall(text)) if word and word not in other]


def _name(word: str) -> str:
    """What a word of a comment names: Apache-2.0, sha256, a constant or a number; or ''. A path is none."""
    name = word.strip(".+-")
    is_name = name[:1].isalpha() and name.isascii() and any(map(str.isdigit, name))
    return name if "/" not in word and (is_name or CONSTANT.fullmatch(name) or NUMBER.fullmatch(name)) else ""
