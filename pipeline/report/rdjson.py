"""Reviewdog's diagnostic format (``reviewdog.proto``, DiagnosticResult as JSON).

In: a report with texts. Out: JSON. Columns count bytes of UTF-8 from 1, as the format has it. The repair is a paragraph
of the message; a suggestion, which is applied with a click, is a safe edit only.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..findings import Severity

if TYPE_CHECKING:
    from ..findings import Finding
    from ..model import Span
    from . import Report

SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def write(report: Report) -> str:
    """The diagnostics."""
    value = {
        "source": {"name": "zweiblatt"},
        "diagnostics": [_diagnostic(report, finding) for finding in report.findings],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(report: Report, finding: Finding) -> dict[str, Any]:
    others = [{"message": report.say(each.message), "location": _location(report, each.at)} for each in finding.related]
    edits = finding.repair.edits if finding.repair and finding.repair.safe else ()
    suggestions = [
        {"range": _range(report, edit.at), "text": edit.text} for edit in edits if edit.at.path == finding.at.path
    ]
    return {
        "message": "\n\n".join(filter(None, (report.say(finding.message), report.advised(finding)))),
        "location": _location(report, finding.at),
        "severity": SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
        **({"suggestions": suggestions} if suggestions else {}),
        **({"related_locations": others} if others else {}),
    }


def _location(report: Report, at: Span) -> dict[str, Any]:
    return {"path": at.path, "range": _range(report, at)}


def _range(report: Report, at: Span) -> dict[str, Any]:
    start = _position(report, at.path, at.line, at.column)
    return {"start": start} | ({"end": _position(report, at.path, *at.end)} if at.end else {})


def _position(report: Report, path: str, line: int, column: int) -> dict[str, int]:
    lines = report.lines(path)
    before = lines[line - 1][: column - 1] if line <= len(lines) else " " * (column - 1)
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
