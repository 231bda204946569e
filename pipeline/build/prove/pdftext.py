"""A PDF of ours -> its text, the descriptions of its pictures, its addresses.

In: the bytes that WeasyPrint wrote: streams deflated, fonts with ToUnicode. Out: text in the order of the pages,
without artifacts (running titles, page numbers).

A reader for these files alone, so that the proof of outputs needs no PDF library in the product; the tests hold it
against poppler's.
"""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

OBJECT = re.compile(rb"(?:^|[\r\n])(\d+) 0 obj\s*(.*?)\s*endobj", re.DOTALL)
STREAMED = re.compile(rb"/Type /ObjStm.*?/First (\d+)", re.DOTALL)
FONT = re.compile(rb"/([A-Za-z0-9+_-]+) (\d+) 0 R")
TO_UNICODE = re.compile(rb"/ToUnicode (\d+) 0 R")
CONTENTS = re.compile(rb"/Contents (\d+) 0 R")
CHARACTERS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
TRIPLE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
WORK = re.compile(
    rb"/(\w+)\s*(?:<<.*?>>\s*|/\w+\s*)?(BMC|BDC)|\b(EMC)\b|/(\S+) [\d.]+ Tf|(\[.*?\]) TJ|(<[0-9A-Fa-f]*>) Tj", re.DOTALL
)
GLYPHS = re.compile(rb"<([0-9A-Fa-f]*)>")
STRING = rb"\s*(\((?:\\.|[^()\\])*\)|<[0-9A-Fa-f\s]*>)"
DESCRIPTION = re.compile(rb"/Alt" + STRING, re.DOTALL)
ADDRESS = re.compile(rb"/URI" + STRING, re.DOTALL)
ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
CODES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def text(data: bytes) -> str:
    """What is written on the pages, one text after the other."""
    objects = _objects(data)
    fonts = _fonts(objects)
    pages = [int(found[1]) for body in objects.values() if b"/Contents" in body for found in CONTENTS.finditer(body)]
    return "\n".join(" ".join(_page(_stream(objects.get(page, b"")), fonts)) for page in pages)


def descriptions(data: bytes) -> tuple[str, ...]:
    """What its pictures say to those who do not see them."""
    return _strings(data, DESCRIPTION)


def addresses(data: bytes) -> tuple[str, ...]:
    """Where its links lead."""
    return _strings(data, ADDRESS)


def _strings(data: bytes, pattern: re.Pattern[bytes]) -> tuple[str, ...]:
    bodies = (body for body in _objects(data).values() if b"stream" not in body)
    return tuple(_string(found[1]) for body in bodies for found in pattern.finditer(body))


def _objects(data: bytes) -> dict[int, bytes]:
    """All objects by their numbers, those of object streams too."""
    objects = {int(found[1]): found[2] for found in OBJECT.finditer(data)}
    for body in tuple(objects.values()):
        found = STREAMED.search(body[:300])
        if found:
            inside, first = _stream(body), int(found[1])
            numbers = [int(number) for number in inside[:first].split()]
            starts = [*numbers[1::2], len(inside) - first]
            for place, number in enumerate(numbers[::2]):
                objects[number] = inside[first + starts[place] : first + starts[place + 1]]
    return objects


def _fonts(objects: Mapping[int, bytes]) -> dict[bytes, dict[int, str]]:
    """What each glyph of each font means, by the font's name in the pages."""
    found: dict[bytes, dict[int, str]] = {}
    for body in objects.values():
        if b"stream" in body[:4000]:
            continue
        for name, number in FONT.findall(body):
            mapping = TO_UNICODE.search(objects.get(int(number), b""))
            if mapping and name not in found:
                found[name] = _glyphs(_stream(objects.get(int(mapping[1]), b"")))
    return found


def _glyphs(cmap: bytes) -> dict[int, str]:
    glyphs = {}
    for block in CHARACTERS.findall(cmap):
        for glyph, characters in PAIR.findall(block):
            glyphs[int(glyph, 16)] = _utf16(characters)
    for block in RANGES.findall(cmap):
        for first, last, characters in TRIPLE.findall(block):
            start = _utf16(characters)
            for step in range(int(last, 16) - int(first, 16) + 1):
                glyphs[int(first, 16) + step] = start[:-1] + chr(ord(start[-1]) + step)
    return glyphs


def _page(work: bytes, fonts: Mapping[bytes, Mapping[int, str]]) -> Iterator[str]:
    """The texts of a page that are no artifacts."""
    marked: list[bool] = []
    glyphs: Mapping[int, str] = {}
    for tag, opens, closes, font, several, one in WORK.findall(work):
        if opens:
            marked.append(tag == b"Artifact")
        elif closes:
            marked[-1:] = []
        elif font:
            glyphs = fonts.get(font, {})
        elif not any(marked):
            codes = b"".join(GLYPHS.findall(several or one))
            numbers = (int(codes[place : place + 4], 16) for place in range(0, len(codes), 4))
            yield "".join(glyphs.get(number, "") for number in numbers)


def _stream(body: bytes) -> bytes:
    head, _, rest = body.partition(b"stream")
    rest = rest.removeprefix(b"\r").removeprefix(b"\n")
    if b"/FlateDecode" not in head:
        return rest
    try:
        return zlib.decompressobj().decompress(rest)
    except zlib.error:
        return b""


def _string(said: bytes) -> str:
    """A text string of PDF: UTF-16 behind a mark, else Latin-1."""
    is_hex = said.startswith(b"<")
    data = bytes.fromhex(said[1:-1].decode("ascii")) if is_hex else ESCAPE.sub(_escaped, said[1:-1])
    return data[2:].decode("utf-16-be", "replace") if data.startswith(b"\xfe\xff") else data.decode("latin-1")


def _escaped(found: re.Match[bytes]) -> bytes:
    said = found[1]
    return bytes([int(said, 8) & 0xFF]) if said.isdigit() else CODES.get(said, said)


def _utf16(digits: bytes) -> str:
    return bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", "replace")
