"""What was read of a story -> JSON values and back: a tenth of the time that reading and aligning take.

In: readings and the alignments of their articles. Out: rows without names: the tree of an article is most of it. What
says again what is at hand (the bytes of a manuscript, the text of a plain paragraph, the place of a block's element) is
None. A section or block of an alignment is told by its number, so that it is the article's own again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..model import (
    TAGS,
    Alignment,
    Allow,
    Article,
    Block,
    BlockKind,
    BlockPair,
    Citation,
    Front,
    Hashtag,
    Language,
    Manuscript,
    Node,
    Note,
    Only,
    Question,
    Role,
    Section,
    SectionPair,
    Span,
)
from . import FAULTS, Unsound, plain, value
from .form import BELOW, LARGEST, LINK

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Row = Any
"""A JSON value."""
WITH_END = 4
"""How many numbers a place has with its end: line and column, and those of the end."""
Said = tuple[Front, Question | None, tuple[Question, ...], tuple[Citation, ...]]
"""What an article says beside its sections."""
Added = tuple[tuple[Hashtag, ...], tuple[Note, ...], tuple[Allow, ...]]
Place = int | None
Pairs = tuple[tuple[Place, Place, tuple[tuple[tuple[int, ...], tuple[int, ...]], ...], bool], ...]
"""Sections and blocks that answer each other, by their numbers."""
KINDS = {kind.value: kind for kind in BlockKind}
ROLES = {role.value: role for role in Role}


def article_row(article: Article, data: bytes) -> Row:
    """An article as a row; ``data`` are the bytes of its manuscript."""
    text = article.manuscript
    path, is_whole = text.path, text.text.encode("utf-8", "surrogatepass") == data
    return (
        (article.story, article.language.value, article.slug, article.description, article.words),
        (path, None if is_whole else text.text, text.body, text.digest),
        tuple(_section_row(each, path) for each in article.sections),
        plain((article.front, article.main_question, article.questions, article.sources)),
        plain((article.hashtags, article.notes, article.allows)),
    )


def article(row: Row, data: bytes) -> Article:
    """The article of a row, with the bytes of its manuscript; :class:`~.form.Unsound` where it is none."""
    try:
        return _article(row, data)
    except FAULTS as error:
        raise Unsound from error


def _article(row: Row, data: bytes) -> Article:
    (story, language, slug, description, words), text, sections, one, two = row
    path, kept, body, digest = text
    whole = data.decode() if kept is None else kept
    front, main_question, questions, sources = value(one, Said)
    hashtags, notes, allows = value(two, Added)
    if {type(each) for each in (story, slug, description, path, whole, digest)} != {str}:
        raise Unsound
    return Article(
        story,
        Language(language),
        slug,
        Manuscript(path, whole, _number(body), digest),
        front,
        description,
        tuple(_section(each, path) for each in sections),
        main_question,
        questions,
        sources,
        hashtags,
        notes,
        allows,
        _number(words),
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
    """The alignment of a row; :class:`~.form.Unsound` where it is none of these articles."""
    blocks, theirs = _blocks(original), _blocks(translation)
    try:
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
                for one, other, pairs, moved in value(row, Pairs)
            )
        )
    except LookupError as error:
        raise Unsound from error


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
        None if section.title == _said(section.heading) else section.title,
        tuple(_block_row(block, path) for block in section.blocks),
        plain(section.only),
        _span_row(section.at, path),
    )


def _section(row: Row, path: str) -> Section:
    level, role, name, is_explicit, heading, title, blocks, only, at = row
    inner = _children(heading, path)
    title = _said(inner) if title is None else title
    if not (type(name) is type(title) is str and type(is_explicit) is bool):
        raise Unsound
    return Section(
        _number(level),
        ROLES[role],
        name,
        is_explicit,
        inner,
        title,
        tuple([_block(each, path) for each in blocks]),
        value(only, Only | None),
        _span(at, path),
    )


def _block_row(block: Block, path: str) -> Row:
    node, said = block.node, _said(block.node.children)
    at = None if block.at == node.at else _span_row(block.at, path)
    return block.kind.value, _node_row(node, path), None if block.text == said else block.text, at


def _block(row: Row, path: str) -> Block:
    kind, given, text, at = row
    node = _node(given, path)
    said = _said(node.children) if text is None else text
    if type(said) is not str:
        raise Unsound
    return Block(KINDS[kind], node, said, node.at if at is None else _span(at, path))


def _said(children: Sequence[Node | str]) -> str:
    """The text that stands between elements."""
    return "".join([each for each in children if type(each) is str])


def _node_row(node: Node, path: str) -> Row:
    return node.tag, node.attributes, _children_row(node.children, path), _span_row(node.at, path)


def _children_row(children: Sequence[Node | str], path: str) -> Row:
    return [each if isinstance(each, str) else _node_row(each, path) for each in children]


def _node(row: Row, path: str) -> Node:
    tag, attributes, children, at = row
    if tag not in TAGS:
        raise Unsound
    return Node(tag, _attributes(attributes) if attributes else (), _children(children, path), _span(at, path))


def _attributes(row: Row) -> tuple[tuple[str, str], ...]:
    named = tuple([(name, given) for name, given in row])
    for name, given in named:
        if not (type(name) is type(given) is str and (name != "href" or LINK.match(given))):
            raise Unsound
    return named


def _children(row: Row, path: str) -> tuple[Node | str, ...]:
    return tuple([each if type(each) is str else _node(each, path) for each in row])


def _span_row(span: Span, path: str) -> Row:
    """Line and column, then those of the end if it is known; a place in another file has its path last."""
    row: tuple[int | str, ...] = (span.line, span.column, *(span.end or ()))
    return row if span.path == path else (*row, span.path)


def _span(row: Row, path: str) -> Span:
    for number in row[:WITH_END]:
        if type(number) is not int or not 0 <= number < LARGEST:
            return _elsewhere(row)
    if len(row) == WITH_END:
        line, column, last, behind = row
        return Span(path, line, column, (last, behind))
    line, column = row
    return Span(path, line, column)


def _elsewhere(row: Row) -> Span:
    """A place that has its path last."""
    *numbers, path = row
    if not (type(path) is str and BELOW.fullmatch(path) and {type(each) for each in numbers} == {int}):
        raise Unsound
    return _span(numbers, path)


def _number(given: int) -> int:
    if type(given) is not int or not 0 <= given < LARGEST:
        raise Unsound
    return given
