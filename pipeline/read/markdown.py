"""Manuscript text -> nodes that know their lines: the one door to Python-Markdown.

In: the lines of a manuscript with everything that is not Markdown emptied. Out: top-level :class:`Node` values and the
footnotes, each with its place.

The tree that is checked is the tree that is rendered. Python-Markdown keeps no positions: the length of what is still
unparsed gives the line of each top-level block, and what stands inside is found by its raw text within it.
"""

from __future__ import annotations

import functools
import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import markdown
from markdown import util
from markdown.blockparser import BlockParser
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteBlockProcessor
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor

if TYPE_CHECKING:
    from collections.abc import Sequence

NOTE = r"\[\^([^\]\n]+)\]"
CITATION = r"\[@([A-Za-z0-9][\w:.-]*)\]"
SPAN = r"\[((?:[^\[\]]|\[[^\[\]]*\])+)\]\{\s*lang=[\"']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)[\"']?\s*\}"
PLAIN_TAGS = "sub", "sup", "kbd"


@dataclass(frozen=True, slots=True)
class Parsed:
    """The tree before it becomes nodes: its root, its footnotes, the line of each top-level element."""

    root: ET.Element
    notes: tuple[tuple[str, ET.Element], ...]
    tops: dict[ET.Element, int]
    raw: dict[ET.Element, str]


class _Blocks(BlockParser):
    """The block parser, with the line on which each top-level element begins."""

    def __init__(self, md: markdown.Markdown) -> None:
        super().__init__(md)
        self.tops: dict[ET.Element, int] = {}
        self._total = 0
        self._text = ""
        self._deep = False

    def parseChunk(self, parent: ET.Element, text: str) -> None:  # noqa: N802 - Python-Markdown's name
        if parent is self.root and not self._deep:
            self._text, self._total = text, len(text)
        super().parseChunk(parent, text)

    def parseBlocks(self, parent: ET.Element, blocks: list[str]) -> None:  # noqa: N802 - Python-Markdown's name
        if parent is not self.root or self._deep:
            super().parseBlocks(parent, blocks)
            return
        while blocks:
            left = sum(map(len, blocks)) + 2 * (len(blocks) - 1)
            offset = max(0, self._total - left)
            known = len(parent)
            self._deep = True
            self._one(parent, blocks)
            self._deep = False
            line = self._text.count("\n", 0, offset) + 1
            for element in list(parent)[known:]:
                self.tops[element] = line

    def _one(self, parent: ET.Element, blocks: list[str]) -> None:
        for processor in self.blockprocessors:
            if processor.test(parent, blocks[0]) and processor.run(parent, blocks) is not False:
                return


class _Notes(markdown.extensions.Extension):
    """Footnote definitions are collected; references become ``note-ref``."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        self.md, self.parser = md, md.parser
        self.notes: dict[str, str] = {}
        md.registerExtension(self)
        md.parser.blockprocessors.register(FootnoteBlockProcessor(self), "footnote", 17)

    def reset(self) -> None:
        """Forget the footnotes of the last manuscript."""
        self.notes = {}

    def setFootnote(self, label: str, text: str) -> None:  # noqa: N802 - Python-Markdown's name
        """Keep a definition; the first one of a label counts."""
        self.notes.setdefault(label, text)


class _Mark(InlineProcessor):
    """A pattern that becomes an empty element with one attribute."""

    def __init__(self, pattern: str, tag: str, attribute: str) -> None:
        super().__init__(pattern)
        self.tag, self.attribute = tag, attribute

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[ET.Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802
        element = ET.Element(self.tag)
        element.set(self.attribute, m.group(1))
        return element, m.start(0), m.end(0)


class _Foreign(InlineProcessor):
    """``[Open Weights]{lang=en}`` becomes a span with its language."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[ET.Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802
        element = ET.Element("span")
        element.set("lang", m.group(2))
        element.text = m.group(1)
        return element, m.start(0), m.end(0)


class _Plain(InlineProcessor):
    """``<sub>``, ``<sup>``, ``<kbd>`` without attributes."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[ET.Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802
        element = ET.Element(m.group(1).lower())
        element.text = m.group(2)
        return element, m.start(0), m.end(0)


class _Break(InlineProcessor):
    """``<br>``."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[ET.Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802
        return ET.Element("br"), m.start(0), m.end(0)


class _Entity(InlineProcessor):
    """``&nbsp;`` becomes the character that it names."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: ARG002, N802
        return html.unescape(m.group(0)), m.start(0), m.end(0)


class _Mail(InlineProcessor):
    """``<name@example.org>`` becomes a link that can be read."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[ET.Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802
        element = ET.Element("a")
        element.set("href", f"mailto:{m.group(1)}")
        element.text = util.AtomicString(m.group(1))
        return element, m.start(0), m.end(0)


@functools.cache
def _parser() -> tuple[markdown.Markdown, _Blocks, _Notes]:
    """Build the parser once per process."""
    md = markdown.Markdown(extensions=[TableExtension(), DefListExtension(), AbbrExtension(), SaneListExtension()])
    md.preprocessors.deregister("html_block")
    for name in ("html", "entity", "automail"):
        md.inlinePatterns.deregister(name)
    md.treeprocessors.deregister("prettify")
    blocks = _Blocks(md)
    for item in md.parser.blockprocessors._priority:  # noqa: SLF001 - the registry offers no way to copy it
        processor = md.parser.blockprocessors[item.name]
        processor.parser = blocks
        blocks.blockprocessors.register(processor, item.name, item.priority)
    md.parser = blocks
    notes = _Notes()
    notes.extendMarkdown(md)
    patterns: tuple[tuple[InlineProcessor, str, float], ...] = (
        (_Foreign(SPAN), "foreign", 172),
        (_Mark(NOTE, "note-ref", "label"), "note", 175),
        (_Mark(CITATION, "citation", "key"), "citation", 174),
        (_Plain(r"(?is)<(sub|sup|kbd)>(.*?)</\1>"), "plain", 91),
        (_Break(r"(?i)<br ?/?>"), "br", 90),
        (_Mail(r"<(?:mailto:)?([^<>@\s]+@[^<>@\s]+\.[^<>@\s]+)>"), "automail", 110),
        (_Entity(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});"), "entity", 80),
    )
    for processor, name, priority in patterns:
        md.inlinePatterns.register(processor, name, priority)
    return md, blocks, notes


def parse(lines: Sequence[str]) -> Parsed:
    """Parse lines; each stays on its number."""
    md, blocks, notes = _parser()
    md.reset()
    blocks.tops = {}
    text: list[str] = list(lines)
    for preprocessor in md.preprocessors:
        text = preprocessor.run(text)
    root = blocks.parseDocument(text).getroot()
    found = []
    for label, definition in list(notes.notes.items()):
        holder = ET.SubElement(root, "note")
        blocks.parseChunk(holder, definition)
        found.append((label, holder))
    raw = {element: element.text for element in root.iter() if element.text and element.text.strip()}
    for processor in md.treeprocessors:
        changed: Any = processor.run(root)
        root = root if changed is None else changed
    return Parsed(root, tuple(found), blocks.tops, raw)
