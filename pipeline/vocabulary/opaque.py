"""opaque.txt -> German compounds that mean something else than their parts: a Handschuh is no shoe.

In: the data file beside this module. Out: :func:`opaque`. Those are left out whose parts English may well put side by
side, such as Waldbrand.
"""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def opaque() -> frozenset[str]:
    """The compounds, as the dictionary has them."""
    text = resources.files(__package__).joinpath("opaque.txt").read_text(encoding="utf-8")
    return frozenset(text.split())
