"""The data files of the vocabulary, each read once, and parsed once for all runs.

In: a name. Out: its tables. To parse all of them takes 25 ms, so what was parsed is kept (:mod:`~pipeline.compiled`).
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from .. import compiled


@cache
def table(name: str) -> dict[str, Any]:
    """A data file of the vocabulary."""
    data = resources.files(__package__).joinpath(f"{name}.toml").read_bytes()
    known: dict[str, Any] = compiled.made(f"vocabulary/{name}", data, lambda: tomllib.loads(data.decode("utf-8")))
    return known
