"""hashtags.toml -> Concepts: which hashtag of one language answers which of the other.

In: the text of the file. Out: frozen :class:`Concepts`, or a SettingsError with file and line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from .. import toml
from ..findings import Message
from ..frozen import dataclass
from ..model import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

TAG = re.compile(r"[^\W\d_][^\W_]{0,49}")
"""A tag as hashtags.toml may name it: a letter, then letters and digits; umlauts are spelled out like an article's."""
SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})

Fault = tuple[tuple[str, ...], Message]


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

    def answer(self, tag: str, language: Language, other: Language) -> str:
        """The tag by which another language names the concept of a tag; nothing if the table does not say."""
        name = self.concept(tag, language)
        return next((tags[0] for entry in self.entries if entry.name == name and (tags := entry.of(other))), "")


def load(text: str, path: str) -> Concepts:
    """The concepts of a file; all of its faults at once."""
    data = toml.parse(text, path)
    if faults := [(toml.place(text, path, keys), message) for keys, message in _faults(data)]:
        raise toml.refused(faults)
    return Concepts(tuple(_concept(name, table) for name, table in data.items()))


def _concept(name: str, table: dict[str, list[str]]) -> Concept:
    tags = ((Language(language), tuple(_name(tag) for tag in given)) for language, given in table.items())
    return Concept(name, tuple(tags))


def _name(tag: str) -> str:
    return tag.removeprefix("#").translate(SPELLED_OUT)


def _faults(data: dict[str, Any]) -> Iterator[Fault]:
    """What cannot be meant: no table, an unknown language, no list of tags, a tag of two concepts."""
    seen: dict[tuple[str, str], str] = {}
    for name, table in data.items():
        if not isinstance(table, dict):
            yield (name,), Message("a table is expected here: [{name}]", (("name", name),))
            continue
        for language, tags in table.items():
            if language not in {str(known) for known in Language}:
                known = ", ".join(Language)
                yield (
                    (name, language),
                    Message("“{name}” is unknown; known: {known}", (("known", known), ("name", language))),
                )
            elif not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
                yield (name, language), Message("a list of hashtags is expected here")
            else:
                yield from _tags(name, language, tags, seen)


def _tags(name: str, language: str, tags: list[str], seen: dict[tuple[str, str], str]) -> Iterator[Fault]:
    for tag in tags:
        if not TAG.fullmatch(_name(tag)):
            yield (name, language), Message("“{tag}” is no hashtag", (("tag", tag),))
        other = seen.setdefault((language, _name(tag).casefold()), name)
        if other != name:
            yield (name, language), Message("“{tag}” is named by “{other}” already", (("other", other), ("tag", tag)))
