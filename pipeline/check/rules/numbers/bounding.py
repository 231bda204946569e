"""What bounds a number where it stands: “not for more than 25 months”, “150 metres and above are not admitted”.

In: a number in its passage. Out: what its bound may be, and whether any word near it may bound it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ....expressions import lasting
from ....facts.sentences import sentence
from ....facts.table import table

if TYPE_CHECKING:
    from .placed import Placed

FAR = 80
"""Characters before a bound in which a “not” may deny it."""
BEFORE = 60
"""Characters before a number in which a word may bound it."""
CLOSE = re.compile(r"(?:(?!\b(?:and|but|und|aber)\b)[^,;(]){0,24}")
"""What stands behind a number and may bound it."""
CLAUSE = re.compile(r"[;:]\s|,\s(?:but|yet|while|whereas|doch|aber|während)\s")
"""What begins another clause: what stands before it bounds no number in it."""
FAR_BEHIND = re.compile(
    r"[^.,;:!?(]{0,80}?\b(?:at (?:the )?(?:very )?(?:most|least)|(?:is|are|was|were) the (?:very )?(?:most|least"
    r"|maximum|minimum|limit|(?:upper|lower) limit|ceiling|floor)|höchstens|maximal)\b"
)
"""What bounds a number that stands further before it: “seven runs an hour is the most that the track will bear”."""
COMPARED = re.compile(r"\s*(?:more|less|fewer|higher|lower|mehr|weniger)\b(?! or| than| oder| als)")
"""What stands behind an amount that is a difference: “40 per cent more electricity”."""
DENIED_BEHIND = re.compile(
    r"[^.,;:!?–]{0,60}(?:\b(?:nicht|verboten|untersagt|unzulässig|not|forbidden|prohibited|banned)\b|n['’]t\b)"
)
"""What denies behind a number: „Weniger als 5 Kilogramm dürfen es nicht sein“, “more than 5 are not allowed”."""
AND_MORE = re.compile(r" (?:and more|und mehr)\b")
"""“Two hours and more” are at least two, and a good two."""
DENIED = {"over": "most", "under": "least"}
DENIED_FIRM = {"most": "over", "least": "under"}
"""What denies behind those alone: before them it is their own, as in “no less than”."""
DENIAL = re.compile(
    r"\b(?:not|never|no|nobody|none|nothing|nor|neither|cannot|without|nicht|nie|niemals|niemand\w*|kein\w*|ohne)\b"
    r"[^.!?]*$|n['’]t\b[^.!?]*$",
    re.IGNORECASE,
)


def bounds_of(placed: Placed) -> frozenset[str]:
    """What a number's bound may be: “not kept for more than 25 months” is kept for 25 months at most."""
    bound = placed.number.bound
    before = placed.passage.text[max(0, placed.number.start - FAR) : placed.number.start]
    before = before.removesuffix("keine ").removesuffix("keinen ")  # the bound itself
    behind = DENIED_BEHIND.match(placed.passage.text, placed.number.end)
    denied = (DENIED | DENIED_FIRM if behind else DENIED if DENIAL.search(before) else {}).get(bound)
    more = ["over"] if bound == "least" and AND_MORE.match(placed.passage.text, placed.number.end) else []
    return frozenset([bound, denied] if denied else [bound, *more] if bound else [])


def is_bounded(placed: Placed) -> bool:
    """Whether a number's sentence has any word that may bound it, before it or close behind it."""
    passage = placed.passage
    first, end = sentence(passage.raw, placed.number.start, passage.article.language)
    first = max(first, placed.number.start - BEFORE)
    first = max((mark.end() for mark in CLAUSE.finditer(passage.raw, first, placed.number.start)), default=first)
    compared = COMPARED.match(passage.raw, placed.number.end, end)
    start = compared.end() if compared else placed.number.end
    behind = CLOSE.match(passage.raw, start, end)
    ahead = _bounding().search(passage.raw, first, start if not compared else placed.number.end)
    if ahead or _bounding().search(passage.raw, start, behind.end() if behind else end):
        return True
    return FAR_BEHIND.match(passage.raw, start, end) is not None


@cache
def _bounding() -> re.Pattern[str]:
    return lasting(rf"(?<!\w)(?:{'|'.join(table('numbers')['firm']['said'])})(?!\w)|\d\+", re.IGNORECASE)
