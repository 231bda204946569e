"""Numbers that only one language says as a number: „rund um die Uhr“ is “24 hours a day”, „die A 44“ the A44.

In: a number without an answer, and the sections that answer each other. Out: whether the other one says it otherwise.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....facts.numbers.number import Kind
from ....facts.numbers.numbers import numbers
from ....facts.numbers.sizes import COLD
from ....facts.sentences import sentence
from ....facts.stance.hedges import denials, denies

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ....facts.numbers.number import Number
    from ...compared.prose import Passage, Sides
    from .placed import Placed

LETTERS = re.compile(r"(?<![\w-])(?P<letters>[A-ZÄÖÜ]{1,4})[ \u00a0-]?$")
"""What stands before the number of a road, a train or a line."""
BEFORE = 6
"""Characters in which it stands."""
LONGEST = 14
"""Characters of the longest of the following words, and a space."""
ROADS = {"Autobahn": "A", "Bundesstraße": "B", "Landesstraße": "L", "Kreisstraße": "K", "Staatsstraße": "St"}
ROAD = re.compile(rf"(?<!\w)(?P<kind>{'|'.join(ROADS)})[ \u00a0]$")
"""What stands before the number of a German road, and its letters: „die Autobahn 49“ is the A49."""
MORE_BEHIND = re.compile(
    r"(?: \w+){0,2}? (?:more|less|fewer|(?!over\b|after\b|under\b|per\b)\w{2,}er)\b", re.IGNORECASE
)
BY_BEFORE = re.compile(
    r"\b(?:by|up|down|(?:rise|increase|drop|fall|decline|gain|loss|gap|difference|saving|reduction|cut) of)"
    r"(?: (?:about|around|just|some|another|almost|nearly|exactly))? [€$£]?$",
    re.IGNORECASE,
)
"""What tells behind or before an amount that something is another one by so much."""
OF_THAT = re.compile(r" (?:of )?(?:that|this|it|as (?:much|many))\b| (?:davon|dieser|dieses|der Summe)\b")
"""What stands behind a part of an amount that was named before."""
WAYS = tuple(
    (re.compile(german, re.IGNORECASE), re.compile(english, re.IGNORECASE))
    for german, english in (
        (
            r"rund um die Uhr|ganztägig|Tag und Nacht|\beine[sm] Tag(?:es|e)?\b",
            r"\b(?:24|twenty-four)[ -]hours?\b|24/7",
        ),
        (r"\b(?:sieben|7) Tage (?:die|in der|pro) Woche", r"\bdaily|every day|all week|clock\b"),
        (r"\b24 Stunden", r"\bday and night\b|\b(?:a|one) (?:full |whole |entire )?day\b"),
        (r"\b(?:zwei|2) Wochen|\b(?:vierzehn|14) Tagen?", r"\bfortnight"),
        (
            r"\balle (?:zwei|2) (?:Stunden|Tage|Wochen|Monate|Jahre)|\b(?:vierzehn|14) Tage",
            r"\bevery (?:other|second)\b|\balternate\b|\bbi-?(?:weekly|monthly|annual\w*|ennial\w*)\b",
        ),
        (r"\b(?:sieben|acht|7|8) Tagen?", r"\bweek"),
        (r"\balle (?:drei|3) Monate", r"\bquarterly\b|\b(?:every|each|a|per) quarter\b"),
        (r"\bvierteljährlich|\b(?:pro|je|jedes) Quartal", r"\bevery (?:three|3) months"),
        (
            r"\balle (?:sechs|6) Monate",
            r"\b(?:half-yearly|six-monthly|biannual\w*|semi-annual\w*|twice (?:a|every) year)\b",
        ),
        (r"\bhalbjährlich|\b(?:pro|je|jedes) Halbjahr", r"\bevery (?:six|6) months"),
        (r"\balle (?:zwölf|12) Monate", r"\b(?:annual\w*|yearly|(?:every|each|a|per) year)\b"),
        *(
            (rf"\b(?:{many})(?: |-)Minuten", rf"\b{often}(?: \w+)? an hour|{often} \w+ per hour|half-hourly")
            for many, often in (
                ("30|dreißig", "(?:twice|two)"),
                ("20|zwanzig", "three"),
                ("15|fünfzehn", "four"),
                ("10|zehn", "six"),
            )
        ),
        *((rf"\b{name}-(?:Jugend|Junior)", rf"\bunder-{19 - 2 * older}s?\b") for older, name in enumerate("ABCDE")),
        (r"\bhalbe[ns]? Jahr", r"\bhalf[ -]years?\b|\bhalf of (?:the|a|that) year"),
        (r"\b(?:null|0)[ -]Grad", r"\bfreezing\b"),
        (r"\bAchtelfina\w+", r"\b(?:round|last) of (?:16|sixteen)|\blast (?:16|sixteen)"),
        (r"\bSechzehntelfina\w+", r"\b(?:round|last) of (?:32|thirty-two)|\blast (?:32|thirty-two)"),
        (r"\bVerlängerung|\bn\. ?V\.|\bregulären? Spielzeit", r"\b(?:60|90|sixty|ninety) minutes"),
    )
)
"""German and English ways of speaking, of which one has a number."""


def is_said_otherwise(placed: Placed, each: Sides) -> bool:
    """Whether the passages that answer a number's have it as part of a name, or in a way of speaking."""
    is_german = any(placed.passage is passage for passage in each.original)
    row = [p for p in (each.translation if is_german else each.original) if p.pair == placed.passage.pair]
    there, text = " ".join(p.raw for p in row), placed.passage.text
    if _is_calculated(placed.number, row) or _is_warm(placed.number, row):
        return True
    start = placed.number.start
    road = ROAD.search(text, max(0, start - LONGEST), start)
    before = LETTERS.search(text, max(0, start - BEFORE), start)
    letters = ROADS[road["kind"]] if road else before["letters"] if before else ""
    if letters and re.search(rf"(?<!\w){letters}[ \u00a0-]?{re.escape(placed.number.text)}(?!\d)", there):
        return True
    for german, english in WAYS:
        mine, theirs = (german, english) if is_german else (english, german)
        here = any(
            found.start() < placed.number.end and placed.number.start < found.end() for found in mine.finditer(text)
        )
        if here and theirs.search(there):
            return True
    return False


