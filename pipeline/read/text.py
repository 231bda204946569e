"""What a reader reads of some nodes.

In: nodes. Out: their text.
"""

from __future__ import annotations

from ..model import Node

Children = tuple[Node | str, ...]

FLOWS = frozenset({"p", "li", "td", "th", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6"})
"""Elements in which a line of text begins: quotation marks are set from here on."""
HOLDERS = frozenset(
    {"ul", "ol", "dl", "blockquote", "table", "thead", "tbody", "tr", "li", "dd", "div", "note", "notes"}
)
"""Elements in which space between children is no text."""
BLOCKS = HOLDERS | FLOWS | {"pre", "hr"}


def text_of(children: Children) -> str:
    """What a reader reads of some nodes: white space folded, blocks inside separated by a line break; code as it is."""
    pieces: list[str] = []
    _pieces(children, pieces)
    lines = ("".join(pieces)).split("\0")
    return "\n".join(folded for line in lines if (folded := " ".join(line.split())))


def _pieces(children: Children, into: list[str]) -> None:
    for child in children:
        if isinstance(child, str):
            into.append(child)
        elif child.tag not in {"note-ref", "citation"}:
            apart = "\0" if child.tag in BLOCKS else " " if child.tag == "br" else ""
            into.append(apart)
            _pieces(child.children, into)
            into.append(apart)
