"""``--fix``, ``--diff``, ``--add-ignore``: manuscripts changed, each proved before it is written.

In: findings of stories. Out: changed files, written whole or not at all (or the text of the one that came from standard
input), and the findings that remain.

A repair is taken only if the repaired manuscript can be read, the blocks that it does not touch come out as the same
tree, its finding is gone and none has come (unless blocks are meant to change); of several that fail together each is
tried alone. A comment is taken only if the whole tree stays the same.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import click

from ..check import RULES, check
from ..check.told.allowing import allowed
from ..check.told.repair import changes_blocks, harmless, repaired, repairs
from ..check.told.selection import selected
from ..findings import Message
from ..library import read_story
from .rewrite import difference, exchange, read, rewritten
from .words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ..findings import Finding
    from ..library import Story
    from ..listing import Manuscripts
    from ..model import Article
    from .project import Project

    Sieve = Callable[[Sequence[Finding]], tuple[Finding, ...]]

BY_SETTINGS = Message("per-file-ignores in the settings, or --baseline, can leave out the others")
ROUNDS = 20
"""Repairs at one place are made one after the other, so often at most."""


@dataclass(frozen=True)
class State:
    """A story with some bytes in place of its files' (``given``), and what is found in it."""

    project: Project
    name: str
    paths: Sequence[str]
    given: Mapping[str, bytes]

    @cached_property
    def story(self) -> Story:
        """The story as it would be."""
        return read_story(self.project.root, self.name, self.paths, self.project.settings, self.given)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What would be found in it."""
        return check(self.story, self.project.house, selected(RULES, self.project.settings.check))

    def article(self, path: str) -> Article | None:
        """The article of a manuscript, if it can be read, and without loss."""
        found = next((each for each in self.story.articles if each.manuscript.path == path), None)
        return found if found and read(self.bytes(path)) == found.manuscript.text else None

    def bytes(self, path: str) -> bytes:
        """The bytes of a manuscript."""
        return self.given[path] if path in self.given else (self.project.root / path).read_bytes()

    def with_text(self, path: str, text: str) -> State:
        """The story with another text in a manuscript, which keeps its mark at the beginning and its line ends."""
        return replace(self, given={**self.given, path: rewritten(self.bytes(path), text)})


@dataclass(frozen=True, slots=True)
class Desk:
    """What is done with changed manuscripts: written, or shown; one that is ``given`` (standard input) stays there."""

    project: Project
    chosen: Manuscripts
    given: dict[str, bytes]
    sieve: Sieve
    write: bool = True
    show: bool = False

    def begin(self, name: str) -> State:
        """A story as it is."""
        paths = self.chosen[name]
        return State(self.project, name, paths, {path: self.given[path] for path in paths if path in self.given})

    def own(self, paths: Sequence[str]) -> tuple[str, ...]:
        """The manuscripts that may change: beside one from standard input no file does."""
        return tuple(path for path in paths if path in self.given or not self.given)

    def finish(self, old: State, new: State) -> None:
        """Write or show what has changed."""
        for path in self.own(old.paths):
            before, after = old.bytes(path), new.bytes(path)
            if self.show and before != after:
                click.echo(difference(path, before, after), nl=False)
            elif self.write and path in self.given:
                self.given[path] = after
            elif self.write and before != after:
                exchange(self.project.root / path, path, after)


def mend(desk: Desk, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Apply safe repairs; the findings that remain, looked at anew in the stories that changed."""
    left = _elsewhere(desk, findings)
    count = 0
    for name, paths in desk.chosen.items():
        here = [each for each in findings if each.at.path in paths]
        begun = desk.begin(name)
        state = begun
        for _ in range(ROUNDS if any(each.repair and each.repair.safe for each in here) else 0):
            before = state
            for path in desk.own(paths):
                state, taken = _mend(state, path, [each for each in here if each.at.path == path])
                count += taken
            if state is before:
                break
            here = [*desk.sieve(state.findings), *_together(here)]
        desk.finish(begun, state)
        left += here
    said = Message("repaired: {count}" if desk.write else "can be repaired: {count}", (("count", count),))
    click.echo(f"zweiblatt: {say(said)}", err=True)
    return tuple(left)


