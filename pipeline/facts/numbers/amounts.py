"""Digits or number words in a text -> the number that they are, with what stands around them.

In: a text and the place of a value in it. Out: :class:`Number` with scale, unit, bound and kind.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from ...model import Language
from ..table import periods, table
from .bounds import bound_before, bound_behind
from .digits import strictly
from .measures import (
    LETTERS,
    currency_before,
    is_share,
    letter_after,
    per_around,
    scale_after,
    unit_after,
    way_after,
)
from .number import SMALL, Kind, Number
from .sizes import COLD, known, sizes

ORDINAL = {
    Language.DE: re.compile(r"\.(?=\s+[A-ZÄÖÜa-zäöü])|(?:st|t)e[nrsm]?\b|-?er(?:n|-?Jahren?|jahren?)?\b"),
    Language.EN: re.compile(r"(?:st|nd|rd|th)\b|['’]?s\b"),
}
DECADE = {
    Language.DE: re.compile(r"-?er(?:n|-?Jahren?|jahren?)?\b", re.IGNORECASE),
    Language.EN: re.compile(r"['’]?s\b"),
}
MULTIPLE = {
    Language.DE: re.compile(r"[\s-]?(?:mal|Mal|fach\w*)\b"),
    Language.EN: re.compile(r"(?:\s|-)?(?:times|fold|×|x)(?![\w])"),
}
FACTOR = re.compile(r"\b(?:factors? of|Faktor(?: von)?)\s$")
AMONG = re.compile(r"jede[rnms]?\b|[^\W\d_]+(?: [^\W\d_]+)? (?:in|out of) (?:every )?\w", re.IGNORECASE)
"""How a share begins that is said of things, which are no unit of it: „jeder fünfte Euro“, “one in five euros”."""
MINUSES = "-−–"
"""What is written for a minus: a hyphen, the sign itself, a dash."""
BELOW = re.compile(r"(?:\sCelsius)?\s(?:below (?:zero|freezing)|unter (?:[Nn]ull|dem Gefrierpunkt))\b")
"""What stands behind degrees of frost: „sieben Grad unter null“."""
MINUS = re.compile(r"\bminus\s+$", re.IGNORECASE)
CENTURY = 100
PERIOD = {
    Language.DE: re.compile(r"\.\s(?P<period>Quartals?|Halbjahr(?:e?s)?|(?:Jahresh|H)älfte|Halbzeit)\b"),
    Language.EN: re.compile(r"(?:st|nd|rd|th)[\s-](?P<period>quarter|half)\b"),
}


class Written(NamedTuple):
    """Digits or words that stand for a value, before their surroundings are read."""

    start: int
    end: int
    values: frozenset[Decimal]
    kind: Kind = Kind.AMOUNT
    unit: str = ""
    is_spelled: bool = False


class Scaled(NamedTuple):
    """A power of ten, where its word ends, the values before it is multiplied in, and readings besides."""

    power: int
    end: int
    values: frozenset[Decimal]
    besides: frozenset[Decimal] = frozenset()


def amount(text: str, language: Language, written: Written) -> Number:
    """The number that stands at a place of a text."""
    before = currency_before(text, written.start) if not written.is_spelled else None
    scale = _scaled(text, language, written, is_money=before is not None)
    start, end, values, besides = written.start, scale.end, scale.values, scale.besides
    unit = written.unit
    if not unit and (period := _period(text, language, end)):
        unit, end = period
    is_among = written.kind is Kind.SHARE and AMONG.match(text, start)  # one of so many, whatever they are
    if not (unit or is_among) and (after := unit_after(text, end)):
        unit, end = after.meaning, after.at
    if before and not unit.startswith("¤"):
        unit, start = before.meaning, before.at
    per = per_around(text, start, end)
    if is_share(text, end, unit):
        unit, per = "%", ""
    if per and f"{unit}/{per}" in known():  # “km per second”
        unit, per = f"{unit}/{per}", ""
    minus = MINUS.search(text, max(0, start - 8), start) if text[start - 1 : start].isspace() else None
    is_cold = unit in COLD and not minus and BELOW.match(text, end)
    if minus or is_cold or (before and before.is_negative):
        start, values = minus.start() if minus else start, frozenset(-value for value in values)
    kind = _kind(text, language, written, end, unit=unit, power=scale.power)
    if kind is Kind.ORDINAL and DECADE[language].match(text, written.end) and max(values) < CENTURY:
        besides |= {1900 + max(values)}
    scaled = frozenset([value * Decimal(10) ** scale.power for value in values]) if scale.power else values
    readings = scaled | besides
    bound = bound_before(text, start, language) or bound_behind(text, end, language)
    return Number(
        text=text[start:end],
        start=start,
        end=end,
        bare=values,
        readings=readings,
        scale=scale.power,
        unit=unit,
        bound=bound.meaning if bound else "",
        is_spelled=written.is_spelled,
        kind=kind,
        sizes=sizes(readings, unit, is_share=kind is Kind.SHARE),
        is_firm=bound.is_firm if bound else False,
        is_kept=bound.is_kept if bound else False,
        per=per,
        way=way_after(text, end, language),
        sign="+" if text[start - 1 : start] == "+" else "-" if text[start] in MINUSES else "",
    )


def _period(text: str, language: Language, end: int) -> tuple[str, int] | None:
    """A numbered part of a time: „3. Quartal“, “3rd quarter”."""
    found = PERIOD[language].match(text, end)
    return (periods()[found["period"].lower()], found.end()) if found else None


def _scaled(text: str, language: Language, written: Written, *, is_money: bool) -> Scaled:
    """The scale behind a number; “120m” is 120 metres or 120 million."""
    end, values = written.end, written.values
    plain = Scaled(0, end, values)
    if written.kind not in {Kind.AMOUNT, Kind.SHARE}:
        return plain
    power, after = scale_after(text, end, language)
    if power:
        mark = "." if language is Language.DE else ","
        return Scaled(power, after, strictly(values, text[written.start : written.end], mark))
    letter, after = letter_after(text, end)
    if not letter or written.is_spelled:
        return plain
    if letter == "m" and not is_money:
        is_metre = language is Language.DE or re.match(r"[²³]|\s?/", text[after : after + 2])
        return plain if is_metre else Scaled(LETTERS[letter], after, values, values)
    return Scaled(LETTERS[letter], after, values)


def _kind(text: str, language: Language, written: Written, end: int, *, unit: str, power: int) -> Kind:  # noqa: PLR0913 - all that decides
    most = max(written.values)
    if (written.kind is Kind.SHARE and (power or unit)) or (written.kind is Kind.TIMES and most > SMALL):
        return Kind.AMOUNT
    if unit in table("units")["periods"]:
        return Kind.ORDINAL
    if written.kind is not Kind.AMOUNT or unit or power:
        return written.kind
    if MULTIPLE[language].match(text, end) or FACTOR.search(text, max(0, written.start - 12), written.start):
        return Kind.TIMES if most <= SMALL else Kind.AMOUNT  # "20-mal" is a figure
    is_ordinal = ORDINAL[language].match(text, end) and not (
        text[end : end + 1] == "." and (most >= CENTURY or written.is_spelled)
    )
    return Kind.ORDINAL if is_ordinal else Kind.AMOUNT
