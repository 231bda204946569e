"""Outlines and shelves x outputs -> steps, before anything is read or rendered.

In: the cards of all that is published, the outputs. Out: a step for each file, with its key; two steps that claim one
target are an error. The key is a hash over all that a file is made of: the outline or the cards that it shows, its
output, what its templates can reach, settings, code and libraries.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from ..errors import UsageError
from ..findings import Message
from . import shelves
from .families import FAMILIES
from .outlines import fingerprint, outlines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..render.output import Output, Sheet, Shelf, Spread
    from .outlines import Neighbours, Outline
    from .reach import Reach

    Source = tuple[Outline, ...] | Shelf
    """What a step's value is made of: the outline of a sheet, both of a spread, a shelf as it is."""
    Value = Sheet | Spread | Shelf


@dataclass(frozen=True, slots=True)
class Step:
    """One file to be made: its path below the edition, its output, what its value is made of, its key.

    ``articles`` are those that it shows whole, by story and language; ``languages`` those that it is in.
    """

    target: str
    output: Output
    source: Source
    key: str
    family: str
    articles: frozenset[tuple[str, str]]
    languages: frozenset[str]


def outputs(families: Iterable[str]) -> dict[str, tuple[Output, ...]]:
    """The outputs of each family; a family's package is loaded by its name."""
    return {
        family: tuple(
            output for name in FAMILIES[family] for output in import_module(f"pipeline.render.{name}").OUTPUTS
        )
        for family in families
    }


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
    if isinstance(step.source, tuple) and len(step.source) == 1:
        return f"{step.output.name} ({step.source[0].card.path})"
    return step.output.name


def _steps(
    neighbours: Neighbours, made: dict[str, tuple[Output, ...]], reach: Reach, stories: Iterable[str]
) -> Iterator[Step]:
    for name in stories:
        yield from _of_story(outlines(name, neighbours), made, reach)
    for family, row in made.items():
        for output in (each for each in row if each.scope == "Shelf"):
            for target, shelf in shelves.shelves(output.pattern, neighbours):
                languages = frozenset([shelf.language.value] if shelf.language else ())
                key = reach.key(output, shelves.fingerprint(shelf))
                yield Step(target, output, shelf, key, family, frozenset(), languages)


def _of_story(row: tuple[Outline, ...], made: dict[str, tuple[Output, ...]], reach: Reach) -> Iterator[Step]:
    """The steps of a story: all that is made of one value follow each other."""
    digests = {outline.card.language: fingerprint(outline) for outline in row}
    both = tuple(sorted(row, key=lambda each: each.card.language)[:2])
    sources = [("Sheet", (outline,)) for outline in row] + ([("Spread", both)] if len(both) > 1 else [])
    for scope, source in sources:
        card = source[0].card
        names = {"language": card.language, "slug": card.slug, "story": card.story}
        key = "".join(digests[outline.card.language] for outline in source)
        articles = frozenset((outline.card.story, outline.card.language.value) for outline in source)
        languages = frozenset(language for _, language in articles)
        for family, each in made.items():
            for output in each:
                if output.scope == scope and output.wanted(card):
                    target = output.pattern.format(**names)
                    yield Step(target, output, source, reach.key(output, key), family, articles, languages)
