"""What bounds a number: „höchstens 20“, “50 or more”.

In: a text, and where a number begins or ends in it. Out: the bound and whether nothing else is called so.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ..table import table
from .measures import SHORT, Found

if TYPE_CHECKING:
    from ...model import Language

LEAD = 40
"""Characters before a number in which its bound is looked for."""
NEXT = re.compile(r"[\s,.]*([^\s,.]+)")
"""The word behind a number."""
OPENING = "(„“\"'["
FILLER = 4
"""Letters of a word that may stand between a bound and its number: „über die 50“."""
FILLERS = frozenset(("jedoch", "allerdings", "sogar", "bereits", "gerade", "einmal", "every", "each"))
NAMING = frozenset(("mindestens", "wenigstens", "höchstens", "maximal"))
NAMED = re.compile(r"\b([Mm]indestens|[Ww]enigstens|[Hh]öchstens|[Mm]aximal)\s(?:[A-ZÄÖÜ][\w+-]*\s){1,2}$")
"""What bounds a number behind a name: „mindestens Python 3.9“."""
ARTICLES = frozenset(("a", "an", "ein", "eine", "einem", "einen", "einer"))
RAISED = re.compile(
    r"\b(?:add(?:s|ed|ing)?|sum(?:s|med)?|total(?:s|led)?) up to\s$"
    r"|\b(?:turn|crank|ramp|scal|push|dr[io]v|rais|lift)\w*\s(?:the|its?|his|her|their|them|this)\b[^.;:,]{0,40}"
    r"\sup to\s$"
)
"""What is turned up to an amount has reached it: “turned the temperature up to 65 degrees”."""
FROM = re.compile(r"\b(?:von|zwischen)\b[^.;:!?,]*\d(?!\S* an\b)[^.;:!?,]*$")
"""„von 69 bis zu 4.100“ is a range, and bounds nothing."""
THAN = (" als", " than")
COMPARED = re.compile(
    r"(?<![\d.,])(?!(?:19|20)\d\d\s)\d(?:[\d.,]*\d)?(?:\s?[%€$£]|[\s-](?:[A-ZÄÖÜ]\w+|per\s?cent|(?:percentage )?points?"
    r"|euros?|dollars?|pounds?|times|tonnes?|people|cases|days|weeks|months|years|hours|minutes|kilomet\w+|met\w+|mal))?"
    r"\s[^\W\d_]+ (?:als|than)\s(?:[€$£]|im |in |im Jahr )?$"
)
"""„14 Prozent mehr als 2019“ compares two amounts, and bounds neither."""


@cache
def _bounds(language: Language, place: str) -> dict[str, str]:
    return {words: name for name, group in table("numbers")[place][language].items() for words in group}


@cache
def _ends(language: Language) -> frozenset[str]:
    """The last words of what stands before a number and bounds it."""
    return frozenset(words.split()[-1] for words in _bounds(language, "bounds"))


@cache
def _starts(language: Language) -> frozenset[str]:
    """The first words of what stands behind a number and bounds it."""
    return frozenset(words.split()[0] for words in _bounds(language, "behind"))


@cache
def _longest(language: Language, place: str) -> int:
    return max(len(words.split()) for words in _bounds(language, place))


def _is_no_filler(word: str, language: Language) -> bool:
    """Whether a word may not stand between a bound and its number: a long one, and another number.

    “No more than one 16 GB card” bounds the cards.
    """
    is_number = word in table("numbers")["words"][language] and word not in ARTICLES
    return is_number or (len(word) > FILLER and word not in FILLERS)


def bound_before(text: str, start: int, language: Language) -> Found | None:
    """What bounds a number, before it; one short word may stand between."""
    words = text[max(0, start - LEAD, text.rfind("\n", 0, start) + 1) : start].lower().split()
    if not words or not text[start - 1].isspace():
        words = words[:-1] if words and len(words[-1]) <= SHORT else words  # a currency sign stands before it
    known, firm = _bounds(language, "bounds"), table("numbers")["firm"][language]
    kept, ends = table("numbers")["firm"]["kept"], _ends(language)
    for skip in (0, 1):
        if len(words) <= skip or words[-1 - skip].lstrip(OPENING) not in ends:
            continue
        for count in range(min(_longest(language, "bounds"), len(words)), 0, -1):
            if skip and (len(words) <= count or _is_no_filler(words[-1], language)):
                continue
            phrase = " ".join(words[len(words) - skip - count : len(words) - skip]).lstrip(OPENING)
            if phrase == "gut" and text[start - 1] == "(":  # a mark: „gut (1,8)“
                return None
            if phrase == "up to" and RAISED.search(text, max(0, start - 2 * LEAD), start):
                return None
            if phrase in known and not (phrase == "bis zu" and FROM.search(text, max(0, start - 2 * LEAD), start)):
                if phrase.endswith(THAN) and COMPARED.search(text, max(0, start - LEAD), start):
                    return None
                return Found(known[phrase], start, phrase in firm, phrase in firm or phrase in kept)
    named = NAMED.search(text, max(0, start - LEAD), start) if not NAMING.isdisjoint(words[-3:-1]) else None
    return Found(known[named[1].lower()], start, is_firm=True, is_kept=True) if named else None


def bound_behind(text: str, end: int, language: Language) -> Found | None:
    """What bounds a number, behind it: „oder mehr“, “and over”."""
    known, first = _bounds(language, "behind"), NEXT.match(text, end)
    if not first or first[1].lower() not in _starts(language):
        return None  # most numbers
    words = text[end : end + LEAD].partition("\n")[0].lower().replace(",", " ").replace(".", " ").split()[:2]
    phrase = next((p for p in (" ".join(words), words[0] if words else "") if p in known), "")
    return Found(known[phrase], end) if phrase else None
