"""One line for each finding: ``path:line:column: severity rule: message (counterpart)``.

In: a report. Out: text for pipes, editors and people who like it short.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .paint import plain, severity

if TYPE_CHECKING:
    from ..findings import Finding
    from . import Report


def write(report: Report) -> str:
    """A line for each finding."""
    return "".join(f"{plain(str(each.at))}: {line(report, each)}\n" for each in report.findings)


def line(report: Report, finding: Finding) -> str:
    """A finding without its place: ``error parity/missing-section: no counterpart to … (content/de/a.md:114)``."""
    places = ", ".join(f"{related.at.path}:{related.at.line}" for related in finding.related)
    said = plain(report.say(finding.message))
    text = f"{severity(report, finding.severity)} {finding.rule}: {said}"
    return f"{text} ({plain(places)})" if places else text
