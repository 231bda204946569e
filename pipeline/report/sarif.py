"""SARIF 2.1.0 (OASIS): what GitHub's code scanning and many editors read.

In: a report with rules. Out: JSON. Columns count characters; the counterpart is a related location, our fingerprint a
partial one (the very one by which GitHub knows an alert again), a repair with edits a fix; the description of a rule
ends with its repair. GitHub refuses a run of more than 25,000 results, so there are no more: the gravest.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from .. import __version__
from ..findings import Message, Severity
from .explained import explained

if TYPE_CHECKING:
    from ..check import Rule
    from ..findings import Finding, Repair
    from ..model import Span
    from . import Report

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
"""By this name the root of the repository is known to those who read SARIF."""
MOST = 25_000
PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}


def write(report: Report) -> str:
    """One run of one tool."""
    rules = report.met
    gravest = sorted(report.findings, key=lambda each: -each.severity)[:MOST]
    shown = report.findings if len(report.findings) <= MOST else gravest
    places = {rule.name: place for place, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {"name": "Zweiblatt", "version": __version__, "rules": [_rule(report, rule) for rule in rules]}
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(report, finding, places) for finding in shown],
        **({"invocations": [_cut(report)]} if len(report.findings) > MOST else {}),
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _cut(report: Report) -> dict[str, Any]:
    """That not all findings are there."""
    arguments = (("count", MOST), ("of", len(report.findings)))
    said = report.say(Message("these are the {count} gravest of {of}; a report in a file has all", arguments))
    note = {"level": "warning", "message": {"text": said}}
    return {"executionSuccessful": True, "toolExecutionNotifications": [note]}


def _rule(report: Report, rule: Rule) -> dict[str, Any]:
    """A rule; its full description is what SARIF asks of it, enough to mend what was found."""
    found, explanation = report.summary(rule), explained(rule, report.language)
    repair = report.say(Message("repair: {repair}", (("repair", report.repair(rule.name)),)))
    return {
        "id": rule.name,
        "shortDescription": {"text": found},
        "fullDescription": {"text": f"{found} {repair[:1].upper()}{repair[1:]}"},
        "help": {"text": explanation, "markdown": explanation},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": ["translation", rule.family], "problem.severity": PROBLEMS[rule.severity]},
    }


def _result(report: Report, finding: Finding, places: dict[str, int]) -> dict[str, Any]:
    others = [
        {"id": number, "message": {"text": report.say(each.message)}, **_location(report, each.at)}
        for number, each in enumerate(finding.related)
    ]
    return {
        "ruleId": finding.rule,
        **({"ruleIndex": places[finding.rule]} if finding.rule in places else {}),
        "level": LEVELS[finding.severity],
        "message": {"text": report.say(finding.message)},
        "locations": [_location(report, finding.at)],
        **({"relatedLocations": others} if others else {}),
        "partialFingerprints": {
            "zweiblatt/v1": finding.fingerprint,
            "primaryLocationLineHash": f"{finding.fingerprint}:1",
        },
        **({"fixes": [_fix(report, finding.repair)]} if finding.repair and finding.repair.edits else {}),
    }


def _location(report: Report, at: Span) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": _artifact(report, at.path), "region": _region(at)}}


def _artifact(report: Report, path: str) -> dict[str, str]:
    return {"uri": quote(report.within + path, errors="surrogateescape"), "uriBaseId": ROOT}


def _region(at: Span) -> dict[str, int]:
    end = {"endLine": at.end[0], "endColumn": at.end[1]} if at.end else {}
    return {"startLine": at.line, "startColumn": at.column, **end}


def _fix(report: Report, repair: Repair) -> dict[str, Any]:
    paths = sorted({edit.at.path for edit in repair.edits})
    changes = [
        {
            "artifactLocation": _artifact(report, path),
            "replacements": [
                {"deletedRegion": _region(edit.at), "insertedContent": {"text": edit.text}}
                for edit in repair.edits
                if edit.at.path == path
            ],
        }
        for path in paths
    ]
    return {"description": {"text": report.say(repair.message)}, "artifactChanges": changes}
