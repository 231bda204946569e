"""The article's nodes -> HTML that mail programs understand.

In: nodes and blocks, and where their links lead. Out: HTML with the classes of ``mail.css``, which the inliner turns
into styles. What mail lacks is written otherwise: a quotation and code stand in a cell, a table of more than four
columns is a list for each row, a drawing (SVG) is described and linked, no link leads inside the mail.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ...frozen import dataclass
from ...model import BlockKind, Node
from ..markup import attribute, belted, element, escape
from ..tables import sides
from .columns import widths

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ...model import Block
    from .pictures import Shown

SAME = {"p", "strong", "em", "code", "sub", "sup", "ul", "li", "del", "ins", "kbd"}
CELL = '<table class="{0}"><tbody><tr><td class="{0}">{1}</td></tr></tbody></table>'
LAYOUT = re.compile('(?<=<table)(?= class="(?:quote|code|sketch)">)')


@dataclass(frozen=True, slots=True)
class Written:
    """A writer of HTML for mail.

    ``citations`` gives the number of each key, ``notes`` that of each footnote's label, ``addresses`` the absolute
    address of each link as the manuscript has it, ``pictures`` how each image is shown.
    """

    citations: Mapping[str, int]
    notes: Mapping[str, int]
    addresses: Mapping[str, str]
    pictures: Mapping[str, Shown]

    def blocks(self, blocks: Iterable[Block]) -> str:
        """Blocks one after the other, of which the sanitiser changes nothing."""
        made = (self._figure(each) if each.kind is BlockKind.IMAGE else self._node(each.node) for each in blocks)
        return LAYOUT.sub(' role="presentation"', belted("\n".join(made)))

    def phrase(self, children: Iterable[Node | str]) -> str:
        """Text in a line, of which the sanitiser changes nothing."""
        return belted(self.inline(children))

    def inline(self, children: Iterable[Node | str]) -> str:
        """Children of a node, or of none."""
        return "".join(escape(each) if isinstance(each, str) else self._node(each) for each in children)

    def _node(self, node: Node) -> str:
        match node.tag:
            case tag if tag in SAME and not (tag == "p" and any(_is_block(child) for child in node.children)):
                made = f"<{tag}>{self.inline(node.children)}</{tag}>"
            case "br" | "hr":
                made = f"<{node.tag}>"
            case "a":
                made = self._link(node, self._in_link().inline(node.children))
            case "note-ref":
                made = f"<sup>{self.notes[node.get('label')]}</sup>" if node.get("label") in self.notes else ""
            case "citation":
                made = f"[{self.citations[node.get('key')]}]" if node.get("key") in self.citations else ""
            case "img":
                made = self._picture(node)
            case _:
                made = self._other(node)
        return made

    def _other(self, node: Node) -> str:
        inside = self.inline(node.children)
        match node.tag:
            case "span" if node.get("lang"):
                made = f'<span lang="{attribute(node.get("lang"))}">{inside}</span>'
            case "ol":
                start = f' start="{int(node.get("start"))}"' if node.get("start").isdecimal() else ""
                made = f"<ol{start}>{inside}</ol>"
            case "blockquote":
                made = f"<blockquote>{CELL.format('quote', inside)}</blockquote>"
            case "pre":
                made = CELL.format("code", f"<code>{_code(node.said())}</code>")
            case "table":
                made = self._table(node)
            case "dt":
                made = f'<p class="term"><strong>{inside}</strong></p>'
            case "dd":
                made = (
                    inside if any(isinstance(c, Node) and c.tag == "p" for c in node.children) else f"<p>{inside}</p>"
                )
            case _:
                made = inside
        return made

    def address(self, node: Node) -> str:
        """The absolute address of a link; nothing where it has none."""
        given = node.get("href")
        address = self.addresses.get(given, given)
        return address if address.startswith(("https:", "http:", "mailto:")) else ""

    def _in_link(self) -> Written:
        """The writer of what stands in a link: a drawing is its description there, no link of its own."""
        return replace(self, pictures={given: shown for given, shown in self.pictures.items() if shown.width})

    def _link(self, node: Node, inside: str) -> str:
        address = self.address(node)
        return f'<a href="{attribute(address)}">{inside}</a>' if address and inside else inside

    def _figure(self, block: Block) -> str:
        image = next(node for node in block.node.walk() if node.tag == "img")
        caption = f'<p class="caption soft">{escape(image.get("title"))}</p>' if image.get("title") else ""
        shown = self.pictures.get(image.get("src"))
        if shown and shown.width:
            return f'<p class="figure">{self._picture(image)}</p>{caption}'
        return CELL.format("sketch", f"<p>{self._picture(image)}</p>") + caption

    def _picture(self, node: Node) -> str:
        shown = self.pictures.get(node.get("src"))
        if shown is None:
            return escape(node.get("alt"))
        if not shown.width:
            return f'<a href="{attribute(shown.address)}">{escape(node.get("alt"))}</a>'
        size = {"width": str(shown.width), "height": str(shown.height)}
        return element("img", "", src=shown.address, alt=node.get("alt"), **size)

    def _table(self, node: Node) -> str:
        rows = [[cell for cell in row.children if isinstance(cell, Node)] for row in node.walk() if row.tag == "tr"]
        if not rows:
            return ""
        heads, body = rows[0], rows[1:]
        found = widths([[cell.said() for cell in row] for row in rows])
        if found is None:
            return "\n".join(self._row_as_list(heads, row) for row in body if row)
        classes = [f' class="{side}"' if side else "" for side in sides(node)]
        head = "".join(
            f'<th scope="col"{side}{_width(width)}>{self.inline(cell.children)}</th>'
            for cell, width, side in zip(heads, found, classes, strict=False)
        )
        lines = "".join(f"<tr>{self._cells(row, classes)}</tr>" for row in body)
        tight = " tight" if any(found) else ""
        return f'<table class="data{tight}"><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>'

    def _cells(self, row: list[Node], classes: list[str]) -> str:
        return "".join(f"<td{side}>{self.inline(cell.children)}</td>" for cell, side in zip(row, classes, strict=False))

    def _row_as_list(self, heads: list[Node], row: list[Node]) -> str:
        first, *rest = (self.inline(cell.children) for cell in row)
        names = [self.inline(head.children) for head in heads[1:]]
        items = "".join(
            f"<li>{name}{': ' if name else ''}{cell}</li>" for name, cell in zip(names, rest, strict=False) if cell
        )
        listed = f"<ul>{items}</ul>" if items else ""
        return (f'<p class="term"><strong>{first}</strong></p>' if first else "") + listed


def _width(percent: int) -> str:
    return f' style="width:{percent}%"' if percent else ""


def _is_block(child: Node | str) -> bool:
    """Whether a child would close the paragraph around it."""
    return isinstance(child, Node) and child.tag in {"pre", "table", "ul", "ol", "blockquote", "p", "hr", "dl"}


def _code(text: str) -> str:
    """Lines of code that may wrap: line breaks as such, spaces that would be folded as no-break spaces."""
    lines = (escape(line.expandtabs(4)) for line in text.strip("\n").split("\n"))
    return "<br>".join(f"&nbsp;{line[1:]}" if line.startswith(" ") else line for line in _kept(lines))


def _kept(lines: Iterable[str]) -> Iterable[str]:
    return (line.replace("  ", "&nbsp; ") for line in lines)
