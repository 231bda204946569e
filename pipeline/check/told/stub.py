"""A missing section -> a stub in its place, with a mark that keeps it from being published.

In: the finding of a missing section. Out: the finding with a repair that writes heading and mark. As long as the mark
stands there, ``stub/unfilled`` is an error.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ...findings import Edit, Message, Repair
from ...model import Role, Span
from ..compared.manuscript import manuscript

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...findings import Finding
    from ...model import Article, Section, Translation

MISSING = "parity/missing-section"
TRUNCATED = "omission/truncated"
UNFILLED = "stub/unfilled"
"""The rule that keeps a stub from being published; no comment can allow it."""
MARK = "⟦stub⟧"
WORDS = {"en": "To be translated: “{heading}”", "de": "Zu übersetzen: „{heading}“"}


def with_stub(finding: Finding, pairs: tuple[Translation, ...]) -> Finding:
    """The finding of missing sections with the repair that writes their stubs; any other finding as it is."""
    if finding.rule not in {MISSING, TRUNCATED} or finding.repair or not finding.related:
        return finding
    for pair in pairs:
        lost = _lost(finding, pair.original)
        if lost and finding.at.path == pair.article.manuscript.path:
            return replace(finding, repair=_repair(finding, lost, pair.article))
    return finding


def _lost(finding: Finding, original: Article) -> tuple[Section, ...]:
    """The sections that a finding misses: the one that it names, or that and all behind it."""
    lines = [section.at.line for section in original.sections]
    if finding.related[0].at.line not in lines:
        return ()
    first = lines.index(finding.related[0].at.line)
    lost = original.sections[first : None if finding.rule == TRUNCATED else first + 1]
    return tuple(
        each for each in lost if each.level > 1 and not (each.only and each.only.language == original.language)
    )


def stubs(article: Article) -> Iterator[tuple[int, int]]:
    """First and last line of each section that is a stub."""
    for section in article.sections:
        marked = [block for block in section.blocks if block.text.startswith(MARK)]
        if marked:
            end = marked[-1].at.end
            yield section.at.line, end[0] if end else marked[-1].at.line


def _repair(finding: Finding, lost: tuple[Section, ...], article: Article) -> Repair:
    lines = manuscript(article)
    column = len(lines[finding.at.line - 1]) + 1 if finding.at.line <= len(lines) else 1
    at = Span(finding.at.path, finding.at.line, column, (finding.at.line, column))
    text = "".join(_text(section, article) for section in lost)
    return Repair(
        Message("translate it, or first write a stub, which is not published until it is translated"),
        (Edit(at, text),),
        safe=True,
    )


def _text(section: Section, article: Article) -> str:
    claims = section.role not in {Role.TEASER, Role.ANALYSIS} and section.level == 2  # noqa: PLR2004 - parts are h2
    name = section.role.value if claims else section.id
    said = WORDS[article.language].format(heading=section.title)
    identity = f" {{#{name}}}" if claims or section.id_is_explicit else ""
    return f"\n\n{'#' * section.level} {section.title}{identity}\n\n{MARK} {said}"
