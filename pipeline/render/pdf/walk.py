"""WeasyPrint's walk through the boxes once more: which box became which structure element.

In: the document and its structure elements, in the order in which they were made. Out: boxes with their elements, and
pieces of text with theirs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .tree import Element


class Walk:
    """The order of ``weasyprint.pdf.tags._build_box_tree`` of version 70."""

    def __init__(self, made: list[Element]) -> None:
        from weasyprint.formatting_structure import boxes  # type: ignore[import-untyped]  # noqa: PLC0415 - behind the door
        from weasyprint.layout.absolute import AbsolutePlaceholder  # type: ignore[import-untyped]  # noqa: PLC0415 - behind the door

        self.made, self.place = made, 0
        self.pairs: list[tuple[Any, Element]] = []
        self.texts: list[tuple[Any, Element]] = []
        self.nested: list[tuple[Element, Element | None, Element]] = []
        """Lists that WeasyPrint puts beside the item they stand in: the item, what stands before, the list."""
        self.boxes, self.placeholder = boxes, AbsolutePlaceholder

    def take(self) -> Element:
        """The next element."""
        self.place += 1
        return self.made[self.place - 1]

    def box(self, box: Any, parent: str) -> None:  # noqa: ANN401 - a box
        """A box: its element, then what is inside."""
        if isinstance(box, self.placeholder):
            box = box._box  # noqa: SLF001 - WeasyPrint keeps it there
        tag = None if box.element is None else box.element_tag
        if tag in {"html", "body"} or isinstance(box, self.boxes.PageBox):
            if isinstance(box, self.boxes.ParentBox) and not isinstance(box, self.boxes.LineBox):
                for child in box.children:
                    self.box(child, parent)
                return
        elif isinstance(box, self.boxes.MarginBox):
            for child in box.children:
                self.box(child, parent)
            return
        elif tag in {"li", "dt", "dd"} and parent not in {"/LI", "/LBody"} and self._has_no_marker(box, tag):
            self.take()
            self.box(box, "/LI")
            return
        self._element(box, parent)

    @staticmethod
    def _has_no_marker(box: Any, tag: str) -> bool:  # noqa: ANN401 - a box
        if tag in {"dt", "dd"}:
            return True
        return "list-item" not in box.style["display"] or box.style["list_style_type"] == "none"

    def _element(self, box: Any, parent: str) -> None:  # noqa: ANN401 - a box
        element = self.take()
        kind = element["S"]
        self.pairs.append((box, element))
        last: Element | None = None
        for child in self._children(box, kind):
            for inner in child.children if isinstance(child, self.boxes.LineBox) else [child]:
                start = self.place
                if isinstance(inner, self.boxes.TextBox):
                    self.texts.append((inner, element if kind == "/Link" else self.take()))
                elif inner.element_tag in {"ul", "ol"} and kind == "/LI":
                    self.box(inner, parent)
                    self.nested.append((element, last, self.made[start]))
                else:
                    self.box(inner, kind)
                last = self.made[start] if self.place > start else last

    @staticmethod
    def _children(box: Any, kind: str) -> list[Any]:  # noqa: ANN401 - a box
        if kind == "/Table" and box.is_table_wrapper and (table := box.get_wrapped_table()):
            rows: list[Any] = []
            for child in box.children:
                rows.extend(child.children if child is table else [child])
            return rows
        return list(getattr(box, "children", ()))
