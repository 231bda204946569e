"""The texts of a pair that are compared fact by fact: front matter, headings and blocks, section by section.

In: a translation. Out: :class:`Sides`, the passages of two sections that answer each other.

Of a picture its description and caption are prose; code is none; the source list has rules of its own; a section that
exists in one language on purpose is left out. Blocks without a counterpart are marked: what is lost with them is said
once, by the rule about the block.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...facts.place import place
from ...frozen import dataclass
from ...model import BlockKind, Node, Role, Span
from ..once import once
from .captions import abbreviations, captions
from .foreign import both, without_other_lines
from .shapes import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ...model import Article, Block, Section, Translation

SILENT = frozenset((BlockKind.CODE, BlockKind.RULE))
CODE = frozenset(("code", "kbd", "samp", "pre"))
MACRO = re.compile(
    r"\{:[^{}\n]*\}"
    r"|\{\{[<%]\s*(?P<call>highlight|code)\b.*?\{\{[<%]\s*/\s*(?P=call)\s*[>%]\}\}"
    r"|\{%-?\s*(?P<tag>highlight|raw|code|verbatim)\b.*?\{%-?\s*end(?P=tag).*?%\}"
    r"|\{\{.*?\}\}|\{%.*?%\}",
    re.DOTALL,
)
"""Attribute lists, and the macros of other tools with the code between them: nothing of it is prose."""
DEEP = 20
"""Lines that the last entry of the front matter may have."""
CAPTION = 100_000
"""What is added to a pair's number for each text beside its blocks' own: the first answers the first. No section has
as many blocks."""
SHORT = 3
"""Letters of a piece that may stand inside of a word by chance: „`n`“ in „werden“."""
HIDDEN = "\ufffc"
"""Stands for each character of what is no prose, so that places stay the same."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading or a block: its article, text and place; ``pair`` numbers the block pair, -1 is the heading.

    ``text`` has code and words of another language hidden, ``raw`` has them; places in both are the same. Of a piece of
    a block, ``whole`` is what it is cut from, and ``begins`` the place where: what stands before it would be copied for
    each of the ten thousand items of a list.
    """

    article: Article
    text: str
    raw: str
    kind: BlockKind | None
    at: Span
    pair: int
    is_gap: bool
    whole: str = ""
    begins: int = 0

    def span(self, start: int, end: int) -> Span:
        """The place of a piece of the text in the manuscript."""
        piece = self.raw[start:end]
        return place(self.article, self.at, piece, (self.whole or self.raw).count(piece, 0, self.begins + start))

    def part(self, start: int, end: int, text: str | None = None) -> Passage:
        """A piece of this passage, such as an item of a list; or another text at its place."""
        raw = self.raw[start:end] if text is None else text
        said = self.text[start:end] if text is None else text
        whole, begins = (self.whole or self.raw, self.begins + start) if text is None else ("", 0)
        return Passage(self.article, said, raw, self.kind, self.at, self.pair, self.is_gap, whole, begins)


@dataclass(frozen=True, slots=True)
class Sides:
    """Two sections that answer each other, as passages; the front matter is one more, all footnotes another."""

    here: Section
    there: Section
    original: tuple[Passage, ...]
    translation: tuple[Passage, ...]

    @property
    def pairs(self) -> Iterator[tuple[tuple[Passage, ...], tuple[Passage, ...]]]:
        """Passages that answer each other; neither side is empty."""
        left, right = _by_pair(self.original), _by_pair(self.translation)
        for number in sorted(left.keys() & right.keys()):
            yield tuple(left[number]), tuple(right[number])


def answer(each: Sides, passage: Passage) -> Span:
    """Where the translation says what a passage says, or would: the block that answers, else the section."""
    (known,) = _answers(each)
    return known.get(passage.pair, each.there.at)


@once
def _answers(each: Sides) -> Iterator[dict[int, Span]]:
    """Where each block pair begins in the translation."""
    yield {passage.pair: passage.at for passage in reversed(each.translation)}


def _by_pair(passages: Iterable[Passage]) -> dict[int, list[Passage]]:
    found: dict[int, list[Passage]] = {}
    for passage in passages:
        found.setdefault(passage.pair, []).append(passage)
    return found


@once
def sides(pair: Translation) -> Iterator[Sides]:
    """The sections of a pair that answer each other."""
    for here, there, blocks in both(pair):
        if here.only or there.only:
            continue
        left = [*_heading(pair.original, here)]
        right = [*_heading(pair.article, there)]
        for number, each in enumerate(blocks) if Role.SOURCES not in (here.role, there.role) else ():
            left += _passages(pair.original, each.original, number, not each.translation)
            right += _passages(pair.article, each.translation, number, not each.original)
        yield Sides(here, there, tuple(left), tuple(right))
    teasers = pair.original.sections[0], pair.article.sections[0]
    fronts = front_passages(pair.original), front_passages(pair.article)
    known = set.intersection(*({passage.pair for passage in front} for front in fronts))
    if known:
        yield Sides(*teasers, *(tuple(passage for passage in front if passage.pair in known) for front in fronts))
    notes = _notes(pair.original), _notes(pair.article)
    if len(notes[0]) == len(notes[1]) > 0:  # a note that is missing has a rule of its own
        yield Sides(*teasers, tuple(notes[0]), tuple(notes[1]))
    shorts = [[short for short, *_ in abbreviations(article)] for article in (pair.original, pair.article)]
    explained = [short for short in shorts[0] if short in shorts[1]]
    if explained:
        yield Sides(*teasers, *(_long_forms(article, explained) for article in (pair.original, pair.article)))


def _long_forms(article: Article, known: Sequence[str]) -> tuple[Passage, ...]:
    """What the known abbreviations of an article stand for."""
    return tuple(
        Passage(article, long, long, BlockKind.PARAGRAPH, at, known.index(short), is_gap=False)
        for short, long, at in abbreviations(article)
        if short in known
    )


@once
def passages(article: Article) -> Iterator[Passage]:
    """What one article says to readers: front matter, headings and blocks, footnotes."""
    yield from front_passages(article)
    for section in article.sections:
        yield from _heading(article, section)
        for number, block in enumerate(section.blocks) if section.role is not Role.SOURCES else ():
            yield from _passages(article, (block,), number, gap=False)
    yield from _notes(article)


@once
def front_passages(article: Article) -> Iterator[Passage]:
    """What the front matter says to readers; ``pair`` numbers it by what it is."""
    front = article.front
    has_title = any(name == "title" for name, _ in front.places)  # else it is the file's name, which nobody wrote
    letter = _entry(article, "newsletter")
    texts = [
        (None, front.title if has_title else "", _entry(article, "title")),
        (BlockKind.PARAGRAPH, front.description, _entry(article, "description")),
        (None, front.subject, letter),
        (BlockKind.PARAGRAPH, front.preheader, letter),
        (BlockKind.PARAGRAPH, front.image.alt if front.image else "", _entry(article, "image")),
        (None, _label(front.image.credit) if front.image else "", _entry(article, "image")),
        *((BlockKind.PARAGRAPH, update.text, _down(article, update.at)) for update in front.updates),
    ]
    for number, (kind, text, at) in enumerate(texts):
        if text and at != article.at:  # what is derived from the text is not judged again
            yield Passage(article, text, text, kind, at, number, is_gap=False)


def _entry(article: Article, key: str) -> Span:
    """Where an entry of the front matter stands."""
    at = article.place(key)
    return at if at == article.at else _down(article, at)


def _down(article: Article, at: Span) -> Span:
    """From a place in the front matter to the line before the next entry or update."""
    others = (*(other for _, other in article.front.places), *(update.at for update in article.front.updates))
    below = min((other.line for other in others if other.line > at.line), default=at.line + DEEP)
    return Span(at.path, at.line, at.column, (below - 1, 1))


def _label(credit: str) -> str:
    """What stands before the colon of a credit: behind it are names."""
    return credit.partition(":")[0] if ":" in credit else ""


def _notes(article: Article) -> list[Passage]:
    """The footnotes in the order of their numbers."""
    return [
        Passage(article, text, note.text, BlockKind.PARAGRAPH, note.at, number, is_gap=False)
        for number, note in enumerate(sorted(article.notes, key=lambda note: note.number))
        if (text := _hide(note.text, note.children, article.language))
    ]


def _heading(article: Article, section: Section) -> Iterator[Passage]:
    if section.title:
        text = _hide(section.title, section.heading, article.language)
        yield Passage(article, text, section.title, None, section.at, -1, is_gap=False)


def _passages(article: Article, blocks: Iterable[Block], number: int, gap: bool) -> Iterator[Passage]:  # noqa: FBT001 - a gap or not
    for block in blocks:
        if block.kind not in SILENT and block.text:
            text = _hide(block.text, block.node.children, article.language)
            if block.kind is BlockKind.QUOTE:
                text = without_other_lines(text, article.language, HIDDEN)
            yield Passage(article, text, block.text, block.kind, block.at, number, gap)
            for count, said in enumerate(captions(article, block), 1):
                own = number + count * CAPTION
                yield Passage(article, said, said, BlockKind.PARAGRAPH, block.at, own, gap)


def _hide(text: str, children: Iterable[Node | str], language: str) -> str:
    """The text with code, macros and words of another language hidden."""
    cursor, said = 0, text
    if "{" in text:
        said = MACRO.sub(lambda found: HIDDEN * len(found[0]), text)
    for piece in _no_prose(children, language):
        at = _found(piece, text, cursor)  # in code a macro may stand
        if at >= 0 and piece:
            cursor = at + len(piece)
            said = said[:at] + HIDDEN * len(piece) + said[cursor:]
    return said


def _found(piece: str, text: str, cursor: int) -> int:
    """Where a piece stands behind a place: a letter or two as a word of their own, if they do."""
    if len(piece) <= SHORT and piece.isalnum():
        alone = re.compile(rf"(?<!\w){piece}(?!\w)").search(text, cursor)
        if alone:
            return alone.start()
    return text.find(piece, cursor)


def _no_prose(children: Iterable[Node | str], language: str) -> Iterator[str]:
    for child in children:
        if not isinstance(child, Node):
            continue
        if child.tag in CODE or child.get("lang", language)[:2] != language[:2]:
            yield " ".join(words_of(child).split())
        else:
            yield from _no_prose(child.children, language)
