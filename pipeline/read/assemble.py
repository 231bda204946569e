"""Everything that was read of a manuscript -> the article.

In: front matter, lines of the body. Out: :class:`Article` and the faults of its text, or faults alone where it is over a
limit.
"""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from ..findings import Fault, Message, Related, Remark, Severity, remark
from ..model import Allow, Article, Node, Note, Role, Span
from . import comments, fences, hashtags, markdown
from .article import HEADINGS, Sections, heading_role, words_id
from .fields import SLUG
from .layout import Layout
from .limits import over_limit
from .lines import Stash
from .questions import main_question, questions
from .sources import SourceList, citations
from .tree import Tree, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model import Front, Language, Manuscript, Section
    from ..vocabulary.headings import Words
    from .layout import HeadingLine
    from .lines import Line

DESCRIPTION = 200
"""Letters of a description that is taken from the teaser."""
WORD = re.compile(r"\w[\w'’.,-]*")


def article_of(
    story: str, language: Language, manuscript: Manuscript, front: Front, more: Words
) -> tuple[Article | None, tuple[Fault, ...]]:
    """The article of a manuscript; None where its text is over a limit."""
    path, every = manuscript.path, manuscript.text.split("\n")
    lines: list[Line] = list(enumerate(every, 1))[manuscript.body - 1 :]
    stash = Stash()
    lines, fence_faults = fences.take_out(lines, stash, path)
    lines, found = comments.take_out(lines, path)
    lines, tags, tag_faults = hashtags.take_out(lines, path)
    if excess := over_limit(lines, path):
        return None, excess
    listed = SourceList(language, story, [], [])

    def is_sources(heading: HeadingLine) -> bool:
        return heading_role(heading, language, more) is Role.SOURCES

    layout = Layout(path, stash, is_sources, listed.add)
    layout.add(lines)
    early = (*fence_faults, *found.faults, *tag_faults, *layout.faults, *listed.faults)
    if any(fault.rule == "markup/over-limit" for fault in early):
        return None, early
    try:
        root = markdown.parse(layout.text)
    except RecursionError:
        deep = remark(Span(path, manuscript.body), "the text is nested too deep; make it simpler")
        return None, (*early, Fault("markup/over-limit", deep))
    tree = Tree(path, every, stash, language, story, min(manuscript.body, len(every)))
    ends: dict[Span, int] = {}
    nodes: list[Node | str] = []
    notes: list[Node] = []
    for element in root:
        if element.tag == "notes":
            labels = dict(reversed(layout.notes))
            for each in element:
                tree.line = labels.get(each.get("label", ""), tree.line)
                notes += [node for node in tree.nodes(each) if isinstance(node, Node)]
            continue
        tree.last = 0
        for node in tree.nodes(element):
            nodes.append(node)
            if isinstance(node, Node):
                ends[node.at] = tree.last
    cutter = Sections(path, language, more, layout.headings, every, ends)
    sections = tuple(
        section for section in cutter.cut(nodes, found.onlys) if section.role is not Role.HASHTAGS or section.blocks
    )
    references = [node for node in _walk((*_tops(sections), *notes))]
    cited = [node.get("key") for node in references if node.tag == "citation"]
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
        sources=citations(listed.entries, cited),
        hashtags=tags,
        notes=_notes(notes, references, layout.notes, path),
        allows=tuple(_covering(allow, sections) for allow in found.allows),
        words=_words(sections),
    )
    late = (
        *_nested_headings(nodes, layout),
        *_unknown_keys(article, references),
        *_note_faults(article, references, layout.notes),
    )
    fragments = _fragments(article, references)
    return article, (*early, *tree.faults, *cutter.faults, *late, *fragments)


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
    text = next((block.text for block in sections[0].blocks if block.kind == "paragraph"), "").replace("\n", " ")
    if len(text) <= DESCRIPTION:
        return text
    ends = [found.end() for found in re.finditer(r"[.!?]+[“”\"»)]*(?=\s)", text[:DESCRIPTION])]
    if ends and ends[-1] > DESCRIPTION // 3:
        return text[: ends[-1]]
    return text[: DESCRIPTION - 1].rpartition(" ")[0].rstrip(",;:–- ") + "…"


def _words(sections: Iterable[Section]) -> int:
    """Words to read: headings and blocks, without code and the source list."""
    texts = [section.title for section in sections]
    texts += [
        block.text
        for section in sections
        if section.role is not Role.SOURCES
        for block in section.blocks
        if block.kind != "code"
    ]
    return sum(len(WORD.findall(text)) for text in texts)


def _notes(
    nodes: Sequence[Node], references: Sequence[Node], defined: Sequence[tuple[str, int]], path: str
) -> tuple[Note, ...]:
    """Footnotes in the order of first reference, then those that nobody refers to."""
    order = list(dict.fromkeys(node.get("label") for node in references if node.tag == "note-ref"))
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


def _nested_headings(nodes: Iterable[Node | str], layout: Layout) -> Iterator[Fault]:
    for top in nodes:
        for node in top.walk() if isinstance(top, Node) else ():
            if node.tag in HEADINGS and (node is not top or node.at.line not in layout.headings):
                template = "a heading inside a quotation or a list: “{title}”; write it in bold"
                yield Fault("markup/nested-heading", remark(node.at, template, title=text_of(node.children)))


def _unknown_keys(article: Article, references: Iterable[Node]) -> Iterator[Fault]:
    keys = [citation.key for citation in article.sources if citation.key]
    for node in references:
        if node.tag == "citation" and node.get("key") not in keys:
            near = next(iter(get_close_matches(node.get("key"), keys, 1, 0.5)), "")
            template = (
                "no source has the key “{key}”; did you mean “{near}”?" if near else "no source has the key “{key}”"
            )
            more = {"near": near} if near else {}
            yield Fault("sources/unknown-key", remark(node.at, template, key=node.get("key"), **more))


def _note_faults(article: Article, references: Iterable[Node], defined: Sequence[tuple[str, int]]) -> Iterator[Fault]:
    labels = {note.label for note in article.notes}
    used = {node.get("label") for node in references if node.tag == "note-ref"}
    for node in references:
        if node.tag == "note-ref" and node.get("label") not in labels:
            template = "the footnote “{label}” is not defined"
            yield Fault("markup/unknown-footnote", remark(node.at, template, label=node.get("label")))
    first: dict[str, Span] = {}
    for label, line in defined:
        at = Span(article.manuscript.path, line)
        if label in first:
            related = Related(first[label], Message("the first one"))
            said = remark(at, "the footnote “{label}” is defined twice", label=label, related=related)
            yield Fault("markup/repeated-footnote", said)
        elif label not in used:
            template = "nothing refers to the footnote “{label}”"
            unused = remark(at, template, label=label, severity=Severity.WARNING)
            yield Fault("markup/unused-footnote", unused)
        first.setdefault(label, at)


def _fragments(article: Article, references: Iterable[Node]) -> Iterator[Fault]:
    """Links to a place of the article that is not there."""
    ids = [section.id for section in article.sections]
    for node in references:
        address = node.get("href")
        if node.tag == "a" and address.startswith("#") and address[1:] not in ids:
            near = next(iter(get_close_matches(address[1:], ids, 1)), "")
            template = (
                "no heading has the id “{id}”; did you mean “{near}”?" if near else "no heading has the id “{id}”"
            )
            more = {"near": near} if near else {}
            yield Fault("links/unknown-fragment", remark(node.at, template, id=address[1:], **more))
