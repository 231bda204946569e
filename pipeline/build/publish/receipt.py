"""What was said of an edition or a check, and of what it was made: where nothing changed, it costs nearly nothing.

In: the store, what was asked for, all files that this can depend on. Out: a :class:`Receipt` of the edition that
stands, or :class:`Checked`, of all stories, if nothing has changed since. Nothing that reads, checks or makes is loaded
for it.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ... import record
from ...frozen import dataclass
from ...listing import files
from ...store import digest_of
from ..done import Count, Done
from . import journal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ...findings import Finding
    from ...store import Index, Store

FOLDERS = ("content", "templates")
"""Folders of a project whose files an edition is made of."""

PARTS = ("folders", "stand", "findings", "stories", "counts", "known", "held")
Said = tuple[
    tuple[str, ...], str, tuple["Finding", ...], int, tuple[tuple[str, int], ...], int, tuple[tuple[str, bool], ...]
]
"""What a receipt has in those parts."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """The name of an edition's receipt in the store, and the digest of all that it is made of now."""

    store: Store
    index: Index
    name: str
    inputs: str
    output: Path

    def recall(self) -> Done | None:
        """What was said of the edition, if it still stands and is made of the same."""
        known = self.store.document(self.name)
        try:
            if known["inputs"] != self.inputs:
                return None
            folders, stand, found, stories, counts, hidden, held = record.value([known[part] for part in PARTS], Said)
            if stand != journal.stand(self.output, folders):
                return None
        except (LookupError, OSError, TypeError, ValueError):
            return None
        rows = tuple(Count(family, 0, number, 0) for family, number in counts)
        return Done(found, stories, is_published=True, counts=rows, known=hidden, held=held)

    def keep(self, done: Done) -> None:
        """Remember what was said of a whole edition that was published, unless a file changed meanwhile."""
        if not done.is_published or done.failures or not self.index.stands():
            return
        counts = [(count.family, count.made + count.kept) for count in done.counts if count.made + count.kept]
        said = {"findings": record.plain(done.findings), "stories": done.stories, "counts": counts, "known": done.known}
        said |= {"folders": done.folders, "stand": done.stand, "held": done.held}
        self.store.keep(self.name, {"inputs": self.inputs, **said})


@dataclass(frozen=True, slots=True)
class Checked:
    """The name of what was found in all stories, and the digest of all that this depends on now."""

    store: Store
    index: Index
    name: str
    inputs: str

    def recall(self) -> tuple[Finding, ...] | None:
        """What was found, if nothing has changed since."""
        known = self.store.document(self.name)
        try:
            inputs, found = record.value(known, tuple[str, tuple["Finding", ...]])
        except record.Unsound:
            return None
        kept: tuple[Finding, ...] = found
        return kept if inputs == self.inputs else None

    def keep(self, found: Sequence[Finding]) -> None:
        """Remember what was found in all stories, unless a file changed meanwhile."""
        if self.index.stands():
            self.store.keep(self.name, [self.inputs, record.plain(tuple(found))])


def checked(store: Store, index: Index, name: str, today: str) -> Checked | None:
    """What was found under a name that says program, settings and selection, on this day; None as for a receipt."""
    inputs = _digest(store, index, (name, today), FOLDERS[:1])
    return Checked(store, index, f"whole-{name.partition('-')[2]}", inputs) if inputs else None


def receipt(store: Store, index: Index, output: Path, said: Sequence[str]) -> Receipt | None:
    """The receipt of an output; ``said`` is what program, settings, day and command line say.

    None if a file is unreadable.
    """
    inputs = _digest(store, index, said, FOLDERS)
    place = os.path.relpath(output, store.root)
    name = f"edition-{digest_of(os.fsencode(place))[:16]}"
    return Receipt(store, index, name, inputs, output) if inputs else None


def _digest(store: Store, index: Index, said: Sequence[str], folders: Sequence[str]) -> str:
    """The digest of what is said and of all files below some folders; nothing where one cannot be read.

    A link to a folder is such a one: what lies behind it may be shown, and is not looked at.
    """
    try:
        paths = [path for folder in folders for path in files(store.root / folder, f"{folder}/", links=True)]
        lines = [f"{path} {index.digest(path)}" for path in paths]
    except OSError:
        return ""
    index.save()
    return digest_of("\n".join((*said, *lines)).encode("utf-8", "surrogatepass"))
