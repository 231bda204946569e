"""What was made under which key: files of earlier editions, on this machine or another with the same store.

In: keys of steps. Out: their files, linked from the store where they are known and whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..store import is_digest

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from ..store import Store

NAME = "stock"
DAYS = 30
"""A file that no edition has needed for so many days is forgotten."""


class Stock:
    """The digests of files by the keys of the steps that made them; read when it is first asked for."""

    def __init__(self, store: Store, today: dt.date) -> None:
        self._store, self._today = store, today.toordinal()
        self._rows: dict[str, Any] | None = None

    def take(self, key: str, target: Path) -> str | None:
        """Put the file of a key at a target, and give its digest; None if it must be made."""
        digest = _digest(self._known().get(key))
        if not digest:
            return None
        target.parent.mkdir(parents=True, exist_ok=True)
        if not self._store.take(digest, target):
            return None
        self._known()[key] = digest, self._today
        return digest

    def add(self, key: str, digest: str, file: Path) -> None:
        """Know a file that was made."""
        self._store.add(digest, file)
        self._known()[key] = digest, self._today

    def save(self) -> None:
        """Write what is known, without what has long not been needed."""
        if self._rows is None:
            return
        rows = {key: row for key, row in self._rows.items() if _digest(row) and row[1] > self._today - DAYS}
        if len(rows) < len(self._rows):
            self._store.forget(digest for digest, _ in rows.values())
        self._store.keep(NAME, rows)

    def _known(self) -> dict[str, Any]:
        """The rows as the document has them: of 20,000 a build asks for few."""
        if self._rows is None:
            document = self._store.document(NAME)
            self._rows = document if isinstance(document, dict) else {}
        return self._rows


def _digest(row: Any) -> str:  # noqa: ANN401 - a JSON value
    """The digest in a row; nothing where the row is none."""
    if isinstance(row, list | tuple) and len(row) == len(("digest", "day")):
        digest, day = row
        return digest if is_digest(digest) and type(day) is int else ""
    return ""
