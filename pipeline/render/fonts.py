"""The bytes of a font -> whether they are a font, and all of it.

In: the name of a file of the theme, its bytes. Out: the bytes again, or an error that names the file. Half a font is
loaded without a word, and fails where a letter is drawn, or where the PDF is written.
"""

from __future__ import annotations

import struct

from ..errors import MakingError
from ..findings import Message

PLAIN = frozenset((b"\0\1\0\0", b"OTTO", b"true"))
"""How TrueType and OpenType fonts begin."""
PACKED = frozenset((b"wOFF", b"wOF2"))
HEAD, ROW, LENGTH = 12, 16, 8
"""Bytes of a font's head and of each row of its table of contents; where a packed one says how long it is."""


def whole(name: str, data: bytes) -> bytes:
    """The font, if it is one."""
    if not (data[:4] in PLAIN and _is_whole(data)) and not (data[:4] in PACKED and _is_as_long_as_it_says(data)):
        message = Message("{name} is no font, or only a part of one: put the whole file there", (("name", name),))
        raise MakingError(message)
    return data


def _is_whole(data: bytes) -> bool:
    """Whether all tables lie within the file."""
    count = int.from_bytes(data[4:6], "big")
    contents = data[HEAD : HEAD + ROW * count]
    if not count or len(contents) < ROW * count:
        return False
    return all(offset + length <= len(data) for _, _, offset, length in struct.iter_unpack(">4sIII", contents))


def _is_as_long_as_it_says(data: bytes) -> bool:
    return int.from_bytes(data[LENGTH : LENGTH + 4], "big") == len(data)
