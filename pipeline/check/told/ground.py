"""Where sections and findings of a story stand.

In: articles, places. Out: :class:`Ground`, the sections of a story by their lines; :class:`Area`, what places cover.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from ...frozen import dataclass
from ...model import Span
from .stub import stubs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...model import Article

Extent = tuple[int, str, bool]
"""The last line of a section with all below it, its role, and whether it has a heading."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The sections of each manuscript by their first lines, the lines of its stubs, and which have no text."""

    sections: dict[str, dict[int, Extent]]
    stubs: dict[str, tuple[tuple[int, int], ...]]
    empty: frozenset[str] = frozenset()

    @classmethod
    def of(cls, articles: Iterable[Article]) -> Ground:
        """The ground of some articles."""
        each = tuple(articles)
        return cls(
            {article.manuscript.path: dict(_extents(article)) for article in each},
            {article.manuscript.path: tuple(stubs(article)) for article in each},
            frozenset(a.manuscript.path for a in each if not any(section.blocks for section in a.sections)),
        )

    def extent(self, at: Span) -> Span:
        """A place; of a heading its section, with all below it."""
        last, _, is_headed = self.sections.get(at.path, {}).get(at.line, (0, "", False))
        is_begun = is_headed or at.column == 1  # else it is a word of the first paragraph
        return Span(at.path, at.line, 1, (last + 1, 1)) if last and is_begun and at.line > 1 else at

    def section(self, at: Span) -> tuple[str, int]:
        """The manuscript and first line of the innermost section that a place stands in."""
        starts = sorted(self.sections.get(at.path, {}))
        place = bisect_right(starts, at.line)
        return at.path, starts[place - 1] if place else 1

    def behind(self, at: Span) -> tuple[str, int]:
        """The manuscript and first line of the section behind the one that a place stands in."""
        starts = sorted(self.sections.get(at.path, {}))
        place = bisect_right(starts, at.line)
        return at.path, starts[place] if place < len(starts) else 0

    def role(self, at: Span) -> str:
        """The role of the innermost section that a place stands in."""
        path, line = self.section(at)
        return self.sections.get(path, {}).get(line, (0, "", False))[1]

    def roles(self, at: Span) -> Iterator[str]:
        """The roles of the sections that a heading begins: its own, and those below it."""
        last, *_ = self.sections.get(at.path, {}).get(at.line, (0, "", False))
        for first, (_, role, _) in self.sections.get(at.path, {}).items():
            if at.line <= first <= last:
                yield role

    def is_empty(self, path: str) -> bool:
        """Whether a manuscript has no text."""
        return path in self.empty

    def is_stub(self, at: Span) -> bool:
        """Whether a place stands in a section that is a stub."""
        return any(first <= at.line <= last for first, last in self.stubs.get(at.path, ()))


def _extents(article: Article) -> Iterator[tuple[int, Extent]]:
    rows = article.sections
    end = article.manuscript.text.count("\n") + 1
    for place, section in enumerate(rows):
        level = section.level if section.title else max(each.level for each in rows)  # all else stands below none
        behind = next((each for each in rows[place + 1 :] if each.level <= level), None)
        yield section.at.line, (behind.at.line - 1 if behind else end, section.role.value, bool(section.title))


@dataclass(frozen=True, slots=True)
class Area:
    """What some places cover: for each line the columns from which and up to which."""

    lines: dict[tuple[str, int], list[tuple[int, int]]]

    @classmethod
    def of(cls, places: Iterable[Span]) -> Area:
        """The area of some places; one without an end covers its line."""
        lines: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
        for at in places:
            last, column = at.end or (at.line, 1 << 30)
            for line in range(at.line, last + 1):
                start = at.column if line == at.line else 1
                lines[at.path, line].append((start, column if line == last else 1 << 30))
        return cls(dict(lines))

    def __contains__(self, at: object) -> bool:
        """Whether a place begins in the area."""
        if not isinstance(at, Span):
            return False
        return any(start <= at.column < end for start, end in self.lines.get((at.path, at.line), ()))
