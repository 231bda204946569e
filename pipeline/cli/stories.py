"""Which stories a command means: by paths, by what changed in Git, by shard.

In: the project, and what was asked for. Out: names of stories, with the manuscripts of each.
"""

from __future__ import annotations

import hashlib
import subprocess
from typing import TYPE_CHECKING

import click

from .. import listing
from ..errors import UsageError
from ..findings import Message
from ..listing import CONTENT
from .project import GLOSSARY, HASHTAGS
from .words import say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from ..listing import Manuscripts
    from .project import Project


def manuscripts(project: Project, given: Iterable[str] = ()) -> Manuscripts:
    """All stories, with files that are only ``given``; names that begin with ``.`` or ``_`` are ignored."""
    languages = dict(project.settings.publication.languages)
    found = {name: [*paths] for name, paths in listing.manuscripts(project.root, languages).items()}
    for other in given:
        _, side, story = (*other.removesuffix(".md").split("/", 2), "", "")[:3]
        is_ours = other.startswith(f"{CONTENT}/") and side in {*languages}
        if is_ours and other not in found.setdefault(story, []):
            found[story].append(other)
    return {name: tuple(paths) for name, paths in sorted(found.items())}


def of_paths(project: Project, every: Manuscripts, paths: Iterable[Path]) -> Manuscripts:
    """The stories of files, folders or names; a path of one language brings its counterpart along."""
    chosen: set[str] = set()
    for path in paths:
        place = project.relative(path)
        here = {name for name, files in every.items() if any(_lies(file, place) for file in files)}
        named = {path.as_posix().removesuffix("/")} & set(every)
        if not here and not named and not path.exists():
            raise UsageError(Message("there is no {path}", (("path", path.as_posix()),)))
        if not here and not named:
            note = Message("{path} is left out: it is no manuscript in content/", (("path", path.as_posix()),))
            click.echo(f"zweiblatt: {say(note)}", err=True)
        chosen |= here or named
    return {name: files for name, files in every.items() if name in chosen}


def changed(project: Project, every: Manuscripts, reference: str) -> Manuscripts:
    """The stories of which a manuscript differs from a commit; all of them if settings differ."""
    differ = {
        *_git(project, "diff", "--name-only", "--relative", "-z", reference, "--", "."),
        *_git(project, "ls-files", "--others", "--exclude-standard", "-z", "--", "."),
    }
    if differ & {project.settings.path, GLOSSARY, HASHTAGS}:
        return every
    known = {name: {*files, *_possible(project, name)} for name, files in every.items()}
    return {name: every[name] for name, files in known.items() if files & differ}


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


def _possible(project: Project, name: str) -> set[str]:
    """The manuscripts that a story could have: one that was removed changes the story too."""
    return {f"{CONTENT}/{language}/{name}.md" for language, _ in project.settings.publication.languages}


def _git(project: Project, *arguments: str) -> set[str]:
    if arguments[-3].startswith("-") and arguments[-3] != "-z":
        raise UsageError(Message("“{name}” is no commit", (("name", arguments[-3]),)))
    try:
        done = subprocess.run(  # noqa: S603 - no shell; a reference that begins with "-" is refused above
            ["git", *arguments],  # noqa: S607 - the git on the path is the editor's own
            cwd=project.root,
            capture_output=True,
            check=True,
        )
    except FileNotFoundError:
        raise UsageError(Message("--changed-since needs git, which is not installed")) from None
    except subprocess.CalledProcessError as error:
        why = error.stderr.decode(errors="replace").strip().splitlines() or ["?"]
        raise UsageError(Message("git says: {why}", (("why", why[0]),))) from None
    return {name for name in done.stdout.decode("utf-8", "surrogateescape").split("\0") if name}
