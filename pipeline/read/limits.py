"""How much an article may hold, looked at before any parser runs.

In: the lines of a body, code taken out. Out: faults; with one of them there is no article.

Python-Markdown raises RecursionError at a depth of about 200, and needs minutes for 10 KB of ``[a[a[a``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..findings import Fault, remark
from ..model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .lines import Line

LINE = 20_000
WORD = 4_000
"""Characters without a space: the time that lines take to be set grows with the square of a word."""
BLOCK = 40_000
"""Characters of a block: Python-Markdown copies the whole text of a paragraph for each mark in it."""
NESTING = 32
LINES = 10_000
CELLS = 2_500
BRACKETS = 500
MARKS = 2_000
"""Emphasis, code and entities in a block."""
ITEMS = 10_000
BLOCKS = 2_000
HEADINGS = 300
LINKS = 2_000
NOTES = 500

HEADING = re.compile(r" {0,3}#{1,6}(?:\s|$)")
UNDERLINE = re.compile(r" {0,3}(?:=+|-+) *$")
SEPARATOR = re.compile(r" {0,3}\|?[ :]*-[ :|-]*$")
NOTE = re.compile(r" {0,3}\[\^[^\]]+\]:")
LINK = re.compile(r"\][(\[{]|<(?:https?:|mailto:)", re.IGNORECASE)
PREFIX = re.compile(r"(?:[ \t]++|>|[-*+](?= )|\d{1,9}[.)](?= ))*+")
BRACKET = re.compile(r"\\.|[\[\]]")
EMPHASIS = re.compile(r"\\.|\*+|_+")
MARK = re.compile(r"\*+|_+|`+|&#?\w+;")
ITEM = re.compile(r"[ \t>]*(?:[-*+:]|\d{1,9}[.)])[ \t]")
MARKERS = re.compile(r">|[-*+]|\d{1,9}[.)]")

FORMS = {
    "line": "the line has {count} characters, the limit is {limit}",
    "lines": "more than {limit} lines, code included",
    "word": "a word has {count} characters, the limit is {limit}",
    "block": "the block has {count} characters, the limit is {limit}",
    "nesting": "lists, quotes, emphasis or brackets are nested more than {limit} deep",
    "cells": "{count} table cells, the limit is {limit}",
    "brackets": "{count} opening brackets in one block, the limit is {limit}",
    "marks": "{count} marks of emphasis, code and entities in one block, the limit is {limit}",
    "items": "more than {limit} list items or definitions",
    "blocks": "more than {limit} blocks",
    "headings": "more than {limit} headings",
    "links": "more than {limit} links",
    "notes": "more than {limit} footnotes",
}


def over_limit(lines: Sequence[Line], path: str) -> tuple[Fault, ...]:
    """What is over a limit, each limit once, at the first line that is over it."""
    found: dict[str, Fault] = {}
    for what, line, count, limit in _excesses(lines):
        if what not in found:
            said = remark(Span(path, line), FORMS[what] + "; make it shorter", count=count, limit=limit)
            found[what] = Fault("markup/over-limit", said)
    return tuple(found.values())


Excess = tuple[str, int, int, int]


def _excesses(lines: Sequence[Line]) -> Iterator[Excess]:
    yield from _of_lines(lines)
    totals = {"items": 0, "cells": 0, "blocks": 0, "headings": 0, "links": 0, "notes": 0}
    limits = {"items": ITEMS, "cells": CELLS, "blocks": BLOCKS, "headings": HEADINGS, "links": LINKS, "notes": NOTES}
    for block in _blocks(lines):
        first = block[0][0]
        text = "\n".join(line for _, line in block)
        yield from _of_block(text, first)
        for what, count in _counts(block, text).items():
            totals[what] += count
            if totals[what] > limits[what]:
                yield what, first, totals[what], limits[what]


def _of_lines(lines: Sequence[Line]) -> Iterator[Excess]:
    if lines and lines[-1][0] > LINES:
        yield "lines", LINES + 1, lines[-1][0], LINES
    for number, text in lines:
        if len(text) > LINE:
            yield "line", number, len(text), LINE
        elif len(text) > WORD and (longest := max(map(len, text.split()), default=0)) > WORD:
            yield "word", number, longest, WORD
        prefix = PREFIX.match(text)
        if prefix and prefix.end() > NESTING and len(MARKERS.findall(prefix.group())) > NESTING:
            yield "nesting", number, NESTING + 1, NESTING


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in lines:
        if line[1].strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _counts(block: Sequence[Line], text: str) -> dict[str, int]:
    is_table = len(block) > 1 and "|" in text and any(SEPARATOR.match(line) and "|" in line for _, line in block)
    may_head = any(map(text.__contains__, ("#", "=", "-")))
    return {
        "cells": text.count("|") if is_table else 0,
        "items": sum(1 for _, line in block if ITEM.match(line)),
        "blocks": 1,
        "headings": sum(1 for _, line in block if HEADING.match(line) or UNDERLINE.match(line)) if may_head else 0,
        "links": len(LINK.findall(text)) if "]" in text or "<" in text else 0,
        "notes": sum(1 for _, line in block if NOTE.match(line)) if "[^" in text else 0,
    }


def _of_block(text: str, first: int) -> Iterator[Excess]:
    if len(text) > BLOCK:
        yield "block", first, len(text), BLOCK
        return
    if (count := text.count("[")) > BRACKETS:
        yield "brackets", first, count, BRACKETS
    elif count > NESTING and _depth_of_brackets(text) > NESTING:
        yield "nesting", first, NESTING + 1, NESTING
    if (marks := sum(map(text.count, "*_`&"))) > MARKS and (marks := len(MARK.findall(text))) > MARKS:
        yield "marks", first, marks, MARKS
    elif text.count("*") + text.count("_") > NESTING and _depth_of_emphasis(text) > NESTING:
        yield "nesting", first, NESTING + 1, NESTING


def _depth_of_brackets(text: str) -> int:
    depth = deepest = 0
    for found in BRACKET.finditer(text):
        depth += {"[": 1, "]": -1}.get(found.group(), 0)
        depth = max(depth, 0)
        deepest = max(deepest, depth)
    return deepest


def _depth_of_emphasis(text: str) -> int:
    """How many emphases are open at once, as far as their marks tell."""
    depth = deepest = 0
    for found in EMPHASIS.finditer(text):
        if found.group().startswith("\\"):
            continue
        before = text[found.start() - 1 : found.start()]
        after = text[found.end() : found.end() + 1]
        closes, opens = bool(before.strip()), bool(after.strip())
        if closes and opens and found.group().startswith("_") and before.isalnum() and after.isalnum():
            continue
        if closes and depth and not (opens and not before.isalnum()):
            depth -= 1
        elif opens:
            depth += 1
            deepest = max(deepest, depth)
    return deepest
