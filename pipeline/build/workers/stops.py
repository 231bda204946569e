"""Templates and styles that were stopped, remembered for the rest of a build: none is tried for each page.

In: which template or print style sheet was stopped, for which file. Out: those that a file may not use any more, and
what is said of the files that were therefore not tried.

A template or style may be too much for one article only. So no other file of the same article is tried with it, and
files of other articles are given up when it was stopped for a second story. Each process learns by itself; what it made
tells the one that planned, which starts the next ones with it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...errors import GivenUpError, LimitError
from ...findings import Message
from .limits import STYLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...errors import ZweiblattError

    Shown = frozenset[tuple[str, str]]
    """The articles that a file shows whole, by story and language; of one that shows many, its own path."""

ENOUGH = 2
"""Stories for which a template was stopped, before it is given up."""


@dataclass(slots=True)
class Stops:
    """For each template: the files that it was stopped for, what they show, and the files that were not tried."""

    targets: dict[str, dict[str, None]] = field(default_factory=dict)
    shown: dict[str, Shown] = field(default_factory=dict)
    untried: dict[str, dict[str, None]] = field(default_factory=dict)

    def note(self, error: object, target: str, articles: Shown) -> None:
        """Remember what became of a file, if a template was stopped or not tried; twice is as once."""
        if isinstance(error, GivenUpError):
            self.untried.setdefault(error.template, {})[target] = None
        elif isinstance(error, LimitError) and error.template:
            self.targets.setdefault(error.template, {})[target] = None
            self.shown[error.template] = self.shown.get(error.template, frozenset()) | _shown(target, articles)

    def barred(self, target: str, articles: Shown) -> frozenset[str]:
        """The templates that a file may not use."""
        mine = _shown(target, articles)
        return frozenset(
            template
            for template, shown in self.shown.items()
            if shown & mine or len({story for story, _ in shown}) >= ENOUGH
        )

    def tells(self, error: ZweiblattError) -> bool:
        """Whether an error is one of those that are told together."""
        return isinstance(error, GivenUpError) and error.template in self.untried

    def told(self) -> Iterator[ZweiblattError]:
        """What is said of the files that were not tried: once for each template."""
        for template, untried in self.untried.items():
            arguments = (
                ("name", template), ("count", str(len(untried))), ("first", next(iter(self.targets[template]), "?")),
            )  # fmt: skip
            said = (
                "the template {name} was stopped, first for {first}; {count} more files that need it were not tried: "
                "of the same article none is, and none at all after the second story"
            )
            style = (
                "PDFs with the style sheet {name} were stopped, first {first}; {count} more that need it were not "
                "tried: of the same article none is, and none at all after the second story"
            )
            yield GivenUpError(Message(style if template.endswith(STYLE) else said, arguments), template=template)


def _shown(target: str, articles: Shown) -> Shown:
    return articles or frozenset([(target, "")])
