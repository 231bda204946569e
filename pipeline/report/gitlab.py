"""GitLab's code quality report: a subset of Code Climate's.

In: a report with rules. Out: JSON; the fingerprint is ours, so that GitLab knows a finding again. The description is
all that GitLab shows: it ends with the repair.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..findings import Severity

if TYPE_CHECKING:
    from ..findings import Finding
    from . import Report

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def write(report: Report) -> str:
    """The list of findings."""
    return json.dumps([_issue(report, finding) for finding in report.findings], ensure_ascii=False, indent=2) + "\n"


def _issue(report: Report, finding: Finding) -> dict[str, Any]:
    lines = {"begin": finding.at.line, "end": finding.at.end[0] if finding.at.end else finding.at.line}
    others = [{"path": report.within + each.at.path, "lines": {"begin": each.at.line}} for each in finding.related]
    return {
        "type": "issue",
        "description": "; ".join(filter(None, (report.say(finding.message), report.advised(finding)))),
        "check_name": finding.rule,
        "categories": ["Clarity"],
        "fingerprint": finding.fingerprint,
        "severity": SEVERITIES[finding.severity],
        "location": {"path": report.within + finding.at.path, "lines": lines},
        **({"other_locations": others} if others else {}),
    }
