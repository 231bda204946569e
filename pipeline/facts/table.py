"""The data files of the vocabulary, each read once.

In: a name. Out: its tables.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """A data file of the vocabulary."""
    return tomllib.loads(resources.files("pipeline.vocabulary").joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def periods() -> dict[str, str]:
    """The parts of a time that are numbered, by what each is called: the third quarter, „das erste Halbjahr“."""
    return {name: period for period, names in table("units")["periods"].items() for name in names}
