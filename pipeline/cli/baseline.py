"""A baseline: the findings that were there when a publication began to check, and are not shown again.

In: a JSON file and findings. Out: the findings that are new. If there is no file, it is written, and nothing is new.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from ..errors import MakingError, UsageError
from ..findings import Message
from .words import say

if TYPE_CHECKING:
    from pathlib import Path

    from ..findings import Finding

VERSION = 1


def apply(path: Path, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What is not in the baseline."""
    if not path.exists():
        _write(path, findings)
        arguments = (("count", len(findings)), ("path", path.as_posix()))
        said = Message("{path} is written, with what is known now ({count}); from now on only what is new", arguments)
        click.echo(f"zweiblatt: {say(said)}", err=True)
        return ()
    known = _read(path)
    gone = known - {finding.fingerprint for finding in findings}
    if gone:
        arguments = (("count", len(gone)), ("path", path.as_posix()))
        said = Message("of {path}, {count} can no longer be found: remove the file and write it anew", arguments)
        click.echo(f"zweiblatt: {say(said)}", err=True)
    return tuple(finding for finding in findings if finding.fingerprint not in known)


def _read(path: Path) -> set[str]:
    try:
        value = json.loads(path.read_bytes())
        return {entry["fingerprint"] for entry in value["findings"]}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise UsageError(
            Message("{path} is no baseline; remove it to write one", (("path", path.as_posix()),))
        ) from None


def _write(path: Path, findings: tuple[Finding, ...]) -> None:
    entries = [
        {"rule": each.rule, "path": each.at.path, "message": str(each.message), "fingerprint": each.fingerprint}
        for each in findings
    ]
    value = {"version": VERSION, "findings": entries}
    try:
        path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    except OSError as error:
        arguments = (("path", path.as_posix()), ("why", error.strerror or type(error).__name__))
        raise MakingError(Message("{path} cannot be written: {why}", arguments)) from None
