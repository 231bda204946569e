"""What an article is made of: frozen values that every step reads and none changes.

In: nothing; this module knows no other of ours. Out: the nouns of the whole program.

A value is complete when it is made. Every noun that stands in a file has ``at``, its place
there, printable as ``path:line:column``. A story has two depths, each complete: the
:class:`Card` that other pages need of an article, and the :class:`Article` itself.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Language(StrEnum):
    """A language that an article can be in; its value names folder and address."""

    DE = "de"
    EN = "en"


class Role(StrEnum):
    """What a section is for. The value is the id by which a heading can claim the role."""

    TEASER = "teaser"
    KEY_POINTS = "key-points"
    MAIN_QUESTION = "main-question"
    QUESTIONS = "questions"
    ANSWERS = "answers"
    ANALYSIS = "analysis"
    UPDATE_NOTICE = "update-notice"
    CONCLUSION = "conclusion"
    CALL_TO_ACTION = "call-to-action"
    SOURCES = "sources"
    HASHTAGS = "hashtags"


class BlockKind(StrEnum):
    """What a block is, as the reader sees it."""

    PARAGRAPH = "paragraph"
    LIST = "list"
    QUOTE = "quote"
    TABLE = "table"
    CODE = "code"
    IMAGE = "image"
    DEFINITIONS = "definitions"
    RULE = "rule"


class Origin(StrEnum):
    """Who wrote an article; shown in every output unless human (AI Act, Art. 50(4))."""

    HUMAN = "human"
    AI_ASSISTED = "ai-assisted"
    AI = "ai"


class TranslationOrigin(StrEnum):
    """Who made a translation."""

    HUMAN = "human"
    MACHINE = "machine"
    MACHINE_REVIEWED = "machine-reviewed"


class Translate(StrEnum):
    """What an original says of its translation: wanted, wanted later, never asked for."""

    NOW = "true"
    LATER = "later"
    NEVER = "false"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file: path relative to the project with ``/``; lines and columns from 1.

    Columns count characters, a tab as one. ``end`` is the place behind the last character.
    """

    path: str
    line: int
    column: int = 1
    end: tuple[int, int] | None = None

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Node:
    """An element of the article's tree: HTML's name for it, attributes, children, place.

    Two tags are our own, because each output writes them in its own way: ``note-ref``
    (attribute ``label``: a reference to a footnote) and ``citation`` (attribute ``key``: a
    ``[@key]`` in the text). A language span is a ``span`` with ``lang``; a picture is an ``img``
    with ``src`` (a path below ``content/``), ``alt`` and perhaps ``title``.
    """

    tag: str
    attributes: tuple[tuple[str, str], ...]
    children: tuple[Node | str, ...]
    at: Span

    def get(self, name: str, default: str = "") -> str:
        """The value of an attribute, or the default."""
        return next((value for key, value in self.attributes if key == name), default)

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in reading order."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list, quote, table, code or image that stands by itself in a section.

    ``text`` is what a reader reads of it: no marks, white space folded, list items, cells and
    paragraphs inside separated by a line break; a note reference or citation is not in it.
    Code keeps its lines.
    """

    kind: BlockKind
    node: Node
    text: str
    at: Span


@dataclass(frozen=True, slots=True)
class Only:
    """``<!-- only de: reason -->``: this section exists in one language on purpose."""

    language: Language
    reason: str
    at: Span


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what follows it, up to the next heading of any level.

    The first section of every article is its teaser: level 1, no heading, perhaps no blocks.
    ``role`` is that of the nearest heading of level 2, so a question's own heading (level 3)
    inside the answers has the role answers. ``id`` is the same in every output.
    """

    level: int
    role: Role
    id: str
    id_is_explicit: bool
    heading: tuple[Node | str, ...]
    title: str
    blocks: tuple[Block, ...]
    only: Only | None
    at: Span


@dataclass(frozen=True, slots=True)
class Question:
    """A question as the list (or the main question's place) words it."""

    children: tuple[Node | str, ...]
    text: str
    at: Span


@dataclass(frozen=True, slots=True)
class Citation:
    """One entry of the source list.

    ``number`` is the number in every output and language: cited sources in the order of their first citation,
    then the others as listed. ``key`` is empty if the entry has none. ``language`` is set where the title's
    differs from the article's. ``url`` and ``title`` are empty where they are missing.
    """

    number: int
    key: str
    publisher: str
    title: str
    url: str
    published: dt.date | None
    accessed: dt.date | None
    language: str
    cited: bool
    at: Span


