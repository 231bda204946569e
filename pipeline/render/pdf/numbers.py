"""The numbers of pages in the contents, written when all pages are made.

In: the document, a 0 behind each link of a list that says pages. Out: the same with the numbers. They stand apart from
the lines and take no room in them, so that no line moves: asked for in the style sheet (``target-counter``), they make
WeasyPrint lay out the page of the contents twice more, a tenth of its time.
"""

from __future__ import annotations

from typing import Any

CLASS = "paged"
"""Of links that are followed by the number of the page they lead to."""


def number(document: Any) -> None:  # noqa: ANN401 - WeasyPrint's document
    """Write the numbers, each with its right edge where that of the 0 is."""
    pages: dict[str, int] = {}
    for place, page in enumerate(document.pages, 1):
        for anchor in page.anchors:
            pages.setdefault(anchor, place)
    for page in document.pages:
        for _, anchor, _, box in page.links:
            if box.element_tag == "a::after" and box.element.get("class") == CLASS:
                _write(str(pages.get(anchor, "")), box)


def _write(said: str, box: Any) -> None:  # noqa: ANN401 - WeasyPrint's box
    from weasyprint.formatting_structure.boxes import TextBox  # type: ignore[import-untyped]  # noqa: PLC0415 - behind the door
    from weasyprint.text.line_break import split_first_line  # type: ignore[import-untyped]  # noqa: PLC0415 - behind the door

    for text in box.descendants():
        if isinstance(text, TextBox):
            text.text = said
            if said:
                text.pango_layout, _, _, width, _, _ = split_first_line(said, text.style, None, None, 0)
                text.position_x += text.width - width
                text.width = width
