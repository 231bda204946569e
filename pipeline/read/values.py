"""What front matter says before anybody asks what it means: texts, lists and tables that know their places.

In: places. Out: :class:`Scalar`, :class:`Sequence`, :class:`Mapping`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..frozen import dataclass

if TYPE_CHECKING:
    from ..model import Span


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, or what stands without quotation marks (``plain``): a date, a number, true, nothing.

    ``behind`` is what stands on the same line after it, where a comment may have swallowed a part.
    """

    text: str
    plain: bool
    at: Span
    behind: str = ""


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Value, ...]
    at: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value."""

    key: str
    value: Value
    at: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """A table, its keys in the order in which they stand; of a doubled key the first."""

    entries: tuple[Entry, ...]
    at: Span

    def get(self, key: str) -> Entry | None:
        """The entry of a key."""
        return next((entry for entry in self.entries if entry.key == key), None)


Value = Scalar | Sequence | Mapping
