"""What each file of an edition was last made from.

In: an edition's folder. Out: the key and the SHA-256 of each file, as its ``report/manifest.json`` says them. A
manifest that is damaged or of another form counts as none: everything is made anew.
"""

from __future__ import annotations

import io
import json
import os
from itertools import chain, islice, starmap
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from ...store import digest_of, stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

NAME = "report/manifest.json"
VERSION = 1
LONGEST = 4_096
"""Characters of a path."""
LEADING_AWAY = ("//", "/./", "/../", "\0")
"""What no path has that leads below its folder, each between strokes."""
LETTERS = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"
"""What keys, digests and names of families are made of."""
QUOTED = json.JSONEncoder(ensure_ascii=False).encode
"""One for all paths: json.dumps() makes an encoder for each."""
ROW = itemgetter("key", "sha256", "family")
"""What a row of the manifest says of a file."""
TOGETHER = 1_000
"""Rows that are written at once."""
ASSET = "assets"
"""The family of files that are copied as they are."""


class Entry(NamedTuple):
    """A file of an edition: the key of the step that made it, its digest, its family."""

    key: str
    digest: str
    family: str


def leads_below(paths: Iterable[str]) -> bool:
    """Whether all paths lead below the folder from which they are seen, and nowhere else."""
    known = [*paths]
    places = f"/{'/'.join(known)}/" if known else ""
    return max(map(len, known), default=0) <= LONGEST and not any(part in places for part in LEADING_AWAY)


def folders(entries: Iterable[str]) -> tuple[str, ...]:
    """The folders of an edition's files, seen from the edition's own (``.``), which is one of them."""
    found = {place.rpartition("/")[0] for place in (*entries, NAME)}
    for place in tuple(found):
        above = place
        while above:
            above = above.rpartition("/")[0]
            found.add(above)
    return tuple(sorted(place or "." for place in found))


def stand(edition: Path, names: Iterable[str]) -> str:
    """What changes when a file of an edition is added or removed: its folders, not each file.

    An OSError if one of the folders is gone.
    """
    lines = [repr(stamp(edition / NAME))]
    for name in names:
        found = os.stat(f"{edition}/{name}")  # noqa: PTH116 - thousands of them
        lines.append(f"{name} {found.st_mtime_ns} {found.st_ino}")
    return digest_of("\n".join(lines).encode("utf-8", "surrogateescape"))


def load(edition: Path) -> dict[str, Entry]:
    """The journal of an edition, empty where there is none that can be trusted."""
    try:
        data = json.loads((edition / NAME).read_text("utf-8"))
        if data["version"] != VERSION:
            return {}
        files = data["files"]
        entries = dict(zip(files, starmap(Entry, map(ROW, files.values())), strict=True))
        return entries if _is_sound(entries) else {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def _is_sound(entries: dict[str, Entry]) -> bool:
    """Whether a build could have written them: asked of all at once, as there are 20 for each story.

    A ValueError or TypeError if a word is none at all.
    """
    words = [*chain.from_iterable(entries.values())]
    if not all(words) or "".join(words).encode("ascii").translate(None, LETTERS):
        return False
    return leads_below(entries)


def dump(entries: dict[str, Entry]) -> bytes:
    """The journal as a file, the same for the same entries."""
    known = "".join(entries)
    is_plain = known.isprintable() and not any(sign in known for sign in '"\\')
    quoted: Callable[[str], str] = '"{}"'.format if is_plain else QUOTED
    rows = (_row(quoted(path), entry) for path, entry in sorted(entries.items()))
    data, comma = io.BytesIO(), ""
    data.write(f'{{\n "version": {VERSION},\n "files": {{\n'.encode())
    while some := [*islice(rows, TOGETHER)]:
        data.write((comma + ",\n".join(some)).encode())
        comma = ",\n"
    data.write(b"\n }\n}\n")
    return data.getvalue()


def _row(quoted: str, entry: Entry) -> str:
    return f'  {quoted}: {{"family": "{entry.family}", "key": "{entry.key}", "sha256": "{entry.digest}"}}'


class Written:
    """The bytes of a journal as :func:`dump` wrote them: a row is looked up and replaced without reading all others.

    Who asks for it knows that no byte has changed since; a ValueError where it is none at all.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._first = data.index(b"{\n", 1) + 2
        self._end = data.rindex(b"\n }\n}\n")

    def __contains__(self, path: object) -> bool:
        return isinstance(path, str) and self._place(path)[0] is not None

    def get(self, path: str) -> Entry | None:
        """The entry of a file; None where there is none."""
        return self._place(path)[0]

    def replaced(self, entries: dict[str, Entry]) -> bytes:
        """The same journal with other entries of files that it has."""
        places = sorted((*self._place(path)[1:], _row(QUOTED(path), entry)) for path, entry in entries.items())
        pieces, done = [], 0
        for start, end, row in places:
            pieces += [self._data[done:start], row.encode()]
            done = end
        return b"".join((*pieces, self._data[done:]))

    def _place(self, path: str) -> tuple[Entry | None, int, int]:
        """The entry of a path, and from where to where its row goes: rows are in the order of their paths."""
        low, high = self._first, self._end
        while low < high:
            start = self._data.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = self._data.find(b"\n", start, high)
            end = high if end < 0 else end
            row = self._data[start:end].rstrip(b",")
            try:
                ((found, said),) = json.loads(b"{" + row + b"}").items()
                if found == path:
                    return Entry(*ROW(said)), start, start + len(row)
            except (AttributeError, KeyError, TypeError, ValueError):
                break  # somebody else wrote it
            low, high = (end + 1, high) if found < path else (low, start)
        return None, 0, 0
