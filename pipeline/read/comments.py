"""Our comments: ``<!-- allow … -->`` and ``<!-- only … -->``.

In: the lines of a manuscript, fences already stashed. Out: the lines without them, as many as before, and what they say.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from ..findings import Fault, remark
from ..model import Allow, Language, Only, Span

COMMENT = re.compile(r"<!--(.*?)(?:-->|\Z)", re.DOTALL)
ALLOW = re.compile(
    r"allow\s+(?P<rule>[a-z-]+/[a-z*-]+)(?:\s+until\s+(?P<until>\d{4}-\d{2}-\d{2}))?\s*:\s*(?P<reason>\S.*)", re.DOTALL
)
ONLY = re.compile(r"only\s+(?P<language>[a-z]{2})\s*:\s*(?P<reason>\S.*)", re.DOTALL)
OURS = re.compile(r"\s*(allow|only)\b")


@dataclass(frozen=True, slots=True)
class Comments:
    """What the comments of a manuscript say."""

    allows: tuple[Allow, ...]
    onlys: tuple[Only, ...]
    faults: tuple[Fault, ...]


def take(path: str, lines: list[str]) -> tuple[list[str], Comments]:
    """Take the comments out; a line break inside one stays."""
    text = "\n".join(lines)
    allows: list[Allow] = []
    onlys: list[Only] = []
    faults: list[Fault] = []

    def read(found: re.Match[str]) -> str:
        at = _span(path, text, found)
        body = found[1].strip()
        if allow := ALLOW.fullmatch(body):
            _allow(allow, at, allows, faults)
        elif (only := ONLY.fullmatch(body)) and only["language"] in set(Language):
            onlys.append(Only(Language(only["language"]), only["reason"].strip(), at))
        elif OURS.match(found[1]):
            template = "this comment cannot be read: write “allow family/rule: reason” or “only de: reason”"
            faults.append(Fault("markup/unreadable-comment", remark(at, template)))
        else:
            faults.append(Fault("markup/raw-html", remark(at, "a comment is left out of every output: remove it")))
        return "\n" * found[0].count("\n")

    result = COMMENT.sub(read, text).split("\n")
    covered = tuple(_covering(allow, result) for allow in allows)
    return result, Comments(covered, tuple(onlys), tuple(faults))


def _allow(found: re.Match[str], at: Span, allows: list[Allow], faults: list[Fault]) -> None:
    try:
        until = dt.date.fromisoformat(found["until"]) if found["until"] else None
    except ValueError:
        faults.append(Fault("markup/unreadable-comment", remark(at, "“{date}” is no date", date=found["until"])))
        return
    allows.append(Allow(found["rule"], found["reason"].strip(), until, None, at))


def _covering(allow: Allow, lines: list[str]) -> Allow:
    """The block that follows: from its first line to the line before the next empty one."""
    first = (allow.at.end or (allow.at.line, 1))[0]
    while first <= len(lines) and not lines[first - 1].strip():
        first += 1
    if first > len(lines):
        return allow
    last = first
    while last < len(lines) and lines[last].strip():
        last += 1
    covers = Span(allow.at.path, first, 1, (last, len(lines[last - 1]) + 1))
    return Allow(allow.rule, allow.reason, allow.until, covers, allow.at)


def _span(path: str, text: str, found: re.Match[str]) -> Span:
    def place(offset: int) -> tuple[int, int]:
        return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)

    return Span(path, *place(found.start()), place(found.end()))
