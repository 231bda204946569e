"""Elements with marks -> frozen nodes that know their places.

In: the elements of :mod:`.markdown`, the stash, the lines of the manuscript. Out: nodes in reading order, and the
faults that only the tree shows: raw HTML, addresses that are not possible, pictures without description, attributes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..findings import Fault, Message, Remark, Severity
from ..model import REFUSED, Language, Node, Span
from .lines import ANY, STASH, line_number, unmarked
from .links import link_address, named, picture_path
from .text import BLOCKS, FLOWS, HOLDERS, Children
from .typography import Typesetter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

    from .lines import Stash


MARKS = {
    "a": re.compile(r"(?<!!)\[|<(?=[^<>\s]+[:@])"),
    "img": re.compile(r"!\["),
    "em": re.compile(r"[*_]"),
    "strong": re.compile(r"\*\*|__"),
    "code": re.compile(r"`"),
    "note-ref": re.compile(r"\[\^"),
    "citation": re.compile(r"@"),
    "span": re.compile(r"\["),
    "raw-html": re.compile(r"<"),
    "sub": re.compile(r"<sub"),
    "sup": re.compile(r"<sup"),
    "kbd": re.compile(r"<kbd"),
    "br": re.compile(r"<br| {2}$"),
}
ATTRIBUTE_LIST = re.compile(r"\{:?\s*(?:[.#][\w-]+|[\w-]+=(?:\"[^\"]*\"|'[^']*'|[^\s{}]+))(?:\s+[^{}]*)?\}|\{:[^{}]*\}")
START = re.compile(r"[0-9]{1,9}")
LEFTOVER = re.compile("[\x02\x03]")
"""What Python-Markdown leaves of its own marks where it cuts an address in the wrong place."""
UNDEFINED = re.compile(r"(?<!\\)\[(?P<text>[^\[\]]+)\]\[(?P<name>[^\[\]]*)\]")


@dataclass(slots=True)
class Tree:
    """The state of one conversion: the line that it has reached, and what it noticed."""

    path: str
    lines: Sequence[str]
    stash: Stash
    language: Language
    story: str
    line: int
    faults: list[Fault] = field(default_factory=list)
    last: int = 0
    cursor: tuple[int, int] = (0, 0)
    setter: Typesetter = field(init=False)

    def __post_init__(self) -> None:
        self.setter = Typesetter(self.language)

    def note(self, rule: str, at: Span, template: str, severity: Severity | None = None, **arguments: str) -> None:
        """Note a fault."""
        said = Message(template, tuple(sorted(arguments.items())))
        self.faults.append(Fault(rule, Remark(at, said, severity)))

    def nodes(self, element: Element) -> Iterator[Node | str]:
        """The nodes of an element; of a group its children."""
        if element.tag == "fragment":
            for child in element:
                yield from self.nodes(child)
            return
        self._begin(element)
        if element.tag in FLOWS:
            self.setter = Typesetter(self.language)
        at = self._place(element.tag)
        children = self._children(element)
        if element.tag == "p" and (stashed := _alone(children)):
            yield stashed
            return
        yield from self._node(element, children, at)

    def _children(self, element: Element) -> Children:
        found: list[Node | str] = []
        verbatim = element.tag in {"code", "pre", "raw-html"}
        foreign = element.tag == "span" and element.get("lang", "").partition("-")[0] != self.language
        self._text(element.text or "", found, verbatim=verbatim or foreign, in_code=element.tag == "code")
        for child in element:
            if foreign:
                setter, self.setter = self.setter, Typesetter(self.language)
            found.extend(self.nodes(child))
            if foreign:
                self.setter = setter
            self._text(child.tail or "", found, verbatim=verbatim or foreign, in_code=False)
        return tuple(_tidy(found)) if element.tag in HOLDERS or element.tag == "fragment" else tuple(found)

    def _text(self, text: str, into: list[Node | str], *, verbatim: bool, in_code: bool) -> None:
        """A text in pieces between its marks."""
        place = 0
        for mark in () if text.isascii() else ANY.finditer(text):
            self._piece(text[place : mark.start()], into, verbatim=verbatim, in_code=in_code)
            if STASH.match(mark.group()):
                self._unstash(mark.group(), into)
            else:
                self._reach(line_number(mark.group(), self.line))
            place = mark.end()
        self._piece(text[place:], into, verbatim=verbatim, in_code=in_code)

    def _piece(self, text: str, into: list[Node | str], *, verbatim: bool, in_code: bool) -> None:
        if not text:
            return
        if "\x02" in text or "\x03" in text:
            self.note(
                "links/forbidden-address",
                self._line(),
                "a link on this line cannot be read; write a quotation mark in an address as %22",
            )
            text = LEFTOVER.sub("", text)
        if in_code:
            text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        if verbatim:
            self.setter.skip(text)
        else:
            text = self.setter.set(text)
        if into and isinstance(into[-1], str):
            into[-1] += text
        else:
            into.append(text)

    def _unstash(self, mark: str, into: list[Node | str]) -> None:
        stashed = self.stash.get(mark)
        self._reach(stashed.first)
        self._reach(stashed.last)
        if stashed.node.tag:
            into.append(stashed.node)
        else:
            into.extend(stashed.node.children)

    def _begin(self, element: Element) -> None:
        """Reach the line on which an element begins, if its own text says so."""
        for text in element.itertext():
            if text.strip():
                if not text.isascii() and (mark := ANY.search(text)):
                    self._reach(self._line_of(mark.group()) - text.lstrip().count("\n", 0, mark.start()))
                return

    def _line_of(self, mark: str) -> int:
        return self.stash.get(mark).first if STASH.match(mark) else line_number(mark, self.line)

    def _reach(self, line: int) -> None:
        self.line = line
        self.last = max(self.last, line)

    def _place(self, tag: str) -> Span:
        """Where an element begins: a block with its line's text, others with their mark, from left to right."""
        raw = self.lines[self.line - 1]
        pattern = MARKS.get(tag)
        if pattern is None or tag in BLOCKS:
            return Span(self.path, self.line, len(raw) - len(raw.lstrip()) + 1)
        start = self.cursor[1] if self.cursor[0] == self.line else 0
        found = pattern.search(raw, start)
        if found is None:
            return Span(self.path, self.line, len(raw) - len(raw.lstrip()) + 1)
        self.cursor = self.line, found.end()
        return Span(self.path, self.line, found.start() + 1)

    # what each element becomes

    def _node(self, element: Element, children: Children, at: Span) -> Iterator[Node | str]:
        match element.tag:
            case "raw-html":
                yield from self._refused(children, at)
            case "a":
                yield from self._link(element, children, at)
            case "img":
                yield from self._picture(element, at)
            case "citation" | "note-ref":
                name = "key" if element.tag == "citation" else "label"
                yield Node(element.tag, ((name, unmarked(element.get(name, ""))),), (), at)
            case _:
                yield Node(str(element.tag), _attributes(element), self._checked(children), at)

    def _checked(self, children: Children) -> Children:
        """Look at the text of an element for what is no Markdown of ours."""
        for child in children:
            if isinstance(child, str):
                self._look(child)
        return children

    def _look(self, text: str) -> None:
        if "{" in text and (found := ATTRIBUTE_LIST.search(text)):
            template = "attributes are not possible: {text}; only headings take {{#id}}, and words {{lang=en}}"
            self.note("markup/attribute-list", self._line(), template, text=found.group())
        if "][" in text and (found := UNDEFINED.search(text)):
            template = "the address “{name}” is not defined"
            self.note("links/undefined-reference", self._line(), template, name=found["name"] or found["text"])

    def _line(self) -> Span:
        return Span(self.path, self.line)

    def _refused(self, children: Children, at: Span) -> Iterator[str]:
        text = "".join(child for child in children if isinstance(child, str))
        template = "HTML is not possible here: {tag}; write it in Markdown"
        self.note("markup/raw-html", at, template, tag=" ".join(text.split())[:60])
        yield text

    def _link(self, element: Element, children: Children, at: Span) -> Iterator[Node | str]:
        said = unmarked(element.get("href", ""))
        address, verdict = link_address(said, self.language, self.story)
        if verdict is not None:
            self.note(verdict[0], at, verdict[1].template, None, address=said, **named(verdict[1]))
        if not _reads(children):
            self.note("links/empty-text", at, "the link to “{address}” has no text", address=said)
        title = unmarked(element.get("title", ""))
        attributes = (("href", address), *((("title", title),) if title else ()))
        yield Node("a", attributes, children, at) if address else refused("a", said, children, at)

    def _picture(self, element: Element, at: Span) -> Iterator[Node | str]:
        said, alt = unmarked(element.get("src", "")), " ".join(unmarked(element.get("alt", "")).split())
        source, verdict = picture_path(said, self.language, self.story)
        if verdict is not None:
            self.note(verdict[0], at, verdict[1].template, None, address=said, **named(verdict[1]))
        if not alt:
            template = "the picture has no description; write it between the brackets: ![…]({address})"
            self.note("markup/picture-without-description", at, template, address=said)
        set_ = Typesetter(self.language).set
        title = " ".join(unmarked(element.get("title", "")).split())
        more = (("title", Typesetter(self.language).set(title)),) if title else ()
        if source:
            yield Node("img", (("src", source), ("alt", set_(alt)), *more), (), at)
        else:
            yield refused("img", said, (alt,) if alt else (), at)


