"""entities.txt -> countries with their people, regions, faiths, parties and bodies of state, in both languages.

In: the data file beside this module. Out: :class:`Entity` values.

A kind stands in brackets above its lines; a line is „German = English“, its forms apart by commas. What stands behind a
tilde may be meant for the entity and is no sure sign of it: “court” for the Bundesgerichtshof. German adjectives stand
in small letters and without their endings. Of ministers the fields are given („Finanz Finanzen“, “finance”), of other
institutions patterns in German, as what they are stands at the end of a compound.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from ..frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

Forms = tuple[str, ...]

OFFICE, INSTITUTION = "office", "institution"
TITLED = frozenset(("authority", "board"))
"""The kinds whose English names stand in small letters, too."""
MINISTERS = ("minister", "ministerium", "ministerien")
HEADED = ("ministry", "minister", "department", "secretary", "ministers", "ministries")
LED = ("ministry of", "ministry for", "minister of", "minister for", "department of", "department for", "secretary of")
"""What stands behind the field of an office in English, and before it."""


@dataclass(frozen=True, slots=True, eq=False)
class Entity:
    """What it is called: in German, in English, and what else may mean it in either. Each is made once."""

    kind: str
    german: Forms
    english: Forms
    perhaps_german: Forms = ()
    perhaps_english: Forms = ()


@cache
def entities() -> tuple[Entity, ...]:
    """The entities of the data file."""
    text = resources.files(__package__).joinpath("entities.txt").read_text(encoding="utf-8")
    return tuple(_entities(text))


def _entities(text: str) -> Iterator[Entity]:
    kind = ""
    for line in text.splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
            continue
        (german, perhaps), (english, too) = (side.partition("~")[::2] for side in line.split(" = "))
        if kind == OFFICE:
            yield Entity(kind, tuple(_german_offices(german)), tuple(_offices(_forms(english))), (), _forms(too))
        elif kind == INSTITUTION:
            yield Entity(kind, (german.strip(),), *map(_forms, (english, perhaps, too)))
        elif kind in TITLED:
            yield Entity(kind, _forms(german), tuple(_titled(_forms(english))), _forms(perhaps), _forms(too))
        else:
            yield Entity(kind, *map(_forms, (german, english, perhaps, too)))


def _german_offices(fields: str) -> Iterator[str]:
    """„Finanzminister“, „Bundesfinanzministerium“, „Ministerium für Verkehr“, of the fields."""
    for field in fields.split():
        for joint in ("", "s"):
            for head in MINISTERS:
                yield from (f"{field}{joint}{head}", f"Bundes{field.lower()}{joint}{head}")
        for head in (
            "Ministerium",
            "Ministeriums",
            "Bundesministerium",
            "Bundesministeriums",
            "Minister",
            "Ministerin",
        ):
            yield from (f"{head} {word} {field}" for word in ("für", "der", "des"))


def _offices(fields: Forms) -> Iterator[str]:
    """“Ministry of Finance”, “Finance Ministry”, “finance minister”."""
    for field in fields:
        title = field.title() if field.islower() else field
        for head in HEADED:
            yield from (f"{field} {head}", f"{title} {head.capitalize()}", f"{title} {head}")
        for head in LED:
            large = head[0].upper() + head[1:]
            yield from (
                f"{each} {the}{word}" for each in (head, large) for the in ("", "the ") for word in (field, title)
            )


def _titled(forms: Forms) -> Iterator[str]:
    """“register office”, as a name and at the beginning of a sentence: “Register Office”, “Register office”."""
    for form in forms:
        name = " ".join(word[:1].upper() + word[1:] for word in form.split())
        yield from dict.fromkeys((form, name, form[:1].upper() + form[1:]))


def _forms(row: str) -> Forms:
    return tuple(form for each in row.split(",") if (form := each.strip()))
