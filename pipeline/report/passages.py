"""Passages of manuscripts for the page of findings: the lines that are meant, marked, with a little around them.

In: a report with texts, places. Out: HTML, everything of an article escaped. What stands around is cut short:
a paragraph is often one long line, and a page of three hundred stories should still open at once.
"""

from __future__ import annotations

from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from ..findings import Message
from .paint import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..findings import Finding
    from ..model import Span
    from . import Report

AROUND = 2
"""Lines that are shown before and after the one that is meant."""
BESIDE = 140
"""Characters of a line that are shown where it is not meant, and on either side of what is marked in an overview."""
LONGEST = 1200
"""Characters of a line that is meant; a longer one is cut around the mark."""


def text(value: str) -> str:
    """Text of an article or a message, as HTML."""
    return escape(plain(value))


def excerpt(report: Report, path: str, places: Iterable[Span]) -> str:
    """The places of a finding in a manuscript, with the lines around them."""
    spans = tuple(places)
    named = ", ".join((str(spans[0]), *(f"{at.line}:{at.column}" for at in spans[1:])))
    return f'<p class="place">{text(named)}</p>\n{_passages(report, path, spans, {}, LONGEST)}\n'


def overview(report: Report, path: str, findings: Iterable[Finding]) -> str:
    """A manuscript around all its findings, each marked where it is and linked."""
    places = [
        (finding, at)
        for finding in findings
        for at in (finding.at, *(related.at for related in finding.related))
        if at.path == path
    ]
    links: dict[int, str] = {}
    for each, at in places:
        link = f' <a class="{each.severity.label}" href="#f-{each.fingerprint}">{text(each.rule)}</a>'
        links[at.line] = links.get(at.line, "") + link
    passages = _passages(report, path, tuple(at for _, at in places), links, 2 * BESIDE)
    return f'<p class="place">{text(path)}</p>\n{passages}'


def _passages(report: Report, path: str, places: tuple[Span, ...], links: dict[int, str], longest: int) -> str:
    """The lines of a manuscript that are meant, those around them, and how many are left out between."""
    here: dict[int, list[Span]] = {}
    for at in places:
        for number in range(at.line, _last(at) + 1):
            here.setdefault(number, []).append(at)
    lines = report.lines(path)
    shown = [number for number in range(1, len(lines) + 1) if _is_near(number, here)]
    rows = [
        (_gap(report, before, number) if before else "")
        + _row(number, lines[number - 1], here.get(number, []), links.get(number, ""), longest)
        for before, number in pairwise((0, *shown))
    ]
    return f"<pre>{''.join(rows)}</pre>" if rows else ""


def _is_near(number: int, here: dict[int, list[Span]]) -> bool:
    return any(near in here for near in range(number - AROUND, number + AROUND + 1))


def _gap(report: Report, before: int, number: int) -> str:
    """That lines are left out."""
    count = number - before - 1
    if count <= 0:
        return ""
    said = report.say(Message("{count} lines" if count > 1 else "{count} line", (("count", count),)))
    return f'<span class="gap">⋯ {text(said)}\n</span>'


def _row(number: int, line: str, meant: list[Span], links: str, longest: int) -> str:
    if not meant:
        return f'<span class="line"><i>{number}</i>{_cut(line)}\n</span>'
    spans = [span for at in meant for span in _spans(line, number, at)]
    return f'<span class="line here"><i>{number}</i>{_marked(line, spans, longest)}{links}\n</span>'


def _last(at: Span) -> int:
    """The last line of a place; of a long one the first few show what is meant."""
    return min(at.end[0], at.line + 2 * AROUND) if at.end else at.line


def _spans(line: str, number: int, at: Span) -> list[tuple[int, int]]:
    """Which characters of a line are meant; none if no end is known."""
    if at.end is None:
        return []
    start = at.column - 1 if number == at.line else 0
    end = at.end[1] - 1 if number == at.end[0] else len(line)
    return [(start, min(end, len(line)))] if min(end, len(line)) > start else []


def _cut(line: str) -> str:
    return text(line) if len(line) <= BESIDE else f"{text(line[:BESIDE].rstrip())} …"


def _marked(line: str, spans: list[tuple[int, int]], longest: int) -> str:
    """A line with what is meant marked; a long one is cut around it."""
    joined = list(_joined(spans))
    first, last = (joined[0][0], joined[-1][1]) if joined else (0, 0)
    start = max(0, first - BESIDE) if len(line) > longest else 0
    end = max(last + BESIDE, start + longest) if len(line) > longest else len(line)
    parts = ["… " if start else ""]
    at = start
    for begin, stop in joined:
        parts.append(f"{text(line[at:begin])}<mark>{text(line[begin:stop])}</mark>")
        at = stop
    return "".join((*parts, text(line[at:end]), " …" if end < len(line) else ""))


def _joined(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans in their order, those that overlap as one."""
    held: tuple[int, int] | None = None
    for start, end in sorted(spans):
        if held and start <= held[1]:
            held = (held[0], max(held[1], end))
            continue
        if held:
            yield held
        held = (start, end)
    if held:
        yield held