def refused(tag: str, address: str, children: Children, at: Span) -> Node:
    """A link or picture whose address is not possible: its words stay, and what it was is known to the checks."""
    return Node(REFUSED, (("as", tag), ("address", address)), children, at)


def _attributes(element: Element) -> tuple[tuple[str, str], ...]:
    """The attributes that the tree knows; the rest of Python-Markdown's are for its own writer."""
    match element.tag:
        case "td" | "th":
            align = element.get("align", "")
            return (("class", f"align-{align}"),) if align else ()
        case "ol":
            start = element.get("start", "1")
            return (("start", str(int(start))),) if START.fullmatch(start) and int(start) != 1 else ()
        case "abbr":
            return (("title", unmarked(element.get("title", ""))),)
        case "span":
            return (("lang", element.get("lang", "")),)
        case "note":
            return (("label", unmarked(element.get("label", ""))),)
        case _:
            return ()


def _alone(children: Children) -> Node | None:
    """The code or rule that is all that a paragraph holds."""
    read = [child for child in children if not isinstance(child, str) or child.strip()]
    node = read[0] if len(read) == 1 else None
    return node if isinstance(node, Node) and node.tag in {"pre", "hr"} else None


def _reads(children: Children) -> bool:
    """Whether there is anything to read in a link: text, or a picture."""
    return any(
        child.strip() if isinstance(child, str) else child.tag == "img" or _reads(child.children) for child in children
    )


def _tidy(children: list[Node | str]) -> Iterator[Node | str]:
    """Children of a holder without the space between blocks."""
    for place, child in enumerate(children):
        if isinstance(child, Node):
            yield child
            continue
        before = children[place - 1] if place else None
        after = children[place + 1] if place + 1 < len(children) else None
        text = child
        if before is None or _is_block(before):
            text = text.lstrip()
        if after is None or _is_block(after):
            text = text.rstrip()
        if text:
            yield text


def _is_block(child: Node | str) -> bool:
    return isinstance(child, Node) and child.tag in BLOCKS
