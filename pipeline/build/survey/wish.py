"""What was asked for.

In: nothing. Out: :class:`Wish`.
"""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from ...frozen import dataclass
from .families import EXTRA, FAMILIES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from ...findings import Finding
    from ...house import House
    from .memory import Memory


def silent(what: str, done: int, of: int) -> None:
    """Tell nobody."""


def unreported(findings: tuple[Finding, ...], stories: int) -> tuple[tuple[str, bytes], ...]:  # noqa: ARG001 - what a report is made of
    """Report nothing."""
    return ()


@dataclass(frozen=True, slots=True)
class Wish:
    """Which edition: families, languages and stories (none: all), and how.

    ``shard`` is ``2/5`` where the stories are those of the second of five parts of an edition, of which each holds all
    that shows many articles.

    ``known`` are the fingerprints of findings that are not told and hold nothing back: those of a baseline.

    ``jobs`` 0 is as many processes as pay; ``executor`` is the address of a cluster that makes the files. ``memory`` is
    what earlier runs know. ``tell`` hears what is done: what, how many, of how many; ``report`` gives the files of
    ``report/`` for the findings of so many stories.
    """

    root: Path
    output: Path
    house: House
    memory: Memory
    families: tuple[str, ...] = tuple(FAMILIES)
    languages: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    shard: str = ""
    jobs: int = 0
    executor: str = ""
    keep_going: bool = False
    drafts: bool = False
    known: frozenset[str] = frozenset()
    dry_run: bool = False
    tell: Callable[[str, int, int], None] = field(default=silent)
    report: Callable[[tuple[Finding, ...], int], tuple[tuple[str, bytes], ...]] = field(default=unreported)

    @property
    def is_partial(self) -> bool:
        """Whether every other file of the edition is carried over unchanged."""
        return self._leaves_others or set(self.families) != set(FAMILIES)

    @property
    def folders(self) -> tuple[Path, ...]:
        """The publication's own templates, which go before the shipped ones, file by file."""
        own = self.root / "templates"
        return (own,) if own.is_dir() else ()

    def leaves(self, family: str) -> bool:
        """Whether files of a family that no step makes are carried over: not asked for, or added by a command."""
        return family == EXTRA or self._leaves_others or (family in FAMILIES and family not in self.families)

    @property
    def _leaves_others(self) -> bool:
        return bool(self.languages or (self.stories and not self.shard))

    def wants(self, story: str) -> bool:
        """Whether a story was asked for."""
        return story in self.stories or not (self.stories or self.shard)

    def count(self, stories: Iterable[str]) -> int:
        """How many of some stories were asked for."""
        return sum(map(self.wants, stories))
