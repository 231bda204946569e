"""``<!-- allow parity/list-shape: reason -->``: which findings a comment suppresses, and what became of the comment.

In: the findings of a story, and the comments of its articles. Out: the findings that remain, and an
:class:`Allowance` for each comment.

A comment covers the block or heading that follows it, and the gap in which it stands: a finding that says "something
is missing behind this line" is suppressed by a comment behind that line. It counts for findings that stand there in
either language: what is missing in a translation can be allowed in the original, where it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import toml
from ...frozen import dataclass
from ..compared.manuscript import manuscript
from .selection import means
from .stub import UNFILLED

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from ...findings import Finding
    from ...model import Allow, Article, Span


@dataclass(frozen=True, slots=True)
class Allowance:
    """What became of an ``allow`` comment.

    ``judged`` says that the run looked for what it allows; ``nearest`` is a rule's name, where ``unknown``.
    """

    allow: Allow
    used: bool
    expired: bool
    judged: bool
    unknown: bool
    nearest: str = ""


@dataclass(frozen=True, slots=True)
class Cover:
    """A comment and the lines that it speaks for; ``gap`` is the last line with text before it."""

    allow: Allow
    first: int
    last: int
    gap: int

    def holds(self, at: Span) -> bool:
        """Whether a place is covered."""
        if at.path != self.allow.at.path:
            return False
        return self.first <= at.line <= self.last or (at.line == self.gap and at.end is None)

    def suppresses(self, finding: Finding) -> bool:
        """Whether a finding is covered, in its own place or in that of its counterpart."""
        places = (finding.at, *(related.at for related in finding.related))
        if finding.rule == UNFILLED:
            return False
        return means(self.allow.rule, finding.rule) and any(self.holds(at) for at in places)


def suppress(
    findings: Sequence[Finding],
    articles: Iterable[Article],
    today: dt.date,
    applied: Sequence[str],
    known: Sequence[str],
) -> tuple[tuple[Finding, ...], tuple[Allowance, ...]]:
    """The findings that no comment suppresses, and what became of each comment.

    ``applied`` are the names of the rules of this run, ``known`` those of all rules.
    """
    covers = [_cover(allow, article) for article in articles for allow in article.allows]
    valid = [cover for cover in covers if not _expired(cover.allow, today)]
    kept: list[Finding] = []
    hidden: list[Finding] = []
    for finding in findings:
        (hidden if any(cover.suppresses(finding) for cover in valid) else kept).append(finding)
    return tuple(kept), tuple(_allowance(cover, hidden, today, applied, known) for cover in covers)


def _cover(allow: Allow, article: Article) -> Cover:
    lines = manuscript(article)[: allow.at.line - 1]
    gap = next((number for number in range(len(lines), 0, -1) if _says_something(lines[number - 1])), 0)
    covers = allow.covers
    if covers is None:
        return Cover(allow, allow.at.line, allow.at.line, gap)
    return Cover(allow, covers.line, covers.end[0] if covers.end else covers.line, gap)


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("<!--")


def _allowance(
    cover: Cover, hidden: Sequence[Finding], today: dt.date, applied: Sequence[str], known: Sequence[str]
) -> Allowance:
    rule = cover.allow.rule
    meant = [name for name in known if means(rule, name)]
    return Allowance(
        allow=cover.allow,
        used=any(cover.suppresses(finding) for finding in hidden),
        expired=_expired(cover.allow, today),
        judged=bool(meant) and set(meant) <= set(applied),
        unknown=not meant,
        nearest="" if meant else toml.nearest(rule, known),
    )


def _expired(allow: Allow, today: dt.date) -> bool:
    return allow.until is not None and allow.until < today
