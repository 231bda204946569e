"""An article's sections -> the parts of its page, each in a form of its own.

In: a sheet, the page's ways of writing. Out: :class:`Part` values in reading order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...model import BlockKind, Node, Role
from ..places import within

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...model import Article, Block, Section
    from ..output import Sheet
    from .ways import PageWays

BREAKS = (" – ", "\u00a0– ", ": ")
"""Where a long heading goes on in a second, quieter line."""

QUIET = frozenset(
    (Role.KEY_POINTS, Role.QUESTIONS, Role.UPDATE_NOTICE, Role.SOURCES, Role.CALL_TO_ACTION, Role.MAIN_QUESTION)
)
"""Parts with a smaller heading, and none of the other language beside it."""

SECTION, DEEPEST = 2, 6


class Facing(NamedTuple):
    """The other language's heading, which stands in the strip beside ours and leads there."""

    language: str
    address: str
    text: str


class Asked(NamedTuple):
    """A question of the list: its HTML, and the id of its answer."""

    html: str
    answer: str


class Button(NamedTuple):
    """What a call to action asks for."""

    label: str
    address: str


class Part(NamedTuple):
    """A section as the page shows it; ``heading``, ``tail`` and ``html`` are HTML."""

    role: str
    level: int
    id: str
    heading: str
    tail: str
    html: str
    small: bool
    facing: Facing | None
    questions: tuple[Asked, ...]
    button: Button | None
    log: bool


def parts(sheet: Sheet, ways: PageWays, other: str) -> tuple[Part, ...]:
    """The parts of a page; ``other`` is the address of the other language's page as seen from here."""
    facing = dict(_facing(sheet, other))
    return tuple(_part(section, sheet.article, ways, facing.get(section.id)) for section in sheet.article.sections)


def _part(section: Section, article: Article, ways: PageWays, facing: Facing | None) -> Part:
    blocks, button = section.blocks, None
    questions: tuple[Asked, ...] = ()
    if section.role is Role.CALL_TO_ACTION:
        blocks, button = _asked_for(blocks, ways)
    elif section.role is Role.QUESTIONS and article.questions:
        blocks, questions = without_list(blocks), tuple(asked(article, ways))
    elif section.role is Role.SOURCES:
        blocks = without_list(blocks)
    heading, tail = halves(section, ways)
    is_top = section.level == SECTION
    return Part(
        role=section.role.value,
        level=min(max(section.level, SECTION), DEEPEST),
        id=section.id,
        heading=heading,
        tail=tail,
        html=ways.blocks(blocks, section.title),
        small=is_top and section.role in QUIET,
        facing=None if section.role in QUIET else facing,
        questions=questions if is_top else (),
        button=button,
        log=bool(article.front.updates) and section.role is Role.UPDATE_NOTICE and is_top,
    )


def without_list(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks without their lists, which the page writes from what was read of them."""
    return tuple(block for block in blocks if block.kind is not BlockKind.LIST)


def asked(article: Article, ways: PageWays) -> Iterator[Asked]:
    """The questions, each with the id of the heading that answers it."""
    for question in article.questions:
        yield Asked(ways.heading(_unlinked(question.children)), question.answer)


def _unlinked(children: Sequence[Node | str]) -> tuple[Node | str, ...]:
    """Children without links and references: the whole row is the link."""
    found: list[Node | str] = []
    for child in children:
        if isinstance(child, Node) and child.tag in {"a", "note-ref", "citation", "p"}:
            found += _unlinked(child.children)
        else:
            found.append(child)
    return tuple(found)


def halves(section: Section, ways: PageWays) -> tuple[str, str]:
    """A heading and its quieter second half, which begins behind the first dash or colon."""
    first, second = ways.once(section, lambda: _halves(section, ways))
    return first, second


def _halves(section: Section, ways: PageWays) -> tuple[str, str]:
    for place, child in enumerate(section.heading):
        if section.level != SECTION or not isinstance(child, str):
            continue
        cut = min((child.find(mark) + len(mark) for mark in BREAKS if mark in child), default=0)
        rest = (child[cut:], *section.heading[place + 1 :])
        if cut and any(not isinstance(each, str) or each.strip() for each in rest):
            return ways.heading((*section.heading[:place], child[:cut].rstrip(" "))), ways.heading(rest)
    return ways.heading(section.heading), ""


def _asked_for(blocks: Sequence[Block], ways: PageWays) -> tuple[tuple[Block, ...], Button | None]:
    """A paragraph that is nothing but a link is the button."""
    for block in blocks:
        match [child for child in block.node.children if isinstance(child, Node) or child.strip()]:
            case [Node(tag="a") as link] if address := ways.address(link.get("href")):
                return tuple(each for each in blocks if each is not block), Button(block.text, address)
    return tuple(blocks), None


def answering(sheet: Sheet) -> Iterator[tuple[Section, Section]]:
    """Each section of the article that has a counterpart, with it."""
    if sheet.alignment and sheet.counterpart:
        is_original = any(pair.original in sheet.article.sections[:1] for pair in sheet.alignment.pairs[:1])
        for original, translation, _ in sheet.alignment.both:
            yield (original, translation) if is_original else (translation, original)


def _facing(sheet: Sheet, other: str) -> Iterator[tuple[str, Facing]]:
    if sheet.counterpart and other:
        language = sheet.counterpart.language.value
        for own, theirs in answering(sheet):
            if theirs.title:
                yield own.id, Facing(language, within(other, theirs.id), theirs.title)
