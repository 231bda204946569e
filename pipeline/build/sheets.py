"""A story -> what its outputs may see of it: a sheet for each article, a spread for both.

In: a story, the cards of all, which outputs there are, the pictures. Out: sheets, which hold everything that a page,
a PDF or a mail shows, so that nothing else is in reach.
"""

from __future__ import annotations

import hashlib
import posixpath
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ..model import Node
from ..render.output import Asset, Sheet, Spread

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from ..config import Settings
    from ..library import Story
    from ..model import Alignment, Article, Card
    from .addresses import Addresses

RELATED = 3
"""Related stories that a page names."""
NEWEST = 50
"""Of so many articles of a concept the related ones are chosen: time grows with the stories, not with their square."""


@dataclass(frozen=True, eq=False)
class Neighbours:
    """What the sheets of all stories share: cards that are published, addresses, which families are made."""

    cards: tuple[Card, ...]
    addresses: Addresses
    families: frozenset[str]
    settings: Settings
    content: Path

    def card(self, article: Article) -> Card | None:
        """The card of an article, if the article is published."""
        return next((card for card in self._of(article.story) if card.language == article.language), None)

    def other(self, card: Card) -> Card | None:
        """The card of the same story in the other language."""
        return next((each for each in self._of(card.story) if each.language != card.language), None)

    def of_concept(self, language: str, concept: str) -> tuple[Card, ...]:
        """The newest articles of a concept in a language, at most :data:`NEWEST`."""
        return self._concepts.get((language, concept), ())

    def _of(self, story: str) -> tuple[Card, ...]:
        return self._stories.get(story, ())

    @cached_property
    def _stories(self) -> dict[str, tuple[Card, ...]]:
        """The cards of each story: looked up, as a search for each article would be quadratic."""
        found: dict[str, tuple[Card, ...]] = {}
        for card in self.cards:
            found[card.story] = (*found.get(card.story, ()), card)
        return found

    @cached_property
    def _concepts(self) -> dict[tuple[str, str], tuple[Card, ...]]:
        found: dict[tuple[str, str], list[Card]] = {}
        for card in sorted(self.cards, key=lambda card: (-card.modified.toordinal(), card.story)):
            for concept in card.concepts if card.kind != "page" else ():
                row = found.setdefault((card.language, concept), [])
                if len(row) < NEWEST:
                    row.append(card)
        return {key: tuple(row) for key, row in found.items()}


def sheets(story: Story, neighbours: Neighbours) -> tuple[Sheet, ...]:
    """A sheet for each article of a story that is published."""
    alignment = story.translations[0].alignment if story.translations else None
    return tuple(
        _sheet(article, story, alignment, neighbours, card)
        for article in story.articles
        if (card := neighbours.card(article))
    )


def spread(both: tuple[Sheet, ...]) -> Spread | None:
    """Both articles of a story side by side: German always left."""
    alignment = both[0].alignment if len(both) > 1 else None
    if alignment is None:
        return None
    left, right = sorted(both, key=lambda sheet: sheet.article.language)[:2]
    return Spread(left, right, alignment)


def _sheet(article: Article, story: Story, alignment: Alignment | None, neighbours: Neighbours, card: Card) -> Sheet:
    other = neighbours.other(card)
    counterpart = story.article(other.language) if other else None
    return Sheet(
        article=article,
        counterpart=counterpart,
        alignment=alignment if counterpart else None,
        related=_related(card, neighbours),
        concepts=tuple(concept for _, concept in card.tagged),
        addresses=tuple(sorted({**_addresses(card, other, neighbours), **dict(_linked(article, neighbours))}.items())),
        tags=tuple((concept, neighbours.addresses.tag(card.language, concept)) for concept in card.concepts),
        assets=tuple(_assets(article, neighbours.content)),
        settings=neighbours.settings,
        tagged=card.tagged,
    )


def _addresses(card: Card, other: Card | None, neighbours: Neighbours) -> dict[str, str]:
    places, families = neighbours.addresses, neighbours.families
    page = places.page(card)
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
        found |= {"counterpart": places.page(other), "counterpart-front": places.front(other.language)}
        if card.kind != "page":
            found["parallel"] = places.of(f"site/parallel/{card.story}/index.html")
            if "pdf" in families:
                found["parallel-pdf"] = f"{found['parallel']}{card.story}.pdf"
    for key, story in neighbours.settings.publication.pages:
        target = next((c for c in neighbours.cards if c.story == story and c.language == card.language), None)
        if target:
            found[f"pages/{key}"] = places.page(target)
    return found


def _linked(article: Article, neighbours: Neighbours) -> Iterator[tuple[str, str]]:
    """The pages of the manuscripts that an article links, each as ``content/…``."""
    folder = posixpath.dirname(f"{article.language.value}/{article.story}")
    hrefs = {node.get("href").partition("#")[0] for node in _nodes(article) if node.tag == "a"}
    for given in sorted(href for href in hrefs if href.endswith(".md")):
        names = {f"content/{given}", f"content/{posixpath.normpath(posixpath.join(folder, given))}"}
        for card in neighbours.cards:
            if card.path in names:
                yield card.path, neighbours.addresses.page(card)


def _related(card: Card, neighbours: Neighbours) -> tuple[Card, ...]:
    """Cards in the same language that share concepts: most shared first, then the newest."""
    near = {each.story: each for concept in card.concepts for each in neighbours.of_concept(card.language, concept)}
    near.pop(card.story, None)
    own = set(card.concepts)
    best = sorted(
        near.values(), key=lambda each: (-len(own & set(each.concepts)), -each.modified.toordinal(), each.story)
    )
    return tuple(best[:RELATED])


def _assets(article: Article, content: Path) -> Iterator[Asset]:
    """The pictures that an article shows, each once; one that is missing is a finding of the checks."""
    for path in sorted(set(_pictures(article))):
        file = content / path
        if file.is_file():
            data = file.read_bytes()
            yield Asset(path, data, hashlib.sha256(data).hexdigest())


def _pictures(article: Article) -> Iterable[str]:
    if article.front.image:
        yield article.front.image.src.removeprefix("../")
    for node in _nodes(article):
        if node.tag == "img":
            yield node.get("src").removeprefix("../")


def _nodes(article: Article) -> Iterator[Node]:
    tops = [block.node for section in article.sections for block in section.blocks]
    tops += [child for note in article.notes for child in note.children if isinstance(child, Node)]
    for top in tops:
        yield from top.walk()
