"""A table of findings in GitHub's Markdown: for comments and job summaries.

In: a report. Out: Markdown; what an article brought stands in it as text, never as markup.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..findings import Message
from . import summary
from .paint import plain, title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..findings import Finding
    from . import Report

MARKS = re.compile(r"[\\`*_{}\[\]<>()#+!|~@&$-]")

COLUMNS = (Message("Line"), Message("Severity"), Message("Rule"), Message("Finding"), Message("Counterpart"))


def write(report: Report) -> str:
    """A heading, a table for each file, and how it is mended: once for each rule."""
    head = f"## Zweiblatt\n\n{_text(summary(report))}\n"
    return "\n".join((head, *(_table(report, path, findings) for path, findings in report.files), *_repairs(report)))


def _repairs(report: Report) -> Iterator[str]:
    """The repair of each rule that found something; ours are Markdown already."""
    if report.met:
        rows = "".join(f"- `{rule.name}`: {report.repair(rule.name)}\n" for rule in report.met)
        yield f"### {report.say(Message('How to repair'))}\n\n{rows}"


def _table(report: Report, path: str, findings: tuple[Finding, ...]) -> str:
    names = [report.say(name) for name in COLUMNS]
    rows = [names, ["---:", "---", "---", "---", "---"], *(_row(report, finding) for finding in findings)]
    return f"### {_text(path)}\n\n" + "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _row(report: Report, finding: Finding) -> list[str]:
    others = ", ".join(f"{each.at.path}:{each.at.line}" for each in finding.related)
    said = report.say(finding.message)
    return [
        str(finding.at.line),
        _text(title(report, finding.severity)),
        f"`{finding.rule}`",
        _text(said),
        _text(others),
    ]


def _text(text: str) -> str:
    return MARKS.sub(lambda found: f"&#{ord(found[0])};" if found[0] in "|@<>&" else f"\\{found[0]}", plain(text))
