"""The shape of lists and tables, and the nodes of a section.

In: blocks and nodes. Out: counts that are the same in a faithful translation.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ...model import REFUSED, Node
from ..once import once_a_section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...model import Block, Section

LISTS = frozenset({"ul", "ol", "dl"})
ITEMS = frozenset({"li", "dt"})
"""What lists have of each entry once: a definition belongs to the term above it."""

Depths = Counter[int]
"""How many items lists have at each depth, from 1."""


def items(nodes: Iterable[Node | str], depth: int = 0) -> Depths:
    """The items of all lists below some nodes, by depth."""
    found = Depths()
    ahead = [(node, depth) for node in nodes if isinstance(node, Node)]
    for node, above in ahead:
        inner = above + (node.tag in LISTS)
        for child in node.children:
            if isinstance(child, Node):
                ahead.append((child, inner))
                if child.tag in ITEMS:
                    found[inner] += 1
    return found


def of_blocks(blocks: Iterable[Block]) -> Depths:
    """The items of all lists in some blocks, by depth."""
    return items(block.node for block in blocks)


def grid(table: Node) -> tuple[int, int]:
    """Rows, the head included, and columns of a table."""
    widths = [sum(isinstance(cell, Node) and cell.tag in {"td", "th"} for cell in row.children) for row in rows(table)]
    return len(widths), max(widths, default=0)


def rows(table: Node) -> list[Node]:
    """The rows of a table, the head included."""
    return [node for node in table.walk() if node.tag == "tr"]


def cells(row: Node) -> list[str]:
    """The texts of the cells of a row."""
    return [words_of(cell).strip() for cell in row.children if isinstance(cell, Node)]


@once_a_section
def everything(section: Section) -> Iterator[Node]:
    """The nodes of a section, its heading's included."""
    for child in (*section.heading, *(block.node for block in section.blocks)):
        if isinstance(child, Node):
            yield from child.walk()


def nodes(section: Section, tag: str) -> Iterator[Node]:
    """The nodes of a tag in a section, its heading included."""
    return (node for node in everything(section) if node.tag == tag)


def links(section: Section) -> Iterator[Node]:
    """The links of a section, those whose address was refused too."""
    return _with_refused(section, "a")


def pictures(section: Section) -> Iterator[Node]:
    """The pictures of a section, those whose address was refused too."""
    return _with_refused(section, "img")


def _with_refused(section: Section, tag: str) -> Iterator[Node]:
    return (node for node in everything(section) if node.tag == tag or is_refused(node, tag))


def is_refused(node: Node, tag: str) -> bool:
    """Whether a node is what is left of a link (`a`) or picture (`img`) with an address that is not possible."""
    return node.tag == REFUSED and node.get("as") == tag


def address_of(node: Node) -> str:
    """Where a link leads, or what a picture shows, as it was written if that was refused."""
    return node.get("href") or node.get("src") or node.get("address")


def words_of(node: Node | str) -> str:
    """The text of a node as it stands."""
    return node if isinstance(node, str) else node.said()
