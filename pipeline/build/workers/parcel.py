"""Theme and settings -> a parcel for a machine that shares no disk with this one, and back.

In: settings, folders of templates. Out: a :class:`Parcel`, which travels once to each worker; there it is unpacked into
a folder of its own, and one theme is built of it.
"""

from __future__ import annotations

import atexit
import hashlib
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import MakingError
from ...findings import Message
from ...frozen import dataclass
from ...render.theme import Theme
from .program import code

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...config import Settings


@dataclass(frozen=True, slots=True)
class Parcel:
    """The files of a theme by name, the settings, the digest of the program that packed them, and of all of it."""

    files: tuple[tuple[str, bytes], ...]
    settings: Settings
    program: str
    digest: str


def pack(settings: Settings, folders: Sequence[Path]) -> Parcel:
    """All files of a theme, a publication's own before the shipped ones."""
    theme = Theme(settings, folders)
    files = tuple((name, theme.file(name)) for name in theme.names(""))
    parts = (f"{name} {hashlib.sha256(data).hexdigest()}" for name, data in files)
    return Parcel(files, settings, code(), hashlib.sha256("\n".join((repr(settings), *parts)).encode()).hexdigest())


_opened: dict[str, Theme] = {}


def unpack(parcel: Parcel) -> Theme:
    """The theme of a parcel, built once in each process; a MakingError where another program packed it."""
    if parcel.digest not in _opened:
        if parcel.program != code():
            raise MakingError(Message("a worker of the cluster has another zweiblatt: install the same everywhere"))
        folder = Path(tempfile.mkdtemp(prefix="zweiblatt-"))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        for name, data in parcel.files:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)
        _opened.clear()
        _opened[parcel.digest] = Theme(parcel.settings, (folder,))
    return _opened[parcel.digest]
