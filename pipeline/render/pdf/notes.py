"""Notes are read at the end of the paragraph that calls them, not at the end of the page.

In: the tree, and the box of each element. Out: the same, each note behind what calls it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .tree import Element, Tree

IN_A_LINE = {"/Span", "/NonStruct", "/Link", "/Reference", "/Code", "/Quote"}
SHORT = {"/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/Lbl"}
"""What is read by itself, in a list of headings for example: a note stands behind it, not inside."""


def gather(tree: Tree, pairs: Iterable[tuple[Any, Element]]) -> None:
    """Bring the notes of all pages together, at the end: a note that goes over a page becomes one."""
    areas = [element for box, element in pairs if type(box).__name__ == "FootnoteAreaBox"]
    for area in areas[1:]:
        tree.put(areas[0], [*areas[0]["K"], *area["K"]])
    others = [kid for kid in tree.kids(tree.document) if all(kid is not area for area in areas)]
    for area in areas[1:]:
        tree.drop(area)
    tree.put(tree.document, [*others, *areas[:1]])


def place(tree: Tree, pairs: Iterable[tuple[Any, Element]]) -> None:
    """Put each note behind what calls it."""
    import pydyf  # type: ignore[import-untyped]  # noqa: PLC0415 - behind the door, as WeasyPrint itself

    called = [(box, element) for box, element in pairs if str(box.element_tag).endswith("::footnote-call")]
    calls = {id(box.element): element for box, element in called if element}
    notes = [(box, element) for box, element in pairs if element and element["S"] == "/Note"]
    for number, (box, note) in enumerate(notes, 1):
        note["ID"] = pydyf.String(f"note-{number}")
        call = calls.get(id(box.element))
        if call:
            _remove(tree, note)
            _put_behind(tree, note, call)
    for area in [element for box, element in pairs if element and type(box).__name__ == "FootnoteAreaBox"]:
        if not area["K"]:
            _remove(tree, area)
            tree.drop(area)


def _remove(tree: Tree, element: Element) -> None:
    parent = tree.get(element["P"])
    tree.put(parent, [kid for kid in parent["K"] if kid != element.reference])


def _put_behind(tree: Tree, note: Element, call: Element) -> None:
    holder = call
    while holder["S"] in IN_A_LINE and holder["P"] != tree.document.reference:
        holder = tree.get(holder["P"])
    if holder["S"] not in SHORT:
        tree.put(holder, [*holder["K"], note])
        return
    parent = tree.get(holder["P"])
    place = list(parent["K"]).index(holder.reference) + 1
    tree.put(parent, [*parent["K"][:place], note, *parent["K"][place:]])
