"""Which stories a branch changed, as Git knows.

In: the project, its stories, a commit. Out: those of which a manuscript has changed since.
"""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from ..errors import UsageError
from ..findings import Message
from ..listing import CONTENT
from .project import GLOSSARY, HASHTAGS

if TYPE_CHECKING:
    from ..listing import Manuscripts
    from .project import Project

UNKNOWN = "--changed-since: there is no commit “{name}”; fetch it first: git fetch origin"
UNKNOWN_IN_SHALLOW = (
    "--changed-since: there is no commit “{name}” in this shallow clone; fetch it first: git fetch --unshallow origin "
    "(in GitHub Actions: fetch-depth: 0)"
)


def changed(project: Project, every: Manuscripts, reference: str) -> Manuscripts:
    """The stories of which a manuscript has changed since a branch left a commit; all of them if settings have.

    What others did behind that commit in the meantime is no change; where Git does not know when the branch left (a
    shallow clone), all that differs is.
    """
    since = _left(project, reference)
    differ = {
        *_git(project, "diff", "--name-only", "--no-renames", "--relative", "-z", since, "--", "."),
        *_git(project, "ls-files", "--others", "--exclude-standard", "-z", "--", "."),
    }
    if differ & {project.settings.path, GLOSSARY, HASHTAGS}:
        return every
    known = {name: {*files, *_possible(project, name)} for name, files in every.items()}
    return {name: every[name] for name, files in known.items() if files & differ}


def _possible(project: Project, name: str) -> set[str]:
    """The manuscripts that a story could have: one that was removed changes the story too."""
    return {f"{CONTENT}/{language}/{name}.md" for language, _ in project.settings.publication.languages}


def _left(project: Project, reference: str) -> str:
    """The commit from which the branch that is checked out left a reference."""
    if _run(project, "rev-parse", "--git-dir").returncode:
        arguments = (("folder", project.root.as_posix()),)
        raise UsageError(Message("--changed-since: {folder} is in no repository of Git", arguments))
    commit = _run(project, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}")
    if commit.returncode:
        is_shallow = _run(project, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
        template = UNKNOWN_IN_SHALLOW if is_shallow else UNKNOWN
        raise UsageError(Message(template, (("name", reference),)))
    found = commit.stdout.decode().strip()
    base = _run(project, "merge-base", found, "HEAD")
    return base.stdout.decode().strip() if not base.returncode else found


def _git(project: Project, *arguments: str) -> set[str]:
    done = _run(project, *arguments)
    if done.returncode:
        why = done.stderr.decode(errors="replace").strip().splitlines() or ["?"]
        raise UsageError(Message("git says: {why}", (("why", why[0]),)))
    return {name for name in done.stdout.decode("utf-8", "surrogateescape").split("\0") if name}


def _run(project: Project, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - no shell; a reference stands behind --end-of-options
            ["git", *arguments],  # noqa: S607 - the git on the path is the editor's own
            cwd=project.root,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise UsageError(Message("--changed-since needs git, which is not installed")) from None
