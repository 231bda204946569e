"""Manuscript text -> lines that Python-Markdown reads as the writer meant, none added and none removed.

In: the lines of a manuscript behind its front matter. Out: as many lines, in which fences are stashed behind a mark of
one character pair, comments are gone, and lists nested by two spaces are nested by four.

Python-Markdown keeps no positions: what stands on line n here stands on line n of the manuscript.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

OPEN, CLOSE = "\ue000", "\ue001"
"""They stand around the number of a stashed fence. The reader refuses them in a manuscript."""
FENCE = re.compile(r"^(?P<indent>[ \t]*)(?P<marks>`{3,}|~{3,})[ \t]*(?P<info>[^`]*)$")
ITEM = re.compile(r"^(?P<indent> *)(?P<marker>[-*+]|\d{1,9}[.)])(?P<gap> +|$)(?P<rest>.*)$")


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced code block: its first and last line (from 1), its language, its code."""

    first: int
    last: int
    info: str
    code: str
    closed: bool


def stash_fences(lines: list[str]) -> tuple[list[str], list[Fence]]:
    """Replace each fence by a mark on one of its own lines, and empty its others."""
    result, fences, number = list(lines), [], 0
    while number < len(lines):
        opening = FENCE.match(lines[number])
        if opening is None:
            number += 1
            continue
        last, closed = _closing(lines, number, opening["marks"])
        body = lines[number + 1 : last] if closed else lines[number + 1 : last + 1]
        fences.append(
            Fence(number + 1, last + 1, opening["info"].strip(), _dedent(body, len(opening["indent"])), closed)
        )
        mark = f"{opening['indent']}{OPEN}{len(fences) - 1}{CLOSE}"
        result[number : last + 1] = [""] * (last + 1 - number)
        result[min(number + 1, last)] = mark
        number = last + 1
    return result, fences


def _closing(lines: list[str], opening: int, marks: str) -> tuple[int, bool]:
    for number in range(opening + 1, len(lines)):
        bare = lines[number].strip()
        if len(bare) >= len(marks) and set(bare) == {marks[0]}:
            return number, True
    return len(lines) - 1, False


def _dedent(body: list[str], indent: int) -> str:
    cut = [line[min(indent, len(line) - len(line.lstrip())) :] for line in body]
    return "".join(f"{line}\n" for line in cut)


def nest_lists(lines: list[str]) -> list[str]:
    """Indent items and what belongs to them by four spaces a level, as Python-Markdown wants it."""
    result: list[str] = []
    stack: list[tuple[int, int]] = []  # (indent of the marker, indent of the content)
    blank = True
    for line in lines:
        if not line.strip():
            result.append("")
            blank = True
            continue
        indent = len(line) - len(line.lstrip(" "))
        item = ITEM.match(line)
        if item and (stack or indent < 4) and (blank or stack or item["rest"]):
            while stack and indent < stack[-1][1] and not (indent >= stack[-1][0] + 2):
                stack.pop()
            if stack or blank or not result or not result[-1].strip() or ITEM.match(result[-1]):
                level = len(stack)
                stack.append((indent, indent + len(item["marker"]) + max(1, min(len(item["gap"]), 4))))
                result.append(f"{'    ' * level}{item['marker']} {item['rest']}")
                blank = False
                continue
        if stack and blank:
            while stack and indent < min(stack[-1][1], stack[-1][0] + 2):
                stack.pop()
            if stack:
                level = len(stack)
                surplus = max(0, indent - max(stack[-1][1], 4 * level)) if indent >= 4 * level else 0
                result.append(f"{'    ' * level}{' ' * surplus}{line.lstrip(' ')}")
                blank = False
                continue
        result.append(line)
        blank = False
    return result
