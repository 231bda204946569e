"""Cards -> outlines: what the outputs of an article depend on, known before the article is read.

In: the cards of all that is published, addresses, digests of pictures. Out: an :class:`Outline` for each article. A
sheet is made of its outline and of the manuscripts and pictures whose digests it has, and of nothing else: the digest
of what the outline is made of is therefore the key of all that is made of the sheet.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from ...store import digest_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ...config import Settings
    from ...model import Card
    from .addresses import Addresses

RELATED = 3
"""Related stories that a page names."""
NEWEST = 50
"""Of so many articles of a concept the related ones are chosen: time grows with the stories, not with their square."""
ADDRESSED = frozenset(("feeds", "pdf"))
"""Families that an article's addresses tell of: of all others it knows nothing."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What the outputs of one article depend on beside the settings.

    ``manuscripts`` are the digests of the article and its counterpart, ``pictures`` those of the pictures that it
    shows, by their paths below ``content/``.
    """

    card: Card
    other: Card | None
    manuscripts: tuple[str, ...]
    related: tuple[Card, ...]
    addresses: tuple[tuple[str, str], ...]
    tags: tuple[tuple[str, str], ...]
    pictures: tuple[tuple[str, str], ...]


@dataclass(frozen=True, eq=False)
class Neighbours:
    """What the outlines of all articles share: cards that are published, addresses, which families are made.

    ``picture`` gives the digest of a picture by its path below ``content/``; None if there is none.
    """

    cards: tuple[Card, ...]
    addresses: Addresses
    families: frozenset[str]
    settings: Settings
    picture: Callable[[str], str | None]
    _near: dict[tuple[str, tuple[str, ...]], tuple[Card, ...]] = field(default_factory=dict, repr=False)
    _shared: dict[str, str] = field(default_factory=dict, repr=False)

    def of(self, story: str) -> tuple[Card, ...]:
        """The cards of a story."""
        return self._stories.get(story, ())

    def other(self, card: Card) -> Card | None:
        """The card of the same story in the other language."""
        return self._others.get(card.path)

    def page(self, card: Card) -> str:
        """The address of an article's page."""
        return self._pages[card.path]

    def near(self, card: Card) -> tuple[Card, ...]:
        """Cards in the same language that share concepts, itself among them: most shared first, then the newest."""
        asked = card.language.value, card.concepts
        if asked not in self._near:
            shared = Counter(chain.from_iterable(self._ranks(card.language, concept) for concept in card.concepts))
            best = sorted(sorted(shared), key=shared.__getitem__, reverse=True)
            self._near[asked] = tuple([self._ranked[rank] for rank in best[: RELATED + 1]])
        return self._near[asked]

    def _ranks(self, language: str, concept: str) -> list[int]:
        """The newest articles of a concept in a language, at most :data:`NEWEST`, by their ranks among all."""
        return self._concepts.get((language, concept), [])

    def at(self, path: str) -> Card | None:
        """The card of a manuscript, if its article is published."""
        return self._paths.get(path)

    def shared(self, language: str) -> str:
        """What the addresses of all articles in a language depend on, in a line."""
        if language not in self._shared:
            pages = (f"{name} {address}" for name, address in self.pages(language))
            self._shared[language] = " ".join((*sorted(self.families & ADDRESSED), *pages))
        return self._shared[language]

    def pages(self, language: str) -> Iterator[tuple[str, str]]:
        """The addresses of the imprint and other pages that the settings name: in a language, else the one there is."""
        for key, story in self.settings.publication.pages:
            for card in sorted(self.of(story), key=lambda card: card.language != language)[:1]:
                yield f"pages/{key}", self.page(card)

    @cached_property
    def concepts(self) -> frozenset[tuple[str, str]]:
        """Each language with each concept that one of its articles has."""
        return frozenset((card.language.value, concept) for card in self.cards for concept in card.concepts)

    @cached_property
    def faces(self) -> dict[str, str]:
        """What indexes show of each manuscript's article: its face, and that of its counterpart."""
        others = {card.path: self.other(card) for card in self.cards}
        return {card.path: f"{card.face} {other.face if (other := others[card.path]) else ''}" for card in self.cards}

    @cached_property
    def newest(self) -> tuple[Card, ...]:
        """All cards, the newest publication first; of one day, by name."""
        return tuple(sorted(self.cards, key=lambda card: (-_day(card), card.story, card.language)))

    @cached_property
    def _stories(self) -> dict[str, tuple[Card, ...]]:
        """The cards of each story: looked up, as a search for each article would be quadratic."""
        found: dict[str, tuple[Card, ...]] = {}
        for card in self.cards:
            found[card.story] = (*found.get(card.story, ()), card)
        return found

    @cached_property
    def _others(self) -> dict[str, Card]:
        return {
            card.path: other for row in self._stories.values() for card in row for other in row if other is not card
        }

    @cached_property
    def _pages(self) -> dict[str, str]:
        return {card.path: self.addresses.page(card) for card in self.cards}

    @cached_property
    def _paths(self) -> dict[str, Card]:
        return {card.path: card for card in self.cards}

    @cached_property
    def _ranked(self) -> list[Card]:
        """All cards, the one that was changed last first."""
        return sorted(self.cards, key=lambda card: (-card.modified.toordinal(), card.story))

    @cached_property
    def _concepts(self) -> dict[tuple[str, str], list[int]]:
        found: dict[tuple[str, str], list[int]] = {}
        for rank, card in enumerate(self._ranked):
            for concept in card.concepts if card.kind != "page" else ():
                row = found.setdefault((card.language, concept), [])
                if len(row) < NEWEST:
                    row.append(rank)
        return found


