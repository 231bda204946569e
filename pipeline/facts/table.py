"""The data files of the vocabulary, as all facts ask for them.

In: a name. Out: its tables.
"""

from __future__ import annotations

from functools import cache

from ..vocabulary.tables import table

__all__ = ("periods", "table")


@cache
def periods() -> dict[str, str]:
    """The parts of a time that are numbered, by what each is called: the third quarter, „das erste Halbjahr“."""
    return {name: period for period, names in table("units")["periods"].items() for name in names}
