"""The little that other pages need of an article.

In: dates, names and addresses. Out: :class:`Card`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..frozen import dataclass
from .front import Origin, TranslationOrigin

if TYPE_CHECKING:
    import datetime as dt

    from .front import Author, Picture, Update
    from .language import Language


@dataclass(frozen=True, slots=True)
class Card:
    """The little that other pages need of an article. ``digest`` is its manuscript's.

    ``headings`` are joined, as they are for the search alone; ``sources`` is the number of its citations;
    ``tagged`` gives the concept of each hashtag; ``subject`` and ``preheader`` are those of its mail. ``links`` are the
    manuscripts that it links, ``pictures`` what it shows, below ``content/``, ``files`` all that it names of
    ``media/``; ``origin``, ``translation``, ``translator`` and ``editor`` are what its label says. ``face`` is the
    SHA-256 of what neighbours see of it: of all fields but the digest, the links, the pictures and the
    files, so that a typing error in its text does not change theirs.
    """

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
    headings: str
    words: int
    digest: str
    sources: int = 0
    subject: str = ""
    preheader: str = ""
    tagged: tuple[tuple[str, str], ...] = ()
    links: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    origin: Origin = Origin.HUMAN
    translation: TranslationOrigin = TranslationOrigin.HUMAN
    translator: str = ""
    editor: str = ""
    face: str = ""

    @property
    def by_machine(self) -> bool:
        """Whether a machine translated it and nobody has read it."""
        return self.translation is TranslationOrigin.MACHINE
