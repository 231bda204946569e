"""glossary.toml -> Glossary: the publication's terms, German lemma to allowed and forbidden English.

In: the text of the file. Out: frozen :class:`Glossary`, or a SettingsError with file and line.

A table for each German lemma::

    [Sprachmodell]
    allowed = ["language model"]
    forbidden = ["speech model"]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import toml
from ..findings import Message
from ..frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

KEYS = ("allowed", "forbidden")


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


def load(text: str, path: str) -> Glossary:
    """The terms of a file; all of its faults at once."""
    data = toml.parse(text, path)
    if faults := [(toml.place(text, path, keys), message) for keys, message in _faults(data)]:
        raise toml.refused(faults)
    return Glossary(tuple(_term(lemma, table) for lemma, table in data.items()))


def _term(lemma: str, table: dict[str, list[str]]) -> Term:
    return Term(lemma, tuple(table.get("allowed", ())), tuple(table.get("forbidden", ())))


def _faults(data: dict[str, Any]) -> Iterator[tuple[tuple[str, ...], Message]]:
    for lemma, table in data.items():
        if not lemma.strip():
            yield (lemma,), Message("a German word is expected here")
        if not isinstance(table, dict):
            yield (lemma,), Message("a table is expected here: [{name}]", (("name", lemma),))
            continue
        if not table:
            yield (lemma,), Message("“{name}” says neither what is allowed nor what is forbidden", (("name", lemma),))
        for key, words in table.items():
            if key not in KEYS:
                known = ", ".join(KEYS)
                yield (lemma, key), Message("“{name}” is unknown; known: {known}", (("known", known), ("name", key)))
            elif not isinstance(words, list) or not all(isinstance(word, str) and word.strip() for word in words):
                yield (lemma, key), Message("a list of English words is expected here")
