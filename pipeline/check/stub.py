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
    from ..findings import Finding
    from ..model import Article, Section, Translation

MISSING = "parity/missing-section"
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
