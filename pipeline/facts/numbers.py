"""Text -> its numbers, each as the set of its readings.

In: a text and its language. Out: :class:`Number` values in reading order, with scale, unit and bound.

``1.234`` is 1234 or 1.234, ``22.04`` is a version: strict German grammar flagged 283 of 647 real blocks, sets of
readings 42. So a number is the set of what it can mean in either language; dates, times and addresses are none.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from ..model import Language
from .dates import dates, times
from .spelled import spelled

if TYPE_CHECKING:
    from collections.abc import Iterator

SPACES = "\u00a0\u202f\u2009"
DIGITS = re.compile(
    rf"(?<![\w.,/:#@-])(?:(?P<minus>[-−–](?=\d))?(?P<digits>\d{{1,3}}(?: \d{{3}})+(?!\d)|\d+(?:[.,'’{SPACES}]\d+)*)"
    r"(?P<suffix>[KkMBT](?![\w-]))?)(?![\w]*@)"
)
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|\b(?:\d{1,3}\.){3}\d{1,3}(?:[:/]\d+)?\b")
ORDINAL = {
    Language.DE: re.compile(r"\.(?=\s+[A-ZÄÖÜa-zäöü])|(?:st|t)e[nrsm]?\b|-?er(?:n|-Jahren?)?\b"),
    Language.EN: re.compile(r"(?:st|nd|rd|th)\b|['’]?s\b"),
}
COUNTED = re.compile(
    r"(?:Schritte?n?|Kapiteln?|Abschnitte?n?|Abbildung|Abb\.|Tabelle|Punkte?|Step|Steps|Chapter|Section|Sections|Figure|Fig\.|Table"
    r"|Level|Part|Teil|Nummer|Nr\.|No\.|Number|#)\s*$",
    re.IGNORECASE,
)
"""What numbers the parts of a text: each language may number them in its own way."""
SUFFIXES = {"K": 3, "k": 3, "M": 6, "B": 9, "T": 12}
REFERENCE = re.compile(
    r"(?:Schritt(?:en)?|Kapitel|Abschnitt|Abbildung|Abb\.|Tabelle|Artikel|Art\.|Absatz|Abs\.|Satz|Nummer|Nr\.|Teil|§{1,2}|"
    r"Steps?|Chapter|Section|Figure|Fig\.|Table|Article|Paragraph|No\.|Part|Appendix|Anhang|RFC)\s$"
)
"""What a section or a list is numbered by is no fact."""
BEFORE = frozenset(("€", "eur", "$", "us$", "usd", "£", "gbp", "chf", "¥", "jpy", "cny", "rmb"))
"""Currencies that stand before their amount."""
GAP = rf"[\s{SPACES}-]{{0,2}}"


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text.

    ``readings`` are the values that it can have, its scale (a power of ten) already multiplied in; ``bare`` are those
    without the scale. ``unit`` is a key of ``units.toml`` or empty, ``bound`` one of about, over, under, least, most
    or empty.
    """

    text: str
    start: int
    end: int
    bare: frozenset[Decimal]
    readings: frozenset[Decimal]
    scale: int
    unit: str
    bound: str
    is_spelled: bool = False
    is_ordinal: bool = False

    @property
    def is_small(self) -> bool:
        """0 to 12 are written as words or left to the grammar: alone they prove nothing."""
        return not self.scale and not self.unit and all(value == int(value) and value <= 12 for value in self.readings)  # noqa: PLR2004


@cache
def table(name: str) -> dict[str, Any]:
    """A data file of the vocabulary."""
    source = resources.files("pipeline.vocabulary").joinpath(f"{name}.toml")
    return tomllib.loads(source.read_text("utf-8"))


@cache
def _scales(language: Language) -> re.Pattern[str]:
    words = sorted(table("numbers")["scales"][language], key=len, reverse=True)
    if language is Language.DE:  # nouns: a small "billion" in a German text is the English word
        words = [*(word.capitalize() for word in words), "tausend"]
    flags = re.IGNORECASE if language is Language.EN else re.NOFLAG
    return re.compile(rf"{GAP}(?P<scale>{'|'.join(words)})\b\.?", flags)


@cache
def _units() -> tuple[dict[str, str], re.Pattern[str], re.Pattern[str]]:
    known = {str(word): unit for unit, words in table("units").items() for word in words}
    ordered = sorted(known, key=len, reverse=True)
    after = "|".join(re.escape(word) + (r"(?!\w)" if word[-1].isalnum() else "") for word in ordered)
    signs = "|".join(re.escape(word) for word in ordered if known[word].startswith("¤") and word in BEFORE)
    return (
        known,
        re.compile(rf"{GAP}(?P<unit>{after})", re.IGNORECASE),
        re.compile(rf"(?<![^\W\d_])(?P<unit>{signs}){GAP}$", re.IGNORECASE),
    )


@cache
def _bounds(language: Language) -> re.Pattern[str]:
    groups = table("numbers")["bounds"][language]
    parts = [
        rf"(?P<{name}>{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})"
        for name, words in groups.items()
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})\s(?:\S{{1,4}}\s)?$", re.IGNORECASE)


