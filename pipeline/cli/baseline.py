"""A baseline: the findings that were there when a publication began to check, and are not shown again.

In: a JSON file and findings. Out: the findings that are new. If there is no file, it is written, and nothing is new.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from ..errors import MakingError, UsageError
from ..findings import Message, Severity
from ..frozen import dataclass
from .words import say

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from ..findings import Finding

VERSION = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """A known finding; of ``path`` and ``severity`` it depends whether a run could have found it."""

    rule: str
    path: str
    severity: Severity
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """The known findings of a file."""

    path: Path
    entries: tuple[Entry, ...]

    def new(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """The findings that are not known."""
        known = {entry.fingerprint for entry in self.entries}
        return tuple(finding for finding in findings if finding.fingerprint not in known)

    def tell(self, findings: tuple[Finding, ...], looked_at: Collection[str], least: Severity) -> None:
        """Say how many findings are known, and how many can no longer be found where this run looked."""
        found = {finding.fingerprint for finding in findings}
        known = sum(entry.fingerprint in found for entry in self.entries)
        gone = sum(
            entry.fingerprint not in found and entry.path in looked_at and entry.severity >= least
            for entry in self.entries
        )
        hidden(self.path, known)
        if gone:
            _say(
                "{path}: {count} known findings are no longer there; when nothing new is shown, remove the file and "
                "write it anew, so that they cannot come back",
                self.path,
                gone,
            )


def open_baseline(path: Path, findings: tuple[Finding, ...]) -> Baseline:
    """The baseline of a file; if there is none, it is written with these findings."""
    if path.exists():
        return Baseline(path, _read(path))
    _write(path, findings)
    _say(
        "{path} is written, with all that was found ({count}); from now on only new findings are shown",
        path,
        len(findings),
    )
    return Baseline(path, tuple(map(_entry, findings)))


def standing(path: Path) -> frozenset[str]:
    """The fingerprints in a file that must be there, for a command that writes none."""
    if not path.exists():
        template = "there is no baseline {path}; write it: zweiblatt check --baseline {path}"
        raise UsageError(Message(template, (("path", path.as_posix()),)))
    return frozenset(entry.fingerprint for entry in _read(path))


def hidden(path: Path, count: int) -> None:
    """Say how many findings are known."""
    if count:
        _say("{path}: {count} known findings are not shown", path, count)


def _say(template: str, path: Path, count: int) -> None:
    said = Message(template, (("count", count), ("path", path.as_posix())))
    click.echo(f"zweiblatt: {say(said)}", err=True)


def _entry(each: Finding) -> Entry:
    return Entry(each.rule, each.at.path, each.severity, each.fingerprint)


def _read(path: Path) -> tuple[Entry, ...]:
    try:
        return tuple(
            Entry(row["rule"], row["path"], Severity[row.get("severity", "error").upper()], row["fingerprint"])
            for row in json.loads(path.read_bytes())["findings"]
        )
    except (AttributeError, OSError, ValueError, KeyError, TypeError, RecursionError):
        arguments = (("path", path.as_posix()),)
        raise UsageError(Message("{path} is no baseline; remove it to write one", arguments)) from None


def _write(path: Path, findings: tuple[Finding, ...]) -> None:
    entries = [
        {
            "rule": each.rule,
            "severity": each.severity.label,
            "path": each.at.path,
            "message": str(each.message),
            "fingerprint": each.fingerprint,
        }
        for each in findings
    ]
    value = {"version": VERSION, "findings": entries}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    except OSError as error:
        arguments = (("path", path.as_posix()), ("why", error.strerror or type(error).__name__))
        raise MakingError(Message("{path} cannot be written: {why}", arguments)) from None
