"""A whole edition -> its place, by one exchange: readers see the old edition or the new one, never a mixture.

In: the output folder, the files of the new edition. Out: the folder exchanged, or a PublishError with the old edition
untouched. The new edition is made in a staging folder beside the output, flushed, and exchanged by one rename
(``renameat2`` with EXCHANGE on Linux, ``renamex_np`` with SWAP on macOS).
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ..errors import PublishError
from ..findings import Message

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

AT_FDCWD, EXCHANGE, SWAP = -100, 2, 2
STAGING = ".staging-"
OLD = ".old-"


def refuse(output: Path, root: Path) -> None:
    """Refuse a folder that an edition must not replace."""
    resolved = output.resolve()
    reason = ""
    if resolved == root.resolve() or resolved in root.resolve().parents:
        reason = "the output folder {path} holds the project itself"
    elif (output / ".git").exists():
        reason = "the output folder {path} is a Git repository"
    elif output.is_mount():
        reason = "the output folder {path} is a mount point, which cannot be exchanged: mount its parent"
    elif output.exists() and not output.is_dir():
        reason = "{path} is a file"
    elif output.is_dir() and any(output.iterdir()) and not (output / "report" / "manifest.json").is_file():
        reason = "the folder {path} holds files that are no edition of ours; name another, or remove it"
    if reason:
        raise PublishError(Message(reason, (("path", output.as_posix()),)))


@contextmanager
def lock(output: Path) -> Iterator[None]:
    """Hold the output against other builds; what an earlier, killed build left is swept."""
    import fcntl  # noqa: PLC0415 - not on Windows, where builds run in WSL

    output.parent.mkdir(parents=True, exist_ok=True)
    path = output.parent / f".{output.name}.lock"
    with path.open("a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.seek(0)
            arguments = (("path", output.as_posix()), ("pid", file.read().strip() or "?"))
            raise PublishError(Message("another build (process {pid}) is making {path}", arguments)) from None
        file.seek(0)
        file.truncate()
        file.write(f"{os.getpid()}\n")
        file.flush()
        sweep(output)
        try:
            yield
        finally:
            path.unlink(missing_ok=True)


def sweep(output: Path) -> None:
    """Remove what a killed build left beside the output."""
    for prefix in (STAGING, OLD):
        for left in output.parent.glob(f".{output.name}{prefix}*"):
            shutil.rmtree(left, ignore_errors=True)


@contextmanager
def staging(output: Path) -> Iterator[Path]:
    """A folder beside the output for the new edition; gone when it was not published."""
    folder = output.parent / f".{output.name}{STAGING}{os.getpid()}"
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def write(folder: Path, target: str, data: bytes) -> None:
    """Put a file into the staging folder."""
    path = folder / target
    try:
        path.write_bytes(data)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def keep(folder: Path, target: str, output: Path) -> bool:
    """Take an unchanged file of the old edition over, by a link where the file system has them; False if it is gone."""
    old, new = f"{output}/{target}", f"{folder}/{target}"
    try:
        os.link(old, new)
    except FileNotFoundError:
        parent = (folder / target).parent
        if parent.is_dir():
            return False
        parent.mkdir(parents=True)
        return keep(folder, target, output)
    except OSError:
        shutil.copyfile(old, new)
    return True


def exchange(folder: Path, output: Path) -> None:
    """Put the staging folder in the output's place at once; the old edition is removed after that."""
    _flush(folder)
    if not output.exists():
        folder.rename(output)
        _sync(output.parent)
        return
    _swap(folder, output)
    _sync(output.parent)


def _flush(folder: Path) -> None:
    """Everything to the disk, once for the whole edition: a file at a time would cost 2 ms each."""
    libc = ctypes.CDLL(None, use_errno=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        if not hasattr(libc, "syncfs") or libc.syncfs(handle):
            os.sync()
    finally:
        os.close(handle)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _swap(one: Path, other: Path) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin":
        failed = libc.renamex_np(first, second, SWAP)
    else:
        failed = libc.renameat2(AT_FDCWD, first, AT_FDCWD, second, EXCHANGE)
    if failed:
        code = ctypes.get_errno()
        arguments = (("path", other.as_posix()), ("why", os.strerror(code)))
        raise PublishError(Message("{path} could not be exchanged for the new edition: {why}", arguments))