@lru_cache(maxsize=4096)
def numbers(text: str, language: Language) -> tuple[Number, ...]:
    """The numbers of a text; what belongs to a date, a time or an address is left out."""
    taken = [(each.start, each.end) for each in dates(text, language)]
    taken += [(each.start, each.end) for each in times(text, language)]
    taken += [found.span() for found in ADDRESS.finditer(text)]
    free = [each for each in _digits(text, language) if not any(a < each.end and each.start < b for a, b in taken)]
    words = [
        _number(text, language, start, end, frozenset((Decimal(value),)), spelled_=True)
        for start, end, value in spelled(text, language)
    ]
    words = [each for each in words if not any(a < each.end and each.start < b for a, b in taken)]
    return tuple(sorted((*free, *words), key=lambda number: number.start))


def _digits(text: str, language: Language) -> Iterator[Number]:
    for found in DIGITS.finditer(text):
        written = found["digits"]
        values = readings(written)
        if not values or REFERENCE.search(text[max(0, found.start() - 12) : found.start()]):
            continue
        if found["minus"]:
            values = frozenset(-value for value in values) if found["minus"] != "–" else values
        suffix = SUFFIXES.get(found["suffix"] or "", 0)
        end = found.end()
        if (
            end < len(text)
            and text[end].isalpha()
            and not suffix
            and not _units()[1].match(text, end)
            and not ORDINAL[language].match(text, end)
        ):
            continue
        yield _number(text, language, found.start(), end, values, suffix=suffix)


def _number(  # noqa: PLR0913 - what is known of a number before its surroundings are read
    text: str,
    language: Language,
    start: int,
    end: int,
    values: frozenset[Decimal],
    *,
    suffix: int = 0,
    spelled_: bool = False,
) -> Number:
    known, after, before = _units()
    scale = suffix
    if not scale and (word := _scales(language).match(text, end)):
        scale = int(table("numbers")["scales"][language][word["scale"].lower()])
        values = _strictly(values, text[start:end], language)
        end = word.end() - (1 if word[0].endswith(".") and _ends_sentence(text, word.end()) else 0)
    unit = ""
    sign = after.match(text, end)
    if sign and not (sign[0] == "s" and text[end - 1].isdigit()):  # the 1990s are no seconds
        unit, end = known[sign["unit"].lower()], sign.end()
    elif sign := before.search(text[max(0, start - 6) : start]):
        unit, start = known[sign["unit"].lower()], start - len(sign[0])
    bound = _bounds(language).search(text[max(0, start - 24) : start])
    ordinal = (
        not unit
        and not scale
        and (_is_ordinal(text, language, end, values) or bool(COUNTED.search(text, max(0, start - 12), start)))
    )
    return Number(
        text=text[start:end],
        start=start,
        end=end,
        bare=values,
        readings=frozenset(value * Decimal(10) ** scale for value in values),
        scale=scale,
        unit=unit,
        bound=next((name for name, word in bound.groupdict().items() if word), "") if bound else "",
        is_spelled=spelled_,
        is_ordinal=ordinal,
    )


def _is_ordinal(text: str, language: Language, end: int, values: frozenset[Decimal]) -> bool:
    return bool(ORDINAL[language].match(text, end)) and not (text[end : end + 1] == "." and max(values) >= 100)  # noqa: PLR2004


def _ends_sentence(text: str, end: int) -> bool:
    return not re.match(r"\s+\S", text[end:])


def _strictly(values: frozenset[Decimal], written: str, language: Language) -> frozenset[Decimal]:
    """The one reading of the text's own language: before a scale word there are no versions ("2.500 Millionen")."""
    if len(values) < 2:  # noqa: PLR2004 - two readings can be told apart
        return values
    grouped = ("." if language is Language.DE else ",") in written
    return frozenset((max(values) if grouped else min(values),))


def readings(written: str) -> frozenset[Decimal]:
    """What digits with separators can mean in German or English; nothing for a version such as 1.2.3."""
    plain = re.sub(rf"(?<=\d)[ {SPACES}'’](?=\d{{3}}(?!\d))", "", written)
    if not re.fullmatch(r"\d+(?:[.,]\d+)*", plain):
        return frozenset()
    marks = [mark for mark in plain if mark in ".,"]
    if not marks:
        return frozenset((Decimal(plain),))
    groups = re.split(r"[.,]", plain)
    grouped = all(len(group) == 3 for group in groups[1:]) and 1 <= len(groups[0]) <= 3 and groups[0] != "0"  # noqa: PLR2004 - thousands
    found = set()
    if len(set(marks)) == 1:
        if grouped:
            found.add(Decimal("".join(groups)))
        if len(marks) == 1:
            found.add(Decimal(".".join(groups)))
    elif len(set(marks[:-1])) == 1 and marks[-1] != marks[0] and all(len(group) == 3 for group in groups[1:-1]):  # noqa: PLR2004
        found.add(Decimal("".join(groups[:-1]) + "." + groups[-1]))
    return frozenset(found)
