"""The sections of a translation are those of its original, in their order and at their level.

In: a pair of articles. Out: remarks on sections.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....model import Role
from ...answering.gaps import gap, parent, tops, wanted
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Alignment, Section, Span, Translation

HEAD = 2
"""The level of the headings that claim a role."""
SHOWN = frozenset((Role.KEY_POINTS, Role.CONCLUSION, Role.CALL_TO_ACTION, Role.UPDATE_NOTICE))
"""Parts that outputs show in a form of their own; others are missed by rules of their own."""


@rule(Severity.ERROR)
def missing_section(pair: Translation) -> Iterator[Remark]:
    """The translation lacks a section of the original.

    Why it matters: readers of the translation never learn what it says, and nothing shows them that it is missing.
    Sections are matched by what they say and do, not by their headings: a German “Fazit” is answered by an English
    “Conclusion”.

    Bad: `## Risiken` in German, and nothing that says the same in English.

    Good: a section for each of the original's; or `<!-- only de: concerns German law alone -->` under the heading
    of one that exists in one language on purpose.

    Repair: translate the section at the place that the finding names; if it is wanted in the original alone, write
    `<!-- only de: reason -->` under its heading there.
    """
    lost = [section for section in pair.alignment.only_in_original if not wanted(section, pair.original)]
    bare: Span | None = None
    for section, below in tops(lost, pair.original):
        at = gap(section, pair.alignment, pair.article)
        if bare == at and not below and not section.blocks:
            continue  # a row of bare headings that is missing in one place is one loss
        bare = None if section.blocks or below else at
        if below:
            yield remark(
                at,
                "no counterpart to “{heading}” and the {count} sections below it",
                related=section.at,
                heading=section.title,
                count=below,
            )
        else:
            yield remark(at, "no counterpart to “{heading}”", related=section.at, heading=section.title)


@rule(Severity.ERROR)
def extra_section(pair: Translation) -> Iterator[Remark]:
    """The translation has a section that the original lacks.

    Why it matters: the languages say different things; often the original lost a section, or was never updated.

    Bad: `## Background` in English, and nothing that says the same in German.

    Good: the same sections in both; or `<!-- only en: explains German institutions -->` under its heading.

    Repair: add the section to the original, or remove it here; if it is wanted here alone, write
    `<!-- only en: reason -->` under its heading.
    """
    added = [section for section in pair.alignment.only_in_translation if not wanted(section, pair.article)]
    for section, _below in tops(added, pair.article):
        yield remark(
            section.at,
            "the original has nothing that corresponds to “{heading}”",
            related=gap(section, pair.alignment, pair.original, translation=False),
            heading=section.title,
        )


@rule(Severity.ERROR)
def moved_section(pair: Translation) -> Iterator[Remark]:
    """A section stands elsewhere than in the original.

    Why it matters: the languages argue in different orders, and references such as “above” become wrong.

    Bad: risks before benefits in German, benefits before risks in English.

    Good: the same order in both. A glossary that each language sorts by its own alphabet is in order.

    Repair: move the section to the place that it has in the original.
    """
    moved = {each.translation.at: each for each in pair.alignment.pairs if each.moved and each.translation}
    for each in moved.values():
        section, original = each.translation, each.original
        if section is None or original is None:
            continue
        above = parent(section, pair.article)
        if above is not None and above.at in moved:
            continue
        yield remark(
            section.at,
            "“{heading}” corresponds to “{original}”, which stands elsewhere in the original",
            related=original.at,
            heading=section.title,
            original=original.title,
        )


@rule(Severity.ERROR)
def level_differs(pair: Translation) -> Iterator[Remark]:
    """A heading has another level than its counterpart.

    Why it matters: contents, bookmarks and the reading order of screen readers follow the levels; a part that is a
    level too deep belongs to the wrong section.

    Bad: `## Risiken` in German, `### Risks` in English.

    Good: `## Risiken`, `## Risks`.

    Repair: give the heading the level of its counterpart.
    """
    shifts = _shifts(pair.alignment)
    for section, original, _ in ((b, a, c) for a, b, c in pair.alignment.both):
        shift = section.level - original.level
        above = parent(section, pair.article)
        inherited = above is not None and shifts.get(above.at) == shift
        if shift and not inherited and not _is_pulled_up(original, shift, pair):
            yield remark(
                section.at,
                "“{heading}” is a heading of level {here}, its counterpart of level {there}",
                related=original.at,
                heading=section.title,
                here=section.level,
                there=original.level,
            )


def _is_pulled_up(original: Section, shift: int, pair: Translation) -> bool:
    """Whether a heading took the level of the one above it, which is missing: that is one cause."""
    above = parent(original, pair.original)
    return above is not None and shift == above.level - original.level and above in pair.alignment.only_in_original


def _shifts(alignment: Alignment) -> dict[Span, int]:
    """How much deeper than its counterpart each heading of the translation is, by its place."""
    return {section.at: section.level - original.level for original, section, _ in alignment.both}


@rule(Severity.WARNING)
def role_differs(pair: Translation) -> Iterator[Remark]:
    """A part of the original has no such heading in the translation: it is no conclusion there, no call to action.

    Why it matters: outputs show key points, conclusion and call to action in a form of their own; what has lost its
    role is shown as any other section, or is missing where the part is asked for.

    Bad: `## Fazit: Ein Anfang` in German, `## A beginning` in English.

    Good: `## Conclusion: A beginning`, or `## A beginning {#conclusion}`.

    Repair: begin the heading with a word for the part, or give it the part's name as its id.
    """
    for original, section, _ in pair.alignment.both:
        lost = section.role is Role.ANALYSIS and original.role in SHOWN
        if lost and original.level == section.level == HEAD:
            yield remark(
                section.at,
                "“{heading}” is no {part}, its counterpart “{original}” is: write {{#{part}}} behind it",
                related=original.at,
                heading=section.title,
                part=str(original.role),
                original=original.title,
            )
