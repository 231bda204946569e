"""All findings as one JSON value; ``docs/schema/findings.schema.json`` is its schema.

In: a report. Out: JSON. Within a version only additions.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..findings import Severity

if TYPE_CHECKING:
    from ..findings import Finding, Repair
    from ..model import Span
    from . import Report

VERSION = 1


def write(report: Report) -> str:
    """The findings and how many there are."""
    value = {
        "version": VERSION,
        "findings": [as_value(report, finding) for finding in report.findings],
        "summary": {
            "stories": report.stories,
            "errors": report.count(Severity.ERROR),
            "warnings": report.count(Severity.WARNING),
            "infos": report.count(Severity.INFO),
        },
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def as_value(report: Report, finding: Finding) -> dict[str, Any]:
    """A finding as JSON values."""
    return {
        "rule": finding.rule,
        "severity": finding.severity.label,
        "message": report.say(finding.message),
        **_place(finding.at),
        "end": _end(finding.at),
        "related": [_place(each.at) | {"message": report.say(each.message)} for each in finding.related],
        "repair": _repair(report, finding.repair) if finding.repair else None,
        "advice": report.advice(finding) or None,
        "fingerprint": finding.fingerprint,
    }


def _place(at: Span) -> dict[str, Any]:
    return {"path": at.path, "line": at.line, "column": at.column}


def _end(at: Span) -> dict[str, int] | None:
    return {"line": at.end[0], "column": at.end[1]} if at.end else None


def _repair(report: Report, repair: Repair) -> dict[str, Any]:
    edits = [_place(edit.at) | {"end": _end(edit.at), "text": edit.text} for edit in repair.edits]
    return {"message": report.say(repair.message), "safe": repair.safe, "edits": edits}
