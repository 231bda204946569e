"""Safe repairs, applied to a manuscript, and the proof that nothing else changed.

In: the text of a manuscript and findings with repairs. Out: the repaired text.

A repair is applied whole or not at all; of two that overlap the first by place is applied, and the next run finds the
other. :func:`harmless` holds what the reader makes of both texts against each other: blocks that no edit touches must
come out as the same tree, which is what is rendered; in those that an edit within a line touches nothing but words
outside code may differ.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ...findings import Edit, Finding
    from ...model import Article, Node, Span

CODE = frozenset(("code", "pre"))
WORDS = frozenset(("alt", "title"))
"""Attributes that hold words."""


@dataclass(frozen=True, slots=True)
class Change:
    """An edit as offsets in a text."""

    start: int
    end: int
    text: str


def repaired(text: str, findings: Iterable[Finding]) -> str:
    """The text after the safe repairs of findings."""
    return _replaced(text, _changes(text, findings))


def repairs(text: str, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings whose repairs can be applied together: safe, whole, without overlap."""
    starts = _starts(text)
    taken: list[tuple[str, Change]] = []
    chosen = []
    for finding in findings:
        repair = finding.repair
        if repair is None or not repair.safe or not repair.edits:
            continue
        changes = [_change(edit, starts, text) for edit in repair.edits if edit.at.path == finding.at.path]
        whole = len(changes) == len(repair.edits) and None not in changes
        wanted = [change for change in changes if change]
        mine = [(finding.rule, change) for change in wanted]
        if whole and not any(_overlap(one, other) for one in mine for other in taken):
            taken += mine
            chosen.append(finding)
    return tuple(chosen)


def harmless(before: Article, after: Article, edited: Sequence[Finding]) -> bool:
    """Whether an edited article is the same article but for the blocks that the edits touch."""
    if before.front != after.front:
        return False
    lines = {line for finding in edited for line in _lines(finding)}
    old, new = tuple(_parts(before)), tuple(_parts(after))
    rest = iter([shape for _, shape in new])
    untouched = all(any(shape == other for other in rest) for at, shape in old if not lines & _span(at))
    if changes_blocks(edited):
        return untouched
    return untouched and [_bare(shape) for _, shape in old] == [_bare(shape) for _, shape in new]


def changes_blocks(edited: Iterable[Finding]) -> bool:
    """Whether repairs are meant to change what is a block, as a blank line or a stub does, and not words alone."""
    return any("\n" in edit.text for finding in edited for edit in _edits(finding))


def _changes(text: str, findings: Iterable[Finding]) -> list[Change]:
    starts = _starts(text)
    edits = [edit for finding in repairs(text, findings) for edit in _edits(finding)]
    return [change for edit in edits if (change := _change(edit, starts, text))]


def _replaced(text: str, changes: Iterable[Change]) -> str:
    for change in sorted(changes, key=lambda each: each.start)[::-1]:  # from the end; at one place in their order
        text = text[: change.start] + change.text + text[change.end :]
    return text


def _starts(text: str) -> list[int]:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts


def _change(edit: Edit, starts: Sequence[int], text: str) -> Change | None:
    """The offsets of an edit; None if it does not lie in the text."""
    line, column = edit.at.end or (edit.at.line, edit.at.column)
    if not (0 < edit.at.line < len(starts) and 0 < line < len(starts)):
        return None
    start, end = starts[edit.at.line - 1] + edit.at.column - 1, starts[line - 1] + column - 1
    return Change(start, end, edit.text) if 0 <= start <= end <= len(text) else None


def _overlap(one: tuple[str, Change], other: tuple[str, Change]) -> bool:
    """Two insertions at one place overlap too, unless one rule wants both: then they stand in its order."""
    (rule, mine), (other_rule, theirs) = one, other
    if mine.start == theirs.start:
        return not (rule == other_rule and mine.end == mine.start == theirs.end and mine.text != theirs.text)
    return mine.start < theirs.end and theirs.start < mine.end


def _edits(finding: Finding) -> tuple[Edit, ...]:
    return finding.repair.edits if finding.repair else ()


def _lines(finding: Finding) -> Iterator[int]:
    """The lines that a repair touches, with those around: a blank line put in joins or parts its neighbours."""
    for edit in _edits(finding):
        last = edit.at.end[0] if edit.at.end else edit.at.line
        yield from range(edit.at.line - 1, last + 2)


def _parts(article: Article) -> Iterator[tuple[Span, tuple[object, ...]]]:
    """The headings, blocks and notes of an article with their places, and as they are without them."""
    for section in article.sections:
        yield section.at, (section.level, section.id, *map(_tree, section.heading))
        for block in section.blocks:
            yield block.at, (block.kind, _tree(block.node))
    for note in article.notes:
        yield note.at, (note.label, *map(_tree, note.children))


def _span(at: Span) -> set[int]:
    return set(range(at.line, (at.end[0] if at.end else at.line) + 1))


def _tree(node: Node | str) -> object:
    if isinstance(node, str):
        return node
    return node.tag, node.attributes, tuple(_tree(child) for child in node.children)


def _bare(shape: object) -> object:
    """A part without its words and descriptions: its elements with their other attributes, and the text of code."""
    match shape:
        case (str() as tag, tuple() as attributes, tuple() as children):
            kept = children if tag in CODE else tuple(_bare(each) for each in children)
            rest = tuple(each for each in attributes if each[0] not in WORDS)
            return tag, rest, tuple(each for each in kept if each is not None)
        case tuple():
            return tuple(_bare(each) for each in shape)
        case str():
            return None
    return shape
