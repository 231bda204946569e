"""What every key holds beside its value: our code, the libraries, and what each template can reach.

In: the theme, the outputs. Out: a :class:`Reach`. Nothing is declared by hand: a changed template makes anew exactly
what used it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .digest import digest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..render.output import Output
    from ..render.theme import Theme

PACKAGE = Path(__file__).parents[1]
LIBRARIES = ("babel", "css-inline", "jinja2", "markdown", "nh3", "pillow", "pydyf", "regex", "weasyprint")


@dataclass(frozen=True, slots=True)
class Reach:
    """Digests of code, style and fonts, and of what each template can reach."""

    code: str
    templates: tuple[tuple[str, str], ...]

    def key(self, output: Output, value: Any) -> str:  # noqa: ANN401 - any value of an output
        """The key of a step."""
        known = dict(self.templates)
        return digest((output.name, self.code, tuple(known[name] for name in output.templates), value))


def reach(theme: Theme, made: Iterable[Output]) -> Reach:
    """The reach of some outputs."""
    templates = sorted({name for output in made for name in output.templates})
    files = tuple(
        (name, hashlib.sha256(theme.file(name)).hexdigest())
        for folder in ("style", "fonts", "locale/de/LC_MESSAGES", "locale/en/LC_MESSAGES")
        for name in theme.names(folder)
    )
    return Reach(digest((versions(), files)), tuple((name, digest(theme.closure(name))) for name in templates))


@cache
def versions() -> tuple[str, ...]:
    """Our own code, and the libraries that outputs are made with."""
    code = hashlib.sha256()
    for path in sorted(PACKAGE.rglob("*.py")):
        code.update(path.relative_to(PACKAGE).as_posix().encode())
        code.update(path.read_bytes())
    return (code.hexdigest(), *(f"{name} {metadata.version(name)}" for name in LIBRARIES))