@dataclass(frozen=True, slots=True)
class Hashtag:
    """A tag without its ``#``: ``written`` as in the manuscript, ``name`` as it is published."""

    written: str
    name: str
    at: Span


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its label, its number in the order of first reference, its content."""

    label: str
    number: int
    children: tuple[Node | str, ...]
    text: str
    at: Span


@dataclass(frozen=True, slots=True)
class Allow:
    """``<!-- allow family/rule: reason -->`` before a block, perhaps ``until 2027-03-31``.

    ``covers`` is the place of the block (or heading) that follows; None at the end of a file.
    """

    rule: str
    reason: str
    until: dt.date | None
    covers: Span | None
    at: Span


@dataclass(frozen=True, slots=True)
class Author:
    """A name, perhaps with an address."""

    name: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """The article's picture: path below ``content/``, description, credit."""

    src: str
    alt: str
    credit: str
    at: Span


@dataclass(frozen=True, slots=True)
class Update:
    """An entry of the update log; ``kind`` is ``update`` or ``correction``."""

    date: dt.date
    kind: str
    text: str
    at: Span


@dataclass(frozen=True, slots=True)
class Front:
    """The front matter as typed values; ``places`` gives where each given key stands."""

    title: str
    date: dt.date | dt.datetime
    description: str
    kind: str
    updates: tuple[Update, ...]
    authors: tuple[Author, ...]
    editor: str
    origin: Origin
    translate: Translate
    translation: TranslationOrigin
    translator: str
    slug: str
    aliases: tuple[str, ...]
    image: Picture | None
    subject: str
    preheader: str
    draft: bool
    places: tuple[tuple[str, Span], ...]


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The file of an article: its text with Unix line ends and no BOM, and its SHA-256.

    ``body`` is the line on which the Markdown begins, behind the front matter.
    """

    path: str
    text: str
    body: int
    digest: str


@dataclass(frozen=True, slots=True)
class Article:
    """A story in one language, whole."""

    story: str
    language: Language
    slug: str
    manuscript: Manuscript
    front: Front
    description: str
    sections: tuple[Section, ...]
    main_question: Question | None
    questions: tuple[Question, ...]
    sources: tuple[Citation, ...]
    hashtags: tuple[Hashtag, ...]
    notes: tuple[Note, ...]
    allows: tuple[Allow, ...]
    words: int

    @property
    def at(self) -> Span:
        """The manuscript's first line."""
        return Span(self.manuscript.path, 1)

    @property
    def published(self) -> dt.date:
        """The day of first publication."""
        date = self.front.date
        return date.date() if isinstance(date, dt.datetime) else date

    @property
    def modified(self) -> dt.date:
        """The newest date of the article: its last update, else its publication."""
        return max((update.date for update in self.front.updates), default=self.published)

    def place(self, key: str) -> Span:
        """Where a key of the front matter stands, else the manuscript's first line."""
        return next((span for name, span in self.front.places if name == key), self.at)


@dataclass(frozen=True, slots=True)
class BlockPair:
    """Blocks that answer each other: 1:1, 1:2 or 2:1; an empty side is a gap."""

    original: tuple[Block, ...]
    translation: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class SectionPair:
    """Sections that answer each other, with their blocks; None where one is missing.

    ``moved`` says that the pair was found by its content, out of the order of the others.
    """

    original: Section | None
    translation: Section | None
    blocks: tuple[BlockPair, ...]
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which section and block of the translation answers which of the original, in reading order."""

    pairs: tuple[SectionPair, ...]

    @property
    def both(self) -> tuple[tuple[Section, Section, tuple[BlockPair, ...]], ...]:
        """The pairs of which neither side is missing."""
        return tuple((p.original, p.translation, p.blocks) for p in self.pairs if p.original and p.translation)

    @property
    def only_in_original(self) -> tuple[Section, ...]:
        """Sections of the original without a counterpart."""
        return tuple(p.original for p in self.pairs if p.original and not p.translation)

    @property
    def only_in_translation(self) -> tuple[Section, ...]:
        """Sections of the translation without a counterpart."""
        return tuple(p.translation for p in self.pairs if p.translation and not p.original)


@dataclass(frozen=True, slots=True)
class Translation:
    """An original, its translation, and which part of one answers which of the other."""

    original: Article
    article: Article
    alignment: Alignment


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as other pages need it."""

    id: str
    level: int
    title: str


@dataclass(frozen=True, slots=True)
class Card:
    """The little that other pages need of an article. ``digest`` is its manuscript's."""

    story: str
    language: Language
    slug: str
    path: str
    kind: str
    title: str
    description: str
    date: dt.date | dt.datetime
    modified: dt.date
    updates: tuple[Update, ...]
    authors: tuple[Author, ...]
    image: Picture | None
    draft: bool
    aliases: tuple[str, ...]
    concepts: tuple[str, ...]
    hashtags: tuple[str, ...]
    headings: tuple[Heading, ...]
    words: int
    digest: str