def allow(desk: Desk, findings: Sequence[Finding], reason: str) -> tuple[Finding, ...]:
    """Write a comment before each finding; those that none can be written for remain."""
    left = _elsewhere(desk, findings)
    for name, paths in desk.chosen.items():
        here = [each for each in findings if each.at.path in paths]
        begun = desk.begin(name)
        state = begun
        for path in desk.own(paths) if here else ():
            state = _allow(state, path, [each for each in here if each.at.path == path], reason)
        desk.finish(begun, state)
        now = {each.fingerprint for each in state.findings} if here else set()
        left += [each for each in here if each.fingerprint in now or each in _together(here)]
    said = Message(
        "allowed: {count}; cannot be allowed by a comment: {left}",
        (("count", len(findings) - len(left)), ("left", len(left))),
    )
    click.echo(f"zweiblatt: {say(said)}", err=True)
    if left:
        click.echo(f"zweiblatt: {say(BY_SETTINGS)}", err=True)
    return tuple(left)


def _elsewhere(desk: Desk, findings: Sequence[Finding]) -> list[Finding]:
    """The findings that stand in no manuscript of these stories."""
    paths = {path for row in desk.chosen.values() for path in row}
    return [each for each in findings if each.at.path not in paths]


def _together(findings: Sequence[Finding]) -> list[Finding]:
    """The findings about all stories together: looking at one anew does not find them."""
    names = {rule.name for rule in RULES if rule.scope == "Claims"}
    return [each for each in findings if each.rule in names]


def _mend(state: State, path: str, findings: Sequence[Finding]) -> tuple[State, int]:
    """The story with the repairs of a manuscript that hold, and how many they are."""
    article = state.article(path)
    if article is None:
        return state, 0
    wanted = list(repairs(article.manuscript.text, findings))
    after = _after(state, article, wanted)
    if after is None and len(wanted) > 1:
        kept: list[Finding] = []
        for each in wanted:
            tried = _after(state, article, [*kept, each])
            if tried:
                kept.append(each)
                after = tried
        wanted = kept
    return (after, len(wanted)) if after else (state, 0)


def _after(state: State, article: Article, wanted: Sequence[Finding]) -> State | None:
    """The story after repairs, if they do what they promise and nothing else."""
    if not wanted:
        return None
    path = article.manuscript.path
    after = state.with_text(path, repaired(article.manuscript.text, wanted))
    new = after.article(path)
    if new is None or not harmless(article, new, wanted):
        return None
    mended = Counter(map(_said, wanted))
    before, now = (Counter(map(_said, each.findings)) for each in (state, after))
    is_gone = all(now[said] <= before[said] - count for said, count in mended.items())
    has_come = set() if changes_blocks(wanted) else set(now - before)
    return after if is_gone and not has_come else None


def _said(finding: Finding) -> tuple[str, str, str]:
    """A finding without its place, which repairs above may move."""
    return finding.rule, finding.at.path, str(finding.message)


def _allow(state: State, path: str, findings: Sequence[Finding], reason: str) -> State:
    """The story with comments in a manuscript: those that suppress their finding, if nothing else changes."""
    article = state.article(path)
    if article is None or not findings:
        return state
    tried = state.with_text(path, allowed(article, findings, reason))
    not_allowed = {each.fingerprint for each in tried.findings}
    useful = [each for each in findings if each.fingerprint not in not_allowed]
    if len(useful) < len(findings):
        tried = state.with_text(path, allowed(article, useful, reason))
    new = tried.article(path)
    is_same = new is not None and harmless(article, new, ()) and harmless(new, article, ())
    return tried if useful and is_same else state
