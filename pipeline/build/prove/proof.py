"""The outputs of an article are held against the article: same parts, same words.

In: a sheet, and the bytes of what was made of it, by target. Out: faults: every heading, list item, picture, source and
hashtag must be in the page, the PDF, the mail and its text part; in a teaser mail what it promises.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...findings import Fault, Severity, remark
from ...frozen import dataclass
from ...model import BlockKind, Node, Role
from .shown import Shown, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ...findings import Finding
    from ...model import Article, Section, Span
    from ...render.output import Sheet

APART = frozenset({"note-ref", "citation", "br", "p", "ul", "ol", "li", "pre", "blockquote", "table", "dl", "img"})
"""Where something that is no word of the item may stand in an output."""
ITEMLESS = frozenset((BlockKind.PARAGRAPH, BlockKind.TABLE, BlockKind.CODE, BlockKind.IMAGE, BlockKind.RULE))
"""Blocks that have no list in them."""
TEASER = frozenset({Role.TEASER, Role.KEY_POINTS, Role.SOURCES})
"""What a teaser mail promises."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Something that an output must show: pieces of text, under the name of the rule that misses it."""

    rule: str
    template: str
    name: str
    pieces: tuple[str, ...]
    at: Span
    is_picture: bool = False


PREVIEW = "newsletter/preview/"
"""Pages that show mails to editors, in frames that a script fills: the mails themselves are proved."""


def proof(sheet: Sheet, outputs: Mapping[str, bytes]) -> tuple[Fault, ...]:
    """What is missing in which output; ``outputs`` are pages, PDFs, mails and text parts by their targets."""
    found: list[Fault] = []
    whole = tuple(_wanted(sheet.article, None))
    for target, data in sorted(outputs.items()):
        if not target.endswith((".html", ".pdf", ".txt")) or target.startswith(PREVIEW):
            continue
        there = shown(target, data)
        is_teaser = target.startswith("newsletter/") and _form(target, sheet) == "teaser"
        place = 0
        for wanted in _wanted(sheet.article, TEASER) if is_teaser else whole:
            ahead = there.text.find(wanted.pieces[0], place) if len(wanted.pieces) == 1 else -1
            if ahead >= 0:  # most stand in the order of the article, each a little further on
                place = ahead
            elif not _is_shown(wanted, there, is_text=target.endswith(".txt")):
                said = remark(wanted.at, wanted.template, name=wanted.name, output=target)
                found.append(Fault(wanted.rule, said))
    return tuple(found)


def findings(faults: Sequence[Fault]) -> tuple[Finding, ...]:
    """Faults that only making shows, as findings."""
    if not faults:
        return ()
    from ...check.told.finding import findings as found  # noqa: PLC0415 - all rules, 100 ms: only where there are faults

    return found([(fault.rule, Severity.ERROR, fault.remark) for fault in faults], ())


def _form(target: str, sheet: Sheet) -> str:
    """The form of a mail: named in its target, else that of the settings."""
    parts = target.rpartition("/")[2].split(".")
    return "teaser" if "teaser" in parts[1:-1] else "full" if "full" in parts[1:-1] else sheet.settings.newsletter.form


def _wanted(article: Article, roles: frozenset[Role] | None) -> Iterator[Wanted]:
    """What an output must show; of some parts only where ``roles`` are given."""
    for section in article.sections:
        if roles is None or section.role in roles:
            yield from _of_section(section)
    for citation in article.sources:
        pieces = (citation.publisher, citation.title, citation.url)
        name = citation.title or citation.url
        yield Wanted("outputs/missing-source", "the source “{name}” is missing in {output}", name, pieces, citation.at)
    for tag in article.hashtags if roles is None else ():
        template = "the hashtag “#{name}” is missing in {output}"
        yield Wanted("outputs/missing-hashtag", template, tag.name, (tag.name,), tag.at)


def _of_section(section: Section) -> Iterator[Wanted]:
    if section.heading:
        template = "the heading “{name}” is missing in {output}"
        yield Wanted("outputs/missing-heading", template, section.title, tuple(_pieces(section.heading)), section.at)
    for block in section.blocks:
        for node in block.node.walk() if section.role is not Role.SOURCES and block.kind not in ITEMLESS else ():
            if node.tag == "li":
                own = [child for child in node.children if isinstance(child, str) or child.tag not in {"ul", "ol"}]
                template = "the list item “{name}” is missing in {output}"
                pieces = tuple(_pieces(own))
                yield Wanted("outputs/missing-list-item", template, " ".join(pieces)[:60], pieces, node.at)
        if block.kind is BlockKind.IMAGE:
            template = "the picture “{name}” is missing in {output}"
            alt = block.node.get("alt")
            yield Wanted("outputs/missing-picture", template, alt[:60], (alt,), block.at, is_picture=True)


def _pieces(children: Iterable[Node | str]) -> Iterator[str]:
    """The text of some nodes, cut where an output may put something of its own."""
    text = ""
    for child in children:
        if isinstance(child, str):
            text += child
        elif child.tag in APART:
            yield text
            text = ""
            yield from _pieces(child.children)
        else:
            inner = list(_pieces(child.children))
            text += inner[0] if inner else ""
            if len(inner) > 1:
                yield text
                yield from inner[1:-1]
                text = inner[-1]
    yield text


def _is_shown(wanted: Wanted, there: Shown, *, is_text: bool) -> bool:
    if wanted.is_picture:  # a mail links to a drawing
        return all(map(there.describes, wanted.pieces))
    if wanted.rule == "outputs/missing-source":
        return all(_is_cited(piece, there, is_text=is_text) for piece in wanted.pieces)
    return all(map(there.has, wanted.pieces))


def _is_cited(piece: str, there: Shown, *, is_text: bool) -> bool:
    """Whether a piece of a source is shown, or is the address of a link; a text part breaks long addresses."""
    if piece in there.text or there.leads_to(piece):
        return True
    return there.has(piece) or (is_text and piece in there.addresses.replace("\n", ""))
