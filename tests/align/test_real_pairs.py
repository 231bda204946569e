"""The alignment of real articles: how often it is right. The rates are printed (``pytest -rP``)."""

from __future__ import annotations

import sys

import pytest

from pipeline.align import align
from pipeline.align.content import Scale, of_block, of_section
from tests.articles import CORPORA, length, real_pairs, with_sections

if not CORPORA.is_dir():
    pytest.skip("the corpora of real pairs are not here", allow_module_level=True)

PAIRS = list(real_pairs(40))
SUBSTANTIAL = 150
"""Characters of a section that says something."""


def test_right_section_is_ranked_first() -> None:
    """Of all sections of the translation the right one is the most alike, by content alone."""
    right = total = 0
    for original, translation in PAIRS:
        sides = [
            [
                of_section(section, [of_block(b, made.language) for b in section.blocks], made.language)
                for section in made.sections
            ]
            for made in (original, translation)
        ]
        scale = Scale.of((*sides[0], *sides[1]))
        table = scale.table([scale.piece(text) for text in sides[0]], [scale.piece(text) for text in sides[1]])
        for place, section in enumerate(original.sections):
            if length(section) > SUBSTANTIAL:
                total += 1
                right += max(range(len(table[place])), key=table[place].__getitem__) == place
    sys.stdout.write(f"the right section is ranked first: {right} of {total} ({right / total:.2%})\n")
    assert right / total >= 0.98


def test_exchanged_neighbours_are_found() -> None:
    """Neighbours of real translations that were exchanged keep their partners, and one of them is moved."""
    right = total = 0
    for original, translation in PAIRS:
        sections = list(translation.sections)
        places = [
            i for i in range(1, len(sections) - 1) if min(length(sections[i]), length(sections[i + 1])) > SUBSTANTIAL
        ]
        clean = not any(
            pair.moved or not pair.original or not pair.translation for pair in align(original, translation).pairs
        )
        if not places or not clean:
            continue
        place = places[len(places) // 2]
        partners = {section.at: other.at for section, other in zip(original.sections, sections, strict=True)}
        sections[place], sections[place + 1] = sections[place + 1], sections[place]
        pairs = align(original, with_sections(translation, sections)).pairs
        total += 1
        right += sum(pair.moved for pair in pairs) == 1 and all(
            pair.original and pair.translation and partners[pair.original.at] == pair.translation.at for pair in pairs
        )
    sys.stdout.write(f"exchanged neighbours are found: {right} of {total} ({right / total:.2%})\n")
    assert right / total >= 0.95


def test_real_pairs_have_few_gaps() -> None:
    """Real pairs of as many sections are aligned without a gap or a move, but for the few that differ."""
    odd = sum(
        any(pair.moved or not pair.original or not pair.translation for pair in align(*each).pairs) for each in PAIRS
    )
    sys.stdout.write(f"pairs with a gap or a move: {odd} of {len(PAIRS)}\n")
    assert odd / len(PAIRS) <= 0.05


def test_removed_section_is_found() -> None:
    """A section taken out of a real translation is the one that is missing."""
    right = total = 0
    for original, translation in PAIRS:
        places = [i for i in range(1, len(translation.sections)) if length(translation.sections[i]) > SUBSTANTIAL]
        if not places or align(original, translation).only_in_original:
            continue
        place = places[len(places) // 2]
        sections = [section for i, section in enumerate(translation.sections) if i != place]
        missing = align(original, with_sections(translation, sections)).only_in_original
        total += 1
        right += [section.at for section in missing] == [original.sections[place].at]
    sys.stdout.write(f"removed sections are found: {right} of {total} ({right / total:.2%})\n")
    assert right / total >= 0.97
