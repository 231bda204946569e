"""A number as a fact: what it can mean, its scale, unit and bound.

In: what the readers of numbers found. Out: :class:`Spelled` of words, :class:`Number` of what stands in a text.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum

from ...frozen import dataclass

HALF = Decimal("0.5")
SMALL = 12
"""0 to 12 are written as words or left to the grammar."""
YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d")
ROUND = frozenset((Decimal(100), Decimal(1000)))
"""Of so many as well some are a share."""


def is_share(value: Decimal, size: Decimal) -> bool:
    """Whether some of so many are a share: one in 20, nine in ten; „zwei von 14 Proben“ are two numbers."""
    return value < size and (value == 1 or size <= SMALL or size in ROUND)


class Kind(StrEnum):
    """What a number does. All but an amount are weak: to miss one proves nothing, to exchange two of a kind does.

    A one is an article before a unit. A counter numbers a step or a figure: each language may count in its own way. A
    reference names a part of a law.
    """

    AMOUNT = "amount"
    ORDINAL = "ordinal"
    COUNTER = "counter"
    REFERENCE = "reference"
    CODE = "code"
    SCORE = "score"
    SHARE = "share"
    TIMES = "times"
    ROUGH = "rough"
    ONE = "one"


@dataclass(frozen=True, slots=True)
class Spelled:
    """What a word says: where it ends, its value, kind, the unit that it names („dreitägig“), other values."""

    end: int
    value: Decimal
    kind: Kind = Kind.AMOUNT
    unit: str = ""
    others: tuple[Decimal, ...] = ()


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text.

    ``readings`` are the values that it can have, its scale (a power of ten) already multiplied in; ``bare`` are those
    without the scale. ``unit`` is a key of ``units.toml`` or empty, ``bound`` one of about, over, under, least, most
    or empty; ``is_firm`` if the bound's words mean nothing else, ``is_kept`` if a translation that loses them says
    something else. ``sizes`` are the readings in the first unit of what is measured. ``role`` is ``from``, ``to`` or
    ``by`` where the words before it say so, ``per`` the unit that it is said of
    („Euro im Monat“), ``way`` up or down for an amount that is more or less than another, ``sign`` a sign in front.
    """

    text: str
    start: int
    end: int
    bare: frozenset[Decimal]
    readings: frozenset[Decimal]
    scale: int = 0
    unit: str = ""
    bound: str = ""
    is_spelled: bool = False
    kind: Kind = Kind.AMOUNT
    sizes: frozenset[tuple[str, Decimal]] = frozenset()
    is_firm: bool = False
    is_kept: bool = False
    role: str = ""
    per: str = ""
    way: str = ""
    sign: str = ""

    @property
    def is_small(self) -> bool:
        """0 to 12 without scale and unit: alone they prove nothing."""
        return (
            not self.scale and not self.unit and all(value == int(value) and value <= SMALL for value in self.readings)
        )

    @property
    def is_ordinal(self) -> bool:
        """Whether it is no amount: an ordinal, a reference, a part and the like."""
        return self.kind is not Kind.AMOUNT

    @property
    def is_weak(self) -> bool:
        """Whether the number alone proves nothing."""
        return self.is_ordinal or self.is_small

    @property
    def is_year(self) -> bool:
        """Whether it may be a year: four digits from 1500 to 2199, and nothing behind them."""
        return not self.unit and not self.scale and YEAR.fullmatch(self.text) is not None

    def means(self, other: Number) -> bool:
        """Whether both can mean the same: a reading, or a size in another unit (18 months are 1.5 years)."""
        return not self.readings.isdisjoint(other.readings) or not self.sizes.isdisjoint(other.sizes)

    def unsigned(self) -> Number:
        """The number without its sign: a loss of 14 million is -14 million."""
        return replace(self, readings=frozenset(map(abs, self.readings)), bare=frozenset(map(abs, self.bare)))
