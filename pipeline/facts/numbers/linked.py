"""Numbers of a text -> the same, knowing of each other: ranges, and amounts of two units.

In: a text and its numbers in reading order. Out: numbers. „5 bis 10 Prozent“ are two percentages, „zwei Jahre und sechs
Monate“ are one time, „von 30 auf 45“ goes from one to the other.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from ...model import Language
from .measures import named
from .number import Kind, Number
from .sizes import known, sizes

if TYPE_CHECKING:
    from collections.abc import Sequence

BETWEEN = {
    Language.DE: re.compile(r"\s?(?:bis(?: zu)?|und|oder|auf|statt|nach|–|-|—)\s?(?:rund |etwa |knapp |gut )?"),
    Language.EN: re.compile(
        r"\s?(?:to|and|or|instead of|rather than|–|-|—)\s?(?:around |about |just under |some )?(?:[€$£])?"
    ),
}
JOINED = re.compile(r"\.?,?\s(?:und|and)\s|\.?,?\s")
DECIMAL = re.compile(r"\d[.,]\d")
PARTS = {
    "a": ("mo", "wk", "d"),
    "mo": ("wk", "d"),
    "wk": ("d",),
    "d": ("h",),
    "h": ("min", "s"),
    "min": ("s",),
    "m": ("cm",),
    "ft": ("in",),
    "¤EUR": ("¤ct",),
    "¤GBP": ("¤p",),
}
"""Units, and those of which a few may follow: two years and six months, one euro and nine cents."""
TIMES = frozenset(("a", "mo", "wk", "d", "h", "min", "s"))
ONE_AHEAD = re.compile(r"\b(?P<one>(?:[Ee]ine?[nmrs]?|[Aa]n?) (?P<unit>[A-Za-z]+)) (?:und|and) $")
ONE_BEHIND = re.compile(r" (?:und|and) (?P<one>(?:eine?[nmrs]?|an?) (?P<unit>[A-Za-z]+))\b")
LONGEST = 24
"""What says one of a longer time before a number, or of a shorter one behind it, and its longest."""
ALONE = re.compile(r"\s?(?:[.;:!?–](?!\d)|,(?!\d)|$)")
"""What stands behind a number that nothing is said to be so many of."""
COUNTS_NOTHING = re.compile(
    r"\s?(?:[.,;:!?–)]|$)|\s(?:und|oder|and|or|high|tall|long|wide|deep|each|an?|per|for|in|to)\b"
)
"""What stands behind spelled hundredths: „zwei Meter vierzig und …“, but „für drei Euro zwanzig Karten“ are tickets."""
NEAR = 120
"""Characters in which the unit was said."""
ROLES = {
    Language.DE: re.compile(
        r"\b(?P<from>von|statt|anstatt|anstelle von)\s(?:\w+\s)?$|\b(?P<to>auf)\s(?:\w+\s)?$"
        r"|\b(?P<by>[Uu]m)\s(?:\w+\s)?$"
    ),
    Language.EN: re.compile(
        r"\b(?P<from>from|instead of|rather than)\s(?:\w+\s)?$|\b(?P<by>by)\s(?:\w+\s)?$"
        r"|\b(?P<to>to)\s(?:(?:an?|about|above|almost|around|barely|below|just|nearly|only|over|roughly|some|the|under)\s)?$",
        re.IGNORECASE,
    ),
}
"""What stands before a number; behind “to” any other word is a verb: “to save 400 euros”."""
INSTEAD = re.compile(
    r"(?:\s(?!und\b|and\b)[a-zäöüß]+){0,3},?\s(?:statt|anstatt|anstelle von|instead of|rather than)\s"
    r"(?:[a-z]+\s)?[€$£]?"
)
"""What stands between a number and the one whose place it takes."""
FIRST = re.compile(r"\b(?:statt|anstatt|anstelle von)\s(?:\w+\s)?$")
THEN = re.compile(r"(?:\s[a-zäöüß]+(?:\s[^\W\d_]+){0,2})?\s(?:[€$£])?")
"""What stands before a number that another one behind it took the place of, and between: „statt 14 am Ende 31“."""


def linked(text: str, language: Language, found: Sequence[Number]) -> tuple[Number, ...]:
    """The numbers, those of a range with the unit and the scale of its end."""
    made: list[Number] = []
    for number in found:
        role = ROLES[language].search(text, max(0, number.start - 16), number.start)
        each = replace(number, role=role.lastgroup or "") if role else number
        if made and each.kind is made[-1].kind is Kind.SCORE and each.start - made[-1].end == 1:
            each = replace(each, role=made[-1].role)
        if made and each.start < made[-1].end:
            continue
        if made and (joined := _joined(text, made[-1], each)):
            made[-1] = joined
            continue
        each = _with_one(text, made, each) if each.unit in TIMES else each
        if made and INSTEAD.fullmatch(text, made[-1].end, each.start):
            made[-1] = replace(made[-1], role="to")
        if made and _takes_place(text, made[-1], each):
            each = replace(each, role="to")
        if made and (made[-1].role, each.role) in {("to", "from"), ("from", "to")} and made[-1].unit != each.unit:
            made[-1], each = _measured_alike(made[-1], each)
        each = _timed(text, made, each)
        if made and not each.is_ordinal and BETWEEN[language].fullmatch(text, made[-1].end, each.start):
            made[-1] = _of_range(made[-1], each)
            if each.bound in {"least", ""} and each.role == "from":
                each = replace(each, bound="")
        made.append(each)
    return tuple(made)


def _takes_place(text: str, first: Number, number: Number) -> bool:
    """Whether a number with a scale stands for one without: „verschlang statt 14 am Ende 31 Millionen“."""
    if not number.scale or number.role or first.scale or first.unit or not FIRST.search(text, 0, first.start):
        return False
    return THEN.fullmatch(text, first.end, number.start) is not None


def _scaled(first: Number, last: Number) -> frozenset[Decimal]:
    """What a number may be that has the scale of another."""
    return first.readings | {each * Decimal(10) ** last.scale for each in first.bare}


def _timed(text: str, before: Sequence[Number], number: Number) -> Number:
    """A number that is the end of its clause: behind hours it may be hours as well, „er braucht zwölf, sie drei“."""
    if number.unit or number.scale or number.is_ordinal or not before or not ALONE.match(text, number.end):
        return number
    last = next((each for each in reversed(before) if each.unit), None)
    if last is None or last.unit not in TIMES or number.start - last.end > NEAR:
        return number
    return replace(number, sizes=sizes(number.readings, last.unit))


def _of_range(first: Number, last: Number) -> Number:
    """The beginning of a range: a scale or unit that is said once is meant twice."""
    if first.is_ordinal:
        return first
    bound = "" if first.bound == "least" and not first.is_firm else first.bound
    readings, unit = first.readings, first.unit
    if last.scale and not first.scale:
        readings = _scaled(first, last)
    if not unit and (last.unit == "%" or last.unit.startswith(("¤", "°", "p"))):
        unit = last.unit
    return replace(
        first,
        readings=readings,
        unit=unit,
        bound=bound,
        sizes=sizes(readings, unit or last.unit) or first.sizes,
        per=first.per or last.per,
    )


def _measured_alike(first: Number, last: Number) -> tuple[Number, Number]:
    """Two numbers of which one takes the other's place: a unit that is said once is that of both."""
    if first.is_ordinal or last.is_ordinal or (first.unit and last.unit):
        return first, last
    unit = first.unit or last.unit
    if last.scale and not (first.scale or first.unit):  # „statt 14 am Ende 31 Millionen Euro“
        first = replace(first, readings=_scaled(first, last))
    first, last = (replace(n, unit=unit, sizes=sizes(n.readings, unit)) for n in (first, last))
    return first, last


