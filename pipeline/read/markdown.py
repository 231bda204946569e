"""Markdown -> elements: the one door to Python-Markdown, with one fixed set of extensions.

In: text with marks (see :mod:`.layout`). Out: ElementTree elements, of which only :mod:`.tree` makes nodes.

Own elements: ``note-ref`` and ``citation``, ``raw-html`` (refused later, with its line), ``fragment`` (children alone),
``notes`` with a ``note`` for each footnote at the end. One parser serves the whole process and is reset.
"""

from __future__ import annotations

import html
import re
import string
from functools import cache
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import (
    HTML_RE,
    REFERENCE_RE,
    InlineProcessor,
    LinkInlineProcessor,
    ReferenceInlineProcessor,
)
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from ..expressions import alike
from .lines import unmarked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markdown.blockprocessors import BlockProcessor

Match = tuple[ET.Element | str | None, int | None, int | None]
NOTHING: Match = (None, None, None)

CITATION = r"\[(@[^\s\];,]+(?:\s*[;,]\s*@[^\s\];,]+)*)\](?!\()"
NOTE_REF = r"(?<!!)\[\^([^\]\s]+)\]"
LANGUAGE = re.compile(r"\{:?\s*(?:xml:)?lang=[\"']?(?P<language>[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)[\"']?\s*\}")
PLAIN_PAIR = r"<(sub|sup|kbd)>(?=\S)((?:(?!</?\1>).)+)</\1>"
HTML = rf"{HTML_RE}|<![A-Za-z][^<>]*>"
MAIL = r"<((?:mailto:)?[^<> !:]+@[^@<> ]+)>"
SPECIAL = ("\\", "`", "*", "_", "[", "]", "<", "&", "\x02", "  \n")
"""What any pattern of a line begins with."""
LOOKED_FOR = {
    "hashheader": "#",
    "table": "|",
    "deflist": ":",
    "quote": ">",
    "reference": "]:",
    "footnote": "]:",
    "abbr": "]",
}
"""What a block must have that a processor of blocks does anything with."""
HIGHEST = 0xF0000
"""From here on characters are marks."""


class References(dict[str, Any]):
    """Addresses by name; a name that goes over two lines is found too."""

    def __contains__(self, name: object) -> bool:
        return super().__contains__(_folded(str(name)))

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - Python-Markdown's pair
        return super().__getitem__(_folded(name))

    def __setitem__(self, name: str, value: Any) -> None:  # noqa: ANN401 - as above
        if name not in self:  # of two definitions the first counts, as in CommonMark
            super().__setitem__(_folded(name), value)


def _folded(name: str) -> str:
    return " ".join(unmarked(name).lower().split())


