"""What lines and pages have cut into pieces becomes one element again.

In: the tree, and the box of each element. Out: one paragraph, list, table or link, where WeasyPrint makes one of each
piece: a screen reader announces a link or a table once, and reads a sentence to its end over the foot of the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .tree import Element, Tree

    Key = tuple[int, str, str]


def join(tree: Tree, pairs: Iterable[tuple[Any, Element]]) -> None:
    """Join the pieces of each element that stand side by side."""
    keys = {id(element): (id(box.element), str(box.element_tag)) for box, element in pairs if box.element is not None}
    cells = {id(element) for box, element in pairs if box.element is not None and _is_cell(box)}
    joining = _Joining(tree, keys, cells)
    joining.below(tree.document)
    tree.renamed(joining.names)


def _is_cell(box: Any) -> bool:  # noqa: ANN401 - a box
    """A cell of a row, whose pieces stand beside those of its neighbours: of a table, or of the bilingual edition."""
    classes = str(box.element.get("class", "")).split()
    return box.element_tag in {"td", "th"} or (box.element_tag == "div" and "cell" in classes)


class _Joining:
    def __init__(self, tree: Tree, keys: dict[int, tuple[int, str]], cells: set[int]) -> None:
        self.tree, self.keys, self.cells = tree, keys, cells
        self.names: dict[bytes, Any] = {}

    def below(self, parent: Element) -> None:
        """Join the kids of an element, then theirs."""
        last: Element | None = None
        cells: dict[tuple[int, str] | None, Element] = {}
        kept: list[Any] = []
        for kid in parent["K"]:
            element = self.tree.get(kid)
            is_element = element is not None and element.get("Type") == "/StructElem"
            is_cell = is_element and id(element) in self.cells
            first = cells.setdefault(self._key(element), element) if is_cell else last
            if is_element and first is not None and first is not element and self._are_one(first, element):
                self._join(first, element)
                continue
            last = element if is_element else None
            kept.append(kid)
        self.tree.put(parent, kept)
        for element in self.tree.kids(parent):
            self.below(element)

    def _are_one(self, first: Element, second: Element) -> bool:
        if first["S"] != second["S"] or self._key(first) != self._key(second) or self._key(first) is None:
            return False
        return first["S"] != "/Table" or not any(self._has_links(head) for head in self._heads(second))

    def _key(self, element: Element) -> tuple[int, str] | None:
        """Which element of the HTML one was made of; that of its body, where WeasyPrint put an item around one."""
        if id(element) in self.keys:
            return self.keys[id(element)]
        kids = self.tree.kids(element)
        return self.keys.get(id(kids[0])) if element["S"] == "/LI" and kids else None

    def _join(self, first: Element, second: Element) -> None:
        if first["S"] == "/Table":
            for head in self._heads(second):
                if self._heads(first):
                    self._repeated(first, second, head)
                else:
                    self.tree.put(first, [head, *first["K"]])
                    self.tree.put(second, [kid for kid in second["K"] if kid != head.reference])
        kids = [self._marked(kid, second["Pg"], first["Pg"]) for kid in second["K"]]
        self.tree.put(first, [*first["K"], *kids])
        self.names[second.reference] = first.reference
        self.tree.drop(second)

    @staticmethod
    def _marked(kid: Any, page: Any, own: Any) -> Any:  # noqa: ANN401 - pydyf's values
        """Content of another page than its element's says which."""
        import pydyf  # type: ignore[import-untyped]  # noqa: PLC0415 - behind the door, as WeasyPrint itself

        if isinstance(kid, int) and page != own:
            return pydyf.Dictionary({"Type": "/MCR", "Pg": page, "MCID": kid})
        return kid

    def _heads(self, table: Element) -> list[Element]:
        return [kid for kid in self.tree.kids(table) if kid["S"] == "/THead"]

    def _has_links(self, element: Element) -> bool:
        return any(self.tree.is_annotation(kid) for each in self.tree.below(element) for kid in each["K"])

    def _repeated(self, first: Element, second: Element, head: Element) -> None:
        """The head of a table on its next page is decoration; cells of that page belong to the first head."""
        said = {
            again["ID"].string: once["ID"]
            for once, again in zip(self._cells(self._heads(first)[0]), self._cells(head), strict=True)
        }
        for cell in self._cells(second):
            if "Headers" in cell["A"]:
                heads = cell["A"]["Headers"]
                heads[:] = [said.get(name.string, name) for name in heads]
        self.tree.put(second, [kid for kid in second["K"] if kid != head.reference])
        for element in list(self.tree.below(head)):
            for kid in element["K"]:
                if isinstance(kid, int):
                    decorate(self.tree, element["Pg"], kid)
            self.names[element.reference] = b"null"
            self.tree.drop(element)

    def _cells(self, element: Element) -> list[Element]:
        return [each for each in self.tree.below(element) if each["S"] in {"/TH", "/TD"}]


def decorate(tree: Tree, page: Any, number: int) -> None:  # noqa: ANN401 - pydyf's values
    """Let a piece of a page's content be decoration."""
    stream = tree.get(tree.get(page)["Contents"]).stream
    for place, each in enumerate(stream):
        if isinstance(each, dict) and each.get("MCID") == number:
            stream[place - 1 : place + 2] = ["/Artifact", b"BMC"]
            return
