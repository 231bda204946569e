"""``--fix``, ``--diff``, ``--add-ignore``: manuscripts changed, each proved before it is written.

In: findings of stories. Out: changed files, written whole or not at all, and the findings that remain.

A repair is taken only if the repaired manuscript can be read, the blocks that it does not touch come out as the same
tree, and its finding is gone; of several that fail together each is tried alone. A comment is taken only if the whole
tree stays the same.
"""

from __future__ import annotations

import difflib
import os
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..check import RULES, check
from ..check.allowing import allowed
from ..check.repair import harmless, repaired, repairs
from ..check.selection import selected
from ..errors import MakingError
from ..findings import Message
from ..library import read_story
from .words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..findings import Finding
    from ..library import Story
    from ..listing import Manuscripts
    from ..model import Article
    from .project import Project

ROUNDS = 20
"""Repairs at one place are made one after the other, so often at most."""
BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Desk:
    """A story on which we work: ``given`` has the new bytes of its manuscripts, before any file is written."""

    project: Project
    name: str
    paths: Sequence[str]
    given: dict[str, bytes] = field(default_factory=dict)

    def read(self, path: str = "", text: str = "") -> Story:
        """The story as it would be now, perhaps with another text in one of its manuscripts."""
        given = {**self.given, path: self.bytes(path, text)} if path else self.given
        return read_story(self.project.root, self.name, self.paths, self.project.settings, given)

    def bytes(self, path: str, text: str) -> bytes:
        """A text as the file has it: with its mark at the beginning and its line ends."""
        old = (self.project.root / path).read_bytes()
        mark = BOM if old.startswith(BOM) else b""
        return mark + text.encode("utf-8").replace(b"\n", b"\r\n" if b"\r\n" in old else b"\n")

    def findings(self) -> tuple[Finding, ...]:
        """What is found in the story as it would be now."""
        return check(self.read(), self.project.house, selected(RULES, self.project.settings.check))


def mend(
    project: Project, chosen: Manuscripts, findings: Sequence[Finding], *, write: bool, show: bool
) -> tuple[Finding, ...]:
    """Apply safe repairs; the findings that remain, looked at anew in the stories that changed."""
    left: list[Finding] = []
    count = 0
    for name, paths in chosen.items():
        desk = Desk(project, name, paths)
        here = [each for each in findings if each.at.path in paths]
        for _ in range(ROUNDS):
            taken = sum(_mend(desk, path, [each for each in here if each.at.path == path]) for path in paths)
            if not taken:
                break
            count += taken
            here = list(desk.findings())
        for path in paths:
            _change(desk, path, write=write, show=show)
        left += here
    said = Message("repaired: {count}" if write else "can be repaired: {count}", (("count", count),))
    click.echo(f"zweiblatt: {say(said)}", err=True)
    return tuple(left)


def allow(project: Project, chosen: Manuscripts, findings: Sequence[Finding], reason: str) -> tuple[Finding, ...]:
    """Write a comment before each finding; those that none can be written for remain."""
    left: list[Finding] = []
    for name, paths in chosen.items():
        desk = Desk(project, name, paths)
        for article in desk.read().articles:
            path = article.manuscript.path
            here = [each for each in findings if each.at.path == path]
            left_over = _prints(desk, desk.read(path, allowed(article, here, reason)))
            text = allowed(article, [each for each in here if each.fingerprint not in left_over], reason)
            if text != article.manuscript.text and _is_same(article, _article(desk.read(path, text), path)):
                desk.given[path] = desk.bytes(path, text)
                _change(desk, path, write=True, show=False)
        now = {each.fingerprint for each in desk.findings()}
        left += [each for each in findings if each.at.path in paths and each.fingerprint in now]
    said = Message(
        "allowed: {count}; cannot be allowed by a comment: {left}",
        (("count", len(findings) - len(left)), ("left", len(left))),
    )
    click.echo(f"zweiblatt: {say(said)}", err=True)
    return tuple(left)


def _mend(desk: Desk, path: str, findings: Sequence[Finding]) -> int:
    """How many repairs of a manuscript hold; the desk gets its new bytes."""
    article = _article(desk.read(), path)
    if article is None:
        return 0
    text = article.manuscript.text
    wanted = list(repairs(text, findings))
    if not _holds(desk, article, wanted):
        kept: list[Finding] = []
        for each in wanted:
            if _holds(desk, article, [*kept, each]):
                kept.append(each)
        wanted = kept
    if wanted:
        desk.given[path] = desk.bytes(path, repaired(text, wanted))
    return len(wanted)


def _holds(desk: Desk, article: Article, wanted: Sequence[Finding]) -> bool:
    """Whether repairs do what they promise and nothing else."""
    path = article.manuscript.path
    after = desk.read(path, repaired(article.manuscript.text, wanted))
    new = _article(after, path)
    if not wanted or new is None or not harmless(article, new, wanted):
        return False
    return not _prints(desk, after) & {finding.fingerprint for finding in wanted}


def _prints(desk: Desk, story: Story) -> set[str]:
    return {finding.fingerprint for finding in check(story, desk.project.house)}


def _article(story: Story, path: str) -> Article | None:
    return next((each for each in story.articles if each.manuscript.path == path), None)


def _is_same(old: Article, new: Article | None) -> bool:
    return new is not None and harmless(old, new, ()) and harmless(new, old, ())


def _change(desk: Desk, path: str, *, write: bool, show: bool) -> None:
    if path not in desk.given:
        return
    old, new = (desk.project.root / path).read_bytes(), desk.given[path]
    if show:
        before, after = (each.decode("utf-8", "replace").splitlines(keepends=True) for each in (old, new))
        click.echo("".join(difflib.unified_diff(before, after, f"a/{path}", f"b/{path}")), nl=False)
    if write:
        _replace(desk.project.root / path, new)


def _replace(path: Path, data: bytes) -> None:
    """Put other bytes into a file, whole or not at all."""
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".zweiblatt-", delete=False) as file:
            file.write(data)
        Path(file.name).chmod(path.stat().st_mode)
        os.replace(file.name, path)  # noqa: PTH105 - the atomic one, by its name
    except OSError as error:
        arguments = (("path", path.as_posix()), ("why", error.strerror or type(error).__name__))
        raise MakingError(Message("{path} cannot be written: {why}", arguments)) from None
