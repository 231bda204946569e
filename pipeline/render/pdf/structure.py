"""WeasyPrint's structure tree -> one that PDF/UA-1 accepts, and that reads as the article does.

In: the document and the PDF's objects, before they are written. Out: the same objects, repaired in place.

What ordinary Markdown breaks in WeasyPrint 70: children of LI that are neither Lbl nor LBody; lists inside of items,
which come to stand beside them; a link with markup inside; a link's description that is an id; the language of parts,
never written; an element in pieces, one for each line or page; a doubled /AF; pictures that PDF/A refuses.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ...errors import OwnFaultError
from ...findings import Message
from . import fragments, kinds, notes
from .once import once
from .tree import Tree
from .walk import Walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .tree import Element

HYPHEN, SOFT = "\u2010", "\u00ad"
"""What stands at the end of a line that cuts a word, and what is read there: nothing."""


MOVED = re.compile("[\u0300-\u036f\u20d0-\u20ff\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""Letters that run from right to left, which a page holds in the order of the eye, and marks over letters, which a font
draws by themselves."""


def finish(document: Any, pdf: Any) -> None:  # noqa: ANN401 - WeasyPrint's objects
    """Repair everything that PDF/UA-1 and PDF/A-3a ask for."""
    tree = Tree(pdf)
    walk = _walk(document, tree)
    _languages(walk.pairs)
    _read_aloud(tree, walk.texts)
    for item, before, inner in walk.nested:
        _nest(tree, item, before, inner)
    kinds.name(tree, walk.pairs)
    notes.gather(tree, walk.pairs)
    fragments.join(tree, walk.pairs)
    kinds.define(tree, walk.pairs)
    notes.place(tree, walk.pairs)
    for element in list(tree.below(tree.document)):
        if element.get("S") == "/LI":
            _item(tree, element)
    _links(document, tree)
    _files(pdf)
    _pictures(pdf)
    once(pdf)


def _walk(document: Any, tree: Tree) -> Walk:  # noqa: ANN401 - WeasyPrint's document
    walk = Walk([element for element in tree.elements() if element["S"] != "/Document"])
    for page in document.pages:
        walk.box(page._page_box, "/Document")  # noqa: SLF001 - WeasyPrint keeps it there
    if walk.place != len(walk.made):
        message = Message("the structure tree of the PDF could not be followed; is this version of WeasyPrint known?")
        raise OwnFaultError(message)
    return walk


def _languages(pairs: Iterable[tuple[Any, Element]]) -> None:
    """/Lang on the elements of boxes whose HTML element has a lang of its own."""
    import pydyf  # type: ignore[import-untyped]  # noqa: PLC0415 - behind the door

    for box, element in pairs:
        language = box.element.get("lang") if box.element is not None else None
        if language:
            element["Lang"] = pydyf.String(language)


def _read_aloud(tree: Tree, texts: Iterable[tuple[Any, Element]]) -> None:
    """A word that a line cuts is read as a whole: its hyphen is a soft one. What runs leftwards is read as written."""
    import pydyf  # noqa: PLC0415 - behind the door

    seen: dict[int, int] = {}
    for box, owner in texts:
        marked = owner
        if owner["S"] == "/Link":
            seen[id(owner)] = seen.get(id(owner), -1) + 1
        text = box.text.rstrip()
        is_cut = text.endswith(HYPHEN)
        if not is_cut and not MOVED.search(text):
            continue
        if owner["S"] == "/Link":
            number = [kid for kid in owner["K"] if isinstance(kid, int)][seen[id(owner)]]
            marked = tree.new("/Span", owner, [number], owner["Pg"])
            tree.put(owner, [marked.reference if kid == number and isinstance(kid, int) else kid for kid in owner["K"]])
            tree.own(owner["Pg"], number, marked)
            seen[id(owner)] -= 1
        marked["ActualText"] = pydyf.String(text.removesuffix(HYPHEN).rstrip(SOFT) + SOFT if is_cut else box.text)


def _nest(tree: Tree, item: Element, before: Element | None, inner: Element) -> None:
    """A list in an item is part of it."""
    around = tree.get(inner["P"])
    tree.put(around, [kid for kid in around["K"] if kid != inner.reference])
    place = list(item["K"]).index(before.reference) + 1 if before is not None and before["P"] == item.reference else 0
    tree.put(item, [*item["K"][:place], inner, *item["K"][place:]])


