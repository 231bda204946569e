"""Text -> its names: acronyms, words with inner capitals or digits, and words that both languages write alike.

In: a text and its language. Out: :class:`Name` values in reading order.

German writes every noun with a capital, so a capital proves nothing there. What stands with two capitals, a capital
inside or with a digit is a name in both languages; other names are those that the English text of the same article
writes with a capital in the middle of its sentences (:func:`proper`).
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from ..model import Language
from ..vocabulary.terms import STOP_WORDS, TERMS, german_stem

CODED = re.compile(
    r"(?<![\w@#./:=+*'’&-])(?:[A-Z][A-Za-z]*-?\d+(?:\.\d+)*[a-z]?|[A-ZÄÖÜ]{2,}s?|[A-Z]+[a-zäöüß]+(?:[A-Z][a-zäöüß]*)+|[a-z]{1,2}[A-Z][a-zA-Z]+)(?![\w@/*+]|\.\w|:\w|_)"
)
INNEN = re.compile(r"[a-zäöüß]Innen$")
SHOUTED = re.compile(r"(?:\b[A-ZÄÖÜ]{2,}\b\W+){2,}")
MIDDLE = re.compile(r"(?<=[a-zäöüß,;] )[A-Z][a-zäöüßé]{3,}(?:['’]s)?(?![\w*_])")
ROMAN = re.compile(r"[IVXLC]+")
MARKS = frozenset(("EN", "DE", "ENG", "GER"))
SHORTEST_WORD, LONGEST_ACRONYM = 4, 6
LONG = 8
"""Letters of a name that is recognised inside of a compound: Webhosting is “web hosting”."""
GENITIVE = re.compile(r"['’]?s$|['’]$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as the text writes it, without the ending of a genitive."""

    text: str
    start: int
    end: int


@cache
def aliases() -> dict[str, tuple[str, ...]]:
    """What the other language calls a name."""
    source = resources.files("pipeline.vocabulary").joinpath("names.toml").read_text(encoding="utf-8")
    return {name: tuple(others) for name, others in tomllib.loads(source)["aliases"].items()}


def coded(text: str) -> tuple[Name, ...]:
    """Acronyms and words with inner capitals or digits; nothing of what is written in capitals for emphasis."""
    shouted = [found.span() for found in SHOUTED.finditer(text)]
    found = []
    for match in CODED.finditer(text):
        name = match[0].removesuffix("s") if re.fullmatch(r"[A-ZÄÖÜ]{2,}s", match[0]) else match[0]
        inside = any(a <= match.start() < b for a, b in shouted) or text[match.end() : match.end() + 2].isupper()
        if len(name) > 1 and not inside and not ROMAN.fullmatch(name) and not INNEN.search(name):
            found.append(Name(name, match.start(), match.start() + len(name)))
    return tuple(found)


def proper(english: str) -> frozenset[str]:
    """Words that an English text writes with a capital in the middle of its sentences, and never without."""
    large = {GENITIVE.sub("", found) for found in MIDDLE.findall(english)}
    small = set(re.findall(r"\b[a-z][\w'’]*", english))
    return frozenset(word for word in large if word.lower() not in small)


def alike(english: str, german: str) -> frozenset[str]:
    """Names that an English article writes as its German original does."""
    words = {word.removesuffix("s") for word in re.findall(r"[A-ZÄÖÜ][\w]+", german)}
    return frozenset(name for name in proper(english) if name.removesuffix("s") in words)


def found(name: str, german: str) -> Name | None:
    """Where a German text has a name, perhaps in the genitive."""
    match = re.search(rf"(?<![\w-]){re.escape(name)}(?=(?:s|es|['’])?(?![\w-]))", german)
    return Name(name, match.start(), match.end()) if match else None


def mentions(name: str, text: str) -> int:
    """How often a text has a name: in any case, with an ending, as part of a compound, or under an alias."""
    plain = name.removesuffix("s") if len(name) > SHORTEST_WORD else name
    forms = "|".join(re.escape(form) for form in (plain, *aliases().get(name, ())))
    times = len(re.findall(rf"(?<![^\W_])(?:{forms})(?:['’]?s|es)?(?![^\W\d_])", text, re.IGNORECASE))
    is_compound = _has_inner_capital(plain) or len(plain) > LONG or not plain.isalpha()
    return times or (fold(text).count(fold(plain)) if is_compound else 0)


def _has_inner_capital(name: str) -> bool:
    return not name.isupper() and name[1:] != name[1:].lower()


def fold(text: str) -> str:
    """A text without case, spaces and hyphens: FileField is “file field”."""
    return re.sub(r"[\W_]", "", text).casefold()


def is_emphasis(name: str, text: str) -> bool:
    """Whether a word in capitals is an ordinary German one: NICHT, ACHTUNG, or in small letters elsewhere."""
    if not name.isupper() or len(name) < SHORTEST_WORD:
        return name in MARKS
    lower = name.lower()
    german = (
        lower in STOP_WORDS[Language.DE]
        or lower in TERMS
        or german_stem(lower) in TERMS
        or bool(set(lower) & set("äöüß"))
    )
    return german or len(name) > LONGEST_ACRONYM or bool(re.search(rf"\b(?:{lower}|{lower.capitalize()})\b", text))
