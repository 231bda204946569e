"""Lines as people write them -> lines as Python-Markdown reads them the same way, each with its mark.

In: lines without code, comments and hashtags. Out: the text for the parser, what its headings say of themselves, where
notes are defined, and the places where Markdown would silently do something other than the writer meant.

Headings get blank lines around them, underlined ones become ``##``; rules become a mark; nested lists are indented by
four, however they were written (two, three, four spaces); entries of the source list become a mark each.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..findings import Fault, Message, Remark, Severity
from ..model import Node, Span
from .hashtags import is_line_of_tags
from .lines import STASH, Line, Stash
from .marks import UNMARKED, marked

if TYPE_CHECKING:
    from collections.abc import Callable

ATX = re.compile(r" {0,3}(?P<marks>#{1,6})(?:[ \t]+(?P<title>.*?))?[ \t]*")
CLOSING = re.compile(r"(?:^|[ \t]+)#+$")
GLUED = re.compile(r" {0,3}(?P<marks>#{1,6})(?P<title>[^#\s].*)")
ID = re.compile(r"[ \t]*\{#(?P<id>[^{}\s]*)\}$")
RULE = re.compile(r" {0,3}(?:(?:\*[ ]*){3,}|(?:-[ ]*){3,}|(?:_[ ]*){3,})")
UNDERLINE = re.compile(r" {0,3}(?P<mark>=+|-+) *")
QUOTE = re.compile(r" {0,3}>[ ]?")
ITEM = re.compile(r"(?P<indent> *)(?P<marker>[-*+]|\d{1,9}[.)])(?: (?P<spaces> *)(?P<content>.*)|$)")
NOTE = re.compile(r" {0,3}\[\^(?P<label>[^\]]+)\]:")
DEFINITION = re.compile(r" {0,3}:[ ]")
SEPARATOR = re.compile(r" {0,3}(?:\|[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?|:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)+\|?)[ ]*")
CODE_INDENT = 4
DEEPEST = 32
MOST_BLANK = 4
"""Blank lines in a row that are kept: more say nothing, and cost the parser time."""


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """What a heading says of itself: its words as written, and the id that it claims (None: none)."""

    level: int
    title: str
    id: str | None
    at: Span


@dataclass(slots=True)
class Item:
    """An open list item: the columns of its marker and of its content, and whether it is numbered."""

    indent: int
    content: int
    numbered: bool


@dataclass(slots=True)
class Layout:
    """What the lines became."""

    path: str
    stash: Stash
    is_sources: Callable[[HeadingLine], bool]
    source: Callable[[str, Span], Node]
    lines: list[Line] = field(default_factory=list)
    headings: dict[int, HeadingLine] = field(default_factory=dict)
    notes: list[tuple[str, int]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    in_sources: bool = False
    depth: int = 0

    @property
    def text(self) -> str:
        """What the parser reads."""
        return "\n".join(marked(number, text, before) for (number, text), before in self._with_before()).rstrip("\n")

    def _with_before(self) -> zip[tuple[Line, str]]:
        return zip(self.lines, ["", *(text for _, text in self.lines)], strict=False)

    def note(self, rule: str, line: int, template: str, severity: Severity | None = None, **arguments: str) -> None:
        """Note a fault of a line."""
        said = Message(template, tuple(sorted(arguments.items())))
        self.faults.append(Fault(rule, Remark(Span(self.path, line), said, severity)))

    def add(self, lines: list[Line]) -> None:
        """Lay out some lines."""
        place = 0
        while place < len(lines):
            place = self._next(lines, place)

    def _next(self, lines: list[Line], place: int) -> int:
        number, text = lines[place][0], lines[place][1].expandtabs(4)
        if not text.strip():
            if any(line for _, line in self.lines[-MOST_BLANK:]):
                self.lines.append((number, ""))
        elif QUOTE.match(text):
            return self._quote(lines, place)
        elif self._is_heading(number, text) or self._is_rule(number, text):
            pass
        elif (item := ITEM.fullmatch(text)) and self._is_item(item, number):
            return self._item(lines, place, item)
        else:
            self._plain(number, text, lines[place + 1][1] if place + 1 < len(lines) else "")
        return place + 1

    @property
    def _before(self) -> str:
        """The line before, empty at the beginning and behind a blank line."""
        return self.lines[-1][1] if self.lines else ""

    def _apart(self, number: int, text: str) -> None:
        """A line with blank lines around it."""
        self.items.clear()
        if self._before:
            self.lines.append((number, ""))
        self.lines += [(number, text), (number, "")]

    # headings

    def _is_heading(self, number: int, text: str) -> bool:
        found = ATX.fullmatch(text)
        if found:
            self._heading(number, len(found["marks"]), CLOSING.sub("", found["title"] or ""))
            return True
        glued = GLUED.fullmatch(text)
        if glued:
            return self._glued(number, glued)
        under = UNDERLINE.fullmatch(text)
        if under and self._is_title_above():
            above, title = self.lines.pop()
            self._heading(above, 1 if under["mark"].startswith("=") else 2, title.strip())
            return True
        return False

    def _is_title_above(self) -> bool:
        """Whether the line above is a paragraph of one line."""
        before = self.lines[-2][1] if len(self.lines) > 1 else ""
        above = self._before
        special = ITEM.fullmatch(above) or QUOTE.match(above) or STASH.search(above) or above.startswith("    ")
        return bool(above) and not before and not special and not self.items and "|" not in above

    def _glued(self, number: int, glued: re.Match[str]) -> bool:
        """``##Heading`` is meant as a heading; ``#Word`` may be a tag, and stays text."""
        if is_line_of_tags(glued.group()):
            self.note("hashtags/misplaced", number, "hashtags stand in the last paragraph, and nothing else with them")
            return False
        title = glued["title"]
        template = "a space is missing between {marks} and “{title}”"
        self.note("markup/heading-without-space", number, template, marks=glued["marks"], title=title[:40])
        if len(glued["marks"]) > 1:
            self._heading(number, len(glued["marks"]), CLOSING.sub("", title))
        return len(glued["marks"]) > 1

    def _heading(self, number: int, level: int, title: str) -> None:
        found = ID.search(title)
        bare = title[: found.start()] if found else title
        at = Span(self.path, number, 1, (number, len(title) + level + 2))
        heading = HeadingLine(level, bare.strip(), found["id"] if found else None, at)
        if not bare.strip():
            self.note("markup/empty-heading", number, "a heading without words")
            return
        if not self.depth:
            self.headings[number] = heading
        if level <= 2 and not self.depth:  # noqa: PLR2004 - parts begin with headings of level 2
            self.in_sources = self.is_sources(heading)
        safe = re.sub(r"(?<!\\)(#+)$", r"\\\1", bare.strip())
        self._apart(number, f"{'#' * level} {safe}")

    # rules and quotations

    def _is_rule(self, number: int, text: str) -> bool:
        if not RULE.fullmatch(text) or (self.items and self._before and not text.strip("- ")):
            return False
        at = Span(self.path, number, 1, (number, len(text) + 1))
        self._apart(number, self.stash.put(Node("hr", (), (), at), number, number))
        return True

    def _quote(self, lines: list[Line], place: int) -> int:
        """A quotation: its lines are laid out by themselves, and put behind ``>`` again."""
        last = place
        while last < len(lines) and QUOTE.match(lines[last][1].expandtabs(4)):
            last += 1
        inner = Layout(self.path, self.stash, self.is_sources, self.source, depth=self.depth + 1)
        if inner.depth <= DEEPEST:
            inner.add([(number, QUOTE.sub("", text.expandtabs(4), count=1)) for number, text in lines[place:last]])
        else:
            self.note("markup/over-limit", lines[place][0], "quotations are nested more than {limit} deep", limit="32")
        if self._before:
            self.items.clear()
        own = lines[place][1].expandtabs(4)
        self._leave(len(own) - len(own.lstrip(" ")))
        indent = " " * CODE_INDENT * len(self.items)
        self.lines += [(number, f"{indent}> {text}".rstrip()) for number, text in inner.lines]
        self.notes += inner.notes
        self.faults += inner.faults
        return last

    # lists

    def _is_item(self, item: re.Match[str], number: int) -> bool:
        """Whether a line that looks like a list item is one."""
        if self.items:
            return True
        if len(item["indent"]) >= CODE_INDENT:
            return False
        if not self._before or self._ends_paragraph():
            return True
        if item["marker"] in "-*+" or item["marker"] == "1.":
            if item["content"] and not self._is_continuation(item):
                self.note("markup/missing-blank-line", number, "a blank line is missing before the list")
            return False
        return False

    def _is_continuation(self, item: re.Match[str]) -> bool:
        """Whether the line above looked like an item too: one finding for each list is enough."""
        above = ITEM.fullmatch(self._before)
        return above is not None and (above["marker"] in "-*+") == (item["marker"] in "-*+")

    def _ends_paragraph(self) -> bool:
        return STASH.search(self._before) is not None or UNMARKED.match(self._before) is not None

    def _item(self, lines: list[Line], place: int, item: re.Match[str]) -> int:
        number = lines[place][0]
        indent, marker, content = len(item["indent"]), item["marker"], item["content"] or ""
        while self.items and indent <= self.items[-1].indent + 1:
            last = self.items.pop()
            if self._before and last.numbered != marker[0].isdigit() and indent > last.indent - 2:
                self.lines.append((number, ""))
        level = len(self.items)
        if level >= DEEPEST:
            self.note("markup/over-limit", number, "lists are nested more than {limit} deep", limit=str(DEEPEST))
            return place + 1
        spaces = len(item["spaces"] or "")
        width = len(marker) + 1 + (spaces if spaces < CODE_INDENT else 0)
        self.items.append(Item(indent, indent + width, marker[0].isdigit()))
        marker = marker.replace(")", ".")
        last_line = place + 1
        if self.in_sources and level == 0 and not self.depth and content.strip():
            content, last_line = self._source(lines, place, content)
        self.lines.append((number, f"{' ' * CODE_INDENT * level}{marker} {content.strip()}"))
        return last_line

    def _source(self, lines: list[Line], place: int, content: str) -> tuple[str, int]:
        """An entry of the source list with the lines that continue it -> its mark."""
        last = place + 1
        while last < len(lines) and lines[last][1].strip() and not ITEM.fullmatch(lines[last][1].expandtabs(4)):
            if lines[last][1][:1] not in " \t" and (ATX.fullmatch(lines[last][1]) or NOTE.match(lines[last][1])):
                break
            content = f"{content.rstrip()} {lines[last][1].strip()}"
            last += 1
        first, end = lines[place], lines[last - 1]
        column = len(first[1]) - len(first[1].lstrip()) + 1
        at = Span(self.path, first[0], column, (end[0], len(end[1]) + 1))
        return self.stash.put(self.source(content.strip(), at), first[0], end[0]), last

    # everything else

    def _plain(self, number: int, text: str, following: str) -> None:
        indent = len(text) - len(text.lstrip(" "))
        note = NOTE.match(text)
        if note:
            self.notes.append((note["label"], number))
        if self.items:
            self._in_item(number, text, indent)
            return
        if DEFINITION.match(following) and DEFINITION.match(self._before) and not DEFINITION.match(text):
            self.lines.append((number, ""))  # the next term: without a blank line it would go into the definition
        if self._before and "|" in text and SEPARATOR.fullmatch(following) and "|" in following:
            above = self._before
            if "|" not in above or not above.strip().startswith("|"):
                self.note("markup/missing-blank-line", number, "a blank line is missing before the table")
        self.lines.append((number, text))

    def _in_item(self, number: int, text: str, indent: int) -> None:
        """A line behind a list item: it belongs to the item, to one around it, or ends the list."""
        if self._before:
            self.lines.append((number, " " * CODE_INDENT * (len(self.items) - 1) + text.strip(" ") + _break(text)))
            return
        self._leave(indent)
        if not self.items:
            self.lines.append((number, text))
            return
        more = indent - self.items[-1].content
        shift = CODE_INDENT * len(self.items) + (more if more >= CODE_INDENT else 0)
        self.lines.append((number, " " * shift + text.lstrip(" ")))

    def _leave(self, indent: int) -> None:
        """Behind a blank line: leave the items that a line with this indentation does not belong to."""
        while self.items and indent <= self.items[-1].indent + 1:
            self.items.pop()


def _break(text: str) -> str:
    """Two spaces at the end of a line are a line break."""
    return "  " if text.endswith("  ") else ""
