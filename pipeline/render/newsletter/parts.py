"""An article -> the parts of a mail, each as HTML and as text.

In: an article, the form, the two writers. Out: :class:`Part` values in the order in which the mail shows them.

``full`` has every section in the manuscript's order; footnotes stand before the sources. ``teaser`` has teaser, key
points and sources.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...frozen import dataclass
from ...model import Node, Role
from .wrap import underlined

if TYPE_CHECKING:
    from ...model import Article, Block, Section
    from .nodes import Written
    from .plain import Plain

TEASER = (Role.TEASER, Role.KEY_POINTS, Role.SOURCES)
BOXED = (Role.KEY_POINTS, Role.CALL_TO_ACTION)
SECTION, LOWEST = 2, 4
"""The level of a heading that begins a part, and the lowest in a mail; no level is skipped on the way down."""

BREAKS = (" – ", ": ")
"""Where a long heading goes on in a second, quieter line."""


@dataclass(frozen=True, slots=True)
class Button:
    """What a call to action asks for: its words and the address."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Part:
    """A section as the mail shows it. ``heading`` and ``tail`` are HTML, ``line`` is the heading in the text part."""

    role: str
    level: int
    heading: str
    tail: str
    line: str
    html: str
    text: str
    button: Button | None
    boxed: bool


def parts(article: Article, form: str, written: Written, plain: Plain) -> tuple[Part, ...]:
    """The parts of a form, in reading order."""
    chosen = [each for each in article.sections if form == "full" or (each.role in TEASER and each.level <= SECTION)]
    found: list[Part] = []
    for section in chosen:
        if section.title or section.blocks:
            deepest = found[-1].level + 1 if found and found[-1].heading else SECTION
            found.append(_part(section, min(max(section.level, SECTION), deepest, LOWEST), written, plain))
    return tuple(found)


def _part(section: Section, level: int, written: Written, plain: Plain) -> Part:
    blocks, button = section.blocks, None
    if section.role is Role.CALL_TO_ACTION:
        blocks, button = _asked(blocks, written)
    heading, tail = _halves(section, written)
    text = plain.blocks(blocks)
    if button:
        text = f"{text}\n\n{button.label}: {button.address}".strip()
    return Part(
        role=section.role.value,
        level=level,
        heading=heading,
        tail=tail,
        line=_line(plain.inline(section.heading), level),
        html=written.blocks(blocks),
        text=text,
        button=button,
        boxed=section.role in BOXED and section.level == SECTION,
    )


def _line(heading: str, level: int) -> str:
    return underlined(heading, "-") if heading and level <= SECTION else f"{'#' * level} {heading}"


def _asked(blocks: tuple[Block, ...], written: Written) -> tuple[tuple[Block, ...], Button | None]:
    """A paragraph that is nothing but a link is the button."""
    for block in blocks:
        links = [child for child in block.node.children if isinstance(child, Node) or child.strip()]
        match links:
            case [Node(tag="a") as link] if address := written.address(link):
                rest = tuple(each for each in blocks if each is not block)
                return rest, Button(link.said(), address)
    return blocks, None


def _halves(section: Section, written: Written) -> tuple[str, str]:
    """A heading and its quieter second half, which begins behind the first dash or colon."""
    for place, child in enumerate(section.heading):
        if not isinstance(child, str):
            continue
        cut = min((child.find(mark) + len(mark) for mark in BREAKS if mark in child), default=0)
        if cut and (child[cut:].strip() or section.heading[place + 1 :]):
            first = written.phrase((*section.heading[:place], child[:cut].rstrip(" ")))
            return first, written.phrase((child[cut:], *section.heading[place + 1 :]))
    return written.phrase(section.heading), ""
