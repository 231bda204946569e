"""Every number of the original is in the translation, and is the same.

In: an original and its translation. Out: remarks on numbers that are missing, differ, or have another scale.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....facts.dates.times import bare, times
from ....facts.numbers.numbers import numbers
from ....facts.numbers.signs import is_negative_said
from ...compared.foreign import is_other
from ...compared.prose import answer
from ...rule import Remark, Severity, remark, rule
from .cells import differing
from .matching import compared
from .placed import are_of_one_sentence, is_certain
from .small import other_small
from .spoken import is_said_otherwise, is_worked_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ....facts.numbers.number import Number
    from ....model import Span, Translation
    from ...compared.prose import Passage, Sides
    from .placed import Placed

CLOCKED = re.compile(r"\d{1,2}[.:][0-5]\d")
RANGE = re.compile(r" ?[-–] ?| (?:bis|to) ")
"""What stands between the ends of a range."""
ONWARDS = re.compile(r"(?: [^\W\d_]+){0,2} (?:auf|to) (?:[^\W\d_]+ )?[€$£]?\d")
"""What goes on with what a number became."""


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
    for each, matched in compared(pair):
        told = [mine.number for mine, _ in matched.changed]
        for placed in matched.missing:
            is_told = any(_is_said(placed.number, number) for number in told)
            is_time = _is_time(placed, each.translation)
            if not (placed.passage.is_gap or is_told or is_time or is_said_otherwise(placed, each)):
                told.append(placed.number)
                yield remark(
                    answer(each, placed.passage),
                    "the number “{number}” of the original is missing",
                    severity=_severity(placed.number),
                    related=placed.at,
                    number=placed.number.text,
                )


def _is_said(number: Number, other: Number) -> bool:
    """Whether a number that was reported says the same: said again, or 600 s for 10 min, it is one cause."""
    same = number.unit == other.unit and bool(number.readings & other.readings)
    return same or not number.sizes.isdisjoint(other.sizes)


@rule(Severity.WARNING)
def changed(pair: Translation) -> Iterator[Remark]:
    """A number of the translation differs from the original's, or the original has none like it.

    Why it matters: a wrong figure reads as well as a right one.

    Bad: „350 Menschen“ – “530 people”.

    Good: “350 people”.

    Repair: write the original's number.
    """
    cells = tuple(differing(pair))
    said = {(two.cell.at.line, two.theirs.text) for two in cells}
    yield from (_differs(two.cell.at, two.theirs, two.original.at, two.mine) for two in cells)
    yield from _in_sentences(pair, said)
    for each, matched in compared(pair):
        for mine, theirs in matched.changed:
            is_of_range = any(_is_a_range(mine, there) and _is_a_range(theirs, here) for there, here in matched.changed)
            if not (is_of_range or is_worked_out(mine, theirs)) and (theirs.at.line, theirs.number.text) not in said:
                yield _differs(theirs.at, theirs.number, mine.at, mine.number)
        for mine, theirs in matched.turned:
            yield remark(
                theirs.at,
                "“{here}” goes the other way than “{there}” in the original: from and to are exchanged",
                severity=_severity(mine.number),
                related=mine.at,
                here=theirs.number.text,
                there=mine.number.text,
            )
        for mine, theirs in matched.same:
            yield from _unsigned(mine, theirs)
            yield from _misled(mine, theirs)
        told = [theirs.number for _, theirs in matched.changed]
        added: list[Placed] = []
        for placed in matched.extra:
            is_new = not any(_is_said(placed.number, number) for number in told) and not _is_of_source(placed, each)
            is_new = is_new and not (_is_time(placed, each.original) or _is_next_page(placed, each))
            is_new = is_new and not is_said_otherwise(placed, each)
            is_new = is_new and (placed.at.line, placed.number.text) not in said
            is_new = is_new and not (is_certain(placed) or any(are_of_one_sentence(placed, other) for other in added))
            if is_new and not placed.passage.is_gap and not placed.number.is_spelled:
                told.append(placed.number)
                added.append(placed)
                yield remark(
                    placed.at,
                    "the original has no number “{number}” here",
                    severity=Severity.WARNING,
                    related=each.here.at,
                    number=placed.number.text,
                )


def _in_sentences(pair: Translation, said: set[tuple[int, str]]) -> Iterator[Remark]:
    """Small numbers that differ in sentences, but for those that are said of cells or of sections."""
    differ = {(theirs.at.line, theirs.number.text) for _, matched in compared(pair) for _, theirs in matched.changed}
    for mine, theirs in other_small(pair):
        if (theirs.at.line, theirs.number.text) not in said | differ:
            yield _differs(theirs.at, theirs.number, mine.at, mine.number)


def _differs(at: Span, theirs: Number, related: Span, mine: Number) -> Remark:
    return remark(
        at,
        "“{here}” is “{there}” in the original",
        severity=_severity(mine),
        related=related,
        here=_signed(theirs),
        there=_signed(mine),
    )


def _signed(number: Number) -> str:
    return f"+{number.text}" if number.sign == "+" else number.text


def _is_of_source(placed: Placed, each: Sides) -> bool:
    """Whether the original's section has a number in the wording of a source, beside its translation."""
    language = placed.passage.article.language
    return any(
        placed.number.readings & number.readings
        for block in each.here.blocks
        if is_other(block.text, each.original[0].article.language)
        for number in numbers(block.text, language)
    )


