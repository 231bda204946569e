"""A page of findings, both languages side by side: German left, English right, as in everything we make.

In: a report with rules and texts. Out: HTML in one file: no script, nothing fetched, everything of an article escaped.
First how many there are, story by story and rule by rule, with the reason of each rule and how it is mended; then the
findings of each story in their places.
"""

from __future__ import annotations

import re
from html import escape
from importlib import resources
from typing import TYPE_CHECKING

from ..findings import Message, Severity
from . import counted, summary
from .paint import title
from .passages import excerpt, overview, text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..check import Rule
    from ..findings import Finding
    from ..model import Span
    from . import Report

SIDES = ("de", "en")
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
CODE = re.compile(r"(`+) ?(.+?) ?\1")
Stories = list[tuple[str, list["Finding"]]]


def write(report: Report) -> str:
    """The page."""
    style = resources.files(__package__).joinpath("html.css").read_text(encoding="utf-8")
    stories = _stories(report)
    found = "".join(_story(report, place, name, findings) for place, (name, findings) in enumerate(stories, 1))
    return (
        f'<!doctype html>\n<html lang="{report.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(summary(report))} – Zweiblatt</title>\n<style>\n{style}</style>\n</head>\n"
        f'<body>\n<header id="top">\n<h1>{escape(summary(report))}</h1>\n{_filters(report)}</header>\n'
        f"<main>\n{_list(report, stories)}{_rules(report)}{found}</main>\n</body>\n</html>\n"
    )


def _stories(report: Report) -> Stories:
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


def _filters(report: Report) -> str:
    boxes = "".join(_filter(report, severity) for severity in reversed(Severity) if report.count(severity))
    name = escape(report.say(Message("Show")))
    return f'<fieldset class="filters"><legend>{name}</legend>{boxes}</fieldset>\n' if boxes else ""


def _filter(report: Report, severity: Severity) -> str:
    name = escape(title(report, severity))
    count = report.count(severity)
    return f'<label><input type="checkbox" id="show-{severity.label}" checked> {name} <b>{count}</b></label> '


def _kinds(findings: Iterable[Finding]) -> str:
    """Classes by which the filters know what holds findings of a severity."""
    return " ".join(f"has-{severity.label}" for severity in sorted({each.severity for each in findings}, reverse=True))


def _counts(report: Report, findings: Iterable[Finding]) -> str:
    """How many there are; no number ends a line."""
    return re.sub(r"(?<=\d) ", "&nbsp;", escape(counted(report, findings)))


def _list(report: Report, stories: Stories) -> str:
    """The stories, with how much was found in each."""
    if len(stories) < 2:  # noqa: PLR2004 - a list of one says nothing
        return ""
    rows = "".join(
        f'<li class="{_kinds(findings)}"><a href="#s-{place}">{text(name)}</a> '
        f'<span class="counts">{_counts(report, findings)}</span></li>\n'
        for place, (name, findings) in enumerate(stories, 1)
    )
    return f'<nav class="list">\n<h2>{escape(report.say(Message("Stories")))}</h2>\n<ul>\n{rows}</ul>\n</nav>\n'


def _rules(report: Report) -> str:
    """The rules that found something, the most frequent first: what, why, how to repair, and where."""
    found: dict[str, list[Finding]] = {}
    for finding in report.findings:
        found.setdefault(finding.rule, []).append(finding)
    known = {rule.name: rule for rule in report.met}
    rows = "".join(
        _rule(report, name, known.get(name), findings)
        for name, findings in sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    )
    name = escape(report.say(Message("Rules")))
    return f'<section class="rules">\n<h2>{name}</h2>\n{rows}</section>\n' if rows else ""


