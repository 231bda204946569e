"""The edition before the last, kept in the store: the next one is made of it by what differs.

In: a staging folder, the edition that stands, the files of it that are taken over. Out: the folder holds them, each by
a link to the same file. An edition of a thousand stories has 20,000 files: to look at their numbers (inodes), which a
folder lists beside the names, costs a tenth of linking them all and removing as many links of the old edition. To look
at the times of its folders alone costs a tenth of that; it is enough where nobody else has touched either edition.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from ... import record
from ...store import digest_of
from . import journal

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable, Iterator, Sequence
    from pathlib import Path

    from ...store import Store

SPARE = "spare"
LATELY = "lately"
"""How the documents are named that say what the last build changed."""


class Spare:
    """The spare edition of an output, and what is known of it.

    Where neither it nor the output has changed since the last build, they differ by what that build made or removed,
    and by nothing else.
    """

    def __init__(self, store: Store, output: Path) -> None:
        named = digest_of(os.fsencode(output))[:16]
        self._store, self._output = store, output
        self._folder = store.folder / f"{SPARE}-{named}"
        self._name = f"{LATELY}-{named}"
        self._stood: tuple[str, list[str]] | None = None

    def take_over(self, folder: Path, known: Collection[str], wanted: Collection[str]) -> frozenset[str]:
        """Make the folder, empty yet, hold what is wanted of all files of the edition that are known, and nothing else.

        Out: those that it holds. None where there is no spare edition, or where it cannot be used: each is linked by
        itself then.
        """
        changed = self._changed()
        try:
            folder.rmdir()
            self._folder.rename(folder)
        except OSError:
            folder.mkdir(exist_ok=True)
            return frozenset()
        try:
            if changed is None:
                return frozenset(_mirrored(str(folder), str(self._output), wanted))
            return _mended(str(folder), str(self._output), known, frozenset(wanted).intersection(known), changed)
        except OSError:
            shutil.rmtree(folder)
            folder.mkdir()
            return frozenset()

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders of the edition that stands, where it is what the last build left."""
        return tuple(self._stood[1]) if self._stood else ()

    def mend(self, folder: Path, without: Collection[str], known: Container[str]) -> bool:
        """Make the folder, empty yet, hold all that the edition has (all that is ``known``), but for some files.

        False where either edition is not what the last build left.
        """
        changed = self._changed()
        if changed is None:
            return False
        wanted = frozenset(target for target in changed if target in known and target not in without)
        try:
            folder.rmdir()
            self._folder.rename(folder)
            _mended(str(folder), str(self._output), without, wanted, changed)
        except OSError:
            return False
        return True

    def give(self, folder: Path, changed: Iterable[str], folders: Sequence[str], stand: str) -> None:
        """Keep an edition that was exchanged; where it cannot be moved it stays, to be removed.

        ``changed`` are the files that the edition which stands now does not share with it; it has those ``folders``.
        """
        known: dict[str, Any] = {"edition": [stand, [*folders]]}
        with suppress(OSError):
            self._folder.parent.mkdir(parents=True, exist_ok=True)
            folder.rename(self._folder)
            if self._stood:
                before, places = self._stood
                spare = [before] if places == [*folders] else [before, places]
                known |= {"spare": spare, "changed": sorted(changed)}
        self._store.keep(self._name, known)

    def _changed(self) -> list[str] | None:
        """What the edition does not share with the spare one; None where either is not what the last build left."""
        document = self._store.document(self._name)
        known = document if isinstance(document, dict) else {}
        try:
            stood, folders = record.value(known["edition"], tuple[str, tuple[str, ...]])
            if journal.stand(self._output, folders) != stood:
                return None
            self._stood = stood, [*folders]
            before, *others = known["spare"]
            is_same = journal.stand(self._folder, others[0] if others else folders) == before
            changed = [*record.value(known["changed"], tuple[str, ...])]
            is_same &= journal.leads_below(changed)
        except (KeyError, OSError, TypeError, ValueError):
            return None
        return changed if is_same else None


def _mended(
    folder: str, output: str, known: Collection[str], wanted: frozenset[str], changed: Iterable[str]
) -> frozenset[str]:
    """What differs goes from the folder, what of it is wanted comes from the edition."""
    differing = {*changed}
    emptied: set[str] = set()
    for target in differing.union(known) - (wanted - differing):
        with suppress(FileNotFoundError):
            os.unlink(f"{folder}/{target}")  # noqa: PTH108 - as below
            emptied.add(os.path.dirname(target))  # noqa: PTH120 - as below
    for target in differing & wanted:
        os.makedirs(os.path.dirname(f"{folder}/{target}"), exist_ok=True)  # noqa: PTH103, PTH120 - as below
        os.link(f"{output}/{target}", f"{folder}/{target}")
    for each in sorted(emptied, reverse=True):
        place = each
        with suppress(OSError):  # the first that is not empty
            while place:
                os.rmdir(f"{folder}/{place}")  # noqa: PTH106 - as below
                place = os.path.dirname(place)  # noqa: PTH120 - as below
    return wanted


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
