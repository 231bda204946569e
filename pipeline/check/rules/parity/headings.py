"""A heading says what the original's says, or what its section says.

In: a pair of articles. Out: remarks on headings about something else, and on those that answer another section's.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ....align.content import of_text
from ....align.words import spoken, tokens, words
from ....expressions import lasting
from ....facts.table import table
from ....model import BlockKind, Language, Role
from ....vocabulary.terms import compound, english, is_english
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Article, Section, Translation

    Text = frozenset[str]

FEW, ENOUGH = 2, 3
"""Words that a German heading must have, or an English one, all of which the dictionary knows."""

ASKING = {"wann": "when", "wie": "how", "warum": "why", "weshalb": "why", "woher": "where"}
"""Question words: headings that begin alike and go on otherwise are translated freely."""

LISTING = re.compile(
    r"\b(?:steps?|checklists?|lists?|tips?|points?|rules?|things|ways|order|guide|to-dos?|dos and don['’]ts)\b",
    re.IGNORECASE,
)
"""What a heading over a list may call it, whatever the original's does: “Step by step”."""


@rule(Severity.WARNING)
def heading_replaced(pair: Translation) -> Iterator[Remark]:
    """A heading says something that neither the original's heading nor the section says.

    Why it matters: it was pasted from elsewhere, and promises readers what the section does not hold.

    The dictionary must know the words of both headings, and none may answer another; nor may a word of the heading be
    in its section, in either language, as those of free translations are.

    Bad: `## Was die Zahlen zeigen` – `## What passengers complain about`, over a table of figures.

    Good: `## What the figures show`; `## A look at the numbers`.

    Repair: translate the original's heading.
    """
    if pair.original.language is not Language.DE:
        return
    strange = [
        (original, section)
        for original, section, _ in pair.alignment.both
        if _is_own(original) and _is_own(section) and _is_unanswered(original.title, section.title)
    ]
    for original, section in strange:
        elsewhere = next((other for other, _ in strange if other is not original and _answers(section, other)), None)
        if elsewhere is not None:
            yield remark(
                section.at,
                "the heading “{heading}” corresponds to “{original}”, which is another section's",
                related=elsewhere.at,
                heading=section.title,
                original=elsewhere.title,
            )
        elif _is_known(original.title, section.title) and not _is_explained(original, section, pair):
            yield remark(
                section.at,
                "the heading “{heading}” says nothing of “{original}”, and its section nothing of the heading",
                related=original.at,
                heading=section.title,
                original=original.title,
            )


def _is_own(section: Section) -> bool:
    """Whether a heading is the author's own words: no part of the format, no question, which is listed as well."""
    return bool(section.title) and section.role is Role.ANALYSIS


def _is_unanswered(german: str, title: str) -> bool:
    """Whether two headings have words, and none that answers another."""
    said, there = spoken(german, Language.DE), of_text(title, Language.EN)
    is_strange = bool(said) and bool(there) and all(map(there.isdisjoint, said))
    return is_strange and not _ask_alike(german, title) and not _stand_alike(german, title)


def _ask_alike(german: str, title: str) -> bool:
    """Whether both begin with the same question word: „Wann sich das lohnt“, “When to walk away”."""
    first, begun = (re.split(r"\W+", text.lower(), maxsplit=1)[0] for text in (german, title))
    return ASKING.get(first) == begun


def _stand_alike(german: str, title: str) -> bool:
    """Whether both stand over many articles, and say the same there: „Wie es weitergeht“, “What happens next”."""
    return any(mine.search(german) and theirs.fullmatch(title.rstrip(" .?!:…")) for mine, theirs in _standing())


@cache
def _standing() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (
            lasting(rf"(?<!\w)(?:{'|'.join(row['de'])})(?!\w)", re.IGNORECASE),
            lasting("|".join(row["en"]), re.IGNORECASE),
        )
        for row in table("standing")["heading"]
    )


def _answers(section: Section, other: Section) -> bool:
    """Whether a heading answers another section's, word for word: half of its words at least."""
    said, there = spoken(other.title, Language.DE), of_text(section.title, Language.EN)
    return sum(1 for word in said if not there.isdisjoint(word)) * 2 >= len(said)


def _is_known(german: str, title: str) -> bool:
    """Whether the dictionary knows what both say."""
    left = [word for word in words(german) if tokens(word, Language.DE)]
    right = {word for word in words(title) if tokens(word, Language.EN)}
    if not all(english(word) or compound(word) for word in left) or not all(map(is_english, right)):
        return False
    return len(right) >= FEW and (len(left) >= FEW or len(right) >= ENOUGH)


def _is_explained(original: Section, section: Section, pair: Translation) -> bool:
    """Whether a section says a word of its heading, in either language, or has a list that the heading speaks of."""
    if any(block.kind is BlockKind.LIST for block in section.blocks) and LISTING.search(section.title):
        return True
    title = of_text(section.title, Language.EN)
    return not all(
        title.isdisjoint(_body(each, article)) for each, article in ((original, pair.original), (section, pair.article))
    )


def _body(section: Section, article: Article) -> Text:
    return of_text("\n".join(block.text for block in section.blocks), article.language)
