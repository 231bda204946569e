"""hashtags.toml -> Concepts: which hashtag of one language answers which of the other.

In: the text of the file. Out: frozen :class:`Concepts`, or a SettingsError with file and line.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model import Language


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept and its tags per language (without ``#``); an empty tuple says: no tag here."""

    name: str
    tags: tuple[tuple[Language, tuple[str, ...]], ...]

    def of(self, language: Language) -> tuple[str, ...] | None:
        """The tags of a language; None if the table does not say."""
        return dict(self.tags).get(language)


@dataclass(frozen=True, slots=True)
class Concepts:
    """The table of concepts."""

    entries: tuple[Concept, ...] = ()

    def concept(self, tag: str, language: Language) -> str:
        """The concept that a tag names; a tag without entry is a concept of its own, in lower case."""
        folded = tag.casefold()
        for entry in self.entries:
            if any(folded == known.casefold() for known in entry.of(language) or ()):
                return entry.name
        return folded
