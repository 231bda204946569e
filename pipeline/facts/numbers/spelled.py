"""Number words -> values, in either language.

In: a text, a place where a word stands, and its language. Out: :class:`Spelled`, or nothing. Nearly no word begins a
number: what each may do is kept.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ...model import Language
from ..table import table
from ..words.runs import Rare
from . import english as english_numbers
from . import german as german_numbers

if TYPE_CHECKING:
    from .number import Spelled

ARTICLE = {
    Language.DE: re.compile(
        r"\b(?P<article>eine?[nmrs]?)(?=\s+(?:halb|\w+tel\b|(?:Mill|Bill|Trill)i(?:on|arde)(?:en|n)?\b|Mio|Mrd|[Tt]ausend\b|[Hh]undert\b|Dutzend\b|Jahrzehnt(?:e?s)?\b|Jahrhundert(?:e?s)?\b|von\s+(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|hundert)\b|von\s+\d))",
        re.IGNORECASE,
    ),
    Language.EN: re.compile(
        r"\b(?P<article>an?|another)(?=[\s-]+(?:half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|hundredth|thousandth"
        r"|(?:mill|bill|trill|quadrill)ion|thousand|hundred|dozen|decade|century|fortnight)s?\b|\s+[a-z]+\s+and\s+a\s+half)",
        re.IGNORECASE,
    ),
}
"""An article that counts: all others are left alone."""
COUNTED_BY = {
    Language.DE: Rare(
        re.compile(
            r"halb|\w*tel$|milli|billi|trilli|mio|mrd|tausend|hundert|dutzend|jahrzehnt|jahrhundert"
            r"|(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig)$"
        ).match
    ),
    Language.EN: Rare(
        re.compile(
            r"half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|hundredth|thousandth"
            r"|(?:mill|bill|trill|quadrill)ion|thousand|hundred|dozen|decade|century|fortnight"
        ).match
    ),
}
"""The words in small letters that such an article stands before."""
BOUNDED = {
    Language.DE: re.compile(rf"{german_numbers.BOUND.pattern[:-1]}(?P<article>eine?[nmrs]?)(?=\s)", re.IGNORECASE),
    Language.EN: re.compile(rf"{english_numbers.BOUND.pattern[:-1]}(?P<article>an?|one)(?=\s)", re.IGNORECASE),
}
"""An article behind a bound counts before a unit: „mindestens einen Tag“."""
BOUNDING = {
    Language.DE: Rare(
        frozenset(
            ("mindestens", "höchstens", "knapp", "fast", "rund", "etwa", "mehr", "weniger", "länger", "bis")
        ).__contains__
    ),
    Language.EN: Rare(
        frozenset(("least", "most", "just", "almost", "nearly", "than", "up", "about", "around")).__contains__
    ),
}
"""The words in small letters that those bounds have."""
BOUND_BY = frozenset(
    (
        *("mindestens", "höchstens", "knapp", "fast", "rund", "etwa", "mehr", "weniger", "länger", "bis"),
        *("at", "just", "almost", "nearly", "more", "less", "longer", "up", "about", "around"),
    )
)
"""The words that they begin with."""
ARTICLES = german_numbers.ARTICLES | english_numbers.ARTICLES
NAMES = ("words", "parts", "times", "rough", "decades")


@cache
def _known(language: Language) -> frozenset[str]:
    """The words that begin a number, and are no compounds."""
    data = table("numbers")
    words = {word.split()[0] for name in NAMES for word in data[name][language]}
    more = data["ordinals"]["en"] if language is Language.EN else ()
    return frozenset(words.union(more, ("first", "once") if language is Language.EN else ()) - ARTICLES)


@cache
def triggers(language: Language) -> Rare:
    """Picks the words in small letters that may begin a spelled number."""
    return Rare(lambda word: _is_trigger(word, language))


def _is_trigger(word: str, language: Language) -> bool:
    if word in _known(language):
        return True
    if language is Language.EN or word in ARTICLES:
        return False
    return word.startswith("jede") or german_numbers.in_a_word(word) is not None


def spelled(text: str, start: int, end: int, language: Language) -> Spelled | None:
    """The number that begins with the word from ``start`` to ``end``."""
    read = german_numbers.german if language is Language.DE else english_numbers.english
    return read(text, start, end)
