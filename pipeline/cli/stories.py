"""Which stories a command means: by paths, by shard; by what changed in Git see :mod:`.history`.

In: the project, and what was asked for. Out: names of stories, with the manuscripts of each.
"""

from __future__ import annotations

import hashlib
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

import click

from .. import listing
from ..errors import UsageError
from ..findings import Message
from ..listing import CONTENT, ENDING
from ..toml import nearest
from .words import say

if TYPE_CHECKING:
    from collections.abc import Container, Iterable
    from pathlib import Path

    from ..listing import Manuscripts
    from .project import Project


def manuscripts(project: Project, given: Iterable[str] = ()) -> Manuscripts:
    """All stories, with files that are only ``given``; names that begin with ``.`` or ``_`` are ignored."""
    languages = dict(project.settings.publication.languages)
    found = {name: [*paths] for name, paths in listing.manuscripts(project.root, languages).items()}
    for other in given:
        story = other.removesuffix(ENDING).split("/", 2)[2]
        if other not in found.setdefault(story, []):
            found[story].append(other)
    return {name: tuple(paths) for name, paths in sorted(found.items())}


def is_manuscript(project: Project, path: str) -> bool:
    """Whether a file would be a manuscript if it were there."""
    folder, side, *rest = f"{path}//".split("/")[:3]
    hidden = any(part.startswith((".", "_")) for part in path.split("/")[2:])
    is_ours = folder == CONTENT and side in dict(project.settings.publication.languages) and any(rest)
    return is_ours and path.endswith(ENDING) and not hidden


def of_paths(
    project: Project, every: Manuscripts, paths: Iterable[Path], unsaved: Container[Path | None] = ()
) -> Manuscripts:
    """The stories of files, folders, patterns or names; a path of one language brings its counterpart along.

    Files that are ``unsaved`` need not be there.
    """
    chosen: set[str] = set()
    for path in paths:
        place = project.relative(path)
        here = {name for name, files in every.items() if any(_lies(file, place) for file in files)}
        if not here and not path.exists():
            here = {name for name, files in every.items() if any(fnmatchcase(file, place) for file in files)}
        named = {path.as_posix().removesuffix("/")} & set(every)
        if not here and not named and not path.exists() and path not in unsaved:
            raise UsageError(_none(path.as_posix(), every))
        if not here and not named:
            note = Message("{path} is left out: it is no manuscript in content/", (("path", path.as_posix()),))
            click.echo(f"zweiblatt: {say(note)}", err=True)
        chosen |= here or named
    return {name: files for name, files in every.items() if name in chosen}


def _none(path: str, every: Manuscripts) -> Message:
    """What is said of a path that is not there: the story or manuscript that looks most like it."""
    if near := nearest(path, [*every, *(file for files in every.values() for file in files)]):
        return Message("there is no {path}; did you mean {near}?", (("near", near), ("path", path)))
    return Message("there is no {path}", (("path", path),))


def sharded(every: Manuscripts, shard: str) -> Manuscripts:
    """The i-th of n parts, ``2/5``; where a story goes depends on its name alone."""
    part, _, parts = shard.partition("/")
    if not (part.isdigit() and parts.isdigit() and 1 <= int(part) <= int(parts)):
        raise UsageError(Message("“{shard}” is no shard such as 2/5", (("shard", shard),)))
    return {name: files for name, files in every.items() if _number(name) % int(parts) == int(part) - 1}


def _number(name: str) -> int:
    return int.from_bytes(hashlib.sha256(name.encode("utf-8", "surrogateescape")).digest()[:8], "big")


def _lies(file: str, place: str) -> bool:
    return place in {".", file} or file.startswith(f"{place}/")
