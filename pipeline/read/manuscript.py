"""The bytes of a manuscript -> text with Unix line ends.

In: a file's bytes. Out: its text in NFC without BOM, with no tab expanded, and the faults of its encoding; no text
where a byte cannot be decoded or a character must not stand in an article.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from ..findings import Fault, remark
from ..model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_BYTES = 1 << 20
"""1 MiB a manuscript."""
MOST_FAULTS = 20
"""Characters of a kind that are reported singly."""

REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\U000f0000-\U0010ffff\ufffe\uffff]")
"""Control characters, lone surrogates, and the private planes that the reader itself uses for marks."""
BIDIRECTIONAL = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
INVISIBLE = re.compile(rf"[{BIDIRECTIONAL}]|(?<=\w)[\u200b-\u200d\u2060\ufeff\u00ad\u180e](?=\w)")
"""Controls of direction anywhere, characters without width inside words."""
SUSPECT = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""One of these must be there before it is worth looking at the letters around."""
HARMLESS = "\u00ad"
"""A soft hyphen says where a word may be parted."""


def decode(path: str, data: bytes) -> tuple[str | None, tuple[Fault, ...]]:
    """The text of a manuscript, None where there is none, and the faults of its characters."""
    if len(data) > MOST_BYTES:
        return None, (_too_long(path, len(data)),)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, (_undecodable(path, data, error),)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    refused = tuple(_refused(path, text))
    return (None, refused) if refused else (text, tuple(_invisible(path, text)))


def place(path: str, text: str, start: int, end: int | None = None) -> Span:
    """The place of a stretch of a text."""
    line, column = _position(text, start)
    return Span(path, line, column, None if end is None else _position(text, end))


def _position(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


def _too_long(path: str, size: int) -> Fault:
    return Fault(
        "markup/over-limit",
        remark(
            Span(path, 1),
            "the manuscript has {count} bytes, the limit is {limit}; make several stories of it",
            count=size,
            limit=MOST_BYTES,
        ),
    )


def _undecodable(path: str, data: bytes, error: UnicodeDecodeError) -> Fault:
    before = data[: error.start].decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    line, column = _position(before, len(before))
    encoding = "UTF-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "Windows-1252"
    return Fault(
        "markup/undecodable",
        remark(
            Span(path, line, column),
            "byte {byte} (number {number} of the file) is not UTF-8; perhaps the file is {encoding}: save it as UTF-8",
            byte=f"0x{data[error.start]:02X}",
            number=error.start + 1,
            encoding=encoding,
        ),
    )


def _refused(path: str, text: str) -> Iterator[Fault]:
    for count, found in enumerate(REFUSED.finditer(text)):
        if count == MOST_FAULTS:
            return
        at = place(path, text, found.start())
        code = f"U+{ord(found.group()):04X}"
        yield Fault(
            "markup/control-character",
            remark(at, "the character {code} must not stand in an article; take it out", code=code),
        )


def _invisible(path: str, text: str) -> Iterator[Fault]:
    if not SUSPECT.search(text):
        return
    hits = (found for found in INVISIBLE.finditer(text) if found.group() != HARMLESS)
    for count, found in enumerate(hits):
        if count == MOST_FAULTS:
            return
        name = unicodedata.name(found.group(), "unnamed").lower()
        yield Fault(
            "markup/invisible-character",
            remark(place(path, text, found.start()), "an invisible character stands here: {name}", name=name),
        )
