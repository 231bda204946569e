"""Fenced code -> code nodes; the parser sees a mark instead.

In: lines. Out: lines in which each fence is one mark with blank lines around it, the stash, faults.

Python-Markdown's own extension loses the line count and knows no fence inside a list item.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..findings import Fault, Message, Remark, Severity
from ..model import Node, Span
from .limits import WORD

if TYPE_CHECKING:
    from .lines import Line, Stash

OPENING = re.compile(
    r"(?P<before>[ ]*(?:>[ ]?)*(?:(?:[-*+]|\d{1,9}[.)])[ ]+)?[ ]*)(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)"
)
LANGUAGE = re.compile(r"[\w#+.-]+")
IN_LIST = re.compile(r"[ ]*(?:[-*+]|\d{1,9}[.)])[ ]")
CODE_INDENT = 4
MOST = 2_000
"""Blocks of code in an article, as many as blocks of any kind."""


@dataclass(slots=True)
class Fences:
    """The state of one pass: the lines kept so far, and what was noticed."""

    path: str
    stash: Stash
    kept: list[Line] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def note(self, rule: str, at: Span, template: str, severity: Severity | None = None, **arguments: str) -> None:
        """Note a fault."""
        self.faults.append(Fault(rule, Remark(at, Message(template, tuple(arguments.items())), severity)))

    def keep(self, lines: list[Line], opening: re.Match[str]) -> None:
        """Put a mark in the place of a fence, with blank lines around it."""
        (number, _), (end, text) = lines[0], lines[-1]
        before, quotes = opening["before"], opening["before"].count(">")
        at = Span(self.path, number, len(before) + 1, (end, len(text) + 1))
        closed = len(lines) > 1 and text.strip().lstrip("> ").startswith(opening["fence"])
        if not closed:
            self.note(
                "markup/unclosed-fence", at, "the code has no end: a line {fence} is missing", fence=opening["fence"]
            )
        inside = lines[1:-1] if closed else lines[1:]
        fence = re.escape(opening["fence"])
        begins = next((number for number, line in inside if re.fullmatch(rf"{fence}[a-z][\w+-]*", line.strip())), None)
        if begins:
            template = "the code has no end before line {line}, where other code begins: a line {fence} is missing"
            self.note("markup/unclosed-fence", at, template, line=str(begins), fence=opening["fence"])
        code = "".join(f"{_without(line, quotes, len(before))}\n" for _, line in inside)
        if (longest := max((len(line) for _, line in inside), default=0)) > WORD:
            template = "a line of code has {count} characters, the limit is {limit}; make it shorter"
            self.note("markup/over-limit", at, template, count=str(longest), limit=str(WORD))
        self._doubts(before, quotes, at)
        is_item = IN_LIST.match(before) is not None
        blank = ("> " * quotes).rstrip()
        if not is_item:
            self.kept.append((number, blank))
        mark = self.stash.put(_node(opening["info"], code, at), number, end)
        indent = "> " * quotes if quotes else before if is_item else " " * len(before)
        self.kept += [(number, indent + mark), (end, blank)]

    def _doubts(self, before: str, quotes: int, at: Span) -> None:
        is_item = IN_LIST.match(before) is not None
        if is_item or (before.startswith("  ") and not quotes and _in_list(self.kept)):
            template = "code inside a list item: other programs may read it otherwise; put it behind the list"
            self.note("markup/fence-in-list", at, template)
        above = self.kept[-1][1].strip("> ") if self.kept else ""
        if above and not above.startswith("#") and not is_item:
            template = "a blank line is missing before the code"
            self.note("markup/missing-blank-line", at, template, Severity.WARNING)


def take_out(lines: list[Line], stash: Stash, path: str) -> tuple[list[Line], tuple[Fault, ...]]:
    """The lines with a mark for each fence."""
    if not any("```" in text or "~~~" in text for _, text in lines):
        return lines, ()
    found = Fences(path, stash)
    place = 0
    while place < len(lines):
        opening = OPENING.fullmatch(lines[place][1])
        if opening is None or _is_indented_code(opening["before"], found.kept):
            found.kept.append(lines[place])
            place += 1
            continue
        if len(stash.items) == MOST:
            found.note(
                "markup/over-limit", Span(path, lines[place][0]), "more than {limit} blocks of code", limit=str(MOST)
            )
            break
        end = _closing(lines, place, opening)
        found.keep(lines[place : end + 1], opening)
        place = end + 1
    return found.kept, tuple(found.faults)


def _is_indented_code(before: str, kept: list[Line]) -> bool:
    """Four spaces without a list above are code of the other kind."""
    if len(before) - len(before.lstrip(" ")) < CODE_INDENT or before.strip():
        return False
    return not _in_list(kept)


def _in_list(kept: list[Line]) -> bool:
    """Whether the last line that is not indented began a list item."""
    for _, text in reversed(kept):
        if text.strip() and (IN_LIST.match(text) or not text.startswith("  ")):
            return IN_LIST.match(text) is not None
    return False


def _closing(lines: list[Line], place: int, opening: re.Match[str]) -> int:
    """The line that closes a fence, or the last one."""
    fence = opening["fence"]
    quotes = opening["before"].count(">")
    closing = re.compile(rf"[ ]*(?:>[ ]?){{{quotes}}}[ ]*{re.escape(fence[0])}{{{len(fence)},}}[ \t]*")
    for number in range(place + 1, len(lines)):
        if closing.fullmatch(lines[number][1]):
            return number
        if quotes and not lines[number][1].lstrip().startswith(">"):
            return number - 1
    return len(lines) - 1


def _without(text: str, quotes: int, indent: int) -> str:
    for _ in range(quotes):
        text = text.lstrip(" ").removeprefix(">").removeprefix(" ")
    spaces = len(text) - len(text.lstrip(" "))
    return text[min(spaces, indent) :] if not quotes else text


def _node(info: str, code: str, at: Span) -> Node:
    language = LANGUAGE.match(info.strip().lstrip("{.").strip())
    attributes = (("class", f"language-{language.group()}"),) if language else ()
    return Node("pre", (), (Node("code", attributes, (code,) if code else (), at),), at)
