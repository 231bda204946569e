"""Names that a translation need not have, or whose loss another finding tells.

In: a name, its passage, and the sections that answer each other. Out: whether it is excused.
"""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

from ....facts.quotations import quotations
from ....vocabulary.terms import english, noun
from ...compared.address import host, localised
from ...compared.shapes import address_of, links

if TYPE_CHECKING:
    from ....facts.names.names import Name
    from ....model import Section
    from ...compared.prose import Passage, Sides

WORD = re.compile(r"[^\W\d_]+")
ABBREVIATED = re.compile(
    r"\((?P<inside>[A-Z]{2,7})s?\)|\b(?:kurz|abgekürzt):? (?P<german>[A-Z]{2,7})\b"
    r"|\b(?P<short>[A-Z]{2,7})s?,? for short\b|\b(?:abbreviated|shortened) (?:as|to) (?P<cut>[A-Z]{2,7})\b"
)
"""Where an abbreviation is introduced: (PAK), „kurz JAZ“, “SPF for short”."""
TWO = 2
"""Parts of a name that is made of words."""
SHORTEST = 3
"""Letters of the first part of a name."""
QUOTED = 6
"""Words from which a quotation is what somebody said."""
EXAMPLE = re.compile(r"(?:\(|\b(?:z\. ?B\.|beispielsweise|zum Beispiel|etwa) )$")
"""What stands before a quotation that only gives an example."""
PART = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{2,}")
"""A part of a name with inner capitals."""


def is_said_in_english(name: str, there: str) -> bool:
    """Whether a name is made of words that English says side by side: „ElterngeldPlus“ is “allowance plus”.

    The first part may be a name itself: „Lohretal“ is “Lohre valley”.
    """
    if _is_half_english(name, there):
        return True
    parts = PART.findall(name)
    said = [english(part) for part in parts]
    if len(parts) < TWO or "".join(parts) != name or not all(said):
        return False
    text = f" {' '.join(WORD.findall(there.lower()))} "
    return any(f" {' '.join(each)} " in text for each in product(*said))


def _is_half_english(name: str, there: str) -> bool:
    """Whether English has the beginning of a name, and behind it what its end means."""
    for at in range(SHORTEST, len(name) - 2):
        last = noun(name[at:].capitalize()) if name[at:].islower() else ""
        for said in english(last) if last else ():
            if re.search(rf"\b{re.escape(name[:at])}\w?[ -](?:\w+ )?{re.escape(said)}\b", there, re.IGNORECASE):
                return True
    return False


def is_abbreviated(name: str, own: str, everywhere: str) -> bool:
    """Whether two articles each introduce abbreviations of their own, of which a name is one: (PAK), (PAHs).

    One with the same letters is the same, and mistyped.
    """
    if not name.isupper() or not name.isalpha() or not re.search(rf"\({name}s?\)|\b(?:kurz|abgekürzt):? {name}\b", own):
        return False
    mine, theirs = ({found[found.lastgroup or 0] for found in ABBREVIATED.finditer(text)} for text in (own, everywhere))
    new = {each for each in theirs - mine if sorted(each) != sorted(name) and each not in own}
    return len(new) >= len({each for each in mine - theirs if each not in everywhere})


def is_example(name: Name, passage: Passage, each: Sides) -> bool:
    """Whether a name is part of an example in marks of quotation, for which the translation has one of its own.

    („Wetter in Berlin“) may be (“weather in Boston”).
    """
    examples = (q for q in quotations(passage.raw) if q.words < QUOTED and EXAMPLE.search(passage.raw[: q.start]))
    if not any(q.start < name.start < q.end for q in examples):
        return False
    answers = (p for p in each.translation if p.pair == passage.pair)
    return any(q.words < QUOTED for p in answers for q in quotations(p.raw))


def is_of_lost_link(name: Name, each: Sides) -> bool:
    """Whether a link to a site of that name is missing as well: that is one loss, and its own rule tells it."""
    there = _addresses(each.there)
    lost = (host(address) for place, address in _addresses(each.here).items() if place not in there)
    return any(name.text.casefold() in site for site in lost)


def _addresses(section: Section) -> dict[str, str]:
    """Where a section's links lead, without and with the language."""
    return {localised(address_of(node)): address_of(node) for node in links(section)}
