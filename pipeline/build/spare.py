"""The edition before the last, kept in the store: the next one is made of it by what differs.

In: a staging folder, the edition that stands, the files of it that are taken over. Out: the folder holds them, each by
a link to the same file. An edition of a thousand stories has 20,000 files: to look at their numbers (inodes), which a
folder lists beside the names, costs a tenth of linking them all and removing as many links of the old edition.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

SPARE = "spare"


def take_over(folder: Path, output: Path, wanted: Iterable[str], spare: Path) -> frozenset[str]:
    """Make the folder, empty yet, hold files of the edition, and nothing else; those that it holds after that.

    None where there is no spare edition, or where it cannot be used: each is linked by itself then.
    """
    try:
        folder.rmdir()
        spare.rename(folder)
    except OSError:
        folder.mkdir(exist_ok=True)
        return frozenset()
    try:
        return frozenset(_mirrored(str(folder), str(output), wanted))
    except OSError:
        shutil.rmtree(folder)
        folder.mkdir()
        return frozenset()


def give(folder: Path, spare: Path) -> None:
    """Keep an edition that was exchanged; where it cannot be moved it stays, to be removed."""
    with suppress(OSError):
        spare.parent.mkdir(parents=True, exist_ok=True)
        folder.rename(spare)


def _mirrored(folder: str, output: str, wanted: Iterable[str]) -> Iterator[str]:
    names: dict[str, set[str]] = {"": set()}
    for target in wanted:
        place, _, name = target.rpartition("/")
        names.setdefault(place, set()).add(name)
    for place in list(names):
        while place := place.rpartition("/")[0]:
            names.setdefault(place, set())
    for place in sorted(names):
        before = f"{place}/" if place else ""
        for name in _same(f"{folder}/{before}", f"{output}/{before}", names[place], names, before):
            yield before + name


def _same(folder: str, output: str, names: set[str], folders: Iterable[str], before: str) -> set[str]:
    """One folder: the files of these names are the edition's own, all others go."""
    there = _files(output)
    known: set[str] = set()
    try:
        entries = list(os.scandir(folder))
    except FileNotFoundError:
        os.mkdir(folder)  # noqa: PTH102 - thousands of them
        entries = []
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if before + entry.name not in folders:
                shutil.rmtree(entry.path)
        elif entry.name in names and there.get(entry.name) == entry.inode():
            known.add(entry.name)
        else:
            os.unlink(entry.path)  # noqa: PTH108 - thousands of them
    for name in (names & there.keys()) - known:
        os.link(output + name, folder + name)
        known.add(name)
    return known


def _files(folder: str) -> dict[str, int]:
    try:
        return {entry.name: entry.inode() for entry in os.scandir(folder) if entry.is_file(follow_symlinks=False)}
    except FileNotFoundError:
        return {}
