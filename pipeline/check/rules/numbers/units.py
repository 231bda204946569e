"""Every number keeps its unit, its currency and what bounds it.

In: an original and its translation. Out: remarks on units, currencies, percent and bounds.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....facts.numbers.number import Kind
from ....facts.sentences import sentence
from ....model import BlockKind
from ...answering.degrees import is_from_other_side
from ...rule import Remark, Severity, remark, rule
from .bounding import BEFORE, bounds_of, is_bounded
from .matching import compared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....facts.numbers.number import Number
    from ....model import Translation
    from .placed import Placed

PERCENT = frozenset(("%", "pp", "bp"))
POINTS = re.compile(r"\s?(?:Punkte?n?|points?)\b", re.IGNORECASE)
SHARE = re.compile(
    r"%|per[ -]?cent|\bpct\b|\bpoints?\b|\bhundred|\b100\b|\bout of\b|\bone in\b|\bin (?:ten|five|four|three)\b"
    r"|\btimes\b|\bhal(?:f|ves)\b|\bthirds?\b|\bquarters?\b|\bfifths?\b|\btenths?\b|\bfold\b|prozent",
    re.IGNORECASE,
)
"""How English says percent, or a part."""
POUNDS = {"lb", "¤GBP"}
CROWNS = frozenset(("¤KR", "¤SEK", "¤NOK", "¤DKK", "¤CZK"))
"""Crowns of a country, and of one that is not said."""
"""„299 Pfund“ may be money or weight."""
UNBOUND = frozenset((Kind.ORDINAL, Kind.COUNTER, Kind.REFERENCE, Kind.CODE, Kind.SCORE))
STRESS = re.compile(
    r"\b(?:gleich|ganzen?|immerhin|stolzen?|satten?|sage und schreibe|vollen?|sogar|geschlagenen?)\s(?:um\s|zu\s)?$"
)
"""What stresses a German number, and bounds it not."""
DEGREES = {
    "little": "kaum|knapp|etwas|leicht|geringfügig|minimal|nur wenig|ein wenig|ein bisschen|just|only just|barely"
    "|hardly|scarcely|slightly|a little|marginally|a touch|a shade|a fraction|fractionally|only a little|not much",
    "much": "weit|deutlich|viel|wesentlich|erheblich|klar|bei weitem|sehr viel|well|far|much|significantly"
    "|considerably|substantially|way|comfortably|vastly|markedly|a lot|very much",
}
"""How far above or below a bound an amount is."""
DEGREE = re.compile(
    rf"\b(?:(?P<little>{DEGREES['little']})|(?P<much>{DEGREES['much']})) (?:mehr als|weniger als|über|unter"
    r"|oberhalb von|unterhalb von|more than|less than|fewer than|over|above|under|below|short of|shy of|in excess of)"
    r" (?:[€$£]|den |die |the )?$|\b(?P<few>gut|knapp) (?:[€$£])?$",
    re.IGNORECASE,
)
"""What says so, before a number."""
CELSIUS = {"°", "°C"}
"""German degrees are Celsius."""


def _units(pair: Translation) -> Iterator[tuple[Placed, Placed]]:
    """Equal numbers of other units; what a section says again is one cause."""
    for _, matched in compared(pair):
        told = set()
        for mine, theirs in matched.same:
            one, other = mine.number, theirs.number
            if one.per and other.per and one.per != other.per:
                yield mine, theirs
                continue
            units = {one.unit, other.unit}
            if units == POUNDS or ("¤KR" in units and units <= CROWNS):
                continue
            differ = one.unit and other.unit and one.unit != other.unit and {one.unit, other.unit} != CELSIUS
            said = one.readings, one.unit, other.unit
            is_doubtful = one.bare == other.bare and len(one.bare) > 1  # 1.200 GWh are no 1,200 MWh
            if differ and (is_doubtful or one.sizes.isdisjoint(other.sizes)) and said not in told:
                told.add(said)
                yield mine, theirs


@rule(Severity.ERROR)
def percent_or_points(pair: Translation) -> Iterator[Remark]:
    """Percent and percentage points are confused, or percent is lost.

    Why it matters: from 10 to 15 percent is 5 percentage points, but 50 percent.

    Bad: „um 5 Prozentpunkte“ – “by 5 percent”.

    Good: “by 5 percentage points”.

    Repair: write what the original says.
    """
    for mine, theirs in (*_units(pair), *_bare_points(pair), *_lost_percent(pair)):
        if mine.number.unit != theirs.number.unit and {mine.number.unit, theirs.number.unit} <= {*PERCENT, ""}:
            yield _other(mine, theirs, "“{here}” is “{there}” in the original")


def _lost_percent(pair: Translation) -> Iterator[tuple[Placed, Placed]]:
    """Percent that became a bare number, in a sentence or cell where nothing says percent."""
    for _, matched in compared(pair):
        for mine, theirs in matched.same:
            is_lost = mine.number.unit == "%" and not theirs.number.unit and not theirs.number.is_spelled
            if is_lost and mine.passage.pair == theirs.passage.pair and not _says_percent(mine, theirs):
                yield mine, theirs


def _says_percent(mine: Placed, theirs: Placed) -> bool:
    """Whether a sentence says percent in any way, or a table says it above its cells."""
    text = theirs.passage.text
    if theirs.passage.kind is BlockKind.TABLE:
        return 2 * text.count("%") <= mine.passage.text.count("%")
    return bool(SHARE.search(text, *sentence(text, theirs.number.start, theirs.passage.article.language)))


def _bare_points(pair: Translation) -> Iterator[tuple[Placed, Placed]]:
    """Percent of one language that are points of the other, of what they may be."""
    for _, matched in compared(pair):
        for mine, theirs in matched.same:
            ways = (mine, theirs), (theirs, mine)
            if any(one.number.unit == "%" and not other.number.unit and _has_points(other) for one, other in ways):
                yield mine, theirs


def _has_points(placed: Placed) -> bool:
    return bool(POINTS.match(placed.passage.text, placed.number.end))


@rule(Severity.ERROR)
def currency_differs(pair: Translation) -> Iterator[Remark]:
    """An amount is in another currency than in the original.

    Why it matters: the figure stays and its worth changes.

    Bad: „500 Euro“ – “500 dollars”.

    Good: “500 euros”, “€500”.

    Repair: write the original's currency; a converted amount belongs in brackets behind it.
    """
    for mine, theirs in _units(pair):
        units = {mine.number.unit, theirs.number.unit}
        if len(units) > 1 and all(unit.startswith("¤") or unit == "lb" for unit in units):
            yield _other(mine, theirs, "“{here}” is “{there}” in the original: another currency")


@rule(Severity.ERROR)
def unit_differs(pair: Translation) -> Iterator[Remark]:
    """A number has another unit than in the original.

    Why it matters: 5 kilometres are not 5 miles.

    Bad: „5 Kilometer“ – “5 miles”.

    Good: “5 kilometres”, “5 km”.

    Repair: write the original's unit, or convert the number as well.
    """
    for mine, theirs in _units(pair):
        units = {mine.number.unit, theirs.number.unit}
        if len(units) == 1:
            yield _other(mine, theirs, "“{here}” is said of another unit than “{there}” in the original")
        elif mine.number.text == theirs.number.text:
            continue  # the unit is that of its neighbour, which is told
        elif not units <= PERCENT and not all(unit.startswith("¤") or unit == "lb" for unit in units):
            yield _other(mine, theirs, "“{here}” is “{there}” in the original: another unit")


def _other(mine: Placed, theirs: Placed, template: str) -> Remark:
    return remark(theirs.at, template, related=mine.at, here=theirs.number.text, there=mine.number.text)


@rule(Severity.WARNING)
def bound_differs(pair: Translation) -> Iterator[Remark]:
    """What bounds a number differs: about, over, under, at least, at most.

    Why it matters: „knapp 50“ is just under 50, „gut 50“ just over.

    Bad: „mindestens 50“ – “up to 50”; „knapp 50“ – “over 50”.

    Good: “at least 50”; “just under 50”.

    Repair: bound the number as the original does.
    """
    for _, matched in compared(pair):
        for mine, theirs in matched.same:
            is_turned = mine.number.way and theirs.number.way and mine.number.way != theirs.number.way
            if is_turned and not is_from_other_side(*_sentences(mine, theirs)):
                yield _other(mine, theirs, "“{here}” goes the other way than “{there}” in the original: more or less")
            if mine.number.kind in UNBOUND:
                continue
            if mine.number.is_small and not mine.number.is_ordinal:
                if mine.passage.pair == theirs.passage.pair and mine.number.is_firm:
                    yield from _otherwise(mine, theirs)
                continue
            if _is_another(mine, theirs) or _is_other_degree(mine, theirs):
                yield _other(mine, theirs, "“{here}” is bounded otherwise than “{there}” in the original")
            elif _has_lost(mine, theirs):
                yield _other(mine, theirs, "“{here}” has lost the bound of “{there}”")
            elif theirs.number.is_firm and not mine.number.bound and not (is_bounded(mine) or _is_stressed(mine)):
                yield _other(mine, theirs, "“{here}” has a bound that “{there}” of the original has not")


def _otherwise(mine: Placed, theirs: Placed) -> Iterator[Remark]:
    """A small number, of which there are many, that is firmly bounded and answered by one that is not, or otherwise."""
    if theirs.number.is_firm and _is_another(mine, theirs):
        yield _other(mine, theirs, "“{here}” is bounded otherwise than “{there}” in the original")
    elif _has_lost(mine, theirs):
        yield _other(mine, theirs, "“{here}” has lost the bound of “{there}”")


def _is_another(mine: Placed, theirs: Placed) -> bool:
    """Whether both are bounded, and otherwise; what one is about the other may bound."""
    bounds = bounds_of(mine), bounds_of(theirs)
    is_vague = "about" in bounds[0] | bounds[1] and "exact" not in bounds[0] | bounds[1]
    return all(bounds) and bounds[0].isdisjoint(bounds[1]) and not is_vague


def _sentences(mine: Placed, theirs: Placed) -> tuple[str, str, int]:
    """The German text from a number on, the English sentence of its answer, and where that stands there."""
    start, end = sentence(theirs.passage.text, theirs.number.start, theirs.passage.article.language)
    return mine.passage.text[mine.number.end :], theirs.passage.text[start:end], theirs.number.start - start


def _is_other_degree(mine: Placed, theirs: Placed) -> bool:
    """Whether one is about what the other bounds, or one little and the other much beyond its number."""
    is_vague = _is_vague(mine.number, theirs.number) or _is_vague(theirs.number, mine.number)
    return is_vague or {_degree(mine), _degree(theirs)} == {"little", "much"}


def _degree(placed: Placed) -> str:
    """Whether an amount is a little or much more or less than a number: “barely more than 50”, “well over 50”."""
    start = placed.number.start
    found = DEGREE.search(placed.passage.text, max(0, start - BEFORE), start)
    return ("little" if found["little"] or found["few"] else "much") if found else ""


def _has_lost(mine: Placed, theirs: Placed) -> bool:
    """Whether a number has a bound that must be kept, and its answer stands bare."""
    return mine.number.is_kept and not theirs.number.bound and not is_bounded(theirs)


def _is_stressed(placed: Placed) -> bool:
    """Whether a number is said to be large, which English does by a bound: „gleich vier“, “no fewer than four”."""
    start = placed.number.start
    return bool(STRESS.search(placed.passage.text, max(0, start - BEFORE), start))


def _is_vague(one: Number, other: Number) -> bool:
    """Whether one is about what the other is more than, at least or at most; „knapp 50“ may be about 50."""
    return one.bound == "about" and other.is_firm and other.bound != "under"
