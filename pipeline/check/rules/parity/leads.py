"""What stands out at the beginning of a block or as a block of its own does so in the translation.

In: blocks that answer each other. Out: remarks on questions of an interview that run into another paragraph, and on
blocks and items that lost what they are found by.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....findings import Message
from ....model import BlockKind, Node
from ...compared.excerpt import excerpt
from ...compared.shapes import words_of
from ...rule import Remark, Severity, remark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ....model import Block, BlockPair

BOLD = frozenset(("strong", "b"))
SLANTED = frozenset(("em", "i"))
MARKED = BOLD | SLANTED
ITEM = "li"
NOTICE = 6
"""Words of a slanted text that is a note on the article; fewer may be a title, which English may set in quotes."""

PLAIN = Message("“{lead}” stands out in the original, here nothing does")
RUN_IN = Message("“{lead}” is a bold paragraph of its own in the original")


def leads_lost(each: BlockPair) -> Iterator[Remark]:
    """Where a lead of the original does not stand out, and a bold paragraph of it is none of its own."""
    if len(each.original) == len(each.translation) == 1:
        here, there = _parts(each.translation[0]), _parts(each.original[0])
        for theirs, mine in zip(here, there, strict=True) if len(here) == len(there) else ():
            lead = _lead(mine)
            if lead is not None and not any(node.tag in MARKED or _is_code(node) for node in theirs.walk()):
                yield _told(PLAIN, theirs, lead)
    elif 0 < len(each.translation) < len(each.original) and not any(map(_whole, each.translation)):
        for lead in filter(None, map(_whole, each.original)):
            yield _told(RUN_IN, each.translation[0].node, lead)


def _told(message: Message, theirs: Node, lead: Node) -> Remark:
    said = excerpt(words_of(lead))
    return remark(theirs.at, message.template, severity=Severity.WARNING, related=lead.at, lead=said)


def _parts(block: Block) -> Sequence[Node]:
    """A paragraph, or the items of a list."""
    if block.kind is BlockKind.PARAGRAPH:
        return (block.node,)
    return tuple(node for node in block.node.walk() if node.tag == ITEM) if block.kind is BlockKind.LIST else ()


def _pieces(node: Node) -> list[Node | str]:
    return [child for child in node.children if isinstance(child, Node) or child.strip()]


def _whole(block: Block) -> Node | None:
    """What a block is, if all of it is bold."""
    pieces = _pieces(block.node) if block.kind is BlockKind.PARAGRAPH else ()
    first = pieces[0] if len(pieces) == 1 else None
    return first if isinstance(first, Node) and first.tag in BOLD else None


def _lead(node: Node) -> Node | None:
    """The bold words that a text begins with, or the text, if all of it is slanted."""
    pieces = _pieces(node)
    first = pieces[0] if pieces else None
    if isinstance(first, Node) and first.tag == "p":
        return _lead(first)
    if not isinstance(first, Node):
        return None
    is_notice = first.tag in SLANTED and len(pieces) == 1 and len(words_of(first).split()) >= NOTICE
    return first if first.tag in BOLD or is_notice else None


def _is_code(node: Node) -> bool:
    """Whether a node stands out as code or as a link does."""
    return node.tag in {"code", "kbd", "a"}
