"""Cards -> outlines: what the outputs of an article depend on, known before the article is read.

In: the cards of all that is published, addresses, digests of pictures. Out: an :class:`Outline` for each article. A
sheet is made of its outline and of the manuscripts and pictures whose digests it has, and of nothing else: the digest
of the outline is therefore the key of all that is made of the sheet.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ..store import digest_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..config import Settings
    from ..model import Card
    from .addresses import Addresses

RELATED = 3
"""Related stories that a page names."""
NEWEST = 50
"""Of so many articles of a concept the related ones are chosen: time grows with the stories, not with their square."""


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

    def of(self, story: str) -> tuple[Card, ...]:
        """The cards of a story."""
        return self._stories.get(story, ())

    def other(self, card: Card) -> Card | None:
        """The card of the same story in the other language."""
        return self._others.get(card.path)

    def page(self, card: Card) -> str:
        """The address of an article's page."""
        return self._pages[card.path]

    def of_concept(self, language: str, concept: str) -> tuple[Card, ...]:
        """The newest articles of a concept in a language, at most :data:`NEWEST`."""
        return self._concepts.get((language, concept), ())

    def near(self, card: Card) -> tuple[Card, ...]:
        """Cards in the same language that share concepts, itself among them: most shared first, then the newest."""
        asked = card.language.value, card.concepts
        if asked not in self._near:
            rows = [self.of_concept(card.language, concept) for concept in card.concepts]
            shared = Counter(each.path for row in rows for each in row)
            known = {each.path: each for row in rows for each in row}
            best = sorted(shared, key=lambda path: (-shared[path], _newest(known[path])))
            self._near[asked] = tuple(known[path] for path in best[: RELATED + 1])
        return self._near[asked]

    def at(self, path: str) -> Card | None:
        """The card of a manuscript, if its article is published."""
        return self._paths.get(path)

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
    def _concepts(self) -> dict[tuple[str, str], tuple[Card, ...]]:
        found: dict[tuple[str, str], list[Card]] = {}
        for card in sorted(self.cards, key=_newest):
            for concept in card.concepts if card.kind != "page" else ():
                row = found.setdefault((card.language, concept), [])
                if len(row) < NEWEST:
                    row.append(card)
        return {key: tuple(row) for key, row in found.items()}


def outlines(story: str, neighbours: Neighbours) -> tuple[Outline, ...]:
    """An outline for each article of a story that is published, the original first."""
    original = neighbours.settings.publication.original
    cards = sorted(neighbours.of(story), key=lambda card: (card.language != original, card.language))
    return tuple(_outline(card, neighbours) for card in cards)


def _outline(card: Card, neighbours: Neighbours) -> Outline:
    other = neighbours.other(card)
    linked = {path: neighbours.page(at) for path in card.links if (at := neighbours.at(path))}
    return Outline(
        card=card,
        other=other,
        manuscripts=(card.digest, other.digest if other else ""),
        related=tuple(each for each in neighbours.near(card) if each is not card)[:RELATED],
        addresses=tuple(sorted({**_addresses(card, other, neighbours), **linked}.items())),
        tags=tuple((concept, neighbours.addresses.tag(card.language, concept)) for concept in card.concepts),
        pictures=tuple((path, found) for path in card.pictures if (found := neighbours.picture(unquote(path)))),
    )


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


def fingerprint(outline: Outline) -> str:
    """The digest of an outline: of the faces of its cards, and of all else in it."""
    lines = [outline.card.face, outline.other.face if outline.other else "", *outline.manuscripts]
    lines += [f"related {card.face}" for card in outline.related]
    lines += [f"address {name} {address}" for name, address in outline.addresses]
    lines += [f"tag {concept} {address}" for concept, address in outline.tags]
    lines += [f"picture {path} {digest}" for path, digest in outline.pictures]
    return digest_of("\n".join(lines).encode("utf-8", "surrogatepass"))


def _day(card: Card) -> int:
    return (card.date.date() if isinstance(card.date, dt.datetime) else card.date).toordinal()


def _newest(card: Card) -> tuple[int, str]:
    return -card.modified.toordinal(), card.story
