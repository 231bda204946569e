"""Everything that was read of a manuscript -> the article.

In: front matter, lines of the body. Out: :class:`Article` and the faults of its text; no article where a limit is
exceeded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..findings import Fault, remark
from ..model import Allow, Article, BlockKind, Node, Note, Role, Span
from . import comments, fences, hashtags, markdown, references
from .article import Sections, heading_role, words_id
from .fields import SLUG
from .layout import Layout
from .limits import over_limit
from .lines import Stash
from .questions import main_question, questions
from .sources import SourceList, citations
from .text import text_of
from .tree import Tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from xml.etree.ElementTree import Element

    from ..model import Front, Hashtag, Language, Manuscript, Section
    from ..vocabulary.headings import Words
    from .comments import Comments
    from .layout import HeadingLine
    from .lines import Line

LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzäöüßABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ")
"""Letters that need not be looked at."""
DESCRIPTION = 200
"""Letters of a description that is taken from the teaser."""
INSIDE = "'’.,-"
"""What stands inside of words, and begins none."""
SENTENCE = re.compile(r"[.!?]+[“”\"»)]*(?=\s)")


@dataclass(slots=True)
class Body:
    """The lines of a text on their way to the parser, with everything that was taken out of them."""

    layout: Layout
    sources: SourceList
    comments: Comments
    tags: tuple[Hashtag, ...]
    faults: tuple[Fault, ...]


@dataclass(slots=True)
class Nodes:
    """The tree of a text: what stands at the top, the footnotes, where each node at the top ends."""

    tops: list[Node | str]
    notes: list[Node]
    ends: dict[Span, int]
    faults: list[Fault]


def article_of(
    story: str, language: Language, manuscript: Manuscript, front: Front, more: Words
) -> tuple[Article | None, tuple[Fault, ...]]:
    """The article of a manuscript; None where its text exceeds a limit."""
    every = manuscript.text.split("\n")
    body = _body(story, language, manuscript, every, more)
    if any(fault.rule == "markup/over-limit" for fault in body.faults):
        return None, body.faults
    try:
        root = markdown.parse(body.layout.text)
    except RecursionError:
        deep = remark(Span(manuscript.path, manuscript.body), "the text is nested too deep; make it simpler")
        return None, (*body.faults, Fault("markup/over-limit", deep))
    tree = Tree(manuscript.path, every, body.layout.stash, language, story, min(manuscript.body, len(every)))
    nodes = _nodes(root, tree, body.layout)
    cutter = Sections(manuscript.path, language, more, body.layout.headings, every, nodes.ends)
    sections = tuple(
        section
        for section in cutter.cut(nodes.tops, body.comments.onlys)
        if section.role is not Role.HASHTAGS or section.blocks
    )
    inside = tuple(_walk((*_tops(sections), *nodes.notes)))
    article = Article(
        story=story,
        language=language,
        slug=front.slug or _slug(story),
        manuscript=manuscript,
        front=front,
        description=front.description or _description(sections),
        sections=sections,
        main_question=main_question(sections, language, more),
        questions=questions(sections),
        sources=citations(body.sources.entries, [node.get("key") for node in inside if node.tag == "citation"]),
        hashtags=body.tags,
        notes=_notes(nodes.notes, inside, body.layout.notes, manuscript.path),
        allows=tuple(_covering(allow, sections) for allow in body.comments.allows),
        words=_words(sections),
    )
    late = references.faults(article, inside, body.layout.notes)
    nested = references.nested_headings(nodes.tops, body.layout.headings)
    return article, (*body.faults, *nodes.faults, *cutter.faults, *nested, *late)


def _body(story: str, language: Language, manuscript: Manuscript, every: Sequence[str], more: Words) -> Body:
    """The lines of a text without what the parser must not see."""
    path = manuscript.path
    stash = Stash()
    lines: list[Line] = list(enumerate(every, 1))[manuscript.body - 1 :]
    lines, fence_faults = fences.take_out(lines, stash, path)
    if len(stash.items) >= fences.MOST:
        lines = []
    lines, found = comments.take_out(lines, path)
    lines, tags, tag_faults = hashtags.take_out(lines, path)
    early = (*fence_faults, *found.faults, *tag_faults)

    def is_sources(heading: HeadingLine) -> bool:
        return heading_role(heading, language, more) is Role.SOURCES

    listed = SourceList(language, story)
    layout = Layout(path, stash, is_sources, listed.add)
    if excess := over_limit(lines, path):
        return Body(layout, listed, found, tags, excess)
    layout.add(lines)
    return Body(layout, listed, found, tags, (*early, *layout.faults, *listed.faults))


def _nodes(root: Element, tree: Tree, layout: Layout) -> Nodes:
    found = Nodes([], [], {}, tree.faults)
    for element in root:
        if element.tag == "notes":
            lines = dict(reversed(layout.notes))
            for each in element:
                tree.line = lines.get(each.get("label", ""), tree.line)
                found.notes += [node for node in tree.nodes(each) if isinstance(node, Node)]
            continue
        tree.last = 0
        for node in tree.nodes(element):
            found.tops.append(node)
            if isinstance(node, Node):
                found.ends[node.at] = tree.last
    return found


def _tops(sections: Iterable[Section]) -> Iterator[Node | str]:
    for section in sections:
        yield from section.heading
        for block in section.blocks:
            yield block.node


def _walk(children: Iterable[Node | str]) -> Iterator[Node]:
    for child in children:
        if isinstance(child, Node):
            yield from child.walk()


def _slug(story: str) -> str:
    name = story.rpartition("/")[2]
    return name if SLUG.fullmatch(name) else words_id(name)


def _description(sections: Sequence[Section]) -> str:
    """The beginning of the teaser, whole sentences if they fit."""
    paragraphs = (block.text for block in sections[0].blocks if block.kind is BlockKind.PARAGRAPH)
    text = next(paragraphs, "").replace("\n", " ")
    if len(text) <= DESCRIPTION:
        return text
    ends = [found.end() for found in SENTENCE.finditer(text[:DESCRIPTION])]
    if ends and ends[-1] > DESCRIPTION // 3:
        return text[: ends[-1]]
    return text[: DESCRIPTION - 1].rpartition(" ")[0].rstrip(",;:–- ") + "…"


def _words(sections: Iterable[Section]) -> int:
    """Words to read: headings and blocks, without code and the source list."""
    texts = [section.title for section in sections]
    for section in sections:
        if section.role is not Role.SOURCES:
            texts += [block.text for block in section.blocks if block.kind is not BlockKind.CODE]
    return sum(map(_count, texts))


def _count(text: str) -> int:
    """The words of a text: runs of letters, digits and what stands inside of words."""
    for sign in INSIDE:
        text = text.replace(sign, "")
    if not text.replace(" ", "").isalnum():
        for sign in {*text} - LETTERS:
            if not (sign.isalnum() or sign == "_"):
                text = text.replace(sign, " ")
    return len(text.split())


def _notes(
    nodes: Sequence[Node], inside: Iterable[Node], defined: Sequence[tuple[str, int]], path: str
) -> tuple[Note, ...]:
    """Footnotes in the order of first reference, then those that nobody refers to."""
    order = dict.fromkeys(node.get("label") for node in inside if node.tag == "note-ref")
    lines = dict(reversed(defined))
    known = {node.get("label"): node for node in nodes}
    labels = [label for label in order if label in known] + [label for label in known if label not in order]
    return tuple(
        Note(label, number, known[label].children, text_of(known[label].children), Span(path, lines.get(label, 1)))
        for number, label in enumerate(labels, 1)
    )


def _covering(allow: Allow, sections: Iterable[Section]) -> Allow:
    """A comment with the block or heading that follows it."""
    places = [section.at for section in sections if section.heading]
    places += [block.at for section in sections for block in section.blocks]
    behind = (at for at in places if at.line >= allow.at.line)
    return replace(allow, covers=min(behind, key=lambda at: at.line, default=None))
