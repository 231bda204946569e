"""A page of findings, both languages side by side: German left, English right, as in everything we make.

In: a report with texts. Out: HTML in one file: no script, nothing fetched, everything of an article escaped.
"""

from __future__ import annotations

from html import escape
from importlib import resources
from typing import TYPE_CHECKING

from ..findings import Message, Severity
from . import summary
from .paint import plain, title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..findings import Finding
    from ..model import Span
    from . import Report

SIDES = ("de", "en")
NAMES = {"de": "Deutsch", "en": "English"}
AROUND = 2
"""Lines that are shown before and after the one that is meant."""
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def write(report: Report) -> str:
    """The page."""
    style = resources.files(__package__).joinpath("html.css").read_text(encoding="utf-8")
    stories = _stories(report)
    found = "".join(_story(report, name, findings) for name, findings in stories)
    return (
        f'<!doctype html>\n<html lang="{report.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(summary(report))} – Zweiblatt</title>\n<style>\n{style}</style>\n</head>\n"
        f"<body>\n{_head(report)}<main>\n{found}</main>\n</body>\n</html>\n"
    )


def _stories(report: Report) -> list[tuple[str, list[Finding]]]:
    """The findings of each story: of the same path but for the language."""
    found: dict[str, list[Finding]] = {}
    for finding in report.findings:
        found.setdefault(_story_of(finding.at.path), []).append(finding)
    return sorted(found.items())


def _side(path: str) -> str:
    """The language folder of a manuscript; nothing for other files."""
    return next((part for part in path.split("/")[:-1] if part in SIDES), "")


def _story_of(path: str) -> str:
    side = _side(path)
    return path.partition(f"{side}/")[2].removesuffix(".md") if side else path


def _head(report: Report) -> str:
    boxes = "".join(_filter(report, severity) for severity in reversed(Severity) if report.count(severity))
    names = report.say(Message("Show"))
    filters = f'<fieldset class="filters"><legend>{escape(names)}</legend>{boxes}</fieldset>\n' if boxes else ""
    return f"<header>\n<h1>{escape(summary(report))}</h1>\n{filters}</header>\n"


def _filter(report: Report, severity: Severity) -> str:
    name = escape(title(report, severity))
    count = report.count(severity)
    return f'<label><input type="checkbox" id="show-{severity.label}" checked> {name} <b>{count}</b></label> '


def _story(report: Report, name: str, findings: list[Finding]) -> str:
    cards = "".join(_card(report, finding) for finding in findings)
    return f"<section>\n<h2>{escape(plain(name))}</h2>\n{cards}{_whole(report, findings)}</section>\n"


def _card(report: Report, finding: Finding) -> str:
    label = finding.severity.label
    places = (finding.at, *(related.at for related in finding.related))
    mend = f'<p class="repair">{_text(report.say(finding.repair.message))}</p>\n' if finding.repair else ""
    return (
        f'<article class="finding {label}" id="f-{finding.fingerprint}">\n'
        f'<h3><span class="severity">{escape(title(report, finding.severity))}</span> '
        f"{_text(report.say(finding.message))}</h3>\n"
        f'<p class="rule"><code>{escape(finding.rule)}</code></p>\n{mend}'
        f'<div class="sides">\n{_sides(report, places)}</div>\n</article>\n'
    )


def _sides(report: Report, places: tuple[Span, ...]) -> str:
    """The places of each language; what stands in no manuscript goes across."""
    columns = []
    for side in SIDES:
        here = [_excerpt(report, at) for at in places if _side(at.path) == side]
        columns.append(f'<div class="side {side}" lang="{side}">{"".join(here)}</div>\n')
    others = "".join(f'<p class="place">{_text(str(at))}</p>\n' for at in places if not _side(at.path))
    return "".join(columns) + others


def _excerpt(report: Report, at: Span) -> str:
    lines = report.lines(at.path)
    first, last = max(1, at.line - AROUND), min(len(lines), max(at.line, _last(at)) + AROUND)
    rows = "".join(_line(number, lines[number - 1], at) for number in range(first, last + 1))
    return f'<p class="place">{_text(str(at))}</p>\n<pre>{rows}</pre>\n'


def _last(at: Span) -> int:
    """The last line of a place; of a long one the first few show what is meant."""
    return min(at.end[0], at.line + 2 * AROUND) if at.end else at.line


def _line(number: int, text: str, at: Span) -> str:
    inside = at.line <= number <= _last(at)
    content = _marked(number, text, at) if inside else _text(text)
    return f'<span class="line{" here" if inside else ""}"><i>{number}</i>{content}\n</span>'


def _marked(number: int, text: str, at: Span) -> str:
    """A line with the characters marked that are meant; all of it if no end is known."""
    if at.end is None:
        return _text(text)
    start = at.column - 1 if number == at.line else 0
    end = at.end[1] - 1 if number == at.end[0] else len(text)
    return (
        f"{_text(text[:start])}<mark>{_text(text[start:end])}</mark>{_text(text[end:])}" if end > start else _text(text)
    )


def _whole(report: Report, findings: list[Finding]) -> str:
    """Both manuscripts, each line with findings marked and linked."""
    names = {_story_of(at.path) for finding in findings for at in _places(finding) if _side(at.path)}
    shown = sorted((path for path, _ in report.texts if _side(path) and _story_of(path) in names), key=_side)
    if not shown:
        return ""
    columns = "".join(
        f'<div class="side {_side(path)}" lang="{_side(path)}"><p class="place">{_text(path)}</p>\n'
        f"<pre>{''.join(_manuscript(report, path, findings))}</pre></div>\n"
        for path in shown
    )
    name = escape(report.say(Message("Manuscripts")))
    return f'<details><summary>{name}</summary>\n<div class="sides">\n{columns}</div>\n</details>\n'


def _manuscript(report: Report, path: str, findings: Iterable[Finding]) -> Iterator[str]:
    here: dict[int, list[Finding]] = {}
    for finding in findings:
        for at in _places(finding):
            if at.path == path:
                here.setdefault(at.line, []).append(finding)
    for number, text in enumerate(report.lines(path), 1):
        found = here.get(number, ())
        marks = "".join(
            f' <a class="{each.severity.label}" href="#f-{each.fingerprint}">{escape(each.rule)}</a>' for each in found
        )
        yield f'<span class="line{" here" if found else ""}"><i>{number}</i>{_text(text)}{marks}\n</span>'


def _places(finding: Finding) -> tuple[Span, ...]:
    return finding.at, *(related.at for related in finding.related)


def _text(text: str) -> str:
    return escape(plain(text))
