"""Annotations for GitHub Actions: workflow commands on stdout.

In: a report. Out: the ten worst of each severity, as GitHub shows no more than ten errors, ten warnings and ten notices
of a step; a notice says how many are left, and that they are in the job summary (``markdown``), which ``cli`` writes.
Escapes as in ``@actions/core`` (``command.ts``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..findings import Message, Severity
from .paint import plain

if TYPE_CHECKING:
    from ..findings import Finding
    from . import Report

LIMIT = 10
COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write(report: Report) -> str:
    """The annotations."""
    shown = [each for severity in reversed(Severity) for each in _of(report, severity)[: _limit(severity)]]
    left = len(report.findings) - len(shown)
    rows = [_annotation(report, finding) for finding in shown]
    if left:
        said = report.say(Message("{count} more findings are in the summary of this job", (("count", left),)))
        rows.append(f"::notice title=Zweiblatt::{_data(said)}")
    return "".join(f"{row}\n" for row in rows)


def _limit(severity: Severity) -> int:
    """One notice is kept for what is left."""
    return LIMIT - 1 if severity is Severity.INFO else LIMIT


def _of(report: Report, severity: Severity) -> list[Finding]:
    return [finding for finding in report.findings if finding.severity is severity]


def _annotation(report: Report, finding: Finding) -> str:
    at = finding.at
    properties = {"title": finding.rule, "file": report.within + at.path, "line": str(at.line), "col": str(at.column)}
    if at.end:
        properties |= {"endLine": str(at.end[0]), "endColumn": str(at.end[1])}
    if at.end and at.end[0] != at.line:  # GitHub refuses columns over several lines
        properties = {key: value for key, value in properties.items() if key not in {"col", "endColumn"}}
    said = plain(report.say(finding.message)) + "".join(f" ({each.at.path}:{each.at.line})" for each in finding.related)
    named = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    lines = "\n".join(filter(None, (said, plain(report.advised(finding)))))
    return f"::{COMMANDS[finding.severity]} {named}::{_data(lines)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(plain(text)).replace(":", "%3A").replace(",", "%2C")
