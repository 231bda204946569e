"""Text -> how often it says that something is: daily, each month, „im Jahr“.

In: a German sentence and the English one that answers it. Out: the place in both where one period became another.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ...expressions import lasting
from ...model import Language
from ..table import table

if TYPE_CHECKING:
    from collections.abc import Iterator

HINT = re.compile(
    r"tünd|äglich|öchentlich|onatlich|ährlich|[Pp]ro |[Jj]e |[Jj]ede|für (?:Tag|Woche|Monat|Jahr)\b|quartals"
    r"|per annum"
    r"|(?:[Ii]m|[Aa]m|[Ii]n der) (?:Jahr|Monat|Tag|Woche|Stunde|Quartal|Vierteljahr)\b|[Aa]lle (?:drei|sechs)|p\. ?a\."
)
"""Without any of these no German sentence says how often."""
ONE = re.compile(r"[Ee]ine?[mnrs]? (?:\w+ )?(?:Stunde|Tag|Woche|Monat|Jahr)")
"""Without this none names one period."""


def may_say(german: str) -> bool:
    """Whether a German text may say how often, or name one period."""
    return bool(HINT.search(german) or ONE.search(german))


def other_period(german: str, english: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Where both sentences say one period each, and not the same: one is lost, and the other is new."""
    for kind in ("", "one_") if may_say(german) else ():
        there = dict(_said(german, f"{kind}{Language.DE}"))
        here = dict(_said(english, f"{kind}{Language.EN}")) if len(there) == 1 else {}
        if len(here) != 1 or there.keys() == here.keys():
            continue
        (one, place), (other, at) = *there.items(), *here.items()
        lost = _times(one, english) < _times(one, german)
        if lost and _times(other, english) > _times(other, german):
            return place, at
    return None


def _said(text: str, side: str) -> Iterator[tuple[str, tuple[int, int]]]:
    for name, pattern in _patterns(side).items():
        found = pattern.search(text)
        if found:
            yield name, found.span()


@cache
def _patterns(side: str) -> dict[str, re.Pattern[str]]:
    return {
        name: lasting(rf"(?<![\w-])(?:{'|'.join(row[side])})(?![\w-])", re.IGNORECASE)
        for name, row in table("periods").items()
        if side in row
    }


def _times(name: str, text: str) -> int:
    """How often a text has what may mean a period."""
    return sum(1 for _ in _may(name).finditer(text))


@cache
def _may(name: str) -> re.Pattern[str]:
    """What may mean a period in either language."""
    return lasting("|".join(table("periods")[name]["may"]), re.IGNORECASE)
