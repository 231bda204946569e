"""The findings of each file below its name.

In: a report. Out: text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import summary
from .concise import line
from .paint import paint, plain

if TYPE_CHECKING:
    from ..findings import Finding
    from . import Report


def write(report: Report) -> str:
    """The files with their findings, and how many there are."""
    groups = [_group(report, path, findings) for path, findings in report.files]
    return "\n".join((*groups, f"{summary(report)}\n"))


def _group(report: Report, path: str, findings: tuple[Finding, ...]) -> str:
    places = [f"{finding.at.line}:{finding.at.column}" for finding in findings]
    width = max(map(len, places))
    rows = [f"  {place:>{width}}  {line(report, each)}\n" for place, each in zip(places, findings, strict=True)]
    return f"{paint(report, 'bold', plain(path))}\n{''.join(rows)}"
