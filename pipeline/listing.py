"""content/ -> the manuscripts of each story, the files of a folder; none is opened, nothing heavy is loaded.

In: the root of the project and its languages. Out: paths from the root, with ``/``.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from .errors import UsageError
from .findings import Message
from .model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from .model import Language

CONTENT = "content"
MEDIA = f"{CONTENT}/media"
ENDING = ".md"
Manuscripts = dict[str, tuple[str, ...]]
"""The manuscripts of each story, in the order of the languages."""


def manuscripts(root: Path, languages: Iterable[Language]) -> Manuscripts:
    """All stories. A name is the path below the language; names that begin with ``.`` or ``_`` are ignored."""
    found: dict[str, list[str]] = {}
    for language in languages:
        for name in files(root / CONTENT / language, "", hidden=(".", "_"), root=root):
            if name.endswith(ENDING):
                found.setdefault(name.removesuffix(ENDING), []).append(f"{CONTENT}/{language}/{name}")
    return {name: tuple(paths) for name, paths in sorted(found.items())}


def media(root: Path) -> tuple[str, ...]:
    """The files of ``content/media/``; names that begin with ``.`` are ignored."""
    return tuple(files(root / MEDIA, f"{MEDIA}/", hidden=(".",), root=root))


def files(
    folder: Path | str, before: str, hidden: tuple[str, ...] = (), root: Path | None = None, *, links: bool = False
) -> Iterator[str]:
    """The files below a folder, sorted, each behind ``before``; links to folders are not followed.

    With a ``root``, a link that leads out of it is an error. With ``links``, those to folders are among the files.
    """
    if root:
        _stays(str(folder), root)
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
            yield from files(entry.path, f"{before}{entry.name}/", hidden, root, links=links)
        elif _is_file(entry):
            if root and entry.is_symlink():
                _stays(entry.path, root)
            yield f"{before}{entry.name}"
        elif links and entry.is_symlink():
            yield f"{before}{entry.name}"


def _stays(path: str, root: Path) -> None:
    """A link that leads out of the project would publish what lies there."""
    real, home = os.path.realpath(path), os.path.realpath(root)
    if os.path.commonpath((real, home)) != home:
        template = "this is a link that leads out of the project: put the file itself there"
        raise UsageError(Message(template), Span(os.path.relpath(path, root).replace(os.sep, "/"), 1))


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Whether an entry can be read as a file; a link that leads round in a circle leads to none."""
    try:
        return entry.is_file()
    except OSError:
        return False