def is_worked_out(mine: Placed, theirs: Placed) -> bool:
    """Whether a number is what another one leaves of a whole, by how much two differ, or a part of what was said."""
    return _is_complement(mine, theirs) or _is_difference(mine, theirs) or _is_of_that(mine, theirs)


def _is_of_that(mine: Placed, theirs: Placed) -> bool:
    """Whether a multiple is told by the part that the other amount is of it: „doppelt so viel“, “half of that”."""
    parts = [placed for placed in (mine, theirs) if placed.number.kind is Kind.SHARE]
    is_turned = len(parts) == 1 and {mine.number.kind, theirs.number.kind} == {Kind.SHARE, Kind.TIMES}
    return is_turned and OF_THAT.match(parts[0].passage.text, parts[0].number.end) is not None


def _is_difference(mine: Placed, theirs: Placed) -> bool:
    """Whether a number is by how much two of the original differ: „von 1,59 auf 1,79 Euro“, “20 cents more”."""
    passage = mine.passage
    text, number = theirs.passage.text, theirs.number
    is_apart = MORE_BEHIND.match(text, number.end) or BY_BEFORE.search(text, 0, number.start)
    if not number.sizes or not is_apart:
        return False
    known = {size for each in numbers(passage.text, passage.article.language) for size in each.sizes}
    apart = {(of, abs(one - other)) for of, one in known for to, other in known if of == to}
    return any(of == to and size == other for of, size in theirs.number.sizes for to, other in apart)


def _is_complement(mine: Placed, theirs: Placed) -> bool:
    """Whether a share is what the other one leaves, and one side denies: „ein Fünftel will“, “four in five won’t”."""
    one, other = mine.number, theirs.number
    whole = 100 if one.unit == other.unit == "%" else 1 if one.kind is other.kind is Kind.SHARE else 0
    if not whole or all(a + b != whole for a in one.readings for b in other.readings):
        return False
    if {one.role, other.role} == {"by", "to"}:
        return True  # „sank um ein Drittel“, “fell to two thirds”
    there, here = (
        placed.passage.text[slice(*sentence(placed.passage.text, placed.number.start, placed.passage.article.language))]
        for placed in (mine, theirs)
    )
    return bool(denials(there)) != denies(here)


def _is_calculated(number: Number, row: Iterable[Passage]) -> bool:
    """Whether a number is a part or a multiple of another, as its answer says: „zwölf Euro, ermäßigt die Hälfte“."""
    found = [each for passage in row for each in numbers(passage.text, passage.article.language)]
    parts = {value for each in found if each.kind in {Kind.SHARE, Kind.TIMES} for value in each.readings}
    return any(
        value * part in number.readings
        for each in (found if parts else ())
        if each.kind is Kind.AMOUNT and each.unit == number.unit
        for value in each.readings
        for part in parts
    )


def _is_warm(number: Number, row: Iterable[Passage]) -> bool:
    """Whether a number of degrees is said without them: „zwölf Grad unter null“, “minus twelve”."""
    return number.unit in COLD and any(
        not each.unit and not each.scale and not {*map(abs, each.readings)}.isdisjoint(map(abs, number.readings))
        for passage in row
        for each in numbers(passage.text, passage.article.language)
    )
