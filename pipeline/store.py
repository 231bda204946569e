"""Content-addressed memory on disk, in ``.zweiblatt/``: what would be the same if it were made again.

In: documents (JSON) under a name, files under their SHA-256. Out: the same, checked when read: what is damaged, or of
another form, counts as absent. A store that cannot be written only makes the next run slower.

``index`` keeps size, times and inode of files, as Git does, so that unchanged ones need not be hashed.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import stat
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDER = ".zweiblatt"
RACY = 2_000_000_000
"""Nanoseconds: a file that was written so shortly before the index could have changed since within one tick."""
KEPT = 4
"""Documents of one kind that are kept: those of other settings and selections."""
DIGEST = re.compile(r"[0-9a-f]{64}")
INDEX = "index"
STORIES = "stories"
"""What was read of each story: a document for each."""

Stamp = tuple[int, int, int, int]
"""Size, time of the last change of the content and of the file, inode."""


class Store:
    """The memory of a project, in ``folder``: unless given, ``ZWEIBLATT_CACHE_DIR`` or ``.zweiblatt/``."""

    def __init__(self, root: Path, folder: Path | None = None) -> None:
        chosen = os.environ.get("ZWEIBLATT_CACHE_DIR")
        self.root = root
        self.folder = folder or (Path(chosen) if chosen else root / FOLDER)
        self._objects = f"{self.folder}/objects"
        self._folders: set[Path] = set()

    def document(self, name: str) -> Any:  # noqa: ANN401 - a JSON value
        """A document by its name; None where there is none that can be trusted."""
        try:
            return json.loads(_unsealed(name, contents(self._path(name))))
        except (OSError, ValueError, RecursionError):
            return None

    def keep(self, name: str, value: Any) -> None:  # noqa: ANN401 - a JSON value
        """Write a document, whole or not at all; of those of its kind (``kind-…``) only the newest are kept."""
        text = json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "surrogatepass")
        with suppress(OSError):
            path = self._path(name)
            self._ready(path.parent)
            self._write(path, b"\n".join((_seal(name, text), text)))
            kind, dash, _ = name.partition("-")
            old = sorted(self.folder.glob(f"{kind}-*.json"), key=lambda each: -each.stat().st_mtime) if dash else ()
            for each in old[KEPT:]:
                each.unlink(missing_ok=True)

    def drop(self, name: str) -> None:
        """Remove a document."""
        with suppress(OSError):
            self._path(name).unlink()

    def written(self, name: str) -> int:
        """When a document was written, in nanoseconds of the file system's clock."""
        return self._path(name).stat().st_mtime_ns

    def add(self, digest: str, file: Path | str) -> None:
        """Keep a finished file under the digest of its bytes: linked, where the file system can."""
        path = self._object(digest)
        with suppress(OSError):
            if self._is_led_away:
                return
            try:
                _link(file, path)
            except FileNotFoundError:
                self._ready(Path(path).parent)
                _link(file, path)

    def take(self, digest: str, target: Path | str) -> bool:
        """Put the file of a digest at a target; False where there is none, or one whose bytes are not those."""
        if self._is_led_away or not is_digest(digest):
            return False
        path = self._object(digest)
        try:
            if digest_of(contents(path)) == digest:
                _link(path, target)
                return True
            os.unlink(path)  # noqa: PTH108 - as below
        except OSError:
            pass  # absent, or no file: it is made anew
        return False

    def forget(self, wanted: Iterable[str]) -> None:
        """Remove all files but those of these digests."""
        known = set(wanted)
        for path in () if self._is_led_away else self.folder.glob("objects/*/*"):
            if path.parent.name + path.name not in known:
                with suppress(OSError):
                    path.unlink()

    @property
    def _is_led_away(self) -> bool:
        """Whether the folder of files is a link: what lies behind it is not ours."""
        return os.path.islink(self._objects)  # noqa: PTH114 - asked for each file

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.json"

    def _object(self, digest: str) -> str:
        """No Path: asked for each of thousands of files."""
        return f"{self._objects}/{digest[:2]}/{digest[2:]}"

    def _ready(self, folder: Path) -> None:
        """Have a folder of the store, and keep the store out of Git."""
        if folder in self._folders:
            return
        folder.mkdir(parents=True, exist_ok=True)
        ignore = self.folder / ".gitignore"
        if not ignore.is_file():
            self._write(ignore, b"*\n")  # never into a pipe that somebody put there: it would wait for a reader
        self._folders.add(folder)

    def _write(self, path: Path, data: bytes) -> None:
        partial = path.with_suffix(f".{os.getpid()}")
        try:
            partial.write_bytes(data)
            if path.is_dir():
                import shutil  # noqa: PLC0415 - with bz2 and lzma, 2 ms: only where a folder stands in the way

                shutil.rmtree(path)
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)