def _rule(report: Report, name: str, rule: Rule | None, findings: list[Finding]) -> str:
    said = (
        f"{_why(report, rule)}"
        f'<p class="repair"><b>{escape(report.say(Message("How to repair")))}:</b> {_inline(report.repair(name))}</p>\n'
        if rule
        else ""
    )
    places = ", ".join(
        f'<a class="{each.severity.label}" href="#f-{each.fingerprint}">{text(f"{each.at.path}:{each.at.line}")}</a>'
        for each in findings
    )
    return (
        f'<details class="{_kinds(findings)}" id="{_anchor(name)}"><summary><code>{escape(name)}</code> '
        f"{_inline(report.summary(rule)) if rule else ''} "
        f'<span class="counts">{_counts(report, findings)}</span></summary>\n'
        f'{said}<p class="places">{places}</p>\n</details>\n'
    )


def _why(report: Report, rule: Rule) -> str:
    name = escape(report.say(Message("Why it matters")))
    return f"<p><b>{name}:</b> {_inline(report.why(rule))}</p>\n"


def _anchor(rule: str) -> str:
    return f"r-{rule.replace('/', '-')}"


def _inline(words: str) -> str:
    """A text of ours with its code spans."""
    return CODE.sub(lambda found: f"<code>{found[2]}</code>", text(words))


def _story(report: Report, place: int, name: str, findings: list[Finding]) -> str:
    firsts = {each.rule: each.fingerprint for each in reversed(findings)}
    cards = "".join(_card(report, each, is_first=firsts[each.rule] == each.fingerprint) for each in findings)
    top = escape(report.say(Message("to the top")))
    return (
        f'<section class="story {_kinds(findings)}" id="s-{place}">\n<h2>{text(name)}</h2>\n'
        f'<p class="counts">{_counts(report, findings)} <a href="#top">{top}</a></p>\n'
        f"{cards}{_whole(report, findings)}</section>\n"
    )


def _card(report: Report, finding: Finding, *, is_first: bool) -> str:
    """A finding; the repair of its rule is said at the first in a story."""
    places = (finding.at, *(related.at for related in finding.related))
    advised = report.advised(finding) if finding.repair or is_first else ""
    mend = f'<p class="repair">{_inline(advised[:1].upper() + advised[1:])}</p>\n' if advised else ""
    return (
        f'<article class="finding {finding.severity.label}" id="f-{finding.fingerprint}">\n'
        f'<h3><span class="severity">{escape(title(report, finding.severity))}</span> '
        f"{text(report.say(finding.message))}</h3>\n"
        f'<p class="rule"><a href="#{_anchor(finding.rule)}"><code>{escape(finding.rule)}</code></a></p>\n{mend}'
        f'<div class="sides">\n{_sides(report, places)}</div>\n</article>\n'
    )


def _sides(report: Report, places: tuple[Span, ...]) -> str:
    """The places of each language; what stands in no manuscript goes across."""
    columns = []
    for side in SIDES:
        paths = dict.fromkeys(at.path for at in places if _side(at.path) == side)
        here = [excerpt(report, path, (at for at in places if at.path == path)) for path in paths]
        columns.append(f'<div class="side {side}" lang="{side}">{"".join(here)}</div>\n')
    others = "".join(f'<p class="place">{text(str(at))}</p>\n' for at in places if not _side(at.path))
    return ("".join(columns) if any(_side(at.path) for at in places) else "") + others


def _whole(report: Report, findings: list[Finding]) -> str:
    """Both manuscripts around all findings of a story, where there are several."""
    if len(findings) < 2:  # noqa: PLR2004 - one stands above already
        return ""
    names = {_story_of(at.path) for each in findings for at in _places(each) if _side(at.path)}
    shown = sorted((path for path, _ in report.texts if _side(path) and _story_of(path) in names), key=_side)
    if not shown:
        return ""
    columns = "".join(
        f'<div class="side {_side(path)}" lang="{_side(path)}">{overview(report, path, findings)}</div>\n'
        for path in shown
    )
    name = escape(report.say(Message("All findings in their places")))
    return f'<details class="whole"><summary>{name}</summary>\n<div class="sides">\n{columns}</div>\n</details>\n'


def _places(finding: Finding) -> tuple[Span, ...]:
    return finding.at, *(related.at for related in finding.related)
