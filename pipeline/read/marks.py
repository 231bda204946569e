"""A line -> the same line with its mark, behind everything that Markdown looks for at the beginning of a line.

In: a line as laid out, and the one before it. Out: the line with the mark of its number.
"""

from __future__ import annotations

import re

from .lines import line_mark

UNMARKED = re.compile(r" {0,3}(?:\[(?!\^)[^\[\]]*\]:|\*\[[^\]]*\] ?:)|[ |:-]*-[ |:-]*$")
PREFIX = re.compile(r"(?:[ ]++|>[ ]?|[-*+][ ]++|\d{1,9}\.[ ]++|\[\^[^\]]*\]:[ ]*+|:[ ]{1,3}+(?=\S))*+(?:\|[ ]*+)?")
HASHES = re.compile(r"#{1,6} +(?=\S)")


def marked(number: int, text: str, before: str) -> str:
    """A line with its mark behind everything that Markdown looks for at the beginning of a line."""
    if not text or UNMARKED.match(text) or (text.lstrip()[:1] in "\"'(" and UNMARKED.match(before)):
        return text
    start = _start(text)
    if start == len(text) and not text.strip("> "):
        return text
    return text[:start] + line_mark(number) + text[start:]


def _start(text: str) -> int:
    found = PREFIX.match(text)
    start = found.end() if found else 0
    heading = HASHES.match(text, start)
    return heading.end() if heading else start
