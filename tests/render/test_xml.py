"""Long lists are written as if they were held whole."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from pipeline.render.xml import AT_ONCE, listed, written


def _rows(count: int) -> list[ET.Element]:
    rows = []
    for number in range(count):
        row = ET.Element("url", {"number": str(number)})
        ET.SubElement(row, "loc").text = f"<{number}>\x01\n&"
        rows.append(row)
    return rows


@pytest.mark.parametrize("count", [0, 1, AT_ONCE - 1, AT_ONCE, AT_ONCE + 1, 3 * AT_ONCE])
def test_the_parts_of_a_list_are_those_of_the_whole(count: int) -> None:
    """Letter by letter, however many there are."""
    whole = ET.Element("urlset", {"a": "b & c"})
    whole.extend(_rows(count))
    assert listed(ET.Element("urlset", {"a": "b & c"}), _rows(count)) == written(whole)
