"""Fenced code -> code nodes; the parser sees a mark instead.

In: lines. Out: lines in which each fence is one mark with blank lines around it, the stash, faults.

Python-Markdown's own extension loses the line count and knows no fence inside a list item.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..findings import Fault, remark
from ..model import Node, Span

if TYPE_CHECKING:
    from .lines import Line, Stash

OPENING = re.compile(
    r"(?P<before>[ ]*(?:>[ ]?)*(?:(?:[-*+]|\d{1,9}[.)])[ ]+)?[ ]*)(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)"
)
LANGUAGE = re.compile(r"[\w#+.-]+")
IN_LIST = re.compile(r"[ ]*(?:[-*+]|\d{1,9}[.)])[ ]")
CODE_INDENT = 4


def take_out(lines: list[Line], stash: Stash, path: str) -> tuple[list[Line], tuple[Fault, ...]]:
    """The lines with a mark for each fence."""
    if not any("```" in text or "~~~" in text for _, text in lines):
        return lines, ()
    kept: list[Line] = []
    faults: list[Fault] = []
    place = 0
    while place < len(lines):
        number, text = lines[place]
        opening = OPENING.fullmatch(text)
        if opening is None or _is_indented_code(opening["before"], kept):
            kept.append((number, text))
            place += 1
            continue
        end = _closing(lines, place, opening)
        _keep(lines, place, end, opening, kept, stash, faults, path)
        place = end + 1
    return kept, tuple(faults)


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
    closing = re.compile(rf"[ ]*(?:>[ ]?){{{quotes}}}[ ]*{re.escape(fence[0])}{{{len(fence)},}}[ ]*")
    for number in range(place + 1, len(lines)):
        if closing.fullmatch(lines[number][1]):
            return number
        if quotes and not lines[number][1].lstrip().startswith(">"):
            return number - 1
    return len(lines) - 1


def _keep(  # noqa: PLR0913 - the state of one pass
    lines: list[Line],
    first: int,
    last: int,
    opening: re.Match[str],
    kept: list[Line],
    stash: Stash,
    faults: list[Fault],
    path: str,
) -> None:
    number = lines[first][0]
    before, quotes = opening["before"], opening["before"].count(">")
    at = Span(path, number, len(before) + 1, (lines[last][0], len(lines[last][1]) + 1))
    closed = last > first and lines[last][1].strip().lstrip("> ").startswith(opening["fence"])
    if not closed:
        said = remark(at, "the code has no end: a line {fence} is missing", fence=opening["fence"])
        faults.append(Fault("markup/unclosed-fence", said))
    inside = [text for _, text in lines[first + 1 : last if closed else last + 1]]
    code = "".join(f"{_without(text, quotes, len(before))}\n" for text in inside)
    mark = stash.put(_node(opening["info"], code, at), number, lines[last][0])
    marker = IN_LIST.match(before)
    if marker or (before[:2] == "  " and not quotes and _in_list(kept)):
        said = remark(at, "code inside a list item: other programs may read it otherwise; put it behind the list")
        faults.append(Fault("markup/fence-in-list", said))
    above = kept[-1][1].strip("> ") if kept else ""
    if above and not above.startswith("#") and not marker:
        said = remark(at, "a blank line is missing before the code")
        faults.append(Fault("markup/missing-blank-line", said))
    indent = "> " * quotes if quotes else " " * len(before) if not marker else before
    blank = ("> " * quotes).rstrip()
    if not marker:
        kept.append((number, blank))
    kept.append((number, indent + mark))
    kept.append((lines[last][0], blank))


def _without(text: str, quotes: int, indent: int) -> str:
    for _ in range(quotes):
        text = text.lstrip(" ").removeprefix(">").removeprefix(" ")
    spaces = len(text) - len(text.lstrip(" "))
    return text[min(spaces, indent) :] if not quotes else text


def _node(info: str, code: str, at: Span) -> Node:
    language = LANGUAGE.match(info.strip().lstrip("{.").strip())
    attributes = (("class", f"language-{language.group()}"),) if language else ()
    return Node("pre", (), (Node("code", attributes, (code,) if code else (), at),), at)