def _joined(text: str, first: Number, last: Number) -> Number | None:
    """Two years and six months: one amount; „1 Meter 20“ is one, too."""
    if hundredths := _hundredths(text, first, last):
        return hundredths
    if last.unit not in PARTS.get(first.unit, ()) or not JOINED.fullmatch(text, first.end, last.start):
        return None
    if len(first.readings) != 1 or len(last.readings) != 1 or first.is_ordinal or last.is_ordinal:
        return None
    (dimension, size), (other, part) = known()[first.unit], known()[last.unit]
    (many,), (few,) = first.readings, last.readings
    if dimension != other or few * part >= size or DECIMAL.search(first.text):  # 2.01 metres, one centimetre more
        return None
    whole = frozenset((many + few * part / size,))
    words = text[first.start : last.end]
    length = frozenset((dimension, (value + few * part).normalize()) for _, value in first.sizes)  # no third of an hour
    return replace(first, text=words, end=last.end, bare=whole, readings=whole, sizes=length)


def _with_one(text: str, before: Sequence[Number], number: Number) -> Number:
    """The number with the one that an article says beside it: „ein Jahr und zwei Monate“, “two years and a month”."""
    ahead = ONE_AHEAD.search(text, max(0, number.start - LONGEST), number.start)
    if ahead and (not before or before[-1].end <= ahead.start()):
        number = _joined(text, _one(text, *ahead.span("one"), ahead["unit"]), number) or number
    behind = ONE_BEHIND.match(text, number.end)
    return (_joined(text, number, _one(text, *behind.span("one"), behind["unit"])) if behind else None) or number


def _one(text: str, start: int, end: int, word: str) -> Number:
    values, unit = frozenset((Decimal(1),)), named().get(word.lower(), "")
    return Number(text[start:end], start, end, values, values, unit=unit, sizes=sizes(values, unit))


def _hundredths(text: str, first: Number, last: Number) -> Number | None:
    """„1 Meter 20“, „zwei Euro fünfzig“: two digits behind a unit of which there are hundredths."""
    is_apt = first.unit == "m" or first.unit.startswith("¤")
    is_bare = (last.text.isdigit() and len(last.text) == 2) or (  # noqa: PLR2004 - hundredths
        first.is_spelled and last.is_spelled and COUNTS_NOTHING.match(text, last.end)
    )
    is_bare = is_bare and not (last.unit or last.scale)
    if not (is_apt and is_bare and text[first.end : last.start] == " "):
        return None
    if len(first.readings) != 1 or len(last.readings) != 1:
        return None
    if first.is_ordinal or last.is_ordinal or DECIMAL.search(first.text):
        return None
    (many,) = first.readings
    (few,) = last.readings
    whole = frozenset((many + few / 100,))
    words = text[first.start : last.end]
    return replace(first, text=words, end=last.end, bare=whole, readings=whole, sizes=sizes(whole, first.unit))
