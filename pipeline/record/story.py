"""What was read of a story -> JSON values and back: a tenth of the time that reading and aligning take.

In: readings and the alignments of their articles. Out: rows without names: the tree of an article is most of it. A
section or block of an alignment is told by its number, so that it is the article's own again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..model import (
    Alignment,
    Article,
    Block,
    BlockKind,
    BlockPair,
    Language,
    Manuscript,
    Node,
    Role,
    Section,
    SectionPair,
    Span,
)
from . import plain, value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Row = Any
"""A JSON value."""
ALONE, WITH_END = 2, 4
"""How many numbers a place has: line and column, and those of its end."""
KINDS = {kind.value: kind for kind in BlockKind}
ROLES = {role.value: role for role in Role}


def article_row(article: Article) -> Row:
    """An article as a row."""
    text = article.manuscript
    path = text.path
    return (
        (article.story, article.language.value, article.slug, article.description, article.words),
        (path, text.text, text.body, text.digest),
        tuple(_section_row(each, path) for each in article.sections),
        plain((article.front, article.main_question, article.questions, article.sources)),
        plain((article.hashtags, article.notes, article.allows)),
    )


def article(row: Row) -> Article:
    """The article of a row."""
    (story, language, slug, description, words), text, sections, one, two = row
    front, main_question, questions, sources = value(one)
    hashtags, notes, allows = value(two)
    return Article(
        story,
        Language(language),
        slug,
        Manuscript(*text),
        front,
        description,
        tuple(_section(each, text[0]) for each in sections),
        main_question,
        questions,
        sources,
        hashtags,
        notes,
        allows,
        words,
    )


def alignment_row(alignment: Alignment, original: Article, translation: Article) -> Row:
    """An alignment of two articles as a row of numbers; a KeyError where it is of others."""
    sections, others = _numbers(original.sections), _numbers(translation.sections)
    blocks, theirs = _numbers(_blocks(original)), _numbers(_blocks(translation))
    return tuple(
        (
            sections[id(pair.original)] if pair.original else None,
            others[id(pair.translation)] if pair.translation else None,
            tuple(
                (tuple(blocks[id(each)] for each in row.original), tuple(theirs[id(each)] for each in row.translation))
                for row in pair.blocks
            ),
            pair.moved,
        )
        for pair in alignment.pairs
    )


def alignment(row: Row, original: Article, translation: Article) -> Alignment:
    """The alignment of a row."""
    blocks, theirs = _blocks(original), _blocks(translation)
    return Alignment(
        tuple(
            SectionPair(
                None if one is None else original.sections[one],
                None if other is None else translation.sections[other],
                tuple(
                    BlockPair(tuple([blocks[place] for place in left]), tuple([theirs[place] for place in right]))
                    for left, right in pairs
                ),
                moved,
            )
            for one, other, pairs, moved in row
        )
    )


def _numbers(values: Iterable[object]) -> dict[int, int]:
    return {id(each): number for number, each in enumerate(values)}


def _blocks(of: Article) -> list[Block]:
    return [block for section in of.sections for block in section.blocks]


def _section_row(section: Section, path: str) -> Row:
    return (
        section.level,
        section.role.value,
        section.id,
        section.id_is_explicit,
        _children_row(section.heading, path),
        section.title,
        tuple(
            (block.kind.value, _node_row(block.node, path), block.text, _span_row(block.at, path))
            for block in section.blocks
        ),
        plain(section.only),
        _span_row(section.at, path),
    )


def _section(row: Row, path: str) -> Section:
    level, role, name, is_explicit, heading, title, blocks, only, at = row
    return Section(
        level,
        ROLES[role],
        name,
        is_explicit,
        _children(heading, path),
        title,
        tuple([Block(KINDS[kind], _node(node, path), text, _span(span, path)) for kind, node, text, span in blocks]),
        value(only),
        _span(at, path),
    )


def _node_row(node: Node, path: str) -> Row:
    return node.tag, node.attributes, _children_row(node.children, path), _span_row(node.at, path)


def _children_row(children: Sequence[Node | str], path: str) -> Row:
    return [each if isinstance(each, str) else _node_row(each, path) for each in children]


def _node(row: Row, path: str) -> Node:
    tag, attributes, children, at = row
    named = tuple([(name, given) for name, given in attributes]) if attributes else ()
    return Node(tag, named, _children(children, path), _span(at, path))


def _children(row: Row, path: str) -> tuple[Node | str, ...]:
    return tuple([each if type(each) is str else _node(each, path) for each in row])


def _span_row(span: Span, path: str) -> Row:
    """Line and column, then those of the end if it is known; a place in another file has its path last."""
    row: tuple[int | str, ...] = (span.line, span.column, *(span.end or ()))
    return row if span.path == path else (*row, span.path)


def _span(row: Row, path: str) -> Span:
    if len(row) == WITH_END:
        line, column, last, behind = row
        return Span(path, line, column, (last, behind))
    if len(row) > ALONE:
        return _span(row[:-1], row[-1])
    return Span(path, *row)
