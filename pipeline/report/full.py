"""A frame for each finding, with the lines of both languages.

In: a report with texts. Out: text for a terminal::

    error parity/missing-section: no counterpart to “Fazit”
       ╭─ content/en/story.md:42:1
    42 │ The last line before the gap.
       ├─ content/de/story.md:114:1  for comparison
   114 │ ## Fazit
       ╰─ repair: …
          zweiblatt explain parity/missing-section

The repair that a rule names is said once for each file, and where to read more once for each rule: forty findings of a
kind read like forty places, not like forty lessons.
"""

from __future__ import annotations

import textwrap
import unicodedata
from dataclasses import field
from typing import TYPE_CHECKING

from ..frozen import dataclass
from . import summary
from .paint import paint, plain, severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..findings import Finding
    from ..model import Span
    from . import Report

LEAST = 30
"""Characters of a line of a manuscript that are shown at least, however narrow the terminal."""


def write(report: Report) -> str:
    """The frames, and how many findings there are."""
    said = Said()
    frames = [_frame(report, each, said) for each in report.findings]
    return "".join(f"{frame}\n" for frame in (*frames, summary(report)))


@dataclass(frozen=True, slots=True)
class Said:
    """In which files the repair of which rule was said, and the rules that were named as explained."""

    files: set[tuple[str, str]] = field(default_factory=set)
    rules: set[str] = field(default_factory=set)


def _frame(report: Report, finding: Finding, said: Said) -> str:
    places = (finding.at, *(related.at for related in finding.related))
    margin = max(len(str(at.line)) for at in places)
    head = f"{severity(report, finding.severity)} {paint(report, 'bold', finding.rule)}"
    rows = [f"{head}: {plain(report.say(finding.message))}"]
    rows += [f"{' ' * margin} {_edge(report, '╭─')} {plain(str(finding.at))}"]
    rows += _quoted(report, finding.at, margin)
    for related in finding.related:
        note = paint(report, "dim", plain(report.say(related.message)))
        rows += [f"{' ' * margin} {_edge(report, '├─')} {plain(str(related.at))}  {note}"]
        rows += _quoted(report, related.at, margin)
    rows += _end(report, finding, said, margin)
    return "\n".join(rows) + "\n"


def _end(report: Report, finding: Finding, said: Said, margin: int) -> Iterator[str]:
    """The end of a frame: the repair, and where to read more."""
    width = max(LEAST, report.width - margin - len(" ╰─ "))
    mend = _mend(report, finding, said)
    rows = [paint(report, "green", row) for row in textwrap.wrap(mend, width, break_on_hyphens=False)]
    if finding.rule not in said.rules:
        said.rules.add(finding.rule)
        rows.append(paint(report, "dim", f"zweiblatt explain {finding.rule}"))
    edges = (_edge(report, "╰─"), *["  "] * len(rows))
    yield from (f"{' ' * margin} {edge} {row}" for edge, row in zip(edges, rows, strict=False))
    if not rows:
        yield f"{' ' * margin} {_edge(report, '╰─')}"


def _mend(report: Report, finding: Finding, said: Said) -> str:
    """The finding's own repair, else its rule's, unless the message or a finding above in the same file says it."""
    words = plain(report.advised(finding))
    if finding.repair is not None:
        return f"{words} (zweiblatt check --fix)".lstrip() if finding.repair.safe else words
    place = (finding.at.path, finding.rule)
    if place in said.files:
        return ""
    said.files.add(place)
    return words


def _quoted(report: Report, at: Span, margin: int) -> Iterator[str]:
    lines = report.lines(at.path)
    if not 0 < at.line <= len(lines):
        return
    line = lines[at.line - 1]
    last = at.end[1] if at.end and at.end[0] == at.line else 0
    width = max(LEAST, report.width - margin - len(" │ ……"))
    start = max(0, min(at.column - 1 - width // 3, len(line) - width)) if len(line) > width else 0
    shown = line[start : start + width]
    text = ("…" if start else "") + plain(shown) + ("…" if len(line) > start + width else "")
    yield f"{at.line:>{margin}} {_edge(report, '│')} {text}"
    if last > at.column and (at.column > 1 or last <= len(line)):
        before = ("…" if start else "") + plain(line[start : at.column - 1])
        marked = plain(line[at.column - 1 : min(last - 1, start + width)])
        carets = paint(report, "red" if at.end else "dim", "^" * max(1, _cells(marked)))
        yield f"{' ' * margin} {_edge(report, '│')} {' ' * _cells(before)}{carets}"


def _cells(text: str) -> int:
    """How many cells of a terminal a text takes."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(unicodedata.combining(character) > 0 for character in text)


def _edge(report: Report, text: str) -> str:
    return paint(report, "dim", text)
