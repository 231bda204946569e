"""headings.toml -> the role of a section by the words of its heading.

In: the data file beside this module, what the settings add, a heading. Out: a :class:`~pipeline.model.Role`, or None.

What follows a colon or a spaced dash is ignored ("Fazit: Ein Anfang"), and so is what stands in brackets at the end
("Folgefragen (FAQs)"); the rest must be an entry.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ..model import Language, Role
from .tables import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Words = tuple[tuple[Language, str, tuple[str, ...]], ...]
"""As settings give them: language, role, headings."""

CUT = re.compile(r":\s|:$|\s[-–—]{1,3}\s")
BRACKETS = re.compile(r"\s*\([^()]*\)$")
MARKS = re.compile(r"[^\w\s]+")


def role_of(heading: str, language: Language, more: Words = ()) -> Role | None:
    """The role that a heading names, in its language or else in the other one."""
    folded = _folded(CUT.split(heading, maxsplit=1)[0])
    tables = _tables(more)
    for each in sorted(tables, key=lambda known: known is not language):
        if folded in tables[each]:
            return tables[each][folded]
    return None


def rest_of(heading: str) -> str:
    """What follows the colon or the spaced dash of a heading."""
    cut = CUT.search(heading)
    return heading[cut.end() :].strip() if cut else ""


@cache
def _tables(more: Words) -> Mapping[Language, Mapping[str, Role]]:
    tables = {language: dict(_entries(roles.items())) for language, roles in _shipped().items()}
    for language, role, headings in more:
        tables.setdefault(language, {}).update(_entries([(role, headings)]))
    return tables


@cache
def _shipped() -> dict[Language, dict[str, list[str]]]:
    return {Language(language): roles for language, roles in table("headings").items()}


def _entries(roles: Iterable[tuple[str, Iterable[str]]]) -> Iterable[tuple[str, Role]]:
    return ((_folded(heading), Role(role)) for role, headings in roles for heading in headings)


def _folded(heading: str) -> str:
    bare = BRACKETS.sub("", heading.strip())
    return " ".join(MARKS.sub(" ", bare or heading).casefold().split())
