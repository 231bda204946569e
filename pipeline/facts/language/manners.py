"""Text -> the manners in which it addresses its readers, names people of both sexes, and spells.

In: a text without quotations. Out: places of each manner.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ...frozen import dataclass
from ..table import table
from ..words.runs import Rare, runs

if TYPE_CHECKING:
    from collections.abc import Iterator

START = r"(?:^|[.!?:;…»“”\"(\n\ufffc|•>–-]\s*|\d\.\s*)"
ADDRESS = re.compile(
    r"[dDSI](?<![\w-].)(?:(?:(?<=d)|(?<=D))(?:u|ich|ir|ein(?:e|er|en|em|es)?)|(?<=S)ie|(?<=I)(?:hnen|hre[nmrs]?|hr))(?![\w-])"
)
AT_START = re.compile(rf"{START}$")
NOTATION = re.compile(r"(?<=\w\w)(?P<mark>/-|[:*_/])in(?:nen)?(?!\w)|(?<=[a-zäöüß])(?P<inner>I)nnen(?!\w)")
WORD_END = re.compile(r"\w+$")
MARKS = (":in", "*in", "_in", "/in", "/-in", "Innen")
"""Without one of these there is no notation for both sexes: most texts have none."""
MANNERS = {"d": "du", "D": "Du", "S": "Sie", "I": "Sie"}
WHOLE, BOUND = re.compile(r"[^\w@#./-]?"), re.compile(r"[\w@/-]|\.\w")
ENDINGS = frozenset(
    ("", "e", "s", "es", "ed", "d", "ing", "ings", "ful", "able", "r", "rs", "er", "ers", "ist", "al", "ally")
)
OF_CENTRE = ENDINGS - {"al", "ally", "ist"}
"""The endings of centre, fibre: “central”, “literal” and “humorist” are spelled so by both."""
OF_FULFILL, OF_EMPHASIS = frozenset(("", "s")), ENDINGS - {""}
"""Those of fulfill, enroll, and of emphasise: “fulfilled” and “emphasis” are spelled so by both."""
PLAIN = re.compile(r"[A-Za-z]+")
AHEAD = 16
NOUN = re.compile(
    r"\b(?:the|an?|this|that|these|its|his|her|their|your|our|my|every|each|any|under|without|same|driving"
    r"|[Oo]pen[- ][Ss]ource) $"
)
"""What stands before a noun: “the license”, and within how many letters; “to license” is British as well."""
NUMBER = re.compile(r"\d[ \u00a0-]$")
"""What stands before a unit: “40 meters” are American, gas meters are not."""
BRITISH, AMERICAN = "British", "American"
ISE, IZE = "-ise", "-ize"
"""“organise” is British alone; “organize” is American, and British too: it only says that nobody writes -ise."""


@dataclass(frozen=True, slots=True)
class Trait:
    """A place that shows a manner."""

    manner: str
    text: str
    start: int
    end: int


def registers(text: str) -> Iterator[Trait]:
    """How a German text addresses its readers: du, Du or Sie; not what begins a sentence and may be any „sie“."""
    for found in ADDRESS.finditer(text):
        manner = MANNERS[found[0][0]]
        if manner == "du" or not AT_START.search(text, max(0, found.start() - 4), found.start()):
            yield Trait(manner, found[0], found.start(), found.end())


def notations(text: str) -> Iterator[Trait]:
    """The notations for both sexes in a text."""
    for found in NOTATION.finditer(text) if any(mark in text for mark in MARKS) else ():
        word = WORD_END.search(text, max(0, found.start() - 40), found.start())
        start = word.start() if word else found.start()
        yield Trait(found["mark"] or "I", text[start : found.end()], start, found.end())


@cache
def _spellings() -> dict[str, str]:
    """The stems that only one of both spells so."""
    data = table("spellings")
    known: dict[str, str] = {}
    for line in data["words"].split("\n"):
        british, _, american = line.partition(" ")
        is_suffix = american == british.replace("is", "iz")
        for variant, word in zip((ISE, IZE) if is_suffix else (BRITISH, AMERICAN), (british, american), strict=True):
            if word and word not in data["unsure"]:
                known[word.removesuffix("e")] = variant
    return known


@cache
def _others() -> dict[str, str]:
    """How the others spell a word."""
    pairs = [line.split(" ")[:2] for line in table("spellings")["words"].split("\n") if " " in line]
    return {one: other for british, american in pairs for one, other in ((british, american), (american, british))}


@cache
def _nouns() -> dict[str, str]:
    """Nouns that only one of both spells so; the verb may be spelled so by both."""
    british, american = table("spellings")["nouns"]
    return {**dict.fromkeys(british.split(" "), BRITISH), **dict.fromkeys(american.split(" "), AMERICAN)}


@cache
def _measured() -> frozenset[str]:
    """American units that are devices to both."""
    return frozenset(table("spellings")["measured"])


def other_spelling(phrase: str) -> str:
    """A phrase in American spelling if it is in British, and the reverse; else as it is."""
    return " ".join(_others().get(word, word) for word in phrase.split(" "))


@lru_cache(maxsize=1 << 15)
def _variant(word: str) -> str:
    """Who alone spells a word in small letters so; empty if both do."""
    known = _spellings()
    for end in range(len(word), 2, -1):
        stem, ending = word[:end], word[end:]
        if stem in known and ending in _endings(stem):
            return known[stem]
    return ""


def _endings(stem: str) -> frozenset[str]:
    """The endings behind which a stem is still spelled so by one of both alone."""
    if stem.endswith(("tr", "br", "er", "mor")):
        return OF_CENTRE
    if stem.endswith("ll"):
        return OF_FULFILL
    return OF_EMPHASIS if stem.endswith("sis") else ENDINGS


@cache
def _varied() -> Rare:
    """Picks the words of which one part, at a letter that English has not, may be such a spelling."""
    return Rare(lambda word: word in _nouns() or word in _measured() or any(map(_variant, PLAIN.findall(word))))


def variants(text: str) -> Iterator[Trait]:
    """Where an English text is spelled as only some do: British, American, -ise, -ize; a name keeps its spelling."""
    nouns = _nouns()
    for found in PLAIN.finditer(text) if _varied()(runs(text)) else ():
        variant = _variant(found[0])
        noun = nouns.get(found[0], "")
        if noun == BRITISH or (noun and NOUN.search(text, max(0, found.start() - AHEAD), found.start())):
            variant = noun  # Americans write “licence” nowhere
        if found[0] in _measured() and NUMBER.search(text, max(0, found.start() - 2), found.start()):
            variant = AMERICAN
        if (
            variant
            and WHOLE.fullmatch(text[max(0, found.start() - 1) : found.start()])
            and not BOUND.match(text, found.end())
        ):
            yield Trait(variant, found[0], found.start(), found.end())