def _is_time(placed: Placed, others: Iterable[Passage]) -> bool:
    """Whether a number is a time of the other language: „um halb neun“, “at 8.30”; „18.00“ in a table, “6 pm”."""
    if placed.number.unit or not CLOCKED.fullmatch(placed.number.text):
        return False
    row = (passage for passage in others if passage.pair == placed.passage.pair)
    return any(bare(placed.number.text, time) for p in row for time in times(p.text, p.article.language))


def _is_next_page(placed: Placed, each: Sides) -> bool:
    """Whether a number is what the original goes on to: „S. 47 f.“, “pp. 47–48”."""
    text = placed.number.text
    if not text.isdecimal():
        return False
    first = re.compile(rf"(?<!\d){int(text) - 1} ?ff?\.")
    return any(first.search(passage.text) for passage in each.original if passage.pair == placed.passage.pair)


def _is_a_range(first: Placed, last: Placed) -> bool:
    """Whether two numbers are the ends of one range: the last is told, which has the unit."""
    between = first.passage.text[first.number.end : last.number.start]
    return first.passage is last.passage and RANGE.fullmatch(between) is not None


def _unsigned(mine: Placed, theirs: Placed) -> Iterator[Remark]:
    """A sign that one of two equal amounts has, and that no word says beside the other."""
    if mine.number.readings & theirs.number.readings or not (_is_bare(mine, theirs) or _is_bare(theirs, mine)):
        return
    template = "“{here}” has lost the sign of “{there}”"
    if theirs.number.sign == "-":
        template = "“{here}” has a sign that “{there}” of the original has not"
    severity = _severity(mine.number)
    here, there = theirs.number.text, mine.number.text
    yield remark(theirs.at, template, severity=severity, related=mine.at, here=here, there=there)


def _misled(mine: Placed, theirs: Placed) -> Iterator[Remark]:
    """What something changes by for what it becomes, or was: „um 30 Prozent“ is not “to 30 per cent”."""
    roles, is_measured = (mine.number.role, theirs.number.role), mine.number.unit or mine.number.scale
    if roles == ("from", "by") and _goes_on(mine) and _goes_on(theirs):
        template = "“{here}” is what it changes by, and “{there}” in the original what it was before"
    elif set(roles) == {"by", "to"} and is_measured:
        template = (
            "“{here}” is what it becomes, and “{there}” in the original what it changes by, or the other way round"
        )
    else:
        return
    here, there = theirs.number.text, mine.number.text
    yield remark(theirs.at, template, related=mine.at, here=here, there=there)


def _goes_on(placed: Placed) -> bool:
    """Whether what a number became stands behind it: „von 8,5 auf 4,9“."""
    return ONWARDS.match(placed.passage.text, placed.number.end) is not None


def _is_elided(bare: Placed, scaled: Placed) -> bool:
    """Whether a number is of the scale of one before it: „31 Millionen Euro. Vor zehn Jahren waren es 17.“."""
    number, text = bare.number, bare.passage.text
    if number.scale or number.unit:
        return False
    before = (each for each in numbers(text, bare.passage.article.language) if each.end <= number.start)
    return any(each.scale == scaled.number.scale for each in before)


def _is_bare(signed: Placed, other: Placed) -> bool:
    """Whether a number has a sign, and nothing says the same of the other one."""
    number, language = other.number, other.passage.article.language
    is_negative = signed.number.sign == "-" and min(number.readings) >= 0 and not number.is_spelled
    return is_negative and not is_negative_said(other.passage.text, number.start, number.end, language)


@rule(Severity.ERROR)
def scale_differs(pair: Translation) -> Iterator[Remark]:
    """A number has another order of magnitude than in the original.

    Why it matters: Milliarde is billion and Billion is trillion; whoever goes by the sound of the words is wrong by a
    factor of 1,000, and the sentence still reads well.

    Bad: „2 Milliarden Euro“ – “2 million euros”; „1 Billion“ – “1 billion”.

    Good: “2 billion euros”, “1 trillion”; “500 million” for „0,5 Milliarden“.

    Repair: Tausend is thousand, Million is million, Milliarde is billion, Billion is trillion, Billiarde is
    quadrillion, Trillion is quintillion.
    """
    for _, matched in compared(pair):
        for mine, theirs in matched.scaled:
            if _is_elided(mine, theirs) or _is_elided(theirs, mine):
                continue
            yield remark(
                theirs.at,
                "“{here}” is “{there}” in the original: another order of magnitude",
                related=mine.at,
                here=theirs.number.text,
                there=mine.number.text,
            )
