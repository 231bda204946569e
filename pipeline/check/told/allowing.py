"""``--add-ignore``: a comment before the block of each finding.

In: an article, its findings, a reason. Out: the text with comments; findings in the front matter cannot be allowed so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .stub import UNFILLED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ...findings import Finding
    from ...model import Article, Span


def allowed(article: Article, findings: Iterable[Finding], reason: str) -> str:
    """The text of a manuscript with a comment for each rule before each block that has a finding of it."""
    starts = _starts(article)
    wanted: dict[int, list[str]] = {}
    for finding in findings:
        line = _line(starts, finding.at)
        if line and finding.rule != UNFILLED and finding.rule not in wanted.setdefault(line, []):
            wanted[line].append(finding.rule)
    clean = " ".join(reason.replace("--", "–").replace(">", "›").split())
    lines = article.manuscript.text.split("\n")
    for line in sorted(wanted, reverse=True):
        lines[line - 1 : line - 1] = [f"<!-- allow {rule}: {clean} -->" for rule in sorted(wanted[line])]
    return "\n".join(lines)


def _starts(article: Article) -> tuple[tuple[int, int], ...]:
    """First and last line of each heading and block."""
    places = [section.at for section in article.sections if section.level > 1]
    places += [block.at for section in article.sections for block in section.blocks]
    return tuple((at.line, at.end[0] if at.end else at.line) for at in sorted(places, key=lambda each: each.line))


def _line(starts: Sequence[tuple[int, int]], at: Span) -> int:
    return next((first for first, last in reversed(starts) if first <= at.line <= last), 0)
