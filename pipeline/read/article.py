"""Bytes of a manuscript -> Reading: the article, and the faults met on the way.

In: path, bytes, story, language, settings. Out: a :class:`~pipeline.read.reading.Reading`. Pure: no file is opened.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..findings import Fault
from ..model import (
    Article,
    Block,
    BlockKind,
    Hashtag,
    Language,
    Manuscript,
    Node,
    Note,
    Only,
    Question,
    Role,
    Section,
    Span,
)
from . import bounds, citations, comments, manuscript
from .front import front
from .frontmatter import head
from .lines import nest_lists, stash_fences
from .markdown import parse
from .nodes import Converter
from .parts import EXPLICIT, ascii_id
from .parts import role as role_of
from .reading import Reading
from .text import code, text
from .typeset import Typesetter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..config import Settings
    from .comments import Comments

TAG = r"\\?#[^\s#]+"
TAGS = re.compile(rf"\s*{TAG}(?:[\s,]+{TAG})*\s*")
HEADING = re.compile(r"h[1-6]")
KINDS = {
    "p": BlockKind.PARAGRAPH, "ul": BlockKind.LIST, "ol": BlockKind.LIST, "blockquote": BlockKind.QUOTE, "table": BlockKind.TABLE,
    "pre": BlockKind.CODE, "dl": BlockKind.DEFINITIONS, "hr": BlockKind.RULE,
}  # fmt: skip


def read(path: str, data: bytes, story: str, language: Language, settings: Settings) -> Reading:
    """Read a manuscript; whatever it holds, the answer is a reading."""
    raw, faults = manuscript.decode(path, data)
    if raw is None:
        return Reading(story, language, path, None, faults)
    top = head(path, raw)
    lines = raw.split("\n")
    body = _body(path, lines, top.body)
    over = bounds.limits(path, body.lines)
    faults += top.faults + over
    if over or any(fault.rule in {"meta/too-deep", "meta/too-long", "meta/unclosed"} for fault in top.faults):
        return Reading(story, language, path, None, faults)
    typed, wrong = front(path, top)
    tree = _tree(path, lines, body, language)
    sections, section_faults = _sections(tree, body.comments.onlys, language, settings)
    sections, main = _main_question(sections)
    sources = _sources(path, lines, sections, tree)
    words = sum(
        len(re.findall(r"\w+", block.text))
        for section in sections
        for block in section.blocks
        if section.role is not Role.SOURCES
    )
    article = Article(
        story=story,
        language=language,
        slug=typed.slug or ascii_id(story.rpartition("/")[2]),
        manuscript=Manuscript(path, raw, top.body, hashlib.sha256(data).hexdigest()),
        front=typed,
        description=typed.description or _description(sections),
        sections=sections,
        main_question=main,
        questions=_questions(sections),
        sources=sources,
        hashtags=body.hashtags,
        notes=tree.notes,
        allows=body.comments.allows,
        words=words,
    )
    return Reading(story, language, path, article, faults + wrong + body.comments.faults + section_faults)


@dataclass(frozen=True, slots=True)
class _Body:
    lines: list[str]
    fences: list
    comments: Comments
    hashtags: tuple[Hashtag, ...]


@dataclass(frozen=True, slots=True)
class _Tree:
    nodes: tuple[Node, ...]
    notes: tuple[Note, ...]
    cited: tuple[str, ...]


def _body(path: str, lines: list[str], first: int) -> _Body:
    rest = [""] * (first - 1) + lines[first - 1 :]
    rest, fences = stash_fences(rest)
    rest, said = comments.take(path, rest)
    rest, hashtags = _hashtags(path, rest)
    return _Body(rest, fences, said, hashtags)


def _hashtags(path: str, lines: list[str]) -> tuple[list[str], tuple[Hashtag, ...]]:
    """The last paragraph, if it is nothing but hashtags; it must never reach the Markdown parser."""
    last = next((n for n in range(len(lines) - 1, -1, -1) if lines[n].strip()), None)
    if last is None:
        return lines, ()
    first = last
    while first and lines[first - 1].strip() and TAGS.fullmatch(lines[first - 1]):
        first -= 1
    if not all(TAGS.fullmatch(lines[n]) for n in range(first, last + 1)) or (
        first and lines[first - 1].strip() and not lines[first - 1].startswith("#")
    ):
        return lines, ()
    tags = []
    for number in range(first, last + 1):
        for found in re.finditer(r"\\?#([^\s#,]+)", lines[number]):
            at = Span(path, number + 1, found.start() + 1, (number + 1, found.end() + 1))
            tags.append(Hashtag(found[1], _spelled(found[1]), at))
    return lines[:first] + [""] * (last + 1 - first) + lines[last + 1 :], tuple(tags)


def _spelled(tag: str) -> str:
    for mark, spelled in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("Ä", "Ae"), ("Ö", "Oe"), ("Ü", "Ue"), ("ß", "ss")):
        tag = tag.replace(mark, spelled)
    return tag


def _tree(path: str, lines: Sequence[str], body: _Body, language: Language) -> _Tree:
    parsed = parse(nest_lists(body.lines))
    converter = Converter(path, lines, body.fences, parsed)
    nodes = tuple(_set(node, language) for node in converter.tree())
    found = {label: converter.note(label, element) for label, element in parsed.notes}
    order = list(dict.fromkeys(n.get("label") for top in nodes for n in top.walk() if n.tag == "note-ref"))
    order += [label for label in found if label not in order]
    notes = []
    for number, label in enumerate((label for label in order if label in found), 1):
        children = Typesetter(language).children(found[label][0])
        notes.append(Note(label, number, children, text(children), found[label][1]))
    every = [node for top in nodes for node in top.walk()] + [
        node for note in notes for child in note.children if isinstance(child, Node) for node in child.walk()
    ]
    return _Tree(nodes, tuple(notes), tuple(node.get("key") for node in every if node.tag == "citation"))


def _set(node: Node, language: Language) -> Node:
    if node.tag in {"pre", "hr"}:
        return node
    return Node(node.tag, node.attributes, Typesetter(language).children(node.children), node.at)


def _sections(
    tree: _Tree, onlys: Sequence[Only], language: Language, settings: Settings
) -> tuple[tuple[Section, ...], tuple[Fault, ...]]:
    groups: list[tuple[Node | None, list[Node]]] = [(None, [])]
    for node in tree.nodes:
        if HEADING.fullmatch(node.tag):
            groups.append((node, []))
        else:
            groups[-1][1].append(node)
    sections: list[Section] = []
    ids: dict[str, int] = {}
    role = Role.TEASER
    for number, (heading, nodes) in enumerate(groups):
        blocks = tuple(_block(node) for node in nodes)
        if heading is None:
            at = blocks[0].at if blocks else Span(tree.nodes[0].at.path if tree.nodes else "", 1)
            sections.append(
                Section(
                    1,
                    Role.TEASER,
                    "teaser",
                    id_is_explicit=False,
                    heading=(),
                    title="",
                    blocks=blocks,
                    only=None,
                    at=at,
                )
            )
            continue
        children, explicit = _heading_id(heading.children)
        title = text(children)
        level = int(heading.tag[1])
        own = _role(title, explicit, level, role, language, settings)
        role = own if level <= 2 else role  # noqa: PLR2004 - parts are level 2
        until = groups[number + 1][0].at.line if number + 1 < len(groups) and groups[number + 1][0] else 10**9  # type: ignore[union-attr]
        only = next((each for each in onlys if heading.at.line < each.at.line < until), None)
        base = explicit or (own if level == 2 and own is not Role.ANALYSIS else ascii_id(title)) or "section"  # noqa: PLR2004
        sections.append(
            Section(level, own, _unique(base, ids), bool(explicit), children, title, blocks, only, heading.at)
        )
    return tuple(sections), ()


def _role(title: str, explicit: str, level: int, above: Role, language: Language, settings: Settings) -> Role:
    if level > 2:  # noqa: PLR2004 - parts are level 2
        return above if above is not Role.TEASER else Role.ANALYSIS
    if explicit in set(Role):
        return Role(explicit)
    return role_of(title, language, settings) or Role.ANALYSIS


def _unique(base: str, ids: dict[str, int]) -> str:
    ids[base] = ids.get(base, 0) + 1
    return base if ids[base] == 1 else _unique(f"{base}-{ids[base]}", ids)


def _heading_id(children: tuple[Node | str, ...]) -> tuple[tuple[Node | str, ...], str]:
    if children and isinstance(children[-1], str) and (found := EXPLICIT.search(children[-1])):
        return (*children[:-1], children[-1][: found.start()]), found["id"]
    return children, ""


def _block(node: Node) -> Block:
    kind = KINDS.get(node.tag, BlockKind.PARAGRAPH)
    if kind is BlockKind.PARAGRAPH:
        inner = [child for child in node.children if not (isinstance(child, str) and not child.strip())]
        if len(inner) == 1 and isinstance(inner[0], Node) and inner[0].tag in {"img", "pre"}:
            kind = BlockKind.IMAGE if inner[0].tag == "img" else BlockKind.CODE
            node = node if kind is BlockKind.IMAGE else inner[0]
    return Block(kind, node, code(node) if kind is BlockKind.CODE else text(node.children), node.at)


def _description(sections: Iterable[Section]) -> str:
    first = next(
        (block.text for section in sections for block in section.blocks if block.kind is BlockKind.PARAGRAPH), ""
    )
    if len(first) <= 200:  # noqa: PLR2004 - about two lines of a search result
        return first
    cut = first[:200].rsplit(" ", 1)[0].rstrip(" ,;:–-")
    return f"{cut} …"


def _main_question(sections: tuple[Section, ...]) -> tuple[tuple[Section, ...], Question | None]:
    for section in sections:
        if section.role is not Role.MAIN_QUESTION:
            continue
        first = next((block for block in section.blocks if block.kind is BlockKind.PARAGRAPH), None)
        if first:
            return sections, Question(first.node.children, first.text, first.at)
        _, _, question = section.title.partition(":")
        if question.strip():
            return sections, Question((question.strip(),), question.strip(), section.at)
    label = re.compile(r"^(Hauptfrage|Main question|Leitfrage|Key question):\s*(\S.*)$", re.IGNORECASE | re.DOTALL)
    for section in sections:
        for block in section.blocks:
            if block.kind is BlockKind.PARAGRAPH and (found := label.match(block.text)):
                return sections, Question((found[2],), found[2], block.at)
    return sections, None


def _questions(sections: Iterable[Section]) -> tuple[Question, ...]:
    found = []
    for section in sections:
        if section.role is Role.QUESTIONS:
            for block in section.blocks:
                if block.kind is BlockKind.LIST:
                    found += [
                        Question(item.children, text(item.children), item.at)
                        for item in block.node.children
                        if isinstance(item, Node) and item.tag == "li"
                    ]
    return tuple(found)


def _sources(
    path: str, lines: Sequence[str], sections: Sequence[Section], tree: _Tree
) -> tuple[citations.Citation, ...]:
    result: list[citations.Citation] = []
    for section in sections:
        if section.role is Role.SOURCES and section.blocks:
            lists = [block for block in section.blocks if block.kind is BlockKind.LIST]
            for block in lists:
                end = block.at.end[0] if block.at.end else block.at.line
                result += citations.entries(path, lines, block.at.line, end)
    spans = [(c.at.line, (c.at.end or (c.at.line, 0))[0]) for c in result]
    every = [node for top in tree.nodes for node in top.walk() if node.tag == "citation"]
    every += [
        n
        for note in tree.notes
        for child in note.children
        if isinstance(child, Node)
        for n in child.walk()
        if n.tag == "citation"
    ]
    cited = [node.get("key") for node in every if not any(a <= node.at.line <= b for a, b in spans)]
    return citations.numbered(result, cited)
