"""The line that an inbox shows behind the subject.

In: an article. Out: 40 to 110 characters that are not the title, and what keeps the mail's own words from following.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from ...model import Role

if TYPE_CHECKING:
    from ...model import Article

SHORTEST, LONGEST = 40, 110
JOINING = frozenset("\u200d\ufe0e\ufe0f")
PADDED = "\u034f\u00a0" * 40
"""Forty invisible pairs: an inbox that shows 140 characters finds nothing of the mail behind the preheader."""


def preheader(article: Article) -> str:
    """The manuscript's own preheader, else its description, else the teaser; cut between words."""
    front = article.front
    if front.preheader:
        return front.preheader
    teaser = next((section for section in article.sections if section.role is Role.TEASER), None)
    given = [article.description, *(block.text for block in (teaser.blocks if teaser else ()))]
    text = next((each for each in given if each and each != front.title), front.title)
    if len(text) < SHORTEST:
        more = [each for each in given[1:] if each]
        text = " ".join(more if any(each.startswith(text.rstrip("…")) for each in more) else (text, *more))
    return cut(" ".join(text.split()), LONGEST)


def cut(text: str, longest: int) -> str:
    """A text of at most so many characters, cut between words (in a word that fills a line alone), then an ellipsis."""
    if len(text) <= longest:
        return text
    kept = text[:longest].rpartition(" ")[0].rstrip(" ,;:–-.")
    return (kept if len(kept) >= SHORTEST else _whole(text, longest - 1)) + "…"


def _whole(text: str, end: int) -> str:
    """The beginning of a text, cut before what belongs to the character behind: an accent, a joiner."""
    while end and (unicodedata.combining(text[end]) or {text[end - 1], text[end]} & JOINING):
        end -= 1
    return text[:end]
