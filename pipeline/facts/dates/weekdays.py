"""Text -> its days of the week, and whether a night ends on a day: „in der Nacht zum Donnerstag“.

In: a text and its language. Out: :class:`Weekday` values in reading order.
"""

from __future__ import annotations

import re

from ...frozen import dataclass
from ...held import held
from ...model import Language
from ..words.runs import Rare, beginning_at, small_runs

WEEKDAYS = {
    Language.DE: ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"),
    Language.EN: ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
}
WEEKDAY = {
    Language.DE: re.compile(
        r"(?<![\w-])(?P<day>Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)"
        r"(?:s|e|en|(?:früh|vor|nach)?(?:morgen|abend|mittag|nacht)s?)?(?![\w-])",
        re.IGNORECASE,
    ),
    Language.EN: re.compile(
        r"(?<![\w-])(?P<day>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?:s|['’]s)?(?![\w-])"
    ),
}
DAY = Rare(lambda word: word.startswith((*WEEKDAYS[Language.DE], "sonnabend", *WEEKDAYS[Language.EN])))
"""The words in small letters that begin as the days of the week do."""
NIGHT_TO = re.compile(r"\b[Nn]acht (?:zu[mr]?|auf(?: den)?|(?:von|vom) [\w.]+ (?:zum|auf(?: den)?)) \Z")
"""What stands before the day that a night ends on."""
LATE, NIGHT = re.compile(r"\blate (?:on )?\Z"), re.compile(r" (?:night|evening)\b")
"""What stands before and behind a day that a night begins on."""
NEAR = 40
"""Characters in which it is looked for."""


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday is 0.

    ``is_eve`` if it ends a night, „in der Nacht zum Donnerstag“, which English may name by the day before;
    ``is_late`` if it begins one: “late on Wednesday”, “Wednesday night”.
    """

    text: str
    start: int
    end: int
    day: int
    is_eve: bool = False
    is_late: bool = False

    @property
    def days(self) -> tuple[int, ...]:
        """The days that it may be called by."""
        return (self.day, (self.day - 1) % 7) if self.is_eve else (self.day,)

    def agrees(self, other: Weekday) -> bool:
        """Whether both may be one day; the night that ends on a Thursday is no Thursday night."""
        if self.is_eve == other.is_eve:
            return self.day == other.day
        eve, plain = (self, other) if self.is_eve else (other, self)
        return plain.day == eve.days[plain.is_late] or (not plain.is_late and plain.day in eve.days)


@held
def weekdays(text: str, language: Language) -> tuple[Weekday, ...]:
    """The days of the week in a text."""
    begun, names = DAY(small_runs(text)), WEEKDAYS[language]
    return tuple(
        Weekday(
            found[0],
            found.start(),
            found.end(),
            names.index(found["day"].lower().replace("sonnabend", "samstag")),
            is_eve=ends_night(text, found.start()),
            is_late=bool(
                LATE.search(text, max(0, found.start() - NEAR), found.start()) or NIGHT.match(text, found.end())
            ),
        )
        for found in beginning_at(WEEKDAY[language], text, begun)
    )


def ends_night(text: str, start: int) -> bool:
    """Whether a night ends on the day that stands at a place of a German text: „in der Nacht zum Donnerstag“."""
    return bool(NIGHT_TO.search(text, max(0, start - NEAR), start))
