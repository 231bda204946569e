"""Stories × outputs -> steps: every target is known before anything is made.

In: stories, cards, the families' outputs. Out: :class:`Step` values, each with its key; two that claim one target are
an error. The key is a hash over all that a file is made of: its value, its output, what its templates can reach, the
versions of our code and of the libraries.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from ..errors import UsageError
from ..findings import Message
from .sheets import sheets, spread
from .shelves import shelves

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..library import Library
    from ..model import Article, Card
    from ..render.output import Output, Sheet
    from .reach import Reach
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
    """One file to be made: its path below the edition, its output, the value that it is made of, its key.

    ``articles`` are those that it shows whole, by story and language; ``languages`` those that it is in.
    """

    target: str
    output: Output
    value: Any
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
                        yield _step(output.pattern.format(**names), output, sheet, reach, family, (article,))
            elif (
                output.scope == "Spread"
                and both
                and output.wanted(cards[both.left.article.story, both.left.article.language])
            ):
                names = {"story": both.left.article.story}
                shown = (both.left.article, both.right.article)
                yield _step(output.pattern.format(**names), output, both, reach, family, shown)


def _step(  # noqa: PLR0913, PLR0917 - the parts of a step
    target: str,
    output: Output,
    value: Any,  # noqa: ANN401 - any value of an output
    reach: Reach,
    family: str,
    shown: Sequence[Article],
) -> Step:
    languages = {article.language.value for article in shown}
    if not shown and value.language:
        languages = {value.language.value}
    articles = frozenset((article.story, article.language.value) for article in shown)
    return Step(target, output, value, reach.key(output, value), family, articles, frozenset(languages))


def shelf_steps(neighbours: Neighbours, made: dict[str, tuple[Output, ...]], reach: Reach) -> Iterator[Step]:
    """The steps of everything that shows many articles."""
    for family, row in made.items():
        for output in row:
            if output.scope == "Shelf":
                for target, shelf in shelves(output.pattern, neighbours):
                    yield _step(target, output, shelf, reach, family, ())


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
