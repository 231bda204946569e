"""Nodes -> sections with their roles and ids.

In: the nodes of a text in reading order, what its headings say of themselves. Out: sections, the teaser first.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ..findings import Fault, Message, Remark, remark
from ..model import Block, BlockKind, Node, Role, Section, Span
from ..vocabulary.headings import role_of
from .hashtags import SPELLED_OUT
from .text import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..model import Language, Only
    from ..vocabulary.headings import Words
    from .layout import HeadingLine

PART = 2
"""Parts begin with headings of this level."""
TITLE = 1
ID = re.compile(r"[a-z][a-z0-9-]*")
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
KINDS = {
    "ul": BlockKind.LIST,
    "ol": BlockKind.LIST,
    "dl": BlockKind.DEFINITIONS,
    "blockquote": BlockKind.QUOTE,
    "table": BlockKind.TABLE,
    "pre": BlockKind.CODE,
    "hr": BlockKind.RULE,
    "img": BlockKind.IMAGE,
}
LISTS = frozenset(("ul", "ol"))
NO_ROLES = frozenset({Role.TEASER, Role.HASHTAGS, Role.ANALYSIS})
"""Roles that no heading claims by its id."""


def heading_role(heading: HeadingLine, language: Language, more: Words) -> Role | None:
    """The role that a heading claims: by its id, else by its words."""
    if heading.id in set(Role) - NO_ROLES:
        return Role(heading.id)
    return role_of(heading.title, language, more)


def _by_place(role: Role, before: Sequence[Section], body: Sequence[Node]) -> Role:
    """A summary that opens an article with a list is its key points; one below other key points is its conclusion."""
    if role is Role.CONCLUSION and len(before) == 1 and body and body[0].tag in LISTS:
        return Role.KEY_POINTS
    if role is Role.KEY_POINTS and any(each.role is Role.KEY_POINTS for each in before):
        return Role.CONCLUSION
    return role


@dataclass(slots=True)
class Sections:
    """The state of one cutting: ids given so far, and what was noticed."""

    path: str
    language: Language
    more: Words
    headings: Mapping[int, HeadingLine]
    lines: Sequence[str]
    ends: Mapping[Span, int]
    faults: list[Fault] = field(default_factory=list)
    ids: dict[str, Span] = field(default_factory=dict)

    def note(self, rule: str, at: Span, template: str, **arguments: str) -> None:
        """Note a fault."""
        self.faults.append(Fault(rule, Remark(at, Message(template, tuple(sorted(arguments.items()))))))

    def cut(self, nodes: Iterable[Node | str], onlys: Sequence[Only]) -> tuple[Section, ...]:
        """Sections: a heading with what follows it, up to the next heading of any level."""
        self._claim()
        parts: list[tuple[Node | None, list[Node]]] = [(None, [])]
        for node in nodes:
            if isinstance(node, Node):
                if node.tag in HEADINGS and node.at.line in self.headings:
                    parts.append((node, []))
                else:
                    parts[-1][1].append(node)
        found: list[Section] = []
        role, level = Role.TEASER, TITLE
        for head, body in parts:
            if head is None:
                found.append(self._teaser(body))
                continue
            heading = self.headings[head.at.line]
            own = max(PART, heading.level)
            if own == PART:
                claimed = heading_role(heading, self.language, self.more) or Role.ANALYSIS
                role = claimed if heading.id else _by_place(claimed, found, body)
            elif role is Role.TEASER:
                role = Role.ANALYSIS
            self._level(heading, head, level)
            level = own
            found.append(self._section(head, body, role, own))
        return _with_onlys(found, onlys)

    def _claim(self) -> None:
        """Explicit ids are given first, so that no other heading takes them."""
        for heading in self.headings.values():
            if heading.id is None:
                continue
            if not ID.fullmatch(heading.id) or heading.id in {Role.TEASER, Role.HASHTAGS}:
                self.note("markup/invalid-id", heading.at, "“{id}” is no id; use a to z, 0 to 9 and -", id=heading.id)
            elif heading.id in self.ids:
                said = remark(heading.at, "the id “{id}” is given twice", id=heading.id, related=self.ids[heading.id])
                self.faults.append(Fault("markup/duplicate-id", said))
            else:
                self.ids[heading.id] = heading.at

    def _level(self, heading: HeadingLine, head: Node, above: int) -> None:
        if heading.level == TITLE:
            template = "“{title}”: the title stands in the front matter; headings of the text begin with ##"
            self.note("markup/second-title", head.at, template, title=heading.title)
        elif heading.level > above + 1:
            template = "“{title}”: from level {above} to level {level}; none may be skipped"
            numbers = {"above": str(above), "level": str(heading.level)}
            self.note("markup/level-skipped", head.at, template, title=heading.title, **numbers)

    def _teaser(self, body: Sequence[Node]) -> Section:
        at = body[0].at if body else Span(self.path, 1)
        return Section(TITLE, Role.TEASER, str(Role.TEASER), False, (), "", self._blocks(body), None, at)  # noqa: FBT003 - fields of a value

    def _section(self, head: Node, body: Sequence[Node], role: Role, level: int) -> Section:
        heading = self.headings[head.at.line]
        title = text_of(head.children).replace("\n", " ")
        explicit = self.ids.get(heading.id or "") == heading.at
        name = heading.id if explicit and heading.id else self._free(title, role, level)
        raw = self.lines[heading.at.line - 1]
        at = Span(self.path, heading.at.line, 1, (heading.at.line, len(raw) + 1))
        return Section(level, role, name, explicit, head.children, title, self._blocks(body), None, at)

    def _free(self, title: str, role: Role, level: int) -> str:
        """An id that no other heading has: the role's, else the words'."""
        wanted = str(role) if level == PART and role is not Role.ANALYSIS else words_id(title)
        name, count = wanted, 1
        while name in self.ids:
            count += 1
            name = f"{wanted}-{count}"
        self.ids[name] = Span(self.path, 1)
        return name

    def _blocks(self, body: Sequence[Node]) -> tuple[Block, ...]:
        return tuple(self._block(node) for node in body)

    def _block(self, node: Node) -> Block:
        only = node.children[0] if node.tag == "p" and len(node.children) == 1 else None
        node = only if isinstance(only, Node) and only.tag == "img" else node
        kind = KINDS.get(node.tag, BlockKind.PARAGRAPH)
        last = max(node.at.line, self.ends.get(node.at, node.at.line))
        at = (
            node.at
            if node.at.end
            else Span(self.path, node.at.line, node.at.column, (last, len(self.lines[last - 1]) + 1))
        )
        return Block(kind, node, _text(kind, node), at)


def words_id(title: str) -> str:
    """The words of a heading in ASCII."""
    spelled = unicodedata.normalize("NFKD", title.translate(SPELLED_OUT)).encode("ascii", "ignore").decode().lower()
    words = "-".join(re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", spelled)))[:80].strip("-")
    return words if words[:1].isalpha() else f"section-{words}".strip("-")


def _text(kind: BlockKind, node: Node) -> str:
    if kind is BlockKind.CODE:
        return _verbatim(node)
    if kind is BlockKind.IMAGE:
        return "\n".join(text for text in (node.get("alt"), node.get("title")) if text)
    return text_of(node.children)


def _verbatim(node: Node) -> str:
    return "".join(child if isinstance(child, str) else _verbatim(child) for child in node.children)


def _with_onlys(sections: Sequence[Section], onlys: Sequence[Only]) -> tuple[Section, ...]:
    """Sections with the comment that stands in them."""
    found = list(sections)
    for only in onlys:
        place = max(
            (place for place, each in enumerate(found) if each.heading and each.at.line <= only.at.line), default=0
        )
        found[place] = replace(found[place], only=only)
    return tuple(found)
