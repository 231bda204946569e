"""What an element is: contents, note, code, label … where WeasyPrint knows a paragraph, a span or nothing.

In: the tree, and the box of each element. Out: the same with the types of PDF 1.7 (ISO 32000-1, 14.8.4) that fit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .tree import Element, Tree

KINDS = {
    "pre": "/P",
    "code": "/Code",
    "q": "/Quote",
    **dict.fromkeys(("em", "strong", "sup", "sub", "kbd", "del", "ins", "abbr", "small", "time", "a::after"), "/Span"),
    "span::footnote-call": "/Reference",
    "span::footnote-marker": "/Lbl",
}
"""What an element of HTML becomes where WeasyPrint has no type for it."""
PLAIN = {"/NonStruct", "/Span"}
IN_CONTENTS = {"/L": "/TOC", "/LI": "/TOCI", "/LBody": "/Reference"}


def name(tree: Tree, pairs: Iterable[tuple[Any, Element]]) -> None:
    """Give each element its type."""
    import pydyf  # type: ignore[import-untyped]  # noqa: PLC0415 - behind the door, as WeasyPrint itself

    for box, element in pairs:
        if box.element is None:
            continue
        tag, classes = str(box.element_tag), str(box.element.get("class", "")).split()
        if element["S"] in PLAIN and tag in KINDS:
            element["S"] = KINDS[tag]
        if tag == "abbr" and box.element.get("title"):
            element["E"] = pydyf.String(box.element.get("title"))
        if element["S"] == "/TH":
            element["A"]["Scope"] = "/Column"
        if tag == "span" and "number" in classes:
            element["S"] = "/Lbl"
        if tag == "span" and "note" in classes:
            element["S"] = "/Note"
        if tag == "div" and "contents" in classes:
            for each in tree.below(element):
                each["S"] = IN_CONTENTS.get(each["S"], each["S"])


def define(tree: Tree, pairs: Iterable[tuple[Any, Element]]) -> None:
    """In a list of definitions a term is the label of its explanations."""
    tags = {id(element): str(box.element_tag) for box, element in pairs if element}
    for _, element in pairs:
        if tags.get(id(element)) == "dl" and element:
            _define(tree, element, tags)


def _define(tree: Tree, definitions: Element, tags: Mapping[int, str]) -> None:
    items: list[tuple[Element, list[Element], list[Element]]] = []
    for item in tree.kids(definitions):
        for part in tree.kids(item):
            is_term = tags.get(id(part)) == "dt"
            if not items or (is_term and items[-1][2]):
                items.append((item, [], []))
            items[-1][1 if is_term else 2].append(part)
    for item, terms, explanations in items:
        for term in terms[1:]:
            tree.put(terms[0], [*terms[0]["K"], *term["K"]])
            tree.drop(term)
        for term in terms[:1]:
            term["S"] = "/Lbl"
        tree.put(item, [*terms[:1], *explanations])
    kept = [item for item, _, _ in items]
    for item in tree.kids(definitions):
        if all(item is not each for each in kept):
            tree.drop(item)
    tree.put(definitions, kept)
