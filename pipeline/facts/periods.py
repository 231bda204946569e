"""Text -> how often it says that something is: daily, each month, „im Jahr“.

In: a German sentence and the English one that answers it. Out: the place in both where one period became another.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ..model import Language
from .table import table

if TYPE_CHECKING:
    from collections.abc import Iterator

HINT = re.compile(
    r"tünd|äglich|öchentlich|onatlich|ährlich|[Pp]ro |[Jj]e |[Jj]ede|für (?:Tag|Woche|Monat|Jahr)\b|quartals"
    r"|per annum"
    r"|(?:[Ii]m|[Aa]m|[Ii]n der) (?:Jahr|Monat|Tag|Woche|Stunde|Quartal|Vierteljahr)\b|[Aa]lle (?:drei|sechs)|p\. ?a\."
)
"""Without any of these no German sentence says how often."""


def may_say(german: str) -> bool:
    """Whether a German text may say how often."""
    return bool(HINT.search(german))


def other_period(german: str, english: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Where both sentences say one period each, and not the same; nothing if the other may be meant."""
    if not may_say(german):
        return None
    there = dict(_said(german, Language.DE))
    if len(there) != 1:
        return None
    here = dict(_said(english, Language.EN))
    if len(here) != 1 or there.keys() == here.keys():
        return None
    (one, place), (other, at) = *there.items(), *here.items()
    if _may(one).search(english) or _may(other).search(german):
        return None
    return place, at


def _said(text: str, language: Language) -> Iterator[tuple[str, tuple[int, int]]]:
    for name, pattern in _patterns(language).items():
        found = pattern.search(text)
        if found:
            yield name, found.span()


@cache
def _patterns(language: Language) -> dict[str, re.Pattern[str]]:
    return {
        name: re.compile(rf"(?<![\w-])(?:{'|'.join(row[language])})(?![\w-])", re.IGNORECASE)
        for name, row in table("periods").items()
    }


@cache
def _may(name: str) -> re.Pattern[str]:
    """What may mean a period in either language."""
    return re.compile("|".join(table("periods")[name]["may"]), re.IGNORECASE)
