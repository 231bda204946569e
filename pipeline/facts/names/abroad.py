"""Places that the names of a German text are, and what English calls them.

In: a German text and the English one that answers it. Out: the places that the English names nowhere.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ..table import table
from ..words.runs import Rare, beginning_at, begins_word, runs, starts
from .names import Name

if TYPE_CHECKING:
    from collections.abc import Iterator

PLACE = re.compile(r"(?<![\w-])[A-ZÄÖÜ][\wäöüß]{2,}(?:-[A-ZÄÖÜ][\wäöüß]+)*(?![\w-])")
AMOUNT = re.compile(r"(?:\d|Mio\.|Mrd\.|illion(?:en)?|illiarden?|Schweizer|tausend)\s$")
GOES_ON = re.compile(r"\w")
TITLED_BY = re.compile(r"[A-ZÄÖÜ][\w-]+ $")
FAR = 80
"""Characters in which the word before a place begins."""


@cache
def places() -> dict[str, tuple[str, ...]]:
    """Places that German calls otherwise: what their English names and those of their people begin with."""
    return {name: tuple(others) for name, others in table("names")["places"].items()}


@cache
def towns() -> frozenset[str]:
    """Places that English calls as German does."""
    return frozenset(table("names")["words"]["towns"].split())


@cache
def namesakes() -> frozenset[str]:
    """Towns that are called like a German word: Leer, Essen."""
    return frozenset(table("names")["words"]["namesakes"].split())


@cache
def _placing() -> Rare:
    """The words that a place begins with: the first of its name, perhaps in the genitive."""
    known = frozenset(re.split(r"[\W\d_]", name)[0] for name in (*places(), *towns()))
    return Rare(lambda word: word in known or word.removesuffix("s") in known)


def unnamed(text: str, there: str) -> Iterator[Name]:
    """The places of a German text that an English one does not name, nor their people."""
    abroad, alike_ = places(), towns()
    said: dict[str, bool] = {}
    begun = map(str.lower, _placing()(runs(text)))
    for found in beginning_at(PLACE, text, set(begun)):
        name = found[0] if found[0] in abroad or found[0] in alike_ else found[0].removesuffix("s")
        forms = abroad.get(name) or ((name,) if name in alike_ else ())
        if not forms or AMOUNT.search(text, max(0, found.start() - 12), found.start()):  # 1.200 Franken
            continue
        if name not in said:
            said[name] = any(begins_word(there, form) for form in forms) or _is_kept(name, there)
        if not said[name]:
            yield Name(name, found.start(), found.start() + len(name))


def _is_kept(name: str, there: str) -> bool:
    """Whether a place stands in an English text behind a word with a capital: Verkehrsclub Deutschland."""
    ends = (start for start in starts(there, name) if not GOES_ON.match(there, start + len(name)))
    return any(TITLED_BY.search(there, max(0, start - FAR), start) for start in ends)
