"""Cards -> shelves: what front pages, indexes, feeds, hashtag pages and the sitemap may see.

In: an output, the cards of all published articles. Out: the boards of the shelves that its pattern asks for,
each with its target.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ...frozen import dataclass
from ...render.output import Shelf
from ...store import digest_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ...model import Card, Language
    from ...render.output import Output
    from .outlines import Neighbours

PAGE = 50
"""Articles on a page of an index."""


@dataclass(frozen=True, slots=True)
class Board:
    """What a shelf is made of: its cards before they are put beside each other, where it stands."""

    language: Language | None
    cards: tuple[Card, ...]
    concept: str
    page: int
    pages: int
    addresses: tuple[tuple[str, str], ...]
    neighbours: Neighbours

    @property
    def shelf(self) -> Shelf:
        """The shelf; made only where a file is made of it."""
        neighbours = self.neighbours
        others = [other for card in self.cards if (other := neighbours.other(card))]
        shown = {(card.story, card.language.value): card for card in (*self.cards, *others)}
        return Shelf(
            language=self.language,
            cards=self.cards,
            counterparts=tuple(others) if self.language else (),
            concept=self.concept,
            page=self.page,
            pages=self.pages,
            addresses=self.addresses,
            links=tuple((name, neighbours.page(card)) for name, card in shown.items()),
            settings=neighbours.settings,
            now=_newest_moment(shown.values(), neighbours.settings.publication.timezone),
        )

    @property
    def fingerprint(self) -> str:
        """The digest of the shelf: of the faces of its cards and of what does not follow from them and the settings."""
        faces = self.neighbours.faces
        lines = [self.language or "", self.concept, f"{self.page} of {self.pages}"]
        lines += [f"{name} {address}" for name, address in self.addresses]
        lines += [faces[card.path] for card in self.cards]
        return digest_of("\n".join(lines).encode("utf-8", "surrogatepass"))


def boards(output: Output, neighbours: Neighbours) -> Iterator[tuple[str, Board]]:
    """Each target of an output with the board of its shelf."""
    pattern, shown = output.pattern, tuple(filter(output.wanted, neighbours.newest))
    if "{language}" not in pattern:
        yield pattern, _board(neighbours, None, shown, pattern)
        return
    for language, _ in neighbours.settings.publication.languages:
        cards = [card for card in shown if card.language == language]
        if "{alias}" in pattern:
            for card in cards:
                for alias in card.aliases:
                    target = pattern.format(language=language, alias=alias)
                    yield target, _board(neighbours, language, [card], target)
            continue
        listed = [card for card in cards if card.kind != "page"]
        if "{concept}" in pattern:
            for concept, chosen in sorted(_by_concept(listed).items()):
                yield from _paged(pattern, neighbours, language, chosen, concept)
        else:
            yield from _paged(pattern, neighbours, language, listed, "")


def _paged(
    pattern: str, neighbours: Neighbours, language: Language, cards: Sequence[Card], concept: str
) -> Iterator[tuple[str, Board]]:
    names = {"language": language, "concept": concept}
    if "{page}" not in pattern:
        target = pattern.format(**names)
        yield target, _board(neighbours, language, cards, target, concept)
        return
    pages = max(1, -(-len(cards) // PAGE))
    first = pattern.replace("{page}/", "").format(**names)
    targets = [first, *(pattern.format(**names, page=number) for number in range(2, pages + 1))]
    for number, target in enumerate(targets, 1):
        around = {
            "previous": targets[number - 2] if number > 1 else "",
            "next": targets[number] if number < pages else "",
        }
        chosen = cards[(number - 1) * PAGE : number * PAGE]
        yield target, _board(neighbours, language, chosen, target, concept, number, pages, around)


def _board(  # noqa: PLR0913, PLR0917 - a shelf has these parts
    neighbours: Neighbours,
    language: Language | None,
    cards: Sequence[Card],
    target: str,
    concept: str = "",
    page: int = 1,
    pages: int = 1,
    around: dict[str, str] | None = None,
) -> Board:
    found = _addresses(neighbours, language, target, concept, around or {})
    return Board(language, tuple(cards), concept, page, pages, tuple(sorted(found.items())), neighbours)


def _addresses(
    neighbours: Neighbours, language: Language | None, target: str, concept: str, around: dict[str, str]
) -> dict[str, str]:
    places = neighbours.addresses
    found = {"self": places.of(target), "root": places.base}
    found |= {name: places.of(path) for name, path in around.items() if path}
    for each, _ in neighbours.settings.publication.languages:
        found[f"front/{each}"] = places.front(each)
    if language is None:
        return found
    front = places.front(language)
    found |= {"front": front, "all": f"{front}all/", "search": f"{front}search/"}
    if "feeds" in neighbours.families:
        found |= {"feed": f"{front}feed.xml", "json-feed": f"{front}feed.json"}
    other = next((each for each, _ in neighbours.settings.publication.languages if each != language), None)
    if other:
        found["counterpart-front"] = places.front(other)
        if (other.value, concept) in neighbours.concepts:
            found["counterpart"] = places.tag(other, concept)
        elif not concept:
            found["counterpart"] = places.of(target.replace(f"site/{language}/", f"site/{other}/", 1))
    return {**found, **dict(neighbours.pages(language))}


def _by_concept(cards: Iterable[Card]) -> dict[str, list[Card]]:
    found: dict[str, list[Card]] = {}
    for card in cards:
        for concept in card.concepts:
            found.setdefault(concept, []).append(card)
    return found


def _newest_moment(cards: Iterable[Card], timezone: str) -> dt.datetime:
    """The newest date of any article, never the clock: the same manuscripts give the same bytes."""
    newest = max((card.modified for card in cards), default=dt.date(1970, 1, 1))
    return dt.datetime(newest.year, newest.month, newest.day, tzinfo=ZoneInfo(timezone))
