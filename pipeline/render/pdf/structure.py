"""WeasyPrint's structure tree -> one that PDF/UA-1 accepts.

In: the document and the PDF's objects, before they are written. Out: the same objects, repaired in place.

What ordinary Markdown breaks in WeasyPrint 70: children of LI that are neither Lbl nor LBody; a link with markup
inside; a link's description that is an id; the language of parts, never written; a doubled /AF.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ...errors import OwnFaultError
from ...findings import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

Element = dict[str, Any]
LABEL, BODY = "/Lbl", "/LBody"


def finish(document: Any, pdf: Any) -> None:  # noqa: ANN401 - WeasyPrint's objects
    """Repair everything that PDF/UA-1 and PDF/A-3a ask for."""
    tree = Tree(pdf)
    _languages(document, tree)
    for element in list(tree.elements()):
        if element["S"] == "/LI":
            _item(tree, element)
    _links(document, tree)
    _files(pdf)


class Tree:
    """The structure elements of a PDF, by their references."""

    def __init__(self, pdf: Any) -> None:  # noqa: ANN401 - pydyf's PDF
        self.pdf = pdf

    def elements(self) -> Iterator[Element]:
        """All structure elements, in the order in which they were made."""
        return (each for each in self.pdf.objects if isinstance(each, dict) and each.get("Type") == "/StructElem")

    def get(self, reference: Any) -> Any:  # noqa: ANN401 - a reference or a number
        """The object behind a reference; None for marked content."""
        if isinstance(reference, bytes) and (found := re.fullmatch(rb"(\d+) 0 R", reference)):
            return self.pdf.objects[int(found[1])]
        return None

    def new(self, kind: str, parent: Element, kids: list[Any], page: Any) -> Element:  # noqa: ANN401 - pydyf's values
        """A new element below another."""
        import pydyf  # type: ignore[import-untyped]  # noqa: PLC0415 - behind the door, as WeasyPrint itself

        element = pydyf.Dictionary(
            {"Type": "/StructElem", "S": kind, "K": pydyf.Array(kids), "Pg": page, "P": parent.reference}  # type: ignore[attr-defined]
        )
        self.pdf.add_object(element)
        return element  # type: ignore[no-any-return]


def _item(tree: Tree, item: Element) -> None:
    """The children of a list item become a label and one body."""
    labels: list[Any] = []
    bodies: list[Any] = []
    others: list[Any] = []
    for kid in item["K"]:
        element = tree.get(kid)
        kind = element.get("S") if element else ""
        (labels if kind == LABEL else bodies if kind == BODY else others).append(kid)
    if not others and len(bodies) <= 1 and len(labels) <= 1:
        return
    first = bodies[0] if bodies else None
    body = tree.new(BODY, item, [], item["Pg"]) if first is None else tree.get(first)
    kids = []
    for kid in item["K"]:
        if kid in labels[:1] or kid == first:
            kids += list(body["K"]) if kid == first else []
            continue
        element = tree.get(kid)
        if element is not None and element.get("S") == BODY:
            for inner in element["K"]:
                _adopt(tree, inner, body)
                kids.append(inner)
            element["K"] = type(body["K"])([])
            continue
        _adopt(tree, kid, body)
        kids.append(kid)
    body["K"] = type(body["K"])(kids)
    item["K"] = type(item["K"])([*labels[:1], body.reference])  # type: ignore[union-attr]


def _adopt(tree: Tree, kid: Any, parent: Element) -> None:  # noqa: ANN401 - a reference
    element = tree.get(kid)
    if element is not None and "P" in element:
        element["P"] = parent.reference  # type: ignore[attr-defined]


def _languages(document: Any, tree: Tree) -> None:  # noqa: ANN401 - WeasyPrint's document
    """/Lang on the elements of boxes whose HTML element has a lang of its own."""
    import pydyf  # noqa: PLC0415 - behind the door

    walk = Walk([element for element in tree.elements() if element["S"] != "/Document"])
    for page in document.pages:
        walk.box(page._page_box, "/Document")  # noqa: SLF001 - WeasyPrint keeps it there
    if walk.place != len(walk.made):
        message = Message("the structure tree of the PDF could not be followed; is this version of WeasyPrint known?")
        raise OwnFaultError(message)
    for box, element in walk.pairs:
        language = box.element.get("lang") if box.element is not None else None
        if language:
            element["Lang"] = pydyf.String(language)


class Walk:
    """WeasyPrint's walk through the boxes once more: structure elements are made in its order.

    (``weasyprint.pdf.tags._build_box_tree`` of version 70.)
    """

    def __init__(self, made: list[Element]) -> None:
        from weasyprint.formatting_structure import boxes  # type: ignore[import-untyped]  # noqa: PLC0415 - behind the door
        from weasyprint.layout.absolute import AbsolutePlaceholder  # type: ignore[import-untyped]  # noqa: PLC0415 - behind the door

        self.made, self.place = made, 0
        self.pairs: list[tuple[Any, Element]] = []
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
        for child in self._children(box, kind):
            for inner in child.children if isinstance(child, self.boxes.LineBox) else [child]:
                if isinstance(inner, self.boxes.TextBox):
                    if kind != "/Link":
                        self.take()
                else:
                    nested = inner.element_tag in {"ul", "ol"} and kind == "/LI"
                    self.box(inner, parent if nested else kind)

    @staticmethod
    def _children(box: Any, kind: str) -> list[Any]:  # noqa: ANN401 - a box
        if kind == "/Table" and box.is_table_wrapper and (table := box.get_wrapped_table()):
            rows: list[Any] = []
            for child in box.children:
                rows.extend(child.children if child is table else [child])
            return rows
        return list(getattr(box, "children", ()))


def _links(document: Any, tree: Tree) -> None:  # noqa: ANN401 - WeasyPrint's document
    """A link says where it leads: its words, and the address of one that leads out."""
    import pydyf  # noqa: PLC0415 - behind the door

    for element in list(tree.elements()):
        if element["S"] != "/Link" and any(_is_annotation(tree, kid) for kid in element["K"]):
            _own(tree, element)
    for page in document.pages:
        for box in page._page_box.descendants():  # noqa: SLF001 - WeasyPrint keeps it there
            annotation = getattr(box, "link_annotation", None)
            if annotation:
                words = " ".join("".join(box.element.itertext()).split())
                words = words or next((img.get("alt", "") for img in box.element.iter("img")), "")
                address = str(annotation["A"]["URI"].string) if "A" in annotation else ""
                said = f"{words} – {address}" if words and address and words != address else words or address
                annotation["Contents"] = pydyf.String(said)


def _is_annotation(tree: Tree, kid: Any) -> bool:  # noqa: ANN401 - a reference or a number
    found = tree.get(kid)
    return found is not None and found.get("Type") == "/OBJR"


def _own(tree: Tree, element: Element) -> None:
    """An annotation belongs to a Link: the element itself where it says nothing else, or one around it."""
    if element["S"] in {"/NonStruct", "/Span"}:
        element["S"] = "/Link"
        return
    annotations = [kid for kid in element["K"] if _is_annotation(tree, kid)]
    parent = tree.get(element["P"])
    link = tree.new("/Link", parent, [*annotations, element.reference], element["Pg"])  # type: ignore[attr-defined]
    element["K"] = type(element["K"])([kid for kid in element["K"] if kid not in annotations])
    element["P"] = link.reference  # type: ignore[attr-defined]
    parent["K"] = type(parent["K"])([link.reference if kid == element.reference else kid for kid in parent["K"]])  # type: ignore[attr-defined]
    numbers = tree.get(tree.get(tree.pdf.catalog["StructTreeRoot"])["ParentTree"])["Nums"]
    numbers[:] = [link.reference if each == element.reference else each for each in numbers]  # type: ignore[attr-defined]


def _files(pdf: Any) -> None:  # noqa: ANN401 - pydyf's PDF
    """Each embedded file once in /AF."""
    if "AF" in pdf.catalog:
        pdf.catalog["AF"] = type(pdf.catalog["AF"])(dict.fromkeys(pdf.catalog["AF"]))
