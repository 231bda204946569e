"""A kind of change to a translation, and what should become of it.

In: functions that change a manuscript. Out: :class:`Kind`, as the tables of faults and of harmless changes hold it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from .page import Page

Change = Callable[[Page, Page, Random], str | None]
"""From the translation, its original and dice to the changed translation; None where the change cannot be made."""


@dataclass(frozen=True)
class Kind:
    """``rules`` are those that may find it: one new finding of any of them is a find. Harmless kinds have none."""

    name: str
    change: Change
    rules: tuple[str, ...] = ()
    structural: bool = False
    both: bool = False
    """Whether the change is made to both sides (explicit ids)."""
