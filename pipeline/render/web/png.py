"""Bands of pixels on a ground -> PNG: rows that show nothing but the ground are compressed once in a process.

In: rows that are not those of the ground, each a byte for its filter (0: none) and one for each pixel (its place in the
palette); the ground, the palette.
Out: a PNG, the same bytes for the same with the same zlib, whatever was made before. A picture is mostly ground, and
compressing it is most of the work; each piece of the stream ends with a full flush, so that none needs another.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import field
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ...frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

STRIPE = 10
"""Rows: bands that begin and end at multiples of it leave few different pieces of the ground."""
SIGNATURE = b"\x89PNG\r\n\x1a\n"
BEGIN, END = b"\x78\x01", b"\x03\x00"
"""The head of a zlib stream, and an empty last block."""
PRIME = 65521
"""Of Adler-32 (RFC 1950)."""


class Piece(NamedTuple):
    """Some rows, compressed; how many bytes they were, and their checksum."""

    data: bytes
    size: int
    checksum: int


class Band(NamedTuple):
    """Rows that are not those of the ground: the first one's number, and their bytes."""

    start: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Ground:
    """Pixels on which pictures are drawn, in ``rows`` of ``width``; ``cut`` gives some as a band has them."""

    cut: Callable[[int, int], bytes]
    width: int
    rows: int
    _known: dict[tuple[int, int], Piece] = field(default_factory=dict)

    def piece(self, start: int, stop: int) -> Piece:
        """Some of its rows; a publication's pictures ask for few different ones."""
        if (start, stop) not in self._known:
            self._known[start, stop] = _piece(self.cut(start, stop))
        return self._known[start, stop]


def png(bands: Iterable[Band], ground: Ground, palette: Sequence[int]) -> bytes:
    """The ground with bands on it, from above to below."""
    made = tuple(_pieces(bands, ground))
    checksum = 1
    for piece in made:
        checksum = joined(checksum, piece.checksum, piece.size)
    stream = b"".join((BEGIN, *(piece.data for piece in made), END, struct.pack(">I", checksum)))
    head = struct.pack(">IIBBBBB", ground.width, ground.rows, 8, 3, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"PLTE", bytes(palette)), (b"IDAT", stream), (b"IEND", b""))
    return SIGNATURE + b"".join(_chunk(kind, data) for kind, data in chunks)


def joined(one: int, other: int, size: int) -> int:
    """The checksum of two texts behind each other, the second of ``size`` bytes."""
    low, high = (one & 0xFFFF) - 1, one >> 16
    return ((high + (other >> 16) + size * low) % PRIME) << 16 | (low + (other & 0xFFFF)) % PRIME


def _pieces(bands: Iterable[Band], ground: Ground) -> Iterator[Piece]:
    done = 0
    for band in bands:
        if done < band.start:
            yield ground.piece(done, band.start)
        yield _piece(band.data)
        done = band.start + len(band.data) // (1 + ground.width)
    if done < ground.rows:
        yield ground.piece(done, ground.rows)


@cache
def _press() -> zlib._Compress:
    """One for all pieces: it forgets each at its full flush, and to make one costs a tenth of what it does."""
    return zlib.compressobj(3, wbits=-zlib.MAX_WBITS, strategy=zlib.Z_RLE)


def _piece(rows: bytes) -> Piece:
    press = _press()
    try:
        data = press.compress(rows) + press.flush(zlib.Z_FULL_FLUSH)
    except BaseException:  # stopped on the way: it would go on where it was
        _press.cache_clear()
        raise
    return Piece(data, len(rows), zlib.adler32(rows))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(data, zlib.crc32(kind)))
