"""A product keeps its name: Datenhafen is not Dataport.

In: an original and its translation. Out: the name of the original, and a remark on what was made of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....facts.words.runs import Rare, runs
from ....vocabulary.terms import composed, english, is_english, is_entry
from ...answering.lines import lines
from .known import nouns_of, runs_of
from .misspelled import folded
from .stranger import word_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Translation
    from ...compared.prose import Passage
    from ...rule import Remark

VERSIONED = re.compile(r"(?<![\w.-])(?P<name>[A-ZÄÖÜ][\w-]*[a-zäöüß]) (?P<version>\d+(?:\.\d+)+)(?![\w.,]\d)")
"""A name with the number of its version: Kolibri 3.2."""
COINED = Rare(lambda word: word.istitle() and len(word) > SHORTEST and not is_english(word))
"""English words with a capital that the dictionary does not know."""
MADE = Rare(lambda word: word.istitle() and bool(composed(word)) and not is_entry(word))
"""German compounds that the dictionary does not know as a whole."""
SHORTEST = 5
"""Letters of a name that was made of two words."""


def other_products(pair: Translation) -> Iterator[tuple[str, Remark]]:
    """Names that were translated as the words that they are made of, or stand before the version of another.

    What stands behind an article anywhere in the original is a common noun.
    """
    mine_all, theirs_all = runs_of(pair.original), runs_of(pair.article)
    common: frozenset[str] | None = None
    for _, mine, theirs in lines(pair):
        coined = COINED(runs(theirs.text) - mine_all)
        made = MADE(runs(mine.text) - theirs_all) if coined else frozenset()
        if made:
            common = nouns_of(pair.original).behind if common is None else common  # few pairs need them
            made -= common
        known = [(old, new) for old in sorted(made) for new in sorted(coined) if _is_translated(old, new)]
        for old, new in known or _versioned(mine, theirs):
            yield old, word_for(theirs, new, mine, old)


def _is_translated(old: str, new: str) -> bool:
    """Whether a name was translated, and not only spelled otherwise as Kompression, Compression."""
    is_half = any(new.lower().endswith(end) and is_english(end) for end in _ends(old))  # Filemanager
    return new.lower() in _translated(old) and folded(old) != folded(new) and not is_half


def _ends(name: str) -> Iterator[str]:
    """What a compound may end with: the last of its words as it stands there."""
    last = composed(name)[-1].lower()
    yield from (name.lower()[n:] for n in range(3, len(name) - 2) if name.lower()[n:].startswith(last[:3]))


def _translated(name: str) -> frozenset[str]:
    """What a compound may become if its parts are translated, one or both, and written as one word."""
    parts = composed(name)
    lower = name.lower()
    if len(parts) != 2:  # noqa: PLR2004 - a pair
        return frozenset()
    tail = next((n for n in range(len(lower) - 2, 2, -1) if lower[n:].startswith(parts[1].lower()[:3])), 0)
    heads = {lower[:tail], parts[0].lower(), *english(parts[0])}
    tails = {lower[tail:], *english(parts[1])}
    made = {f"{head}{end}".replace(" ", "").replace("-", "") for head in heads for end in tails}
    shared = {f"{head}{end[1:]}" for head in heads for end in tails if head[-1:] == end[:1]}  # Data-Airport
    return frozenset(made | shared) - {lower}


def _versioned(mine: Passage, theirs: Passage) -> Iterator[tuple[str, str]]:
    """Names before one and the same version, of which neither is a word."""
    there = {found["version"]: found["name"] for found in VERSIONED.finditer(mine.text)}
    for found in VERSIONED.finditer(theirs.text) if there else ():
        old, new = there.get(found["version"], ""), found["name"]
        if old and old not in theirs.raw and new not in mine.raw and not is_entry(old) and not is_english(new):
            yield old, new
