"""A whole edition -> its place, by one exchange: readers see the old edition or the new one, never a mixture.

In: the output folder, the files of the new edition. Out: the folder exchanged, or a PublishError with the old edition
untouched. The new edition is made in a staging folder beside the output, flushed, and exchanged by one rename
(``renameat2`` with EXCHANGE on Linux, ``renamex_np`` with SWAP on macOS).
"""

from __future__ import annotations

import ctypes
import glob
import itertools
import os
import shutil
import stat
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

from ...errors import PublishError
from ...findings import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

AT_FDCWD, EXCHANGE, SWAP = -100, 2, 2
STAGING = ".staging-"
OLD = ".old-"


def place(output: Path, root: Path) -> Path:
    """The folder of an edition, behind links to it; one that an edition must not replace is refused."""
    try:
        return _place(output, root)
    except OSError as error:
        arguments = (("path", output.as_posix()), ("why", error.strerror or type(error).__name__))
        raise PublishError(Message("the output folder {path} cannot be used: {why}", arguments)) from None


def _place(output: Path, root: Path) -> Path:
    real, project = Path(os.path.realpath(output)), Path(os.path.realpath(root))
    reason = ""
    if real.is_symlink():
        reason = "the output folder {path} is a link that leads round in a circle"
    elif real in {project, *project.parents}:
        reason = "the output folder {path} holds the project itself"
    elif (real / ".git").exists():
        reason = "the output folder {path} is a Git repository"
    elif real.is_mount():
        reason = "the output folder {path} is a mount point, which cannot be exchanged: mount its parent"
    elif real.exists() and not real.is_dir():
        reason = "{path} is a file"
    elif real.is_dir() and any(real.iterdir()) and not (real / "report" / "manifest.json").is_file():
        reason = "the folder {path} holds files that are no edition of ours; name another, or remove it"
    if reason:
        raise PublishError(Message(reason, (("path", output.as_posix()),)))
    return real


@contextmanager
def lock(output: Path) -> Iterator[None]:
    """Hold the output against other builds; what an earlier, killed build left is swept."""
    import fcntl  # noqa: PLC0415 - not on Windows, where builds run in WSL

    output.parent.mkdir(parents=True, exist_ok=True)
    path = _lock(output)
    while True:
        with _opened(path, output) as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                arguments = (("path", output.as_posix()), ("pid", file.read(20).strip() or "?"))
                raise PublishError(Message("another build (process {pid}) is making {path}", arguments)) from None
            if not _is_there(file, path):
                continue  # its holder has just removed it: what was locked is no longer the lock
            try:
                file.truncate(0)
                file.write(f"{os.getpid()}\n")
                file.flush()
                sweep(output)
                yield
            finally:
                path.unlink(missing_ok=True)
            return


def _lock(output: Path) -> Path:
    return output.parent / f".{output.name}.lock"


def _opened(path: Path, output: Path) -> IO[str]:
    """The file of a lock, made where there is none; a link is not followed."""
    try:
        return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666), "r+")
    except OSError as error:
        if os.path.lexists(path):
            file, said = path, "the lock {path} cannot be used ({why}): remove it"
        else:
            file, said = output, "{path} cannot be made: its folder cannot be written ({why})"
        arguments = (("path", file.as_posix()), ("why", error.strerror or type(error).__name__))
        raise PublishError(Message(said, arguments)) from None


def _is_there(file: IO[str], path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat(follow_symlinks=False))
    except FileNotFoundError:
        return False


def sweep(output: Path) -> None:
    """Remove what a killed build left beside the output."""
    for each in _leftovers(output):
        _remove(each)


def left(output: Path) -> Iterator[tuple[Path, str]]:
    """What stays beside the output, as nobody but its owner can remove it: an old edition, and whose it is."""
    import pwd  # noqa: PLC0415 - not on Windows, as above

    if not _lock(output).exists():  # else it is the staging folder of another build
        for each in _leftovers(output):
            number = each.lstat().st_uid
            try:
                yield each, pwd.getpwuid(number).pw_name
            except KeyError:
                yield each, str(number)


def _leftovers(output: Path) -> Iterator[Path]:
    for prefix in (STAGING, OLD):
        yield from output.parent.glob(f"{glob.escape(f'.{output.name}{prefix}')}*")


@contextmanager
def staging(output: Path) -> Iterator[Path]:
    """A folder beside the output for the new edition; gone when it was not published."""
    folder = _fresh(f".{output.name}{STAGING}{os.getpid()}", output.parent)
    try:
        yield folder
    finally:
        _remove(folder)


def _fresh(name: str, parent: Path) -> Path:
    """A new folder; where one of this name could not be swept, a number is added."""
    for more in itertools.count():
        folder = parent / (f"{name}-{more}" if more else name)
        with suppress(FileExistsError):
            folder.mkdir(parents=True)
            break
    return folder


def _remove(folder: Path) -> None:
    """Remove a folder of ours, folders in it that somebody made read-only too."""
    shutil.rmtree(folder, ignore_errors=True)
    if folder.is_dir() and not folder.is_symlink():
        with suppress(OSError):
            folder.chmod(0o700)
            for place, folders, _ in os.walk(folder):
                for each in (Path(place, name) for name in folders):
                    if not each.is_symlink():
                        each.chmod(0o700)
        shutil.rmtree(folder, ignore_errors=True)


def write(folder: Path, target: str, data: bytes) -> None:
    """Put a file into the staging folder."""
    path = f"{folder}/{target}"
    try:
        _put(path, data)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120 - thousands of them
        _put(path, data)
    except FileExistsError:
        os.unlink(path)  # noqa: PTH108 - never into a file that the old edition has too
        _put(path, data)


def _put(path: str, data: bytes) -> None:
    """A new file, with as few calls as that takes."""
    with open(path, "xb", buffering=0) as file:  # noqa: PTH123 - thousands of them
        left = memoryview(data)
        while left:
            left = left[file.write(left) :]


def keep(folder: Path, target: str, output: Path) -> bool:
    """Take an unchanged file of the old edition over, by a link where the file system has them; False if it is gone."""
    old, new = f"{output}/{target}", f"{folder}/{target}"
    try:
        if not stat.S_ISREG(os.lstat(old).st_mode):
            return False
    except OSError:
        return False
    try:
        os.link(old, new)
    except FileNotFoundError:
        (folder / target).parent.mkdir(parents=True, exist_ok=True)
        return keep(folder, target, output)
    except OSError:
        shutil.copyfile(old, new)
    return True


def exchange(folder: Path, output: Path) -> None:
    """Put the staging folder in the output's place at once; the old edition is in the staging folder after that."""
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
