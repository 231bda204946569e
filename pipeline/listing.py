"""content/ -> the manuscripts of each story, the files of a folder; none is opened, nothing heavy is loaded.

In: the root of the project and its languages. Out: paths from the root, with ``/``.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from .errors import UsageError
from .findings import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from .model import Language

CONTENT = "content"
ENDING = ".md"
Manuscripts = dict[str, tuple[str, ...]]
"""The manuscripts of each story, in the order of the languages."""


def manuscripts(root: Path, languages: Iterable[Language]) -> Manuscripts:
    """All stories. A name is the path below the language; names that begin with ``.`` or ``_`` are ignored."""
    found: dict[str, list[str]] = {}
    for language in languages:
        for name in files(root / CONTENT / language, "", hidden=(".", "_")):
            if name.endswith(ENDING):
                found.setdefault(name.removesuffix(ENDING), []).append(f"{CONTENT}/{language}/{name}")
    return {name: tuple(paths) for name, paths in sorted(found.items())}


def files(folder: Path | str, before: str, hidden: tuple[str, ...] = ()) -> Iterator[str]:
    """The files below a folder, sorted, each behind ``before``; links to folders are not followed."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        arguments = (("path", str(folder)), ("why", error.strerror or type(error).__name__))
        raise UsageError(Message("{path} cannot be read: {why}", arguments)) from None
    for entry in entries:
        if entry.name.startswith(hidden):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from files(entry.path, f"{before}{entry.name}/", hidden)
        elif _is_file(entry):
            yield f"{before}{entry.name}"


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Whether an entry can be read as a file; a link that leads round in a circle leads to none."""
    try:
        return entry.is_file()
    except OSError:
        return False
