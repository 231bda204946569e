"""Our comments -> what they allow and what they say, taken out of the lines before anything is parsed.

In: the lines of a body with their numbers, code taken out. Out: the lines without comments, and what was in them.

``<!-- allow family/rule: reason -->`` (perhaps ``until 2027-03-31``) and ``<!-- only de: reason -->`` are ours; any
other comment is left out with a finding, so that nothing is lost silently.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING

from ..findings import Fault, remark
from ..model import Allow, Language, Only, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .lines import Line

COMMENT = re.compile(r"<!--(.*?)(?:-->|\Z)", re.DOTALL)
TICKS = re.compile(r"(?<!\\)`+|\n[ \t]*\n")
ALLOW = re.compile(
    r"allow\s+(?P<rule>[a-z]+(?:/[a-z0-9-]+)?)(?:\s+until\s+(?P<until>\S+?))?\s*:\s*(?P<reason>\S.*?)\s*", re.DOTALL
)
UNTIL_LAST = re.compile(r"[\s,;(]+until\s+(?P<until>\d{4}-\d{2}-\d{2})\)?\.?\s*$")
ONLY = re.compile(r"only\s+(?P<language>[A-Za-z-]+)\s*:\s*(?P<reason>\S.*?)\s*", re.DOTALL)
OURS = re.compile(r"(?:allow|only)\b", re.IGNORECASE)

ALMOST = re.compile(r"(?P<word>[a-z]+)\s+(?:[a-z]+/[a-z0-9-]+|de|en)\b[^:]*:", re.IGNORECASE)
"""A comment that is built like one of ours and begins with another word."""

ALLOW_FORM = "this comment cannot be read; write <!-- allow family/rule: reason -->, perhaps with until 2027-03-31"
ONLY_FORM = "this comment cannot be read; write <!-- only de: reason --> or <!-- only en: reason -->"


@dataclass(slots=True)
class Comments:
    """What was in the comments; an allow has no place that it covers yet."""

    allows: list[Allow] = field(default_factory=list)
    onlys: list[Only] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def take_out(lines: list[Line], path: str) -> tuple[list[Line], Comments]:
    """The lines without comments; a line that held nothing else is gone."""
    found = Comments()
    if not any("<!--" in text for _, text in lines):
        return lines, found
    text = "\n".join(line for _, line in lines)
    starts = _starts(lines)
    code = code_spans(text)
    pieces, last = [], 0
    for comment in COMMENT.finditer(text):
        place = bisect_right(code, (comment.start(), len(text))) - 1
        if comment.start() < last or (place >= 0 and comment.start() < code[place][1]):
            continue
        at = _span(path, lines, starts, comment.start(), comment.end())
        _read(comment, at, found)
        pieces.append(text[last : comment.start()])
        pieces.append(GONE + SWALLOWED * comment.group().count("\n"))
        last = comment.end()
    pieces.append(text[last:])
    return _without("".join(pieces), lines), found


def code_spans(text: str) -> list[tuple[int, int]]:
    """Where code in a line begins and ends: between runs of as many backticks, in one block."""
    found: list[tuple[int, int]] = []
    for block in _runs_of_blocks(text):
        behind: dict[int, list[int]] = {}
        for place in range(len(block) - 1, -1, -1):
            behind.setdefault(len(block[place].group()), []).append(place)
        place = 0
        while place < len(block):
            others = behind[len(block[place].group())]
            while others and others[-1] <= place:
                others.pop()
            if others:
                found.append((block[place].start(), block[others[-1]].end()))
                place = others[-1]
            place += 1
    return found


def _runs_of_blocks(text: str) -> Iterator[list[re.Match[str]]]:
    """The runs of backticks of each block."""
    runs: list[re.Match[str]] = []
    for found in TICKS.finditer(text):
        if found.group().startswith("`"):
            runs.append(found)
        else:
            yield runs
            runs = []
    yield runs


GONE, SWALLOWED = "\0", "\1"
"""Stand for a comment and for each further line of it; no article holds these characters."""


def _without(text: str, lines: list[Line]) -> list[Line]:
    """The lines again; what stood before and behind a line of comments is joined, as if it had never been there."""
    kept: list[Line] = []
    numbers = iter(lines)
    for line in text.split("\n"):
        number = next(numbers)[0]
        for _ in range(line.count(SWALLOWED)):
            next(numbers, None)
        if GONE not in line:
            kept.append((number, line))
        elif bare := line.replace(GONE, "").replace(SWALLOWED, "").rstrip():
            kept.append((number, bare))
    return kept


def _starts(lines: list[Line]) -> list[int]:
    starts, offset = [], 0
    for _, line in lines:
        starts.append(offset)
        offset += len(line) + 1
    return starts


def _span(path: str, lines: list[Line], starts: list[int], start: int, end: int) -> Span:
    first, last = bisect_right(starts, start) - 1, bisect_right(starts, end) - 1
    return Span(path, lines[first][0], start - starts[first] + 1, (lines[last][0], end - starts[last] + 1))


def _read(comment: re.Match[str], at: Span, found: Comments) -> None:
    text = comment[1].strip()
    if not comment.group().endswith("-->"):
        found.faults.append(Fault("markup/unreadable-comment", remark(at, "this comment has no end: --> is missing")))
    elif allow := ALLOW.fullmatch(text):
        _allow(allow, at, found)
    elif (only := ONLY.fullmatch(text)) and only["language"] in set(Language):
        found.onlys.append(Only(Language(only["language"]), only["reason"], at))
    elif OURS.match(text):
        form = ALLOW_FORM if text.lower().startswith("allow") else ONLY_FORM
        found.faults.append(Fault("markup/unreadable-comment", remark(at, form)))
    elif (almost := ALMOST.match(text)) and (meant := get_close_matches(almost["word"].lower(), ("allow", "only"), 1)):
        template = "this comment cannot be read: “{word}” should be “{meant}”"
        said = remark(at, template, word=almost["word"], meant=meant[0])
        found.faults.append(Fault("markup/unreadable-comment", said))
    else:
        words = " ".join(text.split())
        template = "a comment reaches no output: “{text}”"
        found.faults.append(Fault("markup/comment", remark(at, template, text=words[:60])))


def _allow(allow: re.Match[str], at: Span, found: Comments) -> None:
    reason, until = allow["reason"], allow["until"]
    last = UNTIL_LAST.search(reason)
    if until is None and last:
        reason, until = reason[: last.start()], last["until"]
    try:
        day = dt.date.fromisoformat(until) if until else None
    except ValueError:
        found.faults.append(
            Fault("markup/unreadable-comment", remark(at, "“{until}” is no date such as 2027-03-31", until=str(until)))
        )
        return
    found.allows.append(Allow(allow["rule"], " ".join(reason.split()), day, None, at))
