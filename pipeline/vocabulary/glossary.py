"""glossary.toml -> Glossary: the publication's terms, German lemma to allowed and forbidden English.

In: the text of the file. Out: frozen :class:`Glossary`, or a SettingsError with file and line.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A German lemma, the English that may stand for it, and the English that must not."""

    lemma: str
    allowed: tuple[str, ...]
    forbidden: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Glossary:
    """The publication's terms."""

    terms: tuple[Term, ...] = ()
