"""What the front matter of an article says, as typed values.

In: places. Out: :class:`Front` and its parts.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from ..frozen import dataclass

if TYPE_CHECKING:
    import datetime as dt

    from .span import Span


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