def outlines(story: str, neighbours: Neighbours) -> tuple[Outline, ...]:
    """An outline for each article of a story that is published, the original first."""
    return tuple(outline(card, neighbours) for card in ordered(story, neighbours))


class Subject(NamedTuple):
    """The article of a sheet, or both of a spread, among their neighbours."""

    cards: tuple[Card, ...]
    neighbours: Neighbours

    @property
    def outlines(self) -> tuple[Outline, ...]:
        """What the value depends on."""
        return tuple(outline(card, self.neighbours) for card in self.cards)


def ordered(story: str, neighbours: Neighbours) -> tuple[Card, ...]:
    """The cards of a story that are published, the original first."""
    original = neighbours.settings.publication.original
    return tuple(sorted(neighbours.of(story), key=lambda card: (card.language != original, card.language)))


def outline(card: Card, neighbours: Neighbours) -> Outline:
    """The outline of an article."""
    other = neighbours.other(card)
    return Outline(
        card=card,
        other=other,
        manuscripts=(card.digest, other.digest if other else ""),
        related=_related(card, neighbours),
        addresses=tuple(sorted({**_addresses(card, other, neighbours), **_linked(card, neighbours)}.items())),
        tags=tuple((concept, neighbours.addresses.tag(card.language, concept)) for concept in card.concepts),
        pictures=_pictures(card, neighbours),
    )


def fingerprint(card: Card, neighbours: Neighbours) -> str:
    """The digest of all that an outline is made of; the outline need not be made for it.

    Addresses follow from the settings, which every key holds, from the faces of the cards whose they are, and from the
    families that are made.
    """
    other = neighbours.other(card)
    lines = [neighbours.shared(card.language), card.face, other.face if other else ""]
    lines += [card.digest, other.digest if other else ""]
    lines += [f"related {each.face}" for each in _related(card, neighbours)]
    lines += [f"address {path} {address}" for path, address in _linked(card, neighbours).items()]
    lines += [f"picture {path} {digest}" for path, digest in _pictures(card, neighbours)]
    return digest_of("\n".join(lines).encode("utf-8", "surrogatepass"))


def _related(card: Card, neighbours: Neighbours) -> tuple[Card, ...]:
    return tuple([each for each in neighbours.near(card) if each is not card][:RELATED])


def _linked(card: Card, neighbours: Neighbours) -> dict[str, str]:
    return {path: neighbours.page(at) for path in card.links if (at := neighbours.at(path))}


def _pictures(card: Card, neighbours: Neighbours) -> tuple[tuple[str, str], ...]:
    return tuple([(path, found) for path in card.pictures if (found := neighbours.picture(unquote(path)))])


def _addresses(card: Card, other: Card | None, neighbours: Neighbours) -> dict[str, str]:
    places, families = neighbours.addresses, neighbours.families
    page = neighbours.page(card)
    found = {
        "page": page,
        "front": places.front(card.language),
        "root": places.base,
        "all": f"{places.front(card.language)}all/",
        "search": f"{places.front(card.language)}search/",
        "picture": f"{page}{card.slug}.png",
        "sources-csl": f"{page}sources.json",
        "sources-bib": f"{page}sources.bib",
    }
    if "feeds" in families:
        found |= {"feed": f"{found['front']}feed.xml", "json-feed": f"{found['front']}feed.json"}
    if "pdf" in families and card.kind != "page":
        found["pdf"] = places.pdf(card)
    if other:
        found |= {"counterpart": neighbours.page(other), "counterpart-front": places.front(other.language)}
        if card.kind != "page":
            found["parallel"] = places.of(f"site/parallel/{card.story}/index.html")
            if "pdf" in families:
                found["parallel-pdf"] = f"{found['parallel']}{card.story}.pdf"
    return {**found, **dict(neighbours.pages(card.language))}


def _day(card: Card) -> int:
    return (card.date.date() if isinstance(card.date, dt.datetime) else card.date).toordinal()
