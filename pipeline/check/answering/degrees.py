"""More of a quality is not less of it: „zuversichtlicher“, “less confident”.

In: two sentences with the answers of their words. Out: where English says less of what German has plain or more of, and
the reverse.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...align.words import tokens_of
from ...facts.stance.poles import Turn
from ...model import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .anchored import Met

    Place = tuple[int, int]

LESS = re.compile(
    r"\b(?:weniger|minder|wenig\w*|nicht\w*|kein\w*|kaum|nie\w*|ohne|gering\w*|schwäch\w*|schlecht\w*|abn[ae]hm\w*|nimmt"
    r"|un(?!d\b|ter|s\b|ser|gefähr)\w+|nachl\w*|sink\w*|sank\w*|gesunken|selten\w*|niedrig\w*|klein\w*|zu)\b",
    re.IGNORECASE,
)
"""What may be less of a quality in German; „zu klar“ may be “less”, too."""
EXPECTED = re.compile(
    r"\bals [^.;:!?]{0,60}\b(?:\w*erwart|gedacht|dacht|\w*hoff|angenomm|annehm|\w*vermut|\w*glaub|denk)"
)
EXPECTED_EN = re.compile(r"\b(?:expect|th(?:ink|ought)|hop(?:e|ing)|assum|suppos|believ|imagin|wish)")
"""What one had in mind before it was less."""
THAN = re.compile(r"\b(?:mehr|weniger|\w{2,}er) als (?P<side>[^,.;:!?]+)")
"""A comparison, and its second side."""
OFTEN = frozenset(("often", "frequently", "commonly"))
"""What is less of these is „selten“, which may stand in another clause than the „häufig“ that answers it too."""
END = re.compile(r"[,;:–—()]\s|\b(?:und|aber)\b")
LESS_EN = re.compile(r"\b(?:less|not|\w+n['’]t|un\w{4,}|fewer|lower|never|hardly|no|reduc\w*|least)\b", re.IGNORECASE)


def may_differ(german: str, said: str) -> bool:
    """Whether one of two texts may have less of a quality; most have not."""
    return "less " in said or "eniger " in german


def is_from_other_side(german: str, said: str, at: int) -> bool:
    """Whether what German has behind „als“ stands before a place of English, as in “the old one was 12 km longer”."""
    than = THAN.search(german)
    if not than or " than " in said:
        return False
    first, last = tokens_of(said[:at], Language.EN), tokens_of(said[at:], Language.EN)
    side = tokens_of(than["side"], Language.DE)
    return not side.isdisjoint(first) and side.isdisjoint(last)


def _is_unexpected(german: str, said: str, at: int) -> bool:
    """Whether English begins with what was expected: „weniger klar als gedacht“, “one expected a clearer answer”."""
    return bool(EXPECTED.search(german) and EXPECTED_EN.search(said, 0, at))


def other_degrees(met: Met, german: str, said: str) -> Iterator[Turn]:
    """Qualities of which one language has less."""
    is_less = bool(LESS_EN.search(said))
    is_beside = " than " in said and " als " not in german  # less than what German names before
    for number, place in met.answers.items():
        if number in met.nouns:
            continue
        if place[0] and not met.right[place[0]].before and met.right[place[0] - 1].small == "less":
            is_rare = met.right[place[1]].small in OFTEN and "selten" in german.lower()
            if not is_rare and not is_beside and not LESS.search(_clause(german, met.left[number].start)):
                yield _degree(met, number, (place[0] - 1, place[1]), f"more {met.right[place[1]].small}")
        elif not is_less and number and not met.left[number].before and met.left[number - 1].small == "weniger":
            is_more = bool(place[0]) and met.right[place[0] - 1].small == "more"
            is_told = _is_unexpected(german, said, met.right[place[0]].start)
            if not is_told and (is_more or met.right[place[1]].small.endswith("er")):
                yield _degree(met, number, (place[0] - is_more, place[1]), "less")


def _clause(text: str, at: int) -> str:
    """The clause of a sentence that a place is in."""
    start = max((found.end() for found in END.finditer(text, 0, at)), default=0)
    end = END.search(text, at)
    return text[start : end.start() if end else len(text)]


def _degree(met: Met, number: int, here: Place, mean: str) -> Turn:
    first, last = here
    word, end = met.left[number], met.right[last]
    return Turn((word.start, word.end), (met.right[first].start, end.end), mean)
