"""Python-Markdown's elements -> nodes with places.

In: what :func:`.markdown.parse` gave, the lines as they stand in the file, the stashed fences. Out: frozen nodes.

A top-level element's line is known; what stands inside is found by its raw text, in reading order, so that a second
"ja" in a table is the second one.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..model import Node, Span
from .lines import CLOSE, OPEN, Fence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from .markdown import Parsed

MARK = re.compile(f"{OPEN}(\\d+){CLOSE}")
BLOCKS = frozenset(
    ("p", "ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "pre", "dl", "dt", "dd", "hr")
)
PROBES = {"a": "[", "img": "![", "code": "`", "em": "", "strong": "", "span": "[", "sub": "<", "sup": "<", "kbd": "<"}


@dataclass(slots=True)
class Converter:
    """One manuscript's way from elements to nodes; the cursor only moves forward."""

    path: str
    lines: Sequence[str]
    fences: Sequence[Fence]
    parsed: Parsed
    line: int = 1
    column: int = 0
    limit: int = 0
    used: set[int] = field(default_factory=set)

    def tree(self) -> tuple[Node, ...]:
        """The top-level nodes."""
        root = self.parsed.root
        tops = [element for element in root if element in self.parsed.tops]
        starts = [self.parsed.tops[element] for element in tops]
        nodes = []
        for number, element in enumerate(tops):
            self.line, self.column = starts[number], 0
            self.limit = next((start for start in starts[number + 1 :] if start > starts[number]), len(self.lines) + 1)
            nodes.append(self.block(element))
        return tuple(nodes)

    def note(self, label: str, element: Element) -> tuple[tuple[Node | str, ...], Span]:
        """The content of a footnote."""
        pattern = re.compile(rf"^ {{0,3}}\[\^{re.escape(label)}\]:")
        first = next((n for n, line in enumerate(self.lines, 1) if pattern.match(line)), 1)
        self.line, self.column, self.limit = first, 0, len(self.lines) + 1
        children = tuple(self.block(child) for child in element)
        return children, Span(self.path, first, 1, (self.line, self.column + 1))

    def block(self, element: Element) -> Node:
        """A block element, placed, with its children."""
        fence = MARK.fullmatch((element.text or "").strip()) if element.tag in {"p", "li"} else None
        if fence and element.tag == "p":
            return self._fence(int(fence[1]))
        if element.tag == "pre":
            return self._indented_code(element)
        raw = self.parsed.raw.get(element, "")
        start = self._find(raw) if raw else None
        begin = self._begin(element, start)
        children = self._children(element, raw, begin)
        end = (self.line, self.column + 1)
        if not raw and children:
            first = next((child.at for child in children if isinstance(child, Node)), None)
            begin = self._lead(element, first) if first else begin
        return Node(
            element.tag, self._attributes(element), children, Span(self.path, begin[0], begin[1], max(end, begin))
        )

    def _begin(self, element: Element, start: tuple[int, int] | None) -> tuple[int, int]:
        if start is None:
            return (self.line, self.column + 1)
        line, column = start
        text = self.lines[line - 1]
        if element.tag in {"li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th"} and element.tag[0] != "t":
            return (line, len(text) - len(text.lstrip()) + 1)
        return (line, column + 1)

    def _lead(self, element: Element, first: Span) -> tuple[int, int]:
        """A container begins where its first child does; a list item at its marker."""
        if element.tag in {"li", "ul", "ol", "blockquote", "table", "thead", "tr", "dl"}:
            text = self.lines[first.line - 1]
            return (first.line, len(text) - len(text.lstrip()) + 1)
        return (first.line, first.column)

    def _find(self, raw: str) -> tuple[int, int] | None:
        """Where raw text begins, at the cursor or behind it; moves the cursor to its end."""
        rows = [row.strip() for row in raw.strip().split("\n")]
        needle = rows[0]
        mark = MARK.search(needle)
        if mark:
            fence = self.fences[int(mark[1])]
            return (fence.first, 0)
        for line in range(self.line, min(self.limit, len(self.lines) + 1)):
            text = self.lines[line - 1]
            column = text.find(needle, self.column if line == self.line else 0)
            if column < 0 and "\t" in text:
                column = len(text) - len(text.lstrip()) if needle in text.expandtabs(4) else -1
            if column >= 0:
                self._advance(line, column + len(needle), rows[1:])
                return (line, column)
        return None

    def _advance(self, line: int, column: int, rest: Sequence[str]) -> None:
        for row in rest:
            following = line + 1
            if following > len(self.lines):
                break
            place = self.lines[following - 1].find(row)
            if place < 0:
                break
            line, column = following, place + len(row)
        self.line, self.column = line, column

    def _children(self, element: Element, raw: str, begin: tuple[int, int]) -> tuple[Node | str, ...]:
        end = (self.line, self.column)
        inline = _Inline(self, begin, end) if raw else None
        result: list[Node | str] = []
        self._text(element.text, result, inline)
        for child in element:
            if child.tag in BLOCKS or child.tag == "note":
                self.line, self.column = max((self.line, self.column), end)
                result.append(self.block(child))
            else:
                result.append((inline or _Inline(self, begin, end)).node(child))
            self._text(child.tail, result, inline)
        return tuple(piece for piece in result if piece != "")

    def _text(self, text: str | None, result: list[Node | str], inline: _Inline | None) -> None:
        if not text:
            return
        place = 0
        for mark in MARK.finditer(text):
            before = text[place : mark.start()].strip("\n")
            if before:
                result.append(before)
            result.append(self._fence(int(mark[1])))
            place = mark.end()
        rest = text[place:]
        if inline is None and not rest.strip():
            return
        result.append(rest)

    def _fence(self, number: int) -> Node:
        fence = self.fences[number]
        self.line, self.column = fence.last, len(self.lines[fence.last - 1])
        at = Span(self.path, fence.first, 1, (fence.last, self.column + 1))
        attributes = (("lang", fence.info.split()[0]),) if fence.info else ()
        code = Node("code", attributes, (fence.code,), at)
        return Node("pre", (), (code,), at)

    def _indented_code(self, element: Element) -> Node:
        code = _unescape("".join(element.itertext()))
        start = self._find(code) or (self.line, self.column)
        at = Span(self.path, start[0], 1, (self.line, self.column + 1))
        return Node("pre", (), (Node("code", (), (code,), at),), at)

    def _attributes(self, element: Element) -> tuple[tuple[str, str], ...]:
        return tuple(sorted((key, value) for key, value in element.attrib.items()))


