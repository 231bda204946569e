"""JUnit XML: what nearly every CI server shows as tests.

In: a report. Out: XML: a suite for each file, a failed case for each finding (a warning or info too); one passed case
where nothing was found, as servers take an empty report for a broken one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from . import summary

if TYPE_CHECKING:
    from ..findings import Finding
    from . import Report

ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write (section 2.2)."""


def write(report: Report) -> str:
    """The suites."""
    root = ET.Element(
        "testsuites", {"name": "zweiblatt", **_counts(max(1, len(report.findings)), len(report.findings))}
    )
    for path, findings in report.files:
        counts = _counts(len(findings), len(findings))
        suite = ET.SubElement(root, "testsuite", {"name": _legal(path), **counts})
        for finding in findings:
            _case(report, suite, finding)
    if not report.findings:
        suite = ET.SubElement(root, "testsuite", {"name": "zweiblatt", **_counts(1, 0)})
        ET.SubElement(suite, "testcase", {"name": summary(report), "classname": "zweiblatt", "time": "0"})
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _counts(tests: int, failures: int) -> dict[str, str]:
    return {"tests": str(tests), "failures": str(failures), "errors": "0", "skipped": "0", "time": "0"}


def _case(report: Report, suite: ET.Element, finding: Finding) -> None:
    at = finding.at
    name = f"{finding.rule} {at.line}:{at.column}"
    named = {"name": name, "classname": _legal(at.path), "file": _legal(at.path), "line": str(at.line), "time": "0"}
    case = ET.SubElement(suite, "testcase", named)
    said = _legal(report.say(finding.message))
    failure = ET.SubElement(case, "failure", {"message": said, "type": finding.severity.label})
    others = "".join(f"\n{each.at}: {report.say(each.message)}" for each in finding.related)
    advised = report.advised(finding)
    more = f"\n{advised}" if advised else ""
    failure.text = _legal(f"{at}: {finding.severity.label} {finding.rule}: {said}{others}{more}")


def _legal(text: str) -> str:
    return ILLEGAL.sub("\ufffd", text)
