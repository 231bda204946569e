"""How often the alignment is right: the right section ranked first, exchanged neighbours and removed sections found.

In: pairs of articles that have as many sections, none of them missing or moved: there the right section is the one in
the same place. Out: :class:`Rate` of each question.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.align import align
from pipeline.align.content import Scale, of_block, of_section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pipeline.model import Article, Section

    Couple = tuple[Article, Article]

SUBSTANTIAL = 150
"""Characters of a section that says something."""
PLACES = 3
"""Places of an article that are tried."""


@dataclass(frozen=True, slots=True)
class Rate:
    """How often something was right, of how many times."""

    name: str
    right: int
    total: int

    def __str__(self) -> str:
        share = self.right / self.total if self.total else 1.0
        return f"{self.name:44} {self.right:5} of {self.total:5}  {share:7.2%}"


def rates(couples: Iterable[Couple]) -> tuple[Rate, ...]:
    """The rates over those of the pairs in which nothing is missing or moved."""
    known = [couple for couple in couples if _is_plain(*couple)]
    return tuple(
        Rate(name, sum(found), len(found))
        for name, found in (
            ("right section ranked first, by content alone", [hit for each in known for hit in _ranked(*each)]),
            ("exchanged neighbours found", [hit for each in known for hit in _exchanged(*each)]),
            ("removed section found", [hit for each in known for hit in _removed(*each)]),
        )
    )


def _is_plain(original: Article, translation: Article) -> bool:
    if len(original.sections) != len(translation.sections):
        return False
    return all(each.original and each.translation and not each.moved for each in align(original, translation).pairs)


def _ranked(original: Article, translation: Article) -> Iterator[bool]:
    """Whether of all sections of the translation the one in the same place is the most alike."""
    sides = [
        [of_section(each, [of_block(b, made.language) for b in each.blocks], made.language) for each in made.sections]
        for made in (original, translation)
    ]
    scale = Scale.of((*sides[0], *sides[1]))
    table = scale.table(*([scale.piece(text) for text in side] for side in sides))
    for place, section in enumerate(original.sections):
        if _length(section) > SUBSTANTIAL:
            yield max(range(len(table[place])), key=table[place].__getitem__) == place


def _exchanged(original: Article, translation: Article) -> Iterator[bool]:
    """Whether exchanged neighbours keep their partners, and one of them is moved."""
    partners = {one.at: other.at for one, other in zip(original.sections, translation.sections, strict=True)}
    for place in _places(translation.sections, neighbours=True):
        sections = list(translation.sections)
        sections[place], sections[place + 1] = sections[place + 1], sections[place]
        pairs = align(original, replace(translation, sections=tuple(sections))).pairs
        yield sum(each.moved for each in pairs) == 1 and all(
            each.original and each.translation and partners[each.original.at] == each.translation.at for each in pairs
        )


def _removed(original: Article, translation: Article) -> Iterator[bool]:
    """Whether a section that was taken out is the one that is missing."""
    for place in _places(translation.sections, neighbours=False):
        sections = tuple(section for at, section in enumerate(translation.sections) if at != place)
        missing = align(original, replace(translation, sections=sections)).only_in_original
        yield [section.at for section in missing] == [original.sections[place].at]


def _places(sections: Sequence[Section], *, neighbours: bool) -> list[int]:
    """Some places behind the first, spread over the article, of sections that say something."""
    last = len(sections) - neighbours
    found = [at for at in range(1, last) if min(map(_length, sections[at : at + 1 + neighbours])) > SUBSTANTIAL]
    return found[:: max(1, len(found) // PLACES)][:PLACES]


def _length(section: Section) -> int:
    return sum(len(block.text) for block in section.blocks)
