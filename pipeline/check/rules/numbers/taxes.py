"""Amounts with a tax and without it.

In: the numbers of sections that answer each other. Out: the pairs of which one is the other with a tax that is named.

„21 Euro (inkl. 19 % MwSt.)“ is “17.65 euros (excl. VAT)”: each language says what its readers are used to.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ....facts.numbers.numbers import Number
    from ...compared.prose import Sides
    from .placed import Placed

RATE = re.compile(
    r"(\d{1,2}(?:[.,]\d)?)\s?%\s(?:[a-zäöüß]+\s)?(?:MwSt|USt|Mehrwertsteuer|Umsatzsteuer|VAT|GST|sales tax)"
)
NET = re.compile(
    r"\b(?:net|netto|exkl\.?|excl\.?|excluding|without|before|plus|zzgl\.?|zuzüglich|ohne)\b", re.IGNORECASE
)
CENT = Decimal("0.02")
"""How far a rounded amount may be off."""


def taxed(each: Sides, left: list[Placed], right: list[Placed]) -> list[tuple[Placed, Placed]]:
    """The amounts that are each other's with a tax, taken out of both rows; so is its rate."""
    among = _rates(each)
    found = []
    for mine in [placed for placed in left if among and placed.number.unit.startswith("¤")]:
        theirs = next((placed for placed in right if _is_taxed(mine.number, placed.number, among)), None)
        if theirs is not None:
            found.append((mine, theirs))
            left.remove(mine)
            right.remove(theirs)
    for row in (left, right) if found else ():
        row[:] = [placed for placed in row if not (placed.number.unit == "%" and placed.number.readings & among)]
    return found


def _rates(each: Sides) -> frozenset[Decimal]:
    """The rates of tax that one section names, where the other says that its amounts are without."""
    left, right = (" ".join(passage.raw for passage in side) for side in (each.original, each.translation))
    return frozenset(
        Decimal(rate.replace(",", "."))
        for text, other in ((left, right), (right, left))
        if "%" in text and NET.search(other)
        for rate in RATE.findall(text)
    )


def _is_taxed(one: Number, other: Number, among: Iterable[Decimal]) -> bool:
    return one.unit == other.unit and any(
        abs(max(mine, theirs) - min(mine, theirs) * (1 + rate / 100)) <= CENT
        for rate in among
        for mine in one.readings
        for theirs in other.readings
    )