@dataclass(slots=True)
class _Inline:
    """Inline elements of one block, found in reading order between its begin and end."""

    converter: Converter
    begin: tuple[int, int]
    end: tuple[int, int]
    line: int = 0
    column: int = 0

    def node(self, element: Element) -> Node:
        """An inline element, placed as well as its raw text allows."""
        at = self._place(element)
        if element.tag == "code":
            return Node("code", (), (_unescape(element.text or ""),), at)
        children: list[Node | str] = [element.text] if element.text else []
        for child in element:
            children.append(self.node(child))
            if child.tail:
                children.append(child.tail)
        attributes = tuple(sorted((key, html.unescape(value)) for key, value in element.attrib.items()))
        return Node(element.tag, attributes, tuple(children), at)

    def _place(self, element: Element) -> Span:
        converter = self.converter
        probe = self._probe(element)
        line, column = max((self.line, self.column), (self.begin[0], self.begin[1] - 1))
        for number in range(line, self.end[0] + 1):
            found = converter.lines[number - 1].find(probe, column if number == line else 0) if probe else -1
            if found >= 0:
                self.line, self.column = number, found + max(1, len(probe) - 1)
                return Span(converter.path, number, found + 1, (number, found + len(probe) + 1))
        return Span(converter.path, *self.begin)

    @staticmethod
    def _probe(element: Element) -> str:
        if element.tag == "note-ref":
            return f"[^{element.get('label', '')}]"
        if element.tag == "citation":
            return f"[@{element.get('key', '')}]"
        if element.tag == "img":
            return "![" + (element.get("alt") or "").split("\n")[0][:20]
        first = next((text for text in element.itertext() if text.strip()), "").split("\n")[0][:20]
        return PROBES.get(element.tag, "") + (_unescape(first) if element.tag == "code" else first)


def _unescape(code: str) -> str:
    return code.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