def _item(tree: Tree, item: Element) -> None:
    """The children of a list item become a label and one body."""
    labels: list[Any] = []
    body: Element | None = None
    kids: list[Any] = []
    for kid in item["K"]:
        element = tree.get(kid)
        kind = element.get("S") if element else ""
        if kind == "/LBody":
            kids += element["K"]
            body, other = (element, None) if body is None else (body, element)
            if other is not None:
                tree.drop(other)
        elif kind == "/Lbl" and not labels:
            labels.append(kid)
        else:
            kids.append(kid)
    first = tree.get(kids[0]) if kids else None
    if not labels and first is not None and first.get("S") == "/Lbl":
        labels.append(kids.pop(0))
    body = tree.new("/LBody", item, [], item["Pg"]) if body is None else body
    tree.put(body, kids)
    tree.put(item, [*labels, body])


def _links(document: Any, tree: Tree) -> None:  # noqa: ANN401 - WeasyPrint's document
    """A link is one element, and says where it leads: its words, and the address of one that leads out."""
    import pydyf  # noqa: PLC0415 - behind the door

    for element in list(tree.below(tree.document)):
        if any(tree.is_annotation(kid) for kid in element["K"]):
            _own(tree, element)
    boxes = [box for page in document.pages for box in page._page_box.descendants()]  # noqa: SLF001 - as above
    anchors = {id(box.element): box.element for box in boxes if box.element is not None and box.element.tag == "a"}
    inside = {id(each): anchor for anchor in anchors.values() for each in anchor.iter()}
    for box in boxes:
        annotation = getattr(box, "link_annotation", None)
        if annotation:
            anchor = inside.get(id(box.element), box.element)
            words = " ".join("".join(_words(anchor)).split())
            address = str(annotation["A"]["URI"].string) if "A" in annotation else ""
            said = f"{words} – {address}" if words and address and words != address else words or address
            annotation["Contents"] = pydyf.String(said)


def _words(element: Any) -> Iterator[str]:  # noqa: ANN401 - an element of HTML
    """What an element shows: its text, the descriptions of its pictures; no notes."""
    yield element.text or ""
    if element.tag == "img":
        yield element.get("alt", "")
    for child in element:
        if child.get("class") != "note":
            yield from _words(child)
        yield child.tail or ""


def _own(tree: Tree, element: Element) -> None:
    """An annotation belongs to the outermost Link: the element itself where it is nothing else, or one around it."""
    link = _around(tree, element)
    annotations = [kid for kid in element["K"] if tree.is_annotation(kid)]
    others = [kid for kid in element["K"] if not tree.is_annotation(kid)]
    if link is None and element["S"] in {"/NonStruct", "/Span"}:
        element["S"] = "/Link"
    elif link is not None:
        tree.put(link, [*annotations, *link["K"]])
        tree.put(element, others)
        element["S"] = "/Span" if element["S"] == "/Link" else element["S"]
        tree.reown(element, link)
    elif element["S"] != "/Link":
        parent = tree.get(element["P"])
        link = tree.new("/Link", parent, annotations, element["Pg"])
        tree.put(parent, [link if kid == element.reference else kid for kid in parent["K"]])
        tree.put(link, [*annotations, element])
        tree.put(element, others)
        tree.reown(element, link)


def _around(tree: Tree, element: Element) -> Element | None:
    """The outermost Link that an element stands in."""
    found, above = None, tree.get(element["P"])
    while above is not None and above.get("Type") == "/StructElem":
        found = above if above["S"] == "/Link" else found
        above = tree.get(above["P"])
    return found


def _files(pdf: Any) -> None:  # noqa: ANN401 - pydyf's PDF
    """Each embedded file once in /AF."""
    if "AF" in pdf.catalog:
        pdf.catalog["AF"] = type(pdf.catalog["AF"])(dict.fromkeys(pdf.catalog["AF"]))


def _pictures(pdf: Any) -> None:  # noqa: ANN401 - pydyf's PDF
    """A picture is shown as it is: PDF/A knows no invented pixels between."""
    for each in pdf.objects:
        if "Interpolate" in getattr(each, "extra", ()):
            each.extra["Interpolate"] = "false"
