"""Text -> the manners in which it addresses its readers, names people of both sexes, and spells.

In: a text without quotations. Out: places of each manner.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

START = r"(?:^|[.!?:;…»“”\"(\n\ufffc|•–-]\s*|\d\.\s*)"
DU = re.compile(r"(?<![\w-])(?:du|dich|dir|dein(?:e|er|en|em|es)?)(?![\w-])")
LARGE_DU = re.compile(r"(?<![\w-])(?:Du|Dich|Dir|Dein(?:e|er|en|em|es)?)(?![\w-])")
SIE = re.compile(r"(?<![\w-])(?:Sie|Ihnen|Ihre[nmrs]?|Ihr)(?![\w-])")
AT_START = re.compile(rf"{START}$")
NOTATION = re.compile(r"(?<=\w\w)(?P<mark>/-|[:*_/])in(?:nen)?(?!\w)|(?<=[a-zäöüß])(?P<inner>I)nnen(?!\w)")
WORD_END = re.compile(r"\w+$")
BRITISH, AMERICAN = "British", "American"


@dataclass(frozen=True, slots=True)
class Trait:
    """A place that shows a manner."""

    manner: str
    text: str
    start: int
    end: int


def registers(text: str) -> Iterator[Trait]:
    """How a German text addresses its readers: du, Du or Sie; not what begins a sentence and may be any „sie“."""
    for manner, pattern in (("du", DU), ("Du", LARGE_DU), ("Sie", SIE)):
        for found in pattern.finditer(text):
            if manner == "du" or not AT_START.search(text, max(0, found.start() - 4), found.start()):
                yield Trait(manner, found[0], found.start(), found.end())


def notations(text: str) -> Iterator[Trait]:
    """The notations for both sexes in a text."""
    for found in NOTATION.finditer(text):
        word = WORD_END.search(text, max(0, found.start() - 40), found.start())
        start = word.start() if word else found.start()
        yield Trait(found["mark"] or "I", text[start : found.end()], start, found.end())


@cache
def _spellings() -> tuple[dict[str, str], re.Pattern[str]]:
    data = tomllib.loads(resources.files("pipeline.vocabulary").joinpath("spellings.toml").read_text(encoding="utf-8"))
    known: dict[str, str] = {}
    for line in data["words"].split("\n"):
        for variant, word in zip((BRITISH, AMERICAN), line.split(), strict=False):
            if word not in data["unsure"]:
                known[word.removesuffix("e")] = variant
    stems = "|".join(sorted(known, key=len, reverse=True))
    return known, re.compile(
        rf"(?<![\w@#./-])(?P<stem>{stems})(?:e|s|es|ed|d|ing|ings|ful|able|r|rs|er|ers|ist|al|ally)?(?![\w@/-]|\.\w)",
        re.IGNORECASE,
    )


def variants(text: str) -> Iterator[Trait]:
    """Where an English text is spelled as only the British or only the Americans do."""
    known, pattern = _spellings()
    for found in pattern.finditer(text):
        if not found[0][0].isupper():  # a name keeps its spelling
            yield Trait(known[found["stem"].lower()], found[0], found.start(), found.end())
