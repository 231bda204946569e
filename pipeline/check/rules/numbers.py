"""Every number of the original is in the translation, with its scale, unit and currency.

In: an original and its translation. Out: remarks on numbers. Compared over a section first, then placed in a block.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from ...facts.dates import dates
from ...facts.numbers import Number, numbers
from ...findings import Edit, Message, Repair
from ...model import Language
from ..once import once
from ..prose import Passage, Sides, passages, sides
from ..rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ...model import Article, Span, Translation

CLOCKED = frozenset(("ms", "s", "Hz", "MHz", "GHz"))
"""Units whose numbers have three decimals in English as well."""
PERCENT = frozenset(("%", "pp", "bp"))


@dataclass(frozen=True, slots=True)
class Placed:
    """A number and the passage that it stands in."""

    number: Number
    passage: Passage

    @property
    def at(self) -> Span:
        """Where it stands."""
        return self.passage.span(self.number.start, self.number.end)


@dataclass(frozen=True, slots=True)
class Matched:
    """The numbers of two sections: those that answer each other, those that differ, those that are left."""

    same: tuple[tuple[Placed, Placed], ...]
    scaled: tuple[tuple[Placed, Placed], ...]
    changed: tuple[tuple[Placed, Placed], ...]
    missing: tuple[Placed, ...]
    extra: tuple[Placed, ...]


def _matched(each: Sides) -> Matched:
    left, right = _placed(each.original), _placed(each.translation)
    same = _take(left, right, lambda a, b: bool(a.readings & b.readings))
    scaled = _take(left, right, _scaled_otherwise)
    left = [p for p in left if not p.number.is_small and not p.number.is_ordinal]
    right = [p for p in right if not p.number.is_small and not p.number.is_ordinal]
    changed = _take(left, right, _alike, near=True)
    here, there = _said(each.translation), _said(each.original)
    missing = [placed for placed in left if not placed.number.readings & here]
    extra = [placed for placed in right if not placed.number.readings & there]
    return Matched(tuple(same), tuple(scaled), tuple(changed), tuple(missing), tuple(extra))


def _said(row: Sequence[Passage]) -> frozenset[Decimal]:
    """All values of a section, those in its dates too: a number that is said once may be said again."""
    found: set[Decimal] = set()
    for passage in row:
        language = passage.article.language
        for number in numbers(passage.text, language):
            found |= number.readings
        for date in dates(passage.text, language):
            found.update(Decimal(part) for part in (date.year, date.month, date.day) if part is not None)
    return frozenset(found)


@once
def _compared(pair: Translation) -> Iterator[tuple[Sides, Matched]]:
    """The numbers of each pair of sections."""
    return ((each, _matched(each)) for each in sides(pair))


def _placed(row: Iterable[Passage]) -> list[Placed]:
    return [Placed(number, passage) for passage in row for number in numbers(passage.text, passage.article.language)]


def _take(left: list[Placed], right: list[Placed], agree: object, *, near: bool = False) -> list[tuple[Placed, Placed]]:
    """Pairs that agree, taken out of both rows: those of one block pair first, and of one unit."""
    found = []
    for mine in list(left):
        best = sorted(
            (each for each in right if agree(mine.number, each.number)),  # type: ignore[operator]
            key=lambda each: (each.passage.pair != mine.passage.pair, each.number.unit != mine.number.unit),
        )
        if best and (not near or best[0].passage.pair == mine.passage.pair):
            found.append((mine, best[0]))
            left.remove(mine)
            right.remove(best[0])
    return found


def _scaled_otherwise(one: Number, other: Number) -> bool:
    """The same mantissa with another scale; 1 alone ("eine Million") proves nothing without a scale on both sides."""
    shared = {value for value in one.bare & other.bare if value != 1 or (one.scale and other.scale)}
    return bool(shared) and one.scale != other.scale


def _alike(one: Number, other: Number) -> bool:
    """Numbers that stand for each other in a block: of one unit and scale, or both bare."""
    return one.unit == other.unit and bool(one.scale) == bool(other.scale)


def _severity(number: Number) -> Severity | None:
    """An error with a scale, a unit, a currency or percent; else a person decides."""
    return Severity.ERROR if number.scale or number.unit else None


@rule(Severity.WARNING)
def missing(pair: Translation) -> Iterator[Remark]:
    """A number of the original is nowhere in its section of the translation.

    Why it matters: a figure is what readers remember and quote.

    A number is the set of its readings, in digits or words, so that `1.234` answers `1,234` and `zwanzig` answers
    `20`. Numbers from 0 to 12 without a unit, ordinals, versions and dates are not counted here.

    Bad: „Rund 350 Menschen kamen.“ – “Many people came.”

    Good: “About 350 people came.”

    Repair: write the number into the translation.
    """
    for each, matched in _compared(pair):
        for placed in matched.missing:
            if not placed.passage.is_gap:
                yield remark(
                    _answer(each, placed),
                    "the number “{number}” of the original is missing",
                    severity=_severity(placed.number),
                    related=placed.at,
                    number=placed.number.text,
                )


def _answer(each: Sides, placed: Placed) -> Span:
    """Where the translation would say it: the block that answers, else the section."""
    row = [p for p in each.translation if p.pair == placed.passage.pair]
    return row[0].at if row else each.there.at


@rule(Severity.WARNING)
def changed(pair: Translation) -> Iterator[Remark]:
    """A number of the translation differs from the original's, or the original has none like it.

    Why it matters: a wrong figure reads as well as a right one.

    Bad: „350 Menschen“ – “530 people”.

    Good: “350 people”.

    Repair: write the original's number.
    """
    for each, matched in _compared(pair):
        for mine, theirs in matched.changed:
            yield remark(
                theirs.at,
                "“{here}” is “{there}” in the original",
                severity=_severity(mine.number),
                related=mine.at,
                here=theirs.number.text,
                there=mine.number.text,
            )
        for placed in matched.extra:
            if not placed.passage.is_gap and not placed.number.is_spelled:
                yield remark(
                    placed.at,
                    "the original has no number “{number}” here",
                    severity=Severity.WARNING,
                    related=each.here.at,
                    number=placed.number.text,
                )


@rule(Severity.ERROR)
def scale_differs(pair: Translation) -> Iterator[Remark]:
    """A number has another order of magnitude than in the original.

    Why it matters: Milliarde is billion and Billion is trillion; whoever goes by the sound of the words is wrong by a
    factor of 1,000, and the sentence still reads well.

    Bad: „2 Milliarden Euro“ – “2 million euros”; „1 Billion“ – “1 billion”.

    Good: “2 billion euros”, “1 trillion”; “500 million” for „0,5 Milliarden“.

    Repair: Tausend is thousand, Million is million, Milliarde is billion, Billion is trillion, Billiarde is quadrillion,
    Trillion is quintillion.
    """
    for _, matched in _compared(pair):
        for mine, theirs in matched.scaled:
            yield remark(
                theirs.at,
                "“{here}” is “{there}” in the original: another order of magnitude",
                related=mine.at,
                here=theirs.number.text,
                there=mine.number.text,
            )


def _units(pair: Translation) -> Iterator[tuple[Placed, Placed]]:
    for _, matched in _compared(pair):
        for mine, theirs in matched.same:
            if mine.number.unit and theirs.number.unit and mine.number.unit != theirs.number.unit:
                yield mine, theirs


@rule(Severity.ERROR)
def percent_or_points(pair: Translation) -> Iterator[Remark]:
    """Percent and percentage points are confused.

    Why it matters: from 10 to 15 percent is 5 percentage points, but 50 percent.

    Bad: „um 5 Prozentpunkte“ – “by 5 percent”.

    Good: “by 5 percentage points”.

    Repair: write what the original says.
    """
    for mine, theirs in _units(pair):
        if {mine.number.unit, theirs.number.unit} <= PERCENT:
            yield _other(mine, theirs, "“{here}” is “{there}” in the original")


@rule(Severity.ERROR)
def currency_differs(pair: Translation) -> Iterator[Remark]:
    """An amount is in another currency than in the original.

    Why it matters: the figure stays and its worth changes.

    Bad: „500 Euro“ – “500 dollars”.

    Good: “500 euros”, “€500”.

    Repair: write the original's currency; a converted amount belongs in brackets behind it.
    """
    for mine, theirs in _units(pair):
        if mine.number.unit.startswith("¤") and theirs.number.unit.startswith("¤"):
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
        if not units <= PERCENT and not all(unit.startswith("¤") for unit in units):
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
    for _, matched in _compared(pair):
        for mine, theirs in matched.same:
            bounds = mine.number.bound, theirs.number.bound
            if all(bounds) and bounds[0] != bounds[1] and "about" not in bounds and not mine.number.is_small:
                yield _other(mine, theirs, "“{here}” is bounded otherwise than “{there}” in the original")


GERMAN = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d{1,2}|\d+,\d{4,})(?![\w]|[.,]\d)")
ENGLISH = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d{1,2}(?=\s?(?:%|Prozent|Mio|Mrd|Million|Milliard|Euro|€)))(?![\w]|[.,]\d)")


@rule(Severity.ERROR)
def wrong_format(pair: Translation) -> Iterator[Remark]:
    """A number is written in the form of the other language.

    Why it matters: “1.500” is one and a half to English readers, and „1,500“ to German ones.

    Bad: “3,5 %” or “1.234.567” in English; „1,234,567“ in German.

    Good: “3.5%”, “1,234,567”; „1.234.567“.

    Repair: exchange point and comma; it is safe where the number can be read in one way only.
    """
    for article, pattern, other in ((pair.article, *_forms(pair.article)), (pair.original, *_forms(pair.original))):
        theirs = pair.original if article is pair.article else pair.article
        known = {n.text for p in passages(theirs) for n in numbers(p.text, theirs.language) if n.unit not in CLOCKED}
        for passage in passages(article):
            yield from _wrong(passage, pattern, other, known)


def _forms(article: Article) -> tuple[re.Pattern[str], str]:
    return (GERMAN, "de") if article.language is Language.EN else (ENGLISH, "en")


def _wrong(passage: Passage, pattern: re.Pattern[str], locale: str, known: Iterable[str]) -> Iterator[Remark]:
    own = "en" if locale == "de" else "de"
    free = [(number.start, number.end) for number in numbers(passage.text, passage.article.language)]
    for found in pattern.finditer(passage.text):
        written = found[0]
        well = _reads(written, own)
        kept = any(written in text.split() for text in known)  # the original's number, untouched
        if not any(a <= found.start() and found.end() <= b for a, b in free) or (well and not kept):
            continue
        right = written.translate(str.maketrans(".,", ",."))
        at = passage.span(found.start(), found.end())
        safe = not well and at.end is not None and at.line == at.end[0]
        message = Message("write {right}", (("right", right),))
        yield remark(
            at,
            "“{number}” is written in the {language} form: write “{right}”",
            severity=Severity.WARNING if well or locale == "en" else None,
            repair=Repair(message, (Edit(at, right),), safe=True) if safe else None,
            number=written,
            language="German" if locale == "de" else "English",
            right=right,
        )


FORMS = {
    "de": re.compile(r"(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d+)?"),
    "en": re.compile(r"(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?"),
}


def _reads(written: str, locale: str) -> bool:
    """Whether a number is well formed in a language, as strictly as Babel's ``parse_decimal(strict=True)`` reads it."""
    return bool(FORMS[locale].fullmatch(written))
