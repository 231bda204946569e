"""The article's nodes -> plain text, for the text part of a mail.

In: nodes and blocks, the numbers of citations and notes. Out: paragraphs as single lines (:mod:`.wrap` breaks
them), lists with their marks, quotations behind ``> ``, code indented, an address behind what it is linked from.
Never made by stripping HTML: what a reader of the page sees, a reader of the text reads.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...frozen import dataclass
from ...model import Node

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ...model import Block

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
WIDEST = 76
BLOCKS = {"p", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "table", "pre", "hr", "div", "figure"}


@dataclass(frozen=True, slots=True)
class Plain:
    """A writer of plain text.

    ``citations`` gives the number of each key, ``notes`` that of each footnote's label, ``addresses`` the absolute
    address of a link or a picture as the manuscript has it.
    """

    citations: Mapping[str, int]
    notes: Mapping[str, int]
    addresses: Mapping[str, str]

    def blocks(self, blocks: Iterable[Block]) -> str:
        """Blocks, an empty line between two."""
        return "\n\n".join(filter(None, ("\n".join(self._block(block.node)) for block in blocks)))

    def children(self, children: Iterable[Node | str]) -> str:
        """Inline text and blocks, as they come in a note or an item."""
        return "\n".join(self._mixed(children))

    def inline(self, children: Iterable[Node | str]) -> str:
        """Text as one line; a hard break begins another."""
        text = "".join(each if isinstance(each, str) else self._inline(each) for each in children)
        return "\n".join(" ".join(re.split(r"[ \t\n\r]+", line)).strip(" ") for line in text.split("\v"))

    def _inline(self, node: Node) -> str:
        match node.tag:
            case "br":
                text = "\v"
            case "note-ref":
                text = str(self.notes.get(node.get("label"), "")).translate(RAISED)
            case "citation":
                text = f"[{self.citations[node.get('key')]}]" if node.get("key") in self.citations else ""
            case "img":
                text = f"[{node.get('alt')}]{self._address(node.get('src'))}"
            case "a":
                text = self._link(node)
            case tag:
                text = "".join(each if isinstance(each, str) else self._inline(each) for each in node.children)
                text = text.translate(RAISED) if tag == "sup" and text.isdecimal() else text
        return text

    def _link(self, node: Node) -> str:
        text, href = self.inline(node.children), node.get("href")
        if not href or href.startswith("#") or href.removeprefix("mailto:") == text or href == text:
            return text
        return f"{text}{self._address(href)}"

    def _address(self, given: str) -> str:
        address = self.addresses.get(given, given)
        return f" <{address.removeprefix('mailto:')}>" if address.startswith(("http:", "https:", "mailto:")) else ""

    def _mixed(self, children: Iterable[Node | str]) -> Iterator[str]:
        """Lines of inline text and blocks in turn."""
        run: list[Node | str] = []
        for child in children:
            if isinstance(child, Node) and child.tag in BLOCKS:
                yield from self._run(run)
                run = []
                yield from self._block(child)
            else:
                run.append(child)
        yield from self._run(run)

    def _run(self, run: list[Node | str]) -> Iterator[str]:
        if text := self.inline(run):
            yield from text.split("\n")

    def _block(self, node: Node) -> Iterator[str]:
        match node.tag:
            case "ul" | "ol":
                yield from self._list(node)
            case "blockquote":
                paragraphs = ("\n".join(self._mixed((child,))) for child in node.children)
                quoted = "\n\n".join(filter(None, paragraphs)).split("\n")
                yield from (f"> {line}".rstrip() for line in quoted)
            case "pre":
                code = node.said()
                yield from (f"    {line}".rstrip() for line in code.expandtabs(4).rstrip("\n").split("\n"))
            case "table":
                yield from self._table(node)
            case "dd":
                yield from (f"    {line}" for line in self._mixed(node.children))
            case "img":
                yield from filter(None, (self._inline(node), node.get("title")))
            case "hr":
                yield "* * *"
            case _:
                yield from self._mixed(node.children)

    def _list(self, node: Node) -> Iterator[str]:
        start = int(node.get("start", "1")) if node.get("start", "1").isdecimal() else 1
        items = [child for child in node.children if isinstance(child, Node) and child.tag == "li"]
        for number, item in enumerate(items, start):
            mark = f"{number}. " if node.tag == "ol" else "- "
            for place, line in enumerate(self._mixed(item.children)):
                yield (" " * len(mark) if place else mark) + line

    def _table(self, node: Node) -> Iterator[str]:
        """Columns side by side where they fit into a line, else each row as a short list under its first cell."""
        rows = [
            [self.inline(cell.children).replace("\n", " ") for cell in row.children if isinstance(cell, Node)]
            for row in node.walk()
            if row.tag == "tr"
        ]
        widths = [max(map(len, column)) for column in zip(*rows, strict=False)]
        if not rows or sum(widths) + 2 * len(widths) > WIDEST:
            yield from _stacked(rows)
            return
        for place, row in enumerate(rows):
            yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip()
            if not place:
                yield "  ".join("-" * width for width in widths)


def _stacked(rows: list[list[str]]) -> Iterator[str]:
    heads, *body = rows or [[]]
    for row in body:
        yield row[0] if row else ""
        for head, cell in zip(heads[1:], row[1:], strict=False):
            if cell:
                yield f"- {head}: {cell}" if head else f"- {cell}"
        yield ""
