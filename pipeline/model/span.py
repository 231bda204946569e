"""A place in a file.

In: nothing. Out: :class:`Span`.
"""

from __future__ import annotations

from ..frozen import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file: path relative to the project with ``/``; lines and columns from 1.

    Columns count characters, a tab as one. ``end`` is the place behind the last character.
    """

    path: str
    line: int
    column: int = 1
    end: tuple[int, int] | None = None

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"
