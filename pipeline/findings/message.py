"""Words that wait for their language.

In: nothing. Out: :class:`Message`.
"""

from __future__ import annotations

from ..frozen import dataclass

Argument = str | int


@dataclass(frozen=True, slots=True)
class Message:
    """An English template, ``no counterpart to “{heading}”``, and its arguments."""

    template: str
    arguments: tuple[tuple[str, Argument], ...] = ()

    def __str__(self) -> str:
        return self.template.format_map(dict(self.arguments))
