"""A value and its unit -> how much it is in the first unit of what is measured.

In: readings and a unit. Out: pairs of dimension and size: 18 months are 1.5 years, 50 percent are a half.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from ..table import table

if TYPE_CHECKING:
    from collections.abc import Iterable

COLD = frozenset(("°", "°C", "°F"))
"""Degrees: none of them is a multiple of the other."""


@cache
def known() -> dict[str, tuple[str, Decimal]]:
    """What each unit measures, and its size."""
    return {unit: (size[0], Decimal(size[1])) for unit, size in table("units")["sizes"].items()}


def _others(unit: str) -> tuple[tuple[str, Decimal], ...]:
    """Sizes that a unit of the same name has elsewhere: a German pound is half a kilogram, dollars have cents too."""
    return tuple((of, Decimal(size)) for of, size in table("units")["elsewhere"].get(unit, ()))


def sizes(values: Iterable[Decimal], unit: str, *, is_share: bool = False) -> frozenset[tuple[str, Decimal]]:
    """The values in the first unit of what is measured; nothing where nothing is known."""
    if is_share and not unit:
        return frozenset(("share", value) for value in values)
    if unit not in known() or unit in COLD:
        return frozenset()
    return frozenset(
        (of, (value * size).normalize()) for value in values for of, size in (known()[unit], *_others(unit))
    )
