"""Text -> the words in it that deny or weaken what it says.

In: texts of a German block and of the English one that answers it. Out: what the English does not answer.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@cache
def _groups() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((_words(each["de"]), _words(each["en"])) for each in _data()["hedge"])


@cache
def _negation() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = _data()["negation"]
    return _words(words["de"]), _words(words["en"])


@cache
def _data() -> dict[str, Any]:
    text = resources.files("pipeline.vocabulary").joinpath("hedges.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _words(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})(?![\w-])", re.IGNORECASE)


def lost_hedges(german: str, english: str) -> Iterator[re.Match[str]]:
    """The first German word of each kind of hedge that no English one answers."""
    for mine, theirs in _groups():
        found = mine.search(german)
        if found and not theirs.search(english):
            yield found


def lost_negation(german: str, english: str) -> re.Match[str] | None:
    """The German negation, if the English has none of any kind."""
    mine, theirs = _negation()
    found = mine.search(german)
    return found if found and not theirs.search(english) else None
