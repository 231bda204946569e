"""Stories × outputs -> steps: every target is known before anything is made.

In: stories, cards, the families' outputs. Out: :class:`Step` values, each with its key; two that claim one target are an
error. The key is a hash over all that a file is made of: its value, its output, what its templates can reach, the
versions of our code and of the libraries.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from ..errors import UsageError
from ..findings import Message
from .digest import digest
from .sheets import sheets, spread
from .shelves import shelves

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..library import Library
    from ..model import Card
    from ..render.output import Output, Sheet
    from .sheets import Neighbours

FAMILIES = {
    "web": ("web", "citations"),
    "pdf": ("pdf",),
    "newsletter": ("newsletter",),
    "feeds": ("feeds",),
    "social": ("social",),
}
"""What ``--only`` can name, and the packages of ``render`` that make it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One file to be made: its path below the edition, its output, the value that it is made of, its key."""

    target: str
    output: Output
    value: Any
    key: str
    family: str


@dataclass(frozen=True, slots=True)
class Reach:
    """What keys hold beside the value: digests of code and libraries, and of what each template can reach."""

    code: str
    templates: tuple[tuple[str, str], ...]

    def key(self, output: Output, value: Any) -> str:  # noqa: ANN401 - any value of an output
        """The key of a step."""
        known = dict(self.templates)
        return digest((output.name, self.code, tuple(known[name] for name in output.templates), value))


def outputs(families: Iterable[str]) -> dict[str, tuple[Output, ...]]:
    """The outputs of each family; a family's package is loaded by its name."""
    return {
        family: tuple(
            output for name in FAMILIES[family] for output in import_module(f"pipeline.render.{name}").OUTPUTS
        )
        for family in families
    }


def story_steps(
    sheet_row: Sequence[Sheet], cards: dict[tuple[str, str], Card], made: dict[str, tuple[Output, ...]], reach: Reach
) -> Iterator[Step]:
    """The steps of one story."""
    both = spread(tuple(sheet_row))
    for family, row in made.items():
        for output in row:
            if output.scope == "Sheet":
                for sheet in sheet_row:
                    article = sheet.article
                    if output.wanted(cards[article.story, article.language]):
                        names = {"language": article.language, "slug": article.slug, "story": article.story}
                        yield Step(output.pattern.format(**names), output, sheet, reach.key(output, sheet), family)
            elif (
                output.scope == "Spread"
                and both
                and output.wanted(cards[both.left.article.story, both.left.article.language])
            ):
                names = {"story": both.left.article.story}
                yield Step(output.pattern.format(**names), output, both, reach.key(output, both), family)


def shelf_steps(neighbours: Neighbours, made: dict[str, tuple[Output, ...]], reach: Reach) -> Iterator[Step]:
    """The steps of everything that shows many articles."""
    for family, row in made.items():
        for output in row:
            if output.scope == "Shelf":
                for target, shelf in shelves(output.pattern, neighbours):
                    yield Step(target, output, shelf, reach.key(output, shelf), family)


def plan(
    library: Library, neighbours: Neighbours, made: dict[str, tuple[Output, ...]], reach: Reach, stories: Iterable[str]
) -> Iterator[Step]:
    """All steps, a story at a time; a target that two of them claim is an error."""
    cards = {(card.story, card.language.value): card for card in neighbours.cards}
    claimed: dict[str, str] = {}
    for step in _steps(library, neighbours, made, reach, stories, cards):
        by = (
            f"{step.output.name} ({step.value.article.manuscript.path})"
            if hasattr(step.value, "article")
            else step.output.name
        )
        if step.target in claimed:
            message = Message("{target} is claimed by {one} and by {other}: give one of them another slug")
            arguments = (("target", step.target), ("one", claimed[step.target]), ("other", by))
            raise UsageError(Message(message.template, arguments))
        claimed[step.target] = by
        yield step


def _steps(  # noqa: PLR0913, PLR0917 - the parts of a plan
    library: Library,
    neighbours: Neighbours,
    made: dict[str, tuple[Output, ...]],
    reach: Reach,
    stories: Iterable[str],
    cards: dict[tuple[str, str], Card],
) -> Iterator[Step]:
    for name in stories:
        row = sheets(library.story(name), neighbours)
        if row:
            yield from story_steps(row, cards, made, reach)
    yield from shelf_steps(neighbours, made, reach)