class _NoteRef(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> Match:  # type: ignore[override]  # noqa: ARG002, N802
        return ET.Element("note-ref", {"label": m[1]}), m.start(), m.end()


class _Citations(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> Match:  # type: ignore[override]  # noqa: ARG002, N802
        group = ET.Element("fragment")
        for key in re.split(r"\s*[;,]\s*", unmarked(m[1])):
            ET.SubElement(group, "citation", {"key": key.removeprefix("@")})
        return group, m.start(), m.end()


class _LanguageSpan(LinkInlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> Match:  # type: ignore[override]  # noqa: N802
        text, index, handled = self.getText(data, m.end())
        found = LANGUAGE.match(data, index) if handled else None
        if found is None:
            return NOTHING
        span = ET.Element("span", {"lang": found["language"].lower()})
        span.text = text
        return span, m.start(), found.end()


class _Reference(ReferenceInlineProcessor):
    """``[text][name]`` without a space between, as in CommonMark."""

    RE_LINK = re.compile(r"\[([^\]]*)\]")


class _Plain(InlineProcessor):
    """``sub``, ``sup`` and ``kbd``, the three that have no Markdown."""

    def handleMatch(self, m: re.Match[str], data: str) -> Match:  # type: ignore[override]  # noqa: ARG002, N802
        element = ET.Element(m[1])
        element.text = m[2]
        return element, m.start(), m.end()


class _Break(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> Match:  # type: ignore[override]  # noqa: ARG002, N802
        return ET.Element("br"), m.start(), m.end()


class _Refused(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> Match:  # type: ignore[override]  # noqa: ARG002, N802
        element = ET.Element("raw-html")
        element.text = AtomicString(m[0])
        return element, m.start(), m.end()


class _Mail(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> Match:  # type: ignore[override]  # noqa: ARG002, N802
        address = self.unescape(m[1]).removeprefix("mailto:")
        link = ET.Element("a", {"href": f"mailto:{address}"})
        link.text = AtomicString(address)
        return link, m.start(), m.end()


class _Entity(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> Match:  # type: ignore[override]  # noqa: ARG002, N802
        said = html.unescape(m[0])
        if said == m[0] or any(ord(character) >= HIGHEST or character in "\x02\x03" for character in said):
            return None, m.start(), m.end()
        return said, m.start(), m.end()


class _Notes(Treeprocessor):
    """The content of footnotes, parsed behind the text."""

    def __init__(self, md: Markdown, extension: FootnoteExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: ET.Element) -> None:
        """Put the footnotes behind everything else."""
        notes = ET.SubElement(root, "notes")
        for label, text in self.extension.footnotes.items():
            note = ET.SubElement(notes, "note", {"label": label})
            self.extension.parser.parseChunk(note, text)


class _Unmarked(Treeprocessor):
    """Text without any mark of Markdown is not searched for twenty of them."""

    def __init__(self, md: Markdown, abbreviations: Mapping[str, str]) -> None:
        super().__init__(md)
        self.abbreviations = abbreviations

    def run(self, root: ET.Element) -> None:
        """Declare it finished; unless abbreviations are to be found in it."""
        if self.abbreviations:
            return
        for element in root.iter():
            if element.text and not any(map(element.text.__contains__, SPECIAL)):
                element.text = AtomicString(element.text)


def _spare(processor: BlockProcessor, sign: str) -> None:
    """Ask a processor of blocks only about those that have the sign it looks for: its search reads the whole block."""
    asked = processor.test

    def test(parent: ET.Element, block: str) -> bool:
        return sign in block and asked(parent, block)

    processor.test = test  # type: ignore[method-assign]


@cache
@alike()
def _parser() -> Markdown:
    footnotes, abbreviations = FootnoteExtension(), AbbrExtension()
    md = Markdown(
        extensions=[
            TableExtension(use_align_attribute=True),
            footnotes,
            DefListExtension(),
            abbreviations,
            SaneListExtension(),
        ]
    )
    md.references = References()
    md.ESCAPED_CHARS = list(string.punctuation)  # as CommonMark: a backslash before any mark
    for name in ("setextheader", "hr"):
        md.parser.blockprocessors.deregister(name)
    for name in ("footnote", "footnote-duplicate", "prettify"):
        md.treeprocessors.deregister(name)
    for name in ("footnote", "reference", "html", "entity", "automail"):
        md.inlinePatterns.deregister(name)
    patterns: Mapping[str, tuple[InlineProcessor, int]] = {
        "note-ref": (_NoteRef(NOTE_REF, md), 178),
        "citations": (_Citations(CITATION, md), 176),
        "language": (_LanguageSpan(r"(?<!\!)\[", md), 172),
        "reference": (_Reference(REFERENCE_RE, md), 170),
        "mail": (_Mail(MAIL, md), 110),
        "plain": (_Plain(PLAIN_PAIR, md), 96),
        "break": (_Break(r"<br ?/?>", md), 94),
        "refused": (_Refused(HTML, md), 90),
        "entity": (_Entity(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z0-9]{1,31});", md), 80),
    }
    for name, (pattern, priority) in patterns.items():
        md.inlinePatterns.register(pattern, name, priority)
    md.treeprocessors.register(_Notes(md, footnotes), "notes", 50)
    for name, sign in LOOKED_FOR.items():
        _spare(md.parser.blockprocessors[name], sign)
    known = getattr(abbreviations, "abbrs", {})  # the published stubs do not know it
    md.treeprocessors.register(_Unmarked(md, known), "unmarked", 30)
    # registries sort themselves each time that they are asked
    md.parser.blockprocessors = tuple(md.parser.blockprocessors)  # type: ignore[assignment]
    inline = md.treeprocessors["inline"]
    inline.inlinePatterns = tuple(inline.inlinePatterns)  # type: ignore[attr-defined]
    return md


def parse(text: str) -> ET.Element:
    """The elements of a text. Raises RecursionError where it is nested too deep."""
    md = _parser()
    md.reset()
    document = md.parser.parseDocument(text.split("\n")).getroot()
    root = ET.Element("div") if document is None else document
    for treeprocessor in md.treeprocessors:
        changed = treeprocessor.run(root)
        root = root if changed is None else changed
    return root
