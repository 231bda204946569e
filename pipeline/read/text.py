"""Nodes -> what a reader reads of them.

In: nodes. Out: text without marks, white space folded, inner blocks on lines of their own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..model import Node

if TYPE_CHECKING:
    from collections.abc import Iterable

LINES = frozenset(("p", "li", "tr", "th", "td", "dt", "dd", "br", "blockquote", "pre", "ul", "ol", "table", "dl"))
SPACE = re.compile(r"[ \t\n\r]+")


def text(children: Iterable[Node | str]) -> str:
    """The text of some children."""
    return "\n".join(
        line for line in (SPACE.sub(" ", line).strip() for line in _joined(children).split("\x1f")) if line
    )


def code(node: Node) -> str:
    """The text of a code block, its lines kept."""
    return "".join(child if isinstance(child, str) else code(child) for child in node.children)


def _joined(children: Iterable[Node | str]) -> str:
    parts = []
    for child in children:
        if isinstance(child, str):
            parts.append(child)
        elif child.tag in {"note-ref", "citation", "img"}:
            continue
        elif child.tag in LINES:
            parts += ["\x1f", _joined(child.children), "\x1f"]
        else:
            parts.append(_joined(child.children))
    return "".join(parts)
