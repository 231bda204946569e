"""What every key holds beside its value: our code, the libraries, and what each output can reach of the theme.

In: the theme, the outputs. Out: a :class:`Reach`. A changed template, style sheet, font or catalogue makes anew exactly
what uses it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ...digest import digest
from ...frozen import dataclass
from ...render.theme import Theme
from ...store import digest_of
from ..survey.families import outputs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...render.output import Output
    from ...store import Store
    from ..survey.wish import Wish

NAMES = "names"
"""What the templates and style sheets of each digest name."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What each output depends on beside its value, by the output's name, as one digest."""

    outputs: dict[str, str]

    def key(self, output: Output, source: str) -> str:
        """The key of a step whose value has this digest."""
        return digest_of(f"{self.outputs[output.name]} {source}".encode())


def reach(theme: Theme, made: Iterable[Output], program: str, store: Store) -> Reach:
    """The reach of some outputs, made by a program (:mod:`.program`); the store knows templates that were parsed.

    All of them depend on code, libraries and settings; each on the files of the theme that its own can reach.
    """
    document = store.document(NAMES)
    known = {key: row for key, row in document.items() if _is_named(row)} if isinstance(document, dict) else {}
    count = len(known)
    common = digest((program, theme.settings))
    files: dict[str, str] = {}
    found = {output.name: digest((output.name, common, theme.closure(output.uses, known, files))) for output in made}
    if len(known) != count:
        store.keep(NAMES, known)
    return Reach(found)


class Shared(NamedTuple):
    """What the steps of an edition share: the outputs of each family, what these depend on, the theme."""

    made: dict[str, tuple[Output, ...]]
    keys: Reach
    theme: Theme


def share(wish: Wish, families: Iterable[str]) -> Shared:
    """What all steps of some families share."""
    made = outputs(families)
    theme = Theme(wish.house.settings, wish.folders)
    every = (output for row in made.values() for output in row)
    return Shared(made, reach(theme, every, wish.memory.program, wish.memory.store), theme)


def _is_named(row: Any) -> bool:  # noqa: ANN401 - a JSON value
    """Whether this is what a file of the theme names: names alone."""
    return isinstance(row, list) and all(isinstance(name, str) and "\0" not in name for name in row)
