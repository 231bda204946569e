"""An element -> the bytes of an XML file.

In: an element. Out: UTF-8 with a declaration, indented, the same every time.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold at all."""


def written(top: ET.Element) -> bytes:
    """The file; a character that XML cannot hold is shown as the replacement character."""
    for element in top.iter():
        if element.text:
            element.text = FORBIDDEN.sub("\ufffd", element.text)
    ET.indent(top, "")
    text: str = ET.tostring(top, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()
