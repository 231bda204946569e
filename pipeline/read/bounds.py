"""Limits of a manuscript, held before any parser runs.

In: the lines of a manuscript, fences stashed. Out: faults for what is over a limit.

Python-Markdown and WeasyPrint raise RecursionError at a depth of about 200, and need minutes for 10 KB of ``[a[a[a``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..findings import Fault, remark
from ..model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

LINE = 20_000
DEPTH = 32
BRACKETS = 500
CELLS = 5_000
BLOCKS = 2_000
HEADINGS = 300
LINKS = 2_000
NOTES = 500


def limits(path: str, lines: list[str]) -> tuple[Fault, ...]:
    """What is over a limit, with its line; nothing that a parser could choke on passes."""
    return tuple(_limits(path, lines))


def _limits(path: str, lines: list[str]) -> Iterator[Fault]:
    counts = dict.fromkeys(("blocks", "headings", "links", "footnotes", "table cells"), 0)
    caps = {"blocks": BLOCKS, "headings": HEADINGS, "links": LINKS, "footnotes": NOTES, "table cells": CELLS}
    brackets, blank = 0, True
    for number, line in enumerate(lines, 1):
        if len(line) > LINE:
            yield _over(path, number, "characters in a line", LINE)
        if not line.strip():
            brackets, blank = 0, True
            continue
        brackets += line.count("[")
        if brackets > BRACKETS:
            yield _over(path, number, "brackets in a block", BRACKETS)
            brackets = -(10**9)
        if _depth(line) > DEPTH:
            yield _over(path, number, "levels of nesting", DEPTH)
        counts["blocks"] += blank
        counts["headings"] += line.startswith("#")
        counts["links"] += line.count("](") + line.count("<http")
        counts["footnotes"] += line.count("[^")
        counts["table cells"] += max(0, line.count("|") - 1)
        for name, count in counts.items():
            if count > caps[name]:
                yield _over(path, number, name, caps[name])
                counts[name] = -(10**9)
        blank = False


def _over(path: str, line: int, what: str, limit: int) -> Fault:
    return Fault("markup/limit", remark(Span(path, line), "more than {limit} {what}", limit=limit, what=what))


def _depth(line: str) -> int:
    quotes = len(re.match(r"(?:[ ]{0,3}>)*", line)[0].replace(" ", ""))  # type: ignore[index]
    indent = (len(line) - len(line.lstrip(" "))) // 2 if re.match(r" *(?:[-*+]|\d+[.)]) ", line) else 0
    markers = len(re.match(r"(?:\s*(?:[-*+>]|\d+[.)])\s+)*", line)[0].split())  # type: ignore[index]
    deep = depth = 0
    for character in line:
        if character in "[(":
            depth += 1
            deep = max(deep, depth)
        elif character in "])":
            depth = max(0, depth - 1)
    runs = max((len(run) for run in re.findall(r"[*_]+", line)), default=0)
    stars = len(re.findall(r"(?<![*_\w])[*_]+(?=\w)", line)) if runs else 0
    return max(quotes, indent, markers, deep, runs if not re.fullmatch(r"\s*[-*_ ]+", line) else 0, stars // 8)
