"""An `allow` comment suppresses something, now, and names a rule that exists.

In: what became of an `allow` comment in a run, or a pair. Out: remarks on comments that can go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model import Translation
    from ..told.suppression import Allowance


@rule(Severity.WARNING)
def unused(allowance: Allowance) -> Iterator[Remark]:
    """An `allow` comment suppresses nothing.

    Why it matters: the fault is gone, or the comment stands in the wrong place; what is left would hide the next fault.

    Bad: `<!-- allow parity/list-shape: two items merged -->` before a list that has the shape of its original.

    Good: the comment stands right before the block or heading that the finding names, and only while there is one.

    Repair: remove the comment, or move it before the block.
    """
    if allowance.judged and not allowance.used and not allowance.expired:
        yield remark(allowance.allow.at, "“allow {rule}” suppresses nothing: remove it", rule=allowance.allow.rule)


@rule(Severity.WARNING)
def expired(allowance: Allowance) -> Iterator[Remark]:
    """An `allow` comment was valid until a day that has passed.

    Why it matters: somebody meant to look again by that day; from then on its findings are shown.

    Bad: `<!-- allow numbers/missing until 2024-01-31: waiting for figures: … -->` in 2025.

    Good: a day in the future, or no `until`.

    Repair: mend what the comment hid and remove it, or set a new day.
    """
    if allowance.expired:
        day = allowance.allow.until.isoformat() if allowance.allow.until else ""
        yield remark(allowance.allow.at, "“allow {rule}” was valid until {day}", rule=allowance.allow.rule, day=day)


@rule(Severity.WARNING)
def unknown_rule(allowance: Allowance) -> Iterator[Remark]:
    """An `allow` comment names a rule that does not exist.

    Why it matters: it suppresses nothing, and nobody would notice.

    Bad: `<!-- allow parity/list-shapes: … -->`

    Good: `<!-- allow parity/list-shape: … -->`, or a whole family, `<!-- allow style: … -->`

    Repair: write the name that the finding shows; `zweiblatt rules` lists all.
    """
    if allowance.unknown:
        yield remark(
            allowance.allow.at,
            "no rule is called “{rule}”; the nearest is “{near}”"
            if allowance.nearest
            else "no rule is called “{rule}”; see zweiblatt rules",
            rule=allowance.allow.rule,
            near=allowance.nearest,
        )


@rule(Severity.WARNING)
def unused_only(pair: Translation) -> Iterator[Remark]:
    """An `only` comment stands in a section that both languages have, or names the other language.

    Why it matters: figures and names of such a section are not compared, and nobody knows.

    Bad: `<!-- only de: German law -->` under a heading of the English article, or of a section that is translated.

    Good: the comment in the language that it names, under the heading of a section that the other one lacks.

    Repair: remove the comment, or the section's counterpart.
    """
    paired = [each for original, section, _ in pair.alignment.both for each in (original, section)]
    for article in (pair.original, pair.article):
        for section in article.sections:
            if section.only is not None and (section.only.language != article.language or section in paired):
                yield remark(
                    section.only.at,
                    "“only {language}” stands in a section that the other language has, or does not name this one",
                    language=str(section.only.language),
                )
