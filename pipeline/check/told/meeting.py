"""How the places of a cause and of what follows from it meet.

In: some causes and the ground of a story. Out: whether a finding stands where one of them explains it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .ground import Area

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ...findings import Finding
    from ...model import Span
    from .ground import Ground

MARKS = 8
"""Columns that the marks of a heading or an item may take."""
WORDS = 24
"""Columns of a word or two."""


def at_place(causes: Sequence[Finding], _: Ground) -> Callable[[Finding], bool]:
    """The two begin at one place."""
    places = {start(cause.at) for cause in causes}
    return lambda finding: start(finding.at) in places


def on_line(causes: Sequence[Finding], _: Ground) -> Callable[[Finding], bool]:
    """The two begin on one line."""
    lines = {(cause.at.path, cause.at.line) for cause in causes}
    return lambda finding: (finding.at.path, finding.at.line) in lines


def inside(causes: Sequence[Finding], _: Ground) -> Callable[[Finding], bool]:
    """The finding begins in what the cause covers, or stands for the whole block that the cause begins with."""
    area = Area.of(cause.at for cause in causes)
    lines = {(cause.at.path, cause.at.line) for cause in causes if cause.at.column <= MARKS}

    def covers(finding: Finding) -> bool:
        whole = finding.at.column == 1 and (finding.at.end is None or finding.rule.startswith(("omission/", "terms/")))
        return finding.at in area or (whole and (finding.at.path, finding.at.line) in lines)

    return covers


def further_inside(causes: Sequence[Finding], _: Ground) -> Callable[[Finding], bool]:
    """The finding begins in what the cause covers, and not where a cause begins."""
    area, starts = Area.of(cause.at for cause in causes), {start(cause.at) for cause in causes}
    return lambda finding: finding.at in area and start(finding.at) not in starts


def answering(causes: Sequence[Finding], ground: Ground) -> Callable[[Finding], bool]:
    """The counterpart of the finding begins in a counterpart of the cause; a heading stands for its section."""
    area = Area.of(ground.extent(each.at) for cause in causes for each in cause.related)
    return lambda finding: bool(finding.related) and finding.related[0].at in area


def of_items(causes: Sequence[Finding], _: Ground) -> Callable[[Finding], bool]:
    """The finding or its counterpart stands on the line of an item that the cause names: the place has no end."""
    places = [at for cause in causes for at in (cause.at, *(each.at for each in cause.related)) if at.end is None]
    lines = {(at.path, at.line) for at in places}

    def meets(finding: Finding) -> bool:
        own = (finding.at, *(each.at for each in finding.related[:1]))
        return any((at.path, at.line) in lines for at in own)

    return meets


def in_section(causes: Sequence[Finding], ground: Ground) -> Callable[[Finding], bool]:
    """The two stand in one section, or the finding where the cause's counterpart in the same article does."""
    places = [*(cause.at for cause in causes), *(each.at for cause in causes for each in cause.related)]
    sections = {ground.section(at) for at in places}
    return lambda finding: ground.section(finding.at) in sections


def beside(causes: Sequence[Finding], ground: Ground) -> Callable[[Finding], bool]:
    """The counterparts of the two stand in one section."""
    sections = {ground.section(each.at) for cause in causes for each in cause.related}
    return lambda finding: bool(finding.related) and ground.section(finding.related[0].at) in sections


def next_to(causes: Sequence[Finding], ground: Ground) -> Callable[[Finding], bool]:
    """The finding stands in the section of the cause, or in the next."""
    sections = {each for cause in causes for each in (ground.section(cause.at), ground.behind(cause.at))}
    return lambda finding: ground.section(finding.at) in sections


def pointing(causes: Sequence[Finding], _: Ground) -> Callable[[Finding], bool]:
    """The finding points to the line of the cause."""
    lines = {(cause.at.path, cause.at.line) for cause in causes}
    return lambda finding: any((each.at.path, each.at.line) in lines for each in finding.related)


def next_word(causes: Sequence[Finding], _: Ground) -> Callable[[Finding], bool]:
    """The counterparts of the two stand a word or two from each other."""
    places = [each.at for cause in causes for each in cause.related[:1]]

    def is_near(finding: Finding) -> bool:
        mine = finding.related[0].at if finding.related else None
        return mine is not None and any(
            (at.path, at.line) == (mine.path, mine.line) and abs(at.column - mine.column) <= WORDS for at in places
        )

    return is_near


def in_article(causes: Sequence[Finding], _: Ground) -> Callable[[Finding], bool]:
    """The two stand in one manuscript."""
    paths = {cause.at.path for cause in causes}
    return lambda finding: finding.at.path in paths


def comparing(causes: Sequence[Finding], ground: Ground) -> Callable[[Finding], bool]:
    """The finding compares what the head of a manuscript says, or concerns a manuscript of which nothing was read."""
    unread = {cause.at.path for cause in causes if ground.is_empty(cause.at.path)}

    def compares(finding: Finding) -> bool:
        touched = {finding.at.path, *(each.at.path for each in finding.related)}
        return finding.rule.startswith("story/") or not unread.isdisjoint(touched)

    return compares


def behind(causes: Sequence[Finding], ground: Ground) -> Callable[[Finding], bool]:
    """The finding stands in the section of the cause or behind it."""
    first = {cause.at.path: ground.section(cause.at)[1] for cause in reversed(causes)}
    return lambda finding: finding.at.line >= first.get(finding.at.path, finding.at.line + 1)


def start(at: Span) -> tuple[str, int, int]:
    """Where a place begins."""
    return at.path, at.line, at.column
