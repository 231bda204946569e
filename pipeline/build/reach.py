"""What every key holds beside its value: our code, the libraries, and what each template can reach.

In: the theme, the outputs. Out: a :class:`Reach`. Nothing is declared by hand: a changed template makes anew exactly
what used it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..digest import digest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..render.output import Output
    from ..render.theme import Theme
    from ..store import Store

TEMPLATES = "templates"
"""What the templates of each digest name."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Digests of code, style and fonts, and of what each template can reach."""

    code: str
    templates: tuple[tuple[str, str], ...]

    def key(self, output: Output, source: str) -> str:
        """The key of a step whose value has this digest."""
        known = dict(self.templates)
        parts = (output.name, self.code, *(known[name] for name in output.templates), source)
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def reach(theme: Theme, made: Iterable[Output], program: str, store: Store) -> Reach:
    """The reach of some outputs, made by a program (:mod:`.program`); the store knows templates that were parsed."""
    templates = sorted({name for output in made for name in output.templates})
    files = tuple(
        (name, hashlib.sha256(theme.file(name)).hexdigest())
        for folder in ("style", "fonts", "locale/de/LC_MESSAGES", "locale/en/LC_MESSAGES")
        for name in theme.names(folder)
    )
    document = store.document(TEMPLATES)
    known = document if isinstance(document, dict) else {}
    count = len(known)
    closures = tuple((name, digest(theme.closure(name, known))) for name in templates)
    if len(known) != count:
        store.keep(TEMPLATES, known)
    return Reach(digest((program, theme.settings, files)), closures)
