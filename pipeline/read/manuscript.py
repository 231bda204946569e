"""Bytes -> manuscript: encoding, BOM, line ends, limits.

In: the bytes of a file. Out: a :class:`~pipeline.model.Manuscript` and faults; None where no text can be had.
What is over a limit is refused before any parser runs: Python-Markdown and WeasyPrint raise RecursionError at a depth
of about 200, and need minutes for 10 KB of ``[a[a[a``.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING

from ..findings import Fault, Severity, remark
from ..model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

BYTES = 1024 * 1024
LINE = 20_000
DEPTH = 32
BRACKETS = 500
CELLS = 5_000
BLOCKS = 2_000
HEADINGS = 300
LINKS = 2_000
NOTES = 500

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\ue000\ue001\ufffe\uffff]")
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f]")
ZERO_WIDTH = re.compile("(?<=\\w)[\u200b\u2060\ufeff](?=\\w)")


def decode(path: str, data: bytes) -> tuple[str | None, tuple[Fault, ...]]:
    """The text of a file with Unix line ends, composed (NFC), without BOM; faults where it cannot be had."""
    if len(data) > BYTES:
        template = "the manuscript has {size} bytes, more than {limit}"
        return None, (Fault("markup/too-large", remark(Span(path, 1), template, size=len(data), limit=BYTES)),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        at = Span(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
        template = "byte {byte} (0x{value}) is no UTF-8: save the file as UTF-8"
        return None, (
            Fault("markup/encoding", remark(at, template, byte=error.start, value=f"{data[error.start]:02x}")),
        )
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    faults = tuple(_characters(path, text))
    refused = any(fault.rule == "markup/control-character" for fault in faults)
    return (None if refused else text), faults


def digest(data: bytes) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(data).hexdigest()


def _characters(path: str, text: str) -> Iterator[Fault]:
    for pattern, rule, template, severity in (
        (CONTROL, "markup/control-character", "control character {name}: remove it", None),
        (
            BIDI,
            "markup/invisible-character",
            "invisible character {name} changes the direction of the text",
            Severity.WARNING,
        ),
        (ZERO_WIDTH, "markup/invisible-character", "invisible character {name} inside a word", Severity.WARNING),
    ):
        for found in list(pattern.finditer(text))[:20]:
            line = text.count("\n", 0, found.start()) + 1
            column = found.start() - text.rfind("\n", 0, found.start())
            at = Span(path, line, column, (line, column + 1))
            yield Fault(rule, remark(at, template, severity=severity, name=f"U+{ord(found[0]):04X}"))


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
