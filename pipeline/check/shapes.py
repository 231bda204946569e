"""The shape of lists, tables and code.

In: blocks and nodes. Out: counts that are the same in a faithful translation.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from ..model import BlockKind, Node

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model import Block, Section

LISTS = frozenset({"ul", "ol"})
COMMENTS = re.compile(r"(?:^|\s)(?:#|//|--|;|%|REM\b|rem\b)(?=\s|$).*$|/\*.*?\*/|<!--.*?-->", re.MULTILINE | re.DOTALL)
PROMPT = re.compile(r"^\s*(?:\$|>|PS>|C:\\>)\s+", re.MULTILINE)
FREE = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|<[^<>\n]*>|\{[^{}\n]*\}|\[[^\[\]\n]*\]")
"""What may be translated in code: strings, and place-holders in brackets of any form."""
WORDS = re.compile(r"[^\s\"'<>]+")

Depths = Counter[int]
"""How many items lists have at each depth, from 1."""


def items(nodes: Iterable[Node | str], depth: int = 0) -> Depths:
    """The items of all lists below some nodes, by depth."""
    found = Depths()
    for node in nodes:
        if isinstance(node, Node):
            inner = depth + (node.tag in LISTS)
            found[inner] += sum(isinstance(child, Node) and child.tag == "li" for child in node.children)
            found.update(items(node.children, inner))
    return +found


def of_blocks(blocks: Iterable[Block]) -> Depths:
    """The items of all lists in some blocks, by depth."""
    return items(block.node for block in blocks)


def grid(block: Block) -> tuple[int, int]:
    """Rows, the head included, and columns of a table."""
    rows = [node for node in block.node.walk() if node.tag == "tr"]
    widths = [sum(isinstance(cell, Node) and cell.tag in {"td", "th"} for cell in row.children) for row in rows]
    return len(rows), max(widths, default=0)


def code_language(block: Block) -> str:
    """The language that a block of code names, in lower case."""
    for node in block.node.walk():
        for name in node.get("class").split():
            if name.startswith(("language-", "lang-")):
                return name.partition("-")[2].casefold()
    return ""


def code(text: str) -> tuple[str, ...]:
    """The words of some code without comments, prompts, strings and place-holders."""
    bare = FREE.sub(" ", PROMPT.sub("", COMMENTS.sub(" ", text)))
    return tuple(WORDS.findall(bare))


def blocks_of(section: Section, kind: BlockKind) -> tuple[Block, ...]:
    """The blocks of a kind in a section."""
    return tuple(block for block in section.blocks if block.kind is kind)


def nodes(section: Section, tag: str) -> Iterator[Node]:
    """The nodes of a tag in a section, its heading included."""
    for child in (*section.heading, *(block.node for block in section.blocks)):
        if isinstance(child, Node):
            yield from (node for node in child.walk() if node.tag == tag)
