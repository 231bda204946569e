"""Remarks -> findings: a rule, a severity, and a fingerprint that outlives an inserted line.

In: remarks under the name of their rule, and the articles that they are about. Out: findings in a stable order.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import field
from typing import TYPE_CHECKING

from ...findings import Finding
from ...frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...findings import Remark, Severity
    from ...model import Article, Span

Noted = tuple[str, "Severity", "Remark"]
"""A rule's name, its usual severity, and what it yielded."""


@dataclass(frozen=True, slots=True)
class Places:
    """The articles of a story: they know in which section a line stands, and its text."""

    articles: tuple[Article, ...]
    lines: dict[str, list[str]] = field(default_factory=dict)
    texts: dict[Span, str] = field(default_factory=dict)

    def section(self, at: Span) -> str:
        """The id of the section that a place stands in."""
        article = next((each for each in self.articles if each.manuscript.path == at.path), None)
        before = [section.id for section in article.sections if section.at.line <= at.line] if article else []
        return before[-1] if before else ""

    def text(self, at: Span) -> str:
        """The text of a place, if it has an end; put together once, however many remarks a long block has."""
        if at not in self.texts:
            self.texts[at] = self._text(at)
        return self.texts[at]

    def _text(self, at: Span) -> str:
        article = next((each for each in self.articles if each.manuscript.path == at.path), None)
        if article is None or at.end is None:
            return ""
        if at.path not in self.lines:
            self.lines[at.path] = article.manuscript.text.split("\n")
        lines = self.lines[at.path]
        last, column = at.end
        found = lines[at.line - 1 : last]
        if found and last <= len(lines):
            found[-1] = found[-1][: column - 1]
            found[0] = found[0][at.column - 1 :]
        return " ".join(" ".join(found).split()).casefold()


def findings(noted: Iterable[Noted], articles: Iterable[Article]) -> tuple[Finding, ...]:
    """The findings, by place, then rule; what two rules would say in the same words at one place is kept."""
    places = Places(tuple(articles))
    seen: Counter[str] = Counter()
    found = []
    for rule, usual, remark in sorted(noted, key=lambda each: _order(each[0], each[2])):
        identity = _identity(rule, remark, places)
        seen[identity] += 1
        severity = usual if remark.severity is None else remark.severity
        print_ = _digest(f"{identity}\0{seen[identity]}")
        found.append(Finding(rule, severity, remark.message, remark.at, remark.related, remark.repair, print_))
    return tuple(dict.fromkeys(found))


def order(finding: Finding) -> tuple[Span, str, tuple[Span, ...], str]:
    """By place and rule; what one rule says at one place in the order of the counterparts, as the original has them."""
    return _order(finding.rule, finding)


def _order(rule: str, said: Remark | Finding) -> tuple[Span, str, tuple[Span, ...], str]:
    return _start(said.at), rule, tuple(_start(each.at) for each in said.related), str(said.message)


def _start(at: Span) -> Span:
    """The place without its end, as an end that is not known cannot be ordered."""
    return type(at)(at.path, at.line, at.column)


def _identity(rule: str, remark: Remark, places: Places) -> str:
    said = " ".join(str(remark.message).split()).casefold()
    return "\0".join((rule, remark.at.path, places.section(remark.at), places.text(remark.at), said))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
