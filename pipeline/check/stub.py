"""A missing section -> a stub in its place, with a mark that keeps it from being published.

In: the finding of a missing section. Out: the finding with a repair that writes heading and mark. As long as the mark
stands there, ``stub/unfilled`` is an error.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..findings import Edit, Message, Repair
from ..model import Role, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..findings import Finding
    from ..model import Article, Section, Translation

MISSING = "parity/missing-section"
UNFILLED = "stub/unfilled"
"""The rule that keeps a stub from being published; no comment can allow it."""
MARK = "⟦stub⟧"
WORDS = {"en": "To be translated: “{heading}”", "de": "Zu übersetzen: „{heading}“"}


def with_stub(finding: Finding, pairs: tuple[Translation, ...]) -> Finding:
    """The finding of a missing section with the repair that writes a stub; any other finding as it is."""
    if finding.rule != MISSING or finding.repair or not finding.related:
        return finding
    for pair in pairs:
        section = next((each for each in pair.original.sections if each.at.line == finding.related[0].at.line), None)
        if section and finding.at.path == pair.article.manuscript.path and section.level > 1:
            return replace(finding, repair=_repair(finding, section, pair.article))
    return finding


def without_echoes(findings: Iterable[Finding], articles: Iterable[Article]) -> tuple[Finding, ...]:
    """The findings without what else is missing in a stub: that it is one says it all."""
    stubs = [(article.manuscript.path, first, last) for article in articles for first, last in _stubs(article)]
    return tuple(
        finding
        for finding in findings
        if finding.rule in {UNFILLED, MISSING}
        or not any(finding.at.path == path and first <= finding.at.line <= last for path, first, last in stubs)
    )


def _stubs(article: Article) -> Iterator[tuple[int, int]]:
    """First and last line of each section that is a stub."""
    for section in article.sections:
        marked = [block for block in section.blocks if block.text.startswith(MARK)]
        if marked:
            end = marked[-1].at.end
            yield section.at.line, end[0] if end else marked[-1].at.line


def _repair(finding: Finding, section: Section, article: Article) -> Repair:
    lines = article.manuscript.text.split("\n")
    column = len(lines[finding.at.line - 1]) + 1 if finding.at.line <= len(lines) else 1
    at = Span(finding.at.path, finding.at.line, column, (finding.at.line, column))
    claims = section.role not in {Role.TEASER, Role.ANALYSIS} and section.level == 2  # noqa: PLR2004 - parts are h2
    name = section.role.value if claims else section.id
    said = WORDS[article.language].format(heading=section.title)
    identity = f" {{#{name}}}" if claims or section.id_is_explicit else ""
    text = f"\n\n{'#' * section.level} {section.title}{identity}\n\n{MARK} {said}"
    return Repair(
        Message("write a stub for it, which is not published until it is translated"), (Edit(at, text),), safe=True
    )
