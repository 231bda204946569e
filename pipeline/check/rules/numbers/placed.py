"""A number with its passage, and what only says another number in a unit that its readers know.

In: numbers and passages. Out: :class:`Placed`; whether a number of a translation converts one of the original.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from ....facts.numbers.numbers import numbers
from ....facts.numbers.sizes import COLD
from ....frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ....facts.numbers.numbers import Number
    from ....model import Language, Span
    from ...compared.prose import Passage

NEAR = Decimal("0.06")
"""How far a conversion in brackets may be rounded: 500 metres are 1,640 feet, or 1,600."""
ROUGH = Decimal("0.15")
"""The same of one that is bounded: four miles are a good six kilometres."""
HOT, ROUGHLY, CLOSELY = 100, 8, 2
"""Degrees Celsius from which Fahrenheit goes in steps of 25, as on ovens; how far it may be off there, and below."""
WORDED = r"(?:[\d.,½¼¾⅓⅔⅛]+\s?)"
BRACKET = re.compile(r"\s?\([^()]{2,40}\)")
"""What may be a conversion."""
AMOUNT, FAR = re.compile(WORDED), 40
MEASURED = re.compile(
    rf"{WORDED}(?:°C|[^\W\d_]+)\s?[(/]\s?(?:(?:about|around|roughly|approx\.|ca\.|c\.|≈|~)\s?)?"
    rf"(?:{WORDED}(?:[×x]|(?:[^\W\d_]+\s)?(?:plus|and|or|scant)?)\s?){{0,2}}$"
)
"""What stands before a conversion: a measure, a bracket or a stroke, and its first part, as in ¼ cup plus 1 tbsp."""
CUSTOMARY = re.compile(
    r"\s?(?:heaped |scant )?(?:cups?|sticks?|tbsps?|tablespoons?|tsps?|teaspoons?"
    rf"|[×x]\s?{WORDED}(?:in|inch(?:es)?|ft|feet))(?!\w)"
)
"""What stands behind one that cannot be calculated here: flour in cups; or the first of two lengths, 16 × 12 in."""

CERTAIN = re.compile(
    r"100\s?(?:%|per ?cent)"
    r" (?:accurate|sure|certain|correct|safe|secure|reliable|right|true|clear|perfect|guaranteed)\b"
)
END = re.compile(r"[.!?:;]\s|\n")


@dataclass(frozen=True, slots=True)
class Placed:
    """A number and the passage that it stands in."""

    number: Number
    passage: Passage

    @property
    def at(self) -> Span:
        """Where it stands."""
        return self.passage.span(self.number.start, self.number.end)


def is_certain(placed: Placed) -> bool:
    """Whether a number only says how sure something is: 100% accurate."""
    return bool(CERTAIN.match(placed.passage.text, placed.number.start))


def are_of_one_sentence(one: Placed, other: Placed) -> bool:
    """Whether two numbers stand in one sentence: where all of it is new, it is one thing to look at."""
    first, last = sorted((one.number, other.number), key=lambda number: number.start)
    return one.passage is other.passage and not END.search(one.passage.text, first.end, last.start)


def is_gloss(placed: Placed) -> bool:
    """Whether a number stands in a bracket behind a measure, in cups or inches: 500 g (4 cups)."""
    text, number = placed.passage.text, placed.number
    digits = AMOUNT.match(text, number.start)
    return bool(
        digits
        and CUSTOMARY.match(text, digits.end())
        and MEASURED.search(text, max(0, number.start - FAR), number.start)
    )


def converts(placed: Placed, mine: Placed) -> bool:
    """Whether a number of the translation is one of the original's, in another unit or in another currency."""
    one, other = placed.number, mine.number
    if one.unit.startswith("¤") and (other.unit.startswith("¤") or other.unit == "lb"):  # Pfund is money too
        behind = placed.passage.text[placed.number.end : placed.number.end + 1]
        before = placed.passage.text[: placed.number.start].rpartition("(")[2]
        return (
            one.unit != other.unit
            and behind in {")", ",", ";"}
            and ")" not in before
            and len(before) < len("equivalent to about ")
        )
    if one.unit == "°F" and other.unit in COLD:
        return any(_is_as_hot(value, known) for value in one.readings for known in other.readings)
    return one.unit != other.unit and any(
        dimension == kept and abs(size - known) <= (ROUGH if one.bound else NEAR) * abs(known)
        for dimension, size in one.sizes
        for kept, known in other.sizes
    )


def conversions(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """The brackets of a text that only say the measure before them in another unit: „vier Meilen (6,4 km)“."""
    for found in BRACKET.finditer(text) if "(" in text else ():
        said = numbers(text, language)
        inside = [number for number in said if found.start() < number.start < found.end()]
        ahead = [number for number in said if number.end == found.start()]
        if len(inside) == len(ahead) == 1 and inside[0].unit and ahead[0].unit and inside[0].end == found.end() - 1:
            lead = text[found.start() : inside[0].start].strip(" (")
            if inside[0].unit != ahead[0].unit and (not lead or inside[0].bound):
                yield found.span()


def is_beside(placed: Placed, ends: Mapping[tuple[int, int], Placed]) -> bool:
    """Whether a number only converts the measure right before it: 15 kg (33 lb); by where measures end."""
    end = placed.number.start
    near = (ends.get((id(placed.passage), at)) for at in range(end - len(" (or about "), end))
    return any(mine is not None and converts(placed, mine) for mine in near)


def _is_as_hot(fahrenheit: Decimal, celsius: Decimal) -> bool:
    return abs(fahrenheit - (celsius * 9 / 5 + 32)) <= (ROUGHLY if celsius >= HOT else CLOSELY)
