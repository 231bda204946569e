"""The structure elements of a PDF, and what belongs to them.

In: the PDF's objects, before they are written. Out: the same, found, made and moved.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Element = Any
"""A structure element (pydyf.Dictionary): a dictionary that has a reference."""


def _is_element(kid: Any) -> bool:  # noqa: ANN401 - an element, a reference, a number or a mark
    return isinstance(kid, dict) and "S" in kid


class Tree:
    """The structure elements by their references."""

    def __init__(self, pdf: Any) -> None:  # noqa: ANN401 - pydyf's PDF
        self.pdf = pdf
        self.root = self.get(pdf.catalog["StructTreeRoot"])

    @property
    def document(self) -> Element:
        """The element that holds all others."""
        return self.get(self.root["K"][0])

    def elements(self) -> Iterator[Element]:
        """All structure elements, in the order in which they were made."""
        return (each for each in self.pdf.objects if isinstance(each, dict) and each.get("Type") == "/StructElem")

    def get(self, reference: Any) -> Any:  # noqa: ANN401 - a reference or a number
        """The object behind a reference; None for marked content."""
        if isinstance(reference, bytes) and (found := re.fullmatch(rb"(\d+) 0 R", reference)):
            return self.pdf.objects[int(found[1])]
        return None

    def kids(self, element: Element) -> list[Element]:
        """The structure elements right below one."""
        found = (self.get(kid) for kid in element["K"])
        return [each for each in found if each is not None and each.get("Type") == "/StructElem"]

    def below(self, element: Element) -> Iterator[Element]:
        """An element and all below it, in reading order."""
        yield element
        for kid in self.kids(element):
            yield from self.below(kid)

    def is_annotation(self, kid: Any) -> bool:  # noqa: ANN401 - a reference or a number
        """Whether a kid is a link on the page."""
        found = self.get(kid)
        return found is not None and found.get("Type") == "/OBJR"

    def new(self, kind: str, parent: Element, kids: list[Any], page: Any) -> Element:  # noqa: ANN401 - pydyf's values
        """A new element below another."""
        import pydyf  # type: ignore[import-untyped]  # noqa: PLC0415 - behind the door, as WeasyPrint itself

        element = pydyf.Dictionary(
            {"Type": "/StructElem", "S": kind, "K": pydyf.Array(kids), "Pg": page, "P": parent.reference}
        )
        self.pdf.add_object(element)
        for kid in kids:
            self._adopt(kid, element)
        return element

    def put(self, parent: Element, kids: Iterable[Any]) -> None:
        """Let an element hold just these, elements or what else it can hold."""
        found = [kid.reference if _is_element(kid) else kid for kid in kids]
        parent["K"] = type(parent["K"])(found)
        for kid in found:
            self._adopt(kid, parent)

    def _adopt(self, kid: Any, parent: Element) -> None:  # noqa: ANN401 - a reference or a number
        element = self.get(kid)
        if element is not None and element.get("Type") == "/StructElem":
            element["P"] = parent.reference

    @property
    def numbers(self) -> list[Any]:
        """The parent tree: which element owns which content of a page, and which annotation."""
        found: list[Any] = self.get(self.root["ParentTree"])["Nums"]
        return found

    def renamed(self, names: dict[bytes, Any]) -> None:
        """What belonged to one element belongs to another, or to none."""
        for place in range(1, len(self.numbers), 2):
            owner = self.numbers[place]
            if isinstance(owner, list):
                owner[:] = [names.get(each, each) for each in owner]
            else:
                self.numbers[place] = names.get(owner, owner)

    def own(self, page: Any, number: int, owner: Element) -> None:  # noqa: ANN401 - pydyf's values
        """Give a piece of a page's content to another element."""
        key = self.get(page)["StructParents"]
        owners = next(self.numbers[at + 1] for at in range(0, len(self.numbers), 2) if self.numbers[at] == key)
        owners[number] = owner.reference

    def reown(self, old: Element, new: Element) -> None:
        """Give the annotations of one element to another; its content stays."""
        self.numbers[:] = [new.reference if each == old.reference else each for each in self.numbers]

    def drop(self, element: Element) -> None:
        """Leave nothing of an element. (Marked as free, pydyf 0.13 would count the objects behind it wrongly.)."""
        element.clear()
