"""What every key holds beside its value: our code, the libraries, and what each template can reach.

In: the theme, the outputs. Out: a :class:`Reach`. Nothing is declared by hand: a changed template makes anew exactly
what used it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..digest import digest
from ..store import digest_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..render.output import Output
    from ..render.theme import Theme
    from ..store import Store

TEMPLATES = "templates"
"""What the templates of each digest name."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What each output depends on beside its value, by the output's name, as one digest."""

    outputs: dict[str, str]

    def key(self, output: Output, source: str) -> str:
        """The key of a step whose value has this digest."""
        return digest_of(f"{self.outputs[output.name]} {source}".encode())


def reach(theme: Theme, made: Iterable[Output], program: str, store: Store) -> Reach:
    """The reach of some outputs, made by a program (:mod:`.program`); the store knows templates that were parsed.

    All of them depend on code, libraries, settings, style, fonts and catalogues; each on the templates that its own
    can reach.
    """
    files = tuple(
        (name, digest_of(theme.file(name)))
        for folder in ("style", "fonts", "locale/de/LC_MESSAGES", "locale/en/LC_MESSAGES")
        for name in theme.names(folder)
    )
    document = store.document(TEMPLATES)
    known = document if isinstance(document, dict) else {}
    count = len(known)
    common = digest((program, theme.settings, files))
    found = {
        output.name: digest((output.name, common, tuple(theme.closure(name, known) for name in output.templates)))
        for output in made
    }
    if len(known) != count:
        store.keep(TEMPLATES, known)
    return Reach(found)
