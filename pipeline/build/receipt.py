"""What an edition was made of and what was said of it, so that one that is current costs nearly nothing.

In: the store, what was asked for, all files that an edition can depend on. Out: a :class:`Receipt` of the edition that
stands, if nothing has changed since it was made. Nothing that reads, checks or makes is loaded for it.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from .. import record
from ..frozen import dataclass
from ..listing import files
from ..store import digest_of
from . import journal
from .done import Count, Done

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ..findings import Finding
    from ..store import Index, Store

FOLDERS = ("content", "templates")
"""Folders of a project whose files an edition is made of."""

PARTS = ("folders", "stand", "findings", "stories", "counts", "known")
Said = tuple[tuple[str, ...], str, tuple["Finding", ...], int, tuple[tuple[str, int], ...], int]
"""What a receipt has in those parts."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """The name of an edition's receipt in the store, and the digest of all that it is made of now."""

    store: Store
    name: str
    inputs: str
    output: Path

    def recall(self) -> Done | None:
        """What was said of the edition, if it still stands and is made of the same."""
        known = self.store.document(self.name)
        try:
            if known["inputs"] != self.inputs:
                return None
            folders, stand, found, stories, counts, hidden = record.value([known[part] for part in PARTS], Said)
            if stand != journal.stand(self.output, folders):
                return None
        except (LookupError, OSError, TypeError, ValueError):
            return None
        rows = tuple(Count(family, 0, number, 0) for family, number in counts)
        return Done(found, stories, is_published=True, counts=rows, known=hidden)

    def keep(self, done: Done) -> None:
        """Remember what was said of a whole edition that was published."""
        if not done.is_published or done.failures:
            return
        counts = [(count.family, count.made + count.kept) for count in done.counts if count.made + count.kept]
        said = {"findings": record.plain(done.findings), "stories": done.stories, "counts": counts, "known": done.known}
        self.store.keep(self.name, {"inputs": self.inputs, "folders": done.folders, "stand": done.stand, **said})


def receipt(store: Store, index: Index, output: Path, said: Sequence[str]) -> Receipt | None:
    """The receipt of an output; ``said`` is what program, settings, day and command line say.

    None if a file is unreadable.
    """
    try:
        paths = [path for folder in FOLDERS for path in files(store.root / folder, f"{folder}/")]
        lines = [f"{path} {index.digest(path)}" for path in paths]
    except OSError:
        return None
    index.save()
    place = os.path.relpath(output, store.root)
    inputs = digest_of("\n".join((*said, *lines)).encode("utf-8", "surrogatepass"))
    return Receipt(store, f"edition-{digest_of(os.fsencode(place))[:16]}", inputs, output)