class Index:
    """The digests of a project's files by path from its root; only what may have changed is read."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._root = str(store.root)
        self._rows, self._written = _rows(store)
        self._changed = False
        self._seen: dict[str, tuple[Stamp, str]] = {}

    def digest(self, path: str) -> str:
        """The SHA-256 of a file, each asked for once; an OSError where it cannot be read."""
        if path not in self._seen:
            self._seen[path] = self._look(path)
        return self._seen[path][1]

    def stands(self) -> bool:
        """Whether all files that were asked for are what they were then."""
        try:
            return all(stamp(f"{self._root}/{path}") == before for path, (before, _) in self._seen.items())
        except OSError:
            return False

    def save(self) -> None:
        """Write what was learnt; files that were not asked for stay known, unless they are gone."""
        if self._changed:
            others = self._rows.keys() - self._seen.keys()
            known = {path: self._rows[path] for path in others if self._is_there(path)} | self._seen
            rows = {path: [*stamp, digest] for path, (stamp, digest) in sorted(known.items())}
            self._store.keep(INDEX, {"written": time.time_ns(), "files": rows})
            self._changed = False

    def _is_there(self, path: str) -> bool:
        return os.path.exists(f"{self._root}/{path}")  # noqa: PTH110 - False for any name that no file can have

    def _look(self, path: str) -> tuple[Stamp, str]:
        now = stamp(f"{self._root}/{path}")
        known = self._rows.get(path)
        if known and known[0] == now and max(now[1], now[2]) < self._written - RACY:
            return known
        found = digest_of(contents(self._store.root / path))
        self._changed |= known != (now, found) or max(now[1], now[2]) >= self._written - RACY
        return now, found


def _rows(store: Store) -> tuple[dict[str, tuple[Stamp, str]], int]:
    """What is known, and the time in nanoseconds at which it was: by the file system's clock or ours, the earlier."""
    known = store.document(INDEX)
    try:
        rows = {
            path: ((size, inner, outer, inode), digest)
            for path, (size, inner, outer, inode, digest) in known["files"].items()
            if is_digest(digest)
        }
        return rows, min(known["written"], store.written(INDEX))
    except (AttributeError, KeyError, OSError, TypeError, ValueError):
        return {}, 0


def named(kind: str, name: str) -> str:
    """The name of a document of a kind about something with any name."""
    return f"{kind}/{digest_of(name.encode('utf-8', 'surrogateescape'))}"


def stamp(path: str | Path) -> Stamp:
    """What tells a file that was written from the one that was."""
    found = os.stat(path)  # noqa: PTH116 - asked for each file: a Path costs three times as much as its stat
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def contents(path: Path | str) -> bytes:
    """The bytes of a file; an OSError for what is none: a pipe in its place would be waited for."""
    with open(path, "rb", buffering=0, opener=_opened) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
        return file.read()


def _opened(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NONBLOCK)


def _seal(name: str, text: bytes | memoryview) -> bytes:
    """What a document begins with: one that was put under another name is none."""
    digest = hashlib.sha256(name.encode() + b"\0")
    digest.update(text)
    return digest.hexdigest().encode()


def _unsealed(name: str, data: bytes) -> str:
    """The text of a document; a ValueError where its seal is another. Of what is large there is no second copy."""
    end = data.index(b"\n")
    text = memoryview(data)[end + 1 :]
    if data[:end] != _seal(name, text):
        raise ValueError
    return str(text, "utf-8", "surrogatepass")


def is_digest(given: object) -> bool:
    """Whether this is a SHA-256 in hexadecimal digits: in what a document names as one a path could stand."""
    return isinstance(given, str) and DIGEST.fullmatch(given) is not None


def digest_of(data: bytes) -> str:
    """The SHA-256 of bytes, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def _link(file: Path | str, target: Path | str) -> None:
    try:
        os.link(file, target)
    except FileExistsError:
        return
    except FileNotFoundError:
        raise
    except OSError:
        import shutil  # noqa: PLC0415 - as above: only where nothing can be linked

        partial = Path(f"{target}.{os.getpid()}")
        try:
            shutil.copyfile(file, partial)
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)  # a full disk has a part of it
