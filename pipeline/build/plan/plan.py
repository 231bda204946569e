"""Cards x outputs -> steps, before anything is read or rendered.

In: the cards of all that is published, the outputs. Out: a step for each file, with its key; two steps that claim one
target are an error. The key is a hash over all that a file is made of: the outline or the cards that it shows, its
output, what its templates can reach, settings, code and libraries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...errors import UsageError
from ...findings import Message
from ...render.output import Cover
from . import covers
from .outlines import Subject, fingerprint, ordered
from .shelves import Board, boards

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...model import Card
    from ...render.output import Output, Sheet, Shelf, Spread
    from .outlines import Neighbours
    from .reach import Reach

    Value = Sheet | Cover | Spread | Shelf

Source = Subject | Cover | Board
"""What a step's value is made of; a cover is one already."""
SCOPES = ("Sheet", "Cover", "Spread", "Shelf")
"""What outputs see."""


class Step(NamedTuple):
    """One file to be made: its path below the edition, its output, what its value is made of, its key.

    ``cards`` are those of the articles that it shows whole.
    """

    target: str
    output: Output
    source: Source
    key: str
    family: str
    cards: tuple[Card, ...]

    @property
    def articles(self) -> frozenset[tuple[str, str]]:
        """The articles that it shows whole, by story and language; made when asked for: a story has nine steps."""
        return frozenset((card.story, card.language) for card in self.cards)

    @property
    def languages(self) -> frozenset[str]:
        """The languages that it is in."""
        if isinstance(self.source, Board):
            return frozenset([self.source.language] if self.source.language else ())
        return frozenset(card.language for card in self.cards)


def plan(
    neighbours: Neighbours, made: dict[str, tuple[Output, ...]], reach: Reach, stories: Iterable[str]
) -> Iterator[Step]:
    """All steps, a story at a time, then all that shows many; a target that two of them claim is an error."""
    claimed: dict[str, Step] = {}
    for step in _steps(neighbours, made, reach, stories):
        first = claimed.setdefault(step.target, step)
        if first is not step:
            arguments = (("target", step.target), ("one", _name(first)), ("other", _name(step)))
            template = "{target} is claimed by {one} and by {other}: give one of them another slug"
            raise UsageError(Message(template, arguments))
        yield step


def _name(step: Step) -> str:
    if isinstance(step.source, Subject) and len(step.source.cards) == 1:
        return f"{step.output.name} ({step.source.cards[0].path})"
    return step.output.name


def _steps(
    neighbours: Neighbours, made: dict[str, tuple[Output, ...]], reach: Reach, stories: Iterable[str]
) -> Iterator[Step]:
    every = [(family, output) for family, row in made.items() for output in row]
    sheets, fronts, spreads, shelves = ([row for row in every if row[1].scope == scope] for scope in SCOPES)
    for name in stories:
        row = ordered(name, neighbours)
        keys = {card.language: fingerprint(card, neighbours) for card in row}
        for card in row:
            own = (card,)
            yield from _of(own, Subject(own, neighbours), keys[card.language], sheets, reach)
            front = covers.cover(card, neighbours)
            yield from _of(own, front, covers.fingerprint(front), fronts, reach)
        if len(row) > 1:
            both = tuple(sorted(row, key=lambda card: card.language)[:2])
            key = "".join(keys[card.language] for card in both)
            yield from _of(both, Subject(both, neighbours), key, spreads, reach)
    for family, output in shelves:
        for target, board in boards(output, neighbours):
            yield Step(target, output, board, reach.key(output, board.fingerprint), family, ())


def _of(
    cards: tuple[Card, ...], source: Source, key: str, made: Iterable[tuple[str, Output]], reach: Reach
) -> Iterator[Step]:
    """The steps of one value: they follow each other."""
    card = cards[0]
    names = {"language": card.language, "slug": card.slug, "story": card.story}
    for family, output in made:
        if output.wanted(card):
            target = output.pattern.format_map(names)
            yield Step(target, output, source, reach.key(output, key), family, cards)
