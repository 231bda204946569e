"""What the text refers to -> faults where it is not there.

In: an article, its nodes, where its notes are defined. Out: faults: unknown keys of sources, footnotes without
definition or without reference, links to headings that are not there, headings inside of lists.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from ..findings import Fault, Message, Related, Remark, Severity, remark
from ..model import Node, Span
from .article import HEADINGS
from .text import text_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from ..model import Article

LONGEST_NOTE = 5_000
"""Characters of a footnote: a page of paper holds 3,000, and its foot is laid out anew for every line above."""
UNKNOWN_KEY = "no source has the key “{name}”"
UNKNOWN_ID = "no heading has the id “{name}”"
NEAR = "; did you mean “{near}”?"
"""Behind either of the two, where something like it is there."""


def faults(article: Article, nodes: Sequence[Node], defined: Sequence[tuple[str, int]]) -> Iterator[Fault]:
    """The faults of what an article refers to; ``nodes`` are all of its nodes, notes included."""
    yield from _keys(article, nodes)
    yield from _notes(article, nodes, defined)
    yield from _fragments(article, nodes)


def nested_headings(tops: Iterable[Node | str], headings: Container[int]) -> Iterator[Fault]:
    """Headings that are no headings of the text itself."""
    for top in tops:
        for node in top.walk() if isinstance(top, Node) else ():
            if node.tag in HEADINGS and (node is not top or node.at.line not in headings):
                template = "a heading inside a quotation or a list: “{title}”; write it in bold"
                yield Fault("markup/nested-heading", remark(node.at, template, title=text_of(node.children)))


def _keys(article: Article, nodes: Iterable[Node]) -> Iterator[Fault]:
    keys = [citation.key for citation in article.sources if citation.key]
    for node in nodes:
        if node.tag == "citation" and node.get("key") not in keys:
            yield Fault("sources/unknown-key", _unknown(node.at, UNKNOWN_KEY, node.get("key"), keys))


def _fragments(article: Article, nodes: Iterable[Node]) -> Iterator[Fault]:
    ids = [section.id for section in article.sections]
    for node in nodes:
        address = node.get("href")
        if node.tag == "a" and address.startswith("#") and address[1:] not in ids:
            yield Fault("links/unknown-fragment", _unknown(node.at, UNKNOWN_ID, address[1:], ids))


def _unknown(at: Span, template: str, name: str, known: Sequence[str]) -> Remark:
    """A remark about a name that nobody knows, with the nearest one where there is one."""
    near = next(iter(get_close_matches(name, known, 1, 0.5)), "")
    if near:
        return Remark(at, Message(template + NEAR, (("name", name), ("near", near))))
    return Remark(at, Message(template, (("name", name),)))


def _notes(article: Article, nodes: Iterable[Node], defined: Sequence[tuple[str, int]]) -> Iterator[Fault]:
    labels = {note.label for note in article.notes}
    references = [node for node in nodes if node.tag == "note-ref"]
    for node in references:
        if node.get("label") not in labels:
            said = remark(node.at, "the footnote “{label}” is not defined", label=node.get("label"))
            yield Fault("markup/unknown-footnote", said)
    inside = [
        each for note in article.notes for child in note.children if isinstance(child, Node) for each in child.walk()
    ]
    for node in inside:
        if node.tag == "note-ref":
            template = "a footnote refers to the footnote “{label}”; write both into one"
            yield Fault("markup/footnote-in-footnote", remark(node.at, template, label=node.get("label")))
    for note in article.notes:
        if (count := len(note.text)) > LONGEST_NOTE:
            template = "a footnote has {count} characters, the limit is {limit}; write it into the text"
            yield Fault("markup/over-limit", remark(note.at, template, count=count, limit=LONGEST_NOTE))
    used = {node.get("label") for node in references}
    first: dict[str, Span] = {}
    for label, line in defined:
        at = Span(article.manuscript.path, line)
        if label in first:
            related = Related(first[label], Message("the first one"))
            twice = remark(at, "the footnote “{label}” is defined twice", label=label, related=related)
            yield Fault("markup/repeated-footnote", twice)
        elif label not in used:
            template = "nothing refers to the footnote “{label}”"
            yield Fault("markup/unused-footnote", remark(at, template, label=label, severity=Severity.WARNING))
        first.setdefault(label, at)
