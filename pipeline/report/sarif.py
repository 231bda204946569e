"""SARIF 2.1.0 (OASIS): what GitHub's code scanning and many editors read.

In: a report with rules. Out: JSON. Columns count characters; the counterpart is a related location, our fingerprint a
partial one, a repair a fix.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from .. import __version__
from ..findings import Severity

if TYPE_CHECKING:
    from ..check import Rule
    from ..findings import Finding, Repair
    from ..model import Span
    from . import Report

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "PROJECT"


def write(report: Report) -> str:
    """One run of one tool."""
    rules = [rule for rule in report.rules if any(finding.rule == rule.name for finding in report.findings)]
    places = {rule.name: place for place, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "Zweiblatt", "version": __version__, "rules": [_rule(rule) for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(report, finding, places) for finding in report.findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.explanation},
        "help": {"text": rule.explanation, "markdown": rule.explanation},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _result(report: Report, finding: Finding, places: dict[str, int]) -> dict[str, Any]:
    others = [
        {"id": number, "message": {"text": report.say(each.message)}, **_location(each.at)}
        for number, each in enumerate(finding.related)
    ]
    return {
        "ruleId": finding.rule,
        **({"ruleIndex": places[finding.rule]} if finding.rule in places else {}),
        "level": LEVELS[finding.severity],
        "message": {"text": report.say(finding.message)},
        "locations": [_location(finding.at)],
        **({"relatedLocations": others} if others else {}),
        "partialFingerprints": {"zweiblatt/v1": finding.fingerprint},
        **({"fixes": [_fix(report, finding.repair)]} if finding.repair and finding.repair.edits else {}),
    }


def _location(at: Span) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": _artifact(at.path), "region": _region(at)}}


def _artifact(path: str) -> dict[str, str]:
    return {"uri": quote(path, errors="surrogateescape")}


def _region(at: Span) -> dict[str, int]:
    end = {"endLine": at.end[0], "endColumn": at.end[1]} if at.end else {}
    return {"startLine": at.line, "startColumn": at.column, **end}


def _fix(report: Report, repair: Repair) -> dict[str, Any]:
    paths = sorted({edit.at.path for edit in repair.edits})
    changes = [
        {
            "artifactLocation": _artifact(path),
            "replacements": [
                {"deletedRegion": _region(edit.at), "insertedContent": {"text": edit.text}}
                for edit in repair.edits
                if edit.at.path == path
            ],
        }
        for path in paths
    ]
    return {"description": {"text": report.say(repair.message)}, "artifactChanges": changes}
