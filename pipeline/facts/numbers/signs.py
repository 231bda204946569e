"""Text -> whether it says by a word that an amount is below zero: a loss, a drop, „unter null“.

In: a text, the place of a number in it, and the language. Out: a verdict over the sentence that the number stands in,
as far as it stands near.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ...expressions import lasting
from ..table import table

if TYPE_CHECKING:
    from ...model import Language

NEAR = 120
"""Characters before and behind a number in which its sign may be put in words."""

END = re.compile(r"[.!?;]\s(?=[^\W\d_])|\n")


@cache
def _negative(language: Language) -> re.Pattern[str]:
    return lasting(rf"(?<!\w)(?:{'|'.join(table('numbers')['negative'][language])})(?!\w)", re.IGNORECASE)


def is_negative_said(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a word near a number says that it is below zero, or that something becomes less by it."""
    before = [found.end() for found in END.finditer(text, max(0, start - NEAR), start)]
    behind = END.search(text, end, end + NEAR)
    first, last = before[-1] if before else max(0, start - NEAR), behind.start() if behind else end + NEAR
    return bool(_negative(language).search(text, first, last))
