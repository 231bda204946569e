"""A program keeps its name, though it is written in small letters: rsync is not rclone.

In: an original and its translation. Out: the name of the original, and a remark on the one that stands for it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....facts.names.apposed import programs
from ....vocabulary.terms import is_english, lemma
from ...answering.lines import lines
from .known import words_of
from .stranger import stands_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Translation
    from ...compared.prose import Passage
    from ...rule import Remark

KIND = (
    r"(?:program(?:me)?|tool|utility|command|package|library|software|application|app|script|module|client|editor"
    r"|distribution|extension)"
)
NAME = r"[a-z][a-z0-9-]*[a-z0-9]"
NAMED = (
    re.compile(rf"(?<![\w-]){KIND} (?P<name>{NAME})(?![\w-]|\.\w)"),
    re.compile(rf"(?<![\w-])(?P<name>{NAME}) {KIND}(?![\w-])"),
)
"""The program rsync, the rsync command."""
VERBAL = re.compile(r".*(?:s|ed|ing|ly|al)")
"""How English words end that the dictionary may not know: “the program crumbles”."""


def other_programs(pair: Translation) -> Iterator[tuple[str, Remark]]:
    """The programs of the original for which another stands beside the word that says what it is."""
    for _, mine, theirs in lines(pair):
        lost = programs(mine.text)
        if not lost:
            continue
        said = words_of(theirs.raw)
        lost = tuple(name for name in lost if name.text not in said and name.text.capitalize() not in said)
        strange = [*_strange(theirs, words_of(mine.raw))] if lost else []
        if len(lost) == len(strange) == 1:
            (name,), (found,) = lost, strange
            yield name.text, stands_for(theirs, found, mine, name)


def _strange(theirs: Passage, own: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where a translation names a program that the original does not name."""
    for found in (each for pattern in NAMED for each in pattern.finditer(theirs.text)):
        word = found["name"]
        if word not in own and not (is_english(word) or VERBAL.fullmatch(word) or lemma(word)):
            yield found.span("name")
