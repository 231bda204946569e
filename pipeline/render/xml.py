"""An element -> the bytes of an XML file.

In: an element. Out: UTF-8 with a declaration, indented, the same every time.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterable

FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold at all."""


AT_ONCE = 100
"""Elements of a long list that are held beside each other."""


def listed(top: ET.Element, rows: Iterable[ET.Element]) -> bytes:
    """The file of an element, empty yet, that holds others; of thousands few are held at once."""
    rest, found = iter(rows), []
    while chosen := list(islice(rest, AT_ONCE)):
        part = ET.Element(top.tag, top.attrib)
        part.extend(chosen)
        found.append(written(part))
    if not found:
        return written(top)
    cut = [(data.index(b"\n", data.index(b"\n") + 1), data.rindex(b"\n", 0, -1)) for data in found]
    inner = (data[start:end] for data, (start, end) in zip(found, cut, strict=True))
    return b"".join((found[0][: cut[0][0]], *inner, found[0][cut[0][1] :]))


def written(top: ET.Element) -> bytes:
    """The file; a character that XML cannot hold is shown as the replacement character."""
    for element in top.iter():
        if element.text:
            element.text = FORBIDDEN.sub("\ufffd", element.text)
    ET.indent(top, "")
    text: str = ET.tostring(top, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()
