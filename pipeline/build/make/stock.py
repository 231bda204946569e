"""What was made under which key: files of earlier editions, on this machine or another with the same store.

In: keys of steps. Out: their files, linked from the store where they are known and whole. What is known of them lies in
a document for each beginning of a key, so that a build that makes few files reads and writes few of them.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from ...store import is_digest

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from ...store import Store

NAME = "stock"
DAYS = 30
"""A file that no edition has needed for so many days is forgotten."""
DIGITS = "0123456789abcdef"

Rows = dict[str, Any]
"""The digest and the day of files, by their keys."""


class Stock:
    """The digests of files by the keys of the steps that made them; read where they are first asked for."""

    def __init__(self, store: Store, today: dt.date) -> None:
        self._store, self._today = store, today.toordinal()
        self._parts: dict[str, Rows] = {}
        self._changed: set[str] = set()

    def take(self, key: str, target: Path | str) -> str | None:
        """Put the file of a key at a target, and give its digest; None if it must be made."""
        digest = _digest(self._part(_beginning(key)).get(key))
        if not digest:
            return None
        os.makedirs(os.path.dirname(target), exist_ok=True)  # noqa: PTH103, PTH120 - thousands of them
        if not self._store.take(digest, target):
            return None
        self._know(key, digest)
        return digest

    def add(self, key: str, digest: str, file: Path | str) -> None:
        """Know a file that was made."""
        self._store.add(digest, file)
        self._know(key, digest)

    def save(self) -> None:
        """Write what is known, without what has long not been needed."""
        if not all(map(self._is_needed, (row for rows in self._parts.values() for row in rows.values()))):
            self._forget()
        for name in sorted(self._changed):
            self._store.keep(_named(name), self._parts[name])

    def _forget(self) -> None:
        """Leave out what has long not been needed, in all documents, and its files."""
        for name in (one + other for one in DIGITS for other in DIGITS):
            rows = self._part(name)
            needed = {key: row for key, row in rows.items() if self._is_needed(row)}
            if len(needed) < len(rows):
                self._parts[name] = needed
                self._changed.add(name)
        self._store.forget(digest for rows in self._parts.values() for digest, _ in rows.values())

    def _is_needed(self, row: Any) -> bool:  # noqa: ANN401 - a JSON value
        return bool(_digest(row)) and row[1] > self._today - DAYS

    def _know(self, key: str, digest: str) -> None:
        name = _beginning(key)
        known: Any = self._part(name).get(key)
        if _digest(known) != digest or known[1] != self._today:
            self._part(name)[key] = digest, self._today
            self._changed.add(name)

    def _part(self, name: str) -> Rows:
        """The rows as the document has them."""
        if name not in self._parts:
            document = self._store.document(_named(name))
            self._parts[name] = document if isinstance(document, dict) else {}
        return self._parts[name]


def _beginning(key: str) -> str:
    return key[:2]


def _named(name: str) -> str:
    return f"{NAME}/{name}"


def _digest(row: Any) -> str:  # noqa: ANN401 - a JSON value
    """The digest in a row; nothing where the row is none."""
    if isinstance(row, list | tuple) and len(row) == len(("digest", "day")):
        digest, day = row
        return digest if is_digest(digest) and type(day) is int else ""
    return ""
