"""What became of an edition.

In: nothing. Out: :class:`Done`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..frozen import dataclass

if TYPE_CHECKING:
    from ..errors import ZweiblattError
    from ..findings import Finding


@dataclass(frozen=True, slots=True)
class Count:
    """Files of a family."""

    family: str
    made: int
    kept: int
    removed: int


@dataclass(frozen=True, slots=True)
class Done:
    """What became of an edition. ``failures`` are outputs that could not be made: exit 3.

    ``folders`` are those of its files, where it was published now, and ``stand`` tells whether one of them has changed
    since; ``known`` is how many findings were not told. ``held`` are the manuscripts that errors kept out of what was
    published, each with whether its old files stay.
    """

    findings: tuple[Finding, ...]
    stories: int
    is_published: bool
    counts: tuple[Count, ...] = ()
    failures: tuple[ZweiblattError, ...] = ()
    folders: tuple[str, ...] = ()
    stand: str = ""
    known: int = 0
    held: tuple[tuple[str, bool], ...] = ()
