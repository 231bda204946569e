"""A story in one language: its parts, and the whole.

In: the tree and the front matter. Out: :class:`Article` and the nouns that it is made of.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from ..frozen import dataclass
from .span import Span

if TYPE_CHECKING:
    from .front import Front
    from .language import Language
    from .role import Role
    from .tree import Block, Node


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
    """A question as the list (or the main question's place) words it; ``answer`` is its answer's heading by id."""

    children: tuple[Node | str, ...]
    text: str
    at: Span
    answer: str = ""


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
