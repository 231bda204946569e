"""Places, nodes and blocks: the tree of an article, which is checked and rendered alike.

In: nothing. Out: :class:`Span`, :class:`Node`, :class:`Block`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from ..frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .span import Span


REFUSED = "refused"
"""The tag of a link or picture whose address the reader refused."""

TAGS = frozenset(
    (
        *(
            "a",
            "abbr",
            "blockquote",
            "br",
            "citation",
            "code",
            "dd",
            "del",
            "dl",
            "dt",
            "em",
            "hr",
            "img",
            "ins",
            "kbd",
        ),
        *("h1", "h2", "h3", "h4", "h5", "h6", "li", "note", "note-ref", "ol", "p", "pre", "q", REFUSED, "s", "small"),
        *("span", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"),
    )
)
"""All tags that a node can have."""


@dataclass(frozen=True, slots=True)
class Node:
    """An element of the article's tree: HTML's name for it, attributes, children, place.

    Three tags are our own. Each output writes two in its own way: ``note-ref``
    (attribute ``label``: a reference to a footnote) and ``citation`` (attribute ``key``: a
    ``[@key]`` in the text). Of :data:`REFUSED` every output writes the children alone: it stands for a link or picture
    (attribute ``as``: its tag) whose ``address`` was refused, so that checks do not take it for missing. A language
    span is a ``span`` with ``lang``; a picture is an ``img`` with ``src`` (a path below
    ``content/``), ``alt`` and perhaps ``title``.
    """

    tag: str
    attributes: tuple[tuple[str, str], ...]
    children: tuple[Node | str, ...]
    at: Span

    def get(self, name: str, default: str = "") -> str:
        """The value of an attribute, or the default."""
        return next((value for key, value in self.attributes if key == name), default)

    def said(self) -> str:
        """The text of all that stands in it."""
        return "".join(each if isinstance(each, str) else each.said() for each in self.children)

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in reading order."""
        ahead = [self]
        while ahead:
            node = ahead.pop()
            yield node
            ahead += [child for child in node.children[::-1] if child.__class__ is Node]


class BlockKind(StrEnum):
    """What a block is, as the reader sees it."""

    PARAGRAPH = "paragraph"
    LIST = "list"
    QUOTE = "quote"
    TABLE = "table"
    CODE = "code"
    IMAGE = "image"
    DEFINITIONS = "definitions"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list, quote, table, code or image that stands by itself in a section.

    ``text`` is what a reader reads of it: no marks, white space folded, list items, cells and
    paragraphs inside separated by a line break; a note reference or citation is not in it.
    Code keeps its lines.
    """

    kind: BlockKind
    node: Node
    text: str
    at: Span
