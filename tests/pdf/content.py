"""What stands on the pages is content of an element or decoration, and each piece of content knows its element.

In: an open PDF. Out: the faults found, one line each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

NESTED = -1
"""A mark within another (ISO 14289-1, 7.1)."""
PAINTING = frozenset(["Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "INLINE"])
"""Operators that leave something on the page (ISO 32000-1, annex A)."""


def faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Everything on a page that a screen reader would lose."""
    owners = dict(numbers(pdf.Root.StructTreeRoot.get("/ParentTree", {})))
    for number, page in enumerate(pdf.pages, 1):
        owned = owners.get(int(page.get("/StructParents", -1)), ())
        for mark in _marks(page):
            if mark == NESTED:
                yield f"content within decoration, or decoration within content, on page {number}"
            elif mark is None:
                yield f"something on page {number} is neither content nor decoration"
            elif mark >= len(owned) or not isinstance(owned[mark], pikepdf.Dictionary):
                yield f"content {mark} of page {number} belongs to no element"


def _marks(page: pikepdf.Page) -> Iterator[int | None]:
    """The identifier of each piece of content on a page; None for what is painted outside of all marks."""
    stack: list[bool] = []
    for each in pikepdf.parse_content_stream(page):
        name, operands = str(each.operator), each.operands
        if name in {"BMC", "BDC"}:
            given: Any = operands[1] if len(operands) > 1 else {}
            inside = given.get("/MCID") if isinstance(given, pikepdf.Dictionary) else None
            is_mark = inside is not None or str(operands[0]) == "/Artifact"
            if is_mark and any(stack):
                yield NESTED
            stack.append(is_mark)
            if inside is not None:
                yield int(inside)
        elif name == "EMC":
            stack.pop()
        elif name.split(" ", maxsplit=1)[0] in PAINTING and not any(stack):
            yield None


def numbers(node: Any) -> Iterator[tuple[int, Any]]:  # noqa: ANN401 - pikepdf's objects
    """The entries of a number tree."""
    found = list(node.get("/Nums", []))
    yield from ((int(key), value) for key, value in zip(found[::2], found[1::2], strict=True))
    for kid in node.get("/Kids", []):
        yield from numbers(kid)
