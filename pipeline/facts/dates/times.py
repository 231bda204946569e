"""Text -> its times of day.

In: a text and its language. Out: :class:`Time` values in reading order. „18 Uhr“ answers “6 pm”, „9 Uhr MEZ“
“8 am GMT”, „halb neun“ “half past eight”.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...frozen import dataclass
from ...held import held
from ...model import Language
from ..table import table
from ..words.runs import has_digit
from .durations import durations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

CLOCK = re.compile(
    r"(?=\d)(?<![\d:.])(?!24:(?!00))(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?::\d{2})?(?!:?\d|[.,]\d)(?:\s?(?P<half>[ap])\.?m\b\.?)?(?:\s*Uhr)?",
    re.IGNORECASE,
)
UHR = re.compile(
    r"(?=\d)(?:(?<![\d.,:])(?P<from>[01]?\d|2[0-4])(?:[.:](?P<first>[0-5]\d))?(?:\s?[–-]\s?|\s(?:bis|und|auf|oder|statt)\s(?:(?:erst\s)?(?:gegen|um)\s)?))?"
    r"(?<![\d.,])(?P<hour>[01]?\d|2[0-4])(?:[.:](?P<minute>[0-5]\d))?\s*Uhr(?:[^\S\n]+(?P<late>[0-5]?\d)(?!\w|[.,]\d|\s?(?:Uhr|Menschen|Personen|Euro|€|Cent|Franken|Prozent|%)|(?<!\d\d)\s[A-ZÄÖÜ]))?"
    r"(?P<part>\s(?:morgens|früh|abends|nachmittags|nachts))?"
)
HALVES = re.compile(
    r"(?=\d)(?:(?<![\d.,:])(?P<from>1[0-2]|[1-9])(?:[.:](?P<first>[0-5]\d))?\s?(?:–|-|to|and|until)\s?)?"
    r"(?<![\d.,:])(?P<hour>1[0-2]|[1-9])(?:[.:](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?m\b\.?",
    re.IGNORECASE,
)
WORDS = (
    "Uhr",
    "halb ",
    "iertel",
    "ittag",
    "itternacht",
    "past",
    "quarter",
    "idnight",
    "noon",
    "midday",
    "Midday",
    "clock",
    *(f"{few} {side}" for few in ("ünf", "ehn", "wanzig", "Minuten") for side in ("vor", "nach")),
    *("five to", "ten to", "twenty to", "minutes to"),
)
"""Without a digit or one of these there is no time: most texts have none."""
TOLD = re.compile(
    r"(?<=\bat |\bby )(?P<hour>1[0-2]|[1-9])[.:](?P<minute>[0-5]\d)(?= (?:tomorrow|that (?:morning|evening|night)"
    r"|(?:the (?:next|following|same)|in the) (?:morning|day|evening|afternoon)"
    r"|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))"
)
"""A time whose half of the day its words tell: at 8.10 the next morning."""
MILITARY = re.compile(
    r"(?=\d)(?:(?<=\b[AaBb][ty] )|(?<=\b[Tt]o )|(?<=\band )|(?<=\b[Uu]ntil )|(?<=\b[Ff]rom )|(?<=\b[Ss]ince )"
    r"|(?<=\b[Bb]efore )|(?<=\b[Aa]fter )|(?<=\b[Bb]etween ))(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)"
    r"(?=(?:\s(?:and|to)\s\d{4})?\s?(?:hours|hrs|h)\b)(?:\s?(?:hours|hrs|h))?"
)
"""A time of four digits: at 1812 hours."""
BEFORE = re.compile(r"\d\s?[AaPp]\.?[Mm]\b")
NAMED = {
    Language.DE: re.compile(
        r"(?<!\w)(?:(?P<midnight>Mitternacht)|(?:um|bis|gegen|vor|nach|am|zum|zu)\s(?P<noon>Mittag)"
        r"|(?:(?P<few>fünf|zehn)\s(?:Minuten\s)?(?P<off>vor|nach)\s)?(?P<halb>halb)\s(?P<to>[a-zäöüß]+)"
        r"|(?!fünf vor zwölf)(?P<some>[Ff]ünf|[Zz]ehn|[Zz]wanzig)\s(?:Minuten\s)?(?P<way>vor|nach)"
        r"\s(?P<next>[a-zäöüß]+)(?!\s[A-ZÄÖÜ])"
        r"|(?P<quarter>Viertel|dreiviertel)\s(?:(?P<side>vor|nach)\s)?(?P<near>[a-zäöüß]+)"
        r"|(?!eine)(?P<plain>[a-zäöüß]+)\sUhr)(?!\w)"
    ),
    Language.EN: re.compile(
        r"(?<![\w-])(?:(?P<half>half\spast)\s(?P<after>[a-z]+)|(?P<quarter>quarter)\s(?P<side>past|to)\s(?P<near>[a-z]+)"
        r"|(?P<minutes>[a-z]+(?:-[a-z]+)?|\d{1,2})\sminutes\s(?P<beside>past|to)\s(?P<hour>[a-z]+)"
        r"(?!\s(?:per|minutes|hours|days|(?!this\b)\w+s)\b)"
        r"|(?P<some>five|ten|twenty|twenty-five)\s(?:minutes\s)?(?:(?P<way>past)|(?<=\bminutes\s)to|(?:(?<=\bat\sfive\s)"
        r"|(?<=\bat\sten\s)|(?<=\bat\stwenty\s)|(?<=\bby\sfive\s)|(?<=\bby\sten\s)|(?<=\bby\stwenty\s)|(?<=\bfive\s)(?<=twenty-five\s)"
        r"|(?<=\buntil\sfive\s)|(?<=\buntil\sten\s)|(?<=\btwenty\s))to"
        r"|(?<=\bten\s)to(?=\s(?:one|two|three|four|five|six|seven|eight|nine)\b))"
        r"\s(?P<next>[a-z]+)(?!\s(?:per|minutes|hours|days|(?!this\b)\w+s)\b)"
        r"|(?P<midnight>midnight)|(?P<noon>noon|midday|12 noon)|(?P<plain>[a-z]+|\d{1,2})\so['’]clock)(?!\w)",
        re.IGNORECASE,
    ),
}
MEASURED = re.compile(r"[.,:]?\d|\s?(?:%|[€$£]|per\s?cent|euros?\b|dollars?\b|pounds?\b|[kcm]?m\b|kg\b)")
"""What stands behind digits that are no time."""
HOURS = ("to", "next", "after", "near", "plain", "hour")
"""The parts of such a time that name its hour."""
NOONS = frozenset(("noon", "midday", "midnight"))
MINUTES = {"fünf": 5, "zehn": 10, "zwanzig": 20, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
LAST_HOUR, HALF_DAY, DAY, QUARTER = 12, 720, 1440, 15
SCORED = re.compile(
    r"\s(?:Tore?n?|Punkte?n?|Sätzen?|Siege?|Erfolg|Niederlage|Führung|Stimmen|Rückstand|Unentschieden|goals?|points|win|victory|defeat|lead)\b"
)
"""„8:19 Tore“ is a score."""
ZONES = {
    "UTC": 0, "GMT": 0, "WEZ": 0, "MEZ": 60, "CET": 60, "MESZ": 120, "CEST": 120, "BST": 60, "WESZ": 60, "OEZ": 120,
    "EET": 120,
    "EST": -300, "EDT": -240, "PST": -480, "PDT": -420, "JST": 540,
}  # fmt: skip
"""Minutes that a zone is ahead of UTC."""
ZONE = re.compile(rf"\s?\(?(?P<zone>{'|'.join(ZONES)})\b")


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day, in minutes since midnight.

    ``zone`` is minutes ahead of UTC, ``is_half`` if morning or evening is open.
    """

    text: str
    start: int
    end: int
    minutes: int
    zone: int | None = None
    is_half: bool = False

    def agrees(self, other: Time) -> bool:
        """Whether both are one moment."""
        shift = 0 if self.zone is None or other.zone is None else self.zone - other.zone
        size = HALF_DAY if self.is_half or other.is_half else DAY
        return (self.minutes - other.minutes - shift) % size == 0


@held
def times(text: str, language: Language) -> tuple[Time, ...]:
    """The times of day of a text, in reading order."""
    has_words = any(map(text.__contains__, WORDS))
    found: list[Time] = []
    if has_digit(text):
        for pattern in _patterns(text, language):
            for match in pattern.finditer(text):
                if pattern is CLOCK and (SCORED.match(text, match.end()) or _is_long(text, match)):
                    continue
                found += (time for time in _of(text, match) if not _taken(time, found))
    if has_words:
        found += (time for time in _named(text, language) if not _taken(time, found))
    return tuple(sorted(found, key=lambda time: time.start))


def _is_long(text: str, match: re.Match[str]) -> bool:
    """Whether digits say how long something lasts: 7:52 h."""
    return any(each.start <= match.start() < each.end for each in durations(text))


def bare(text: str, time: Time) -> bool:
    """Whether a text says a time as a number alone, “at 8.10 the next morning”, or as a score: „(11:16)“."""
    hour, minute = time.minutes // 60, time.minutes % 60
    written = [f"{each}{mark}{minute:02}" for each in {hour, hour % LAST_HOUR or 12} for mark in ".:"]
    if "Uhr" not in time.text:
        written += [f"{one}{mark}{other}" for one, other in ((hour, minute), (minute, hour)) for mark in "-–"]
    return any(_is_apart(text, each) for each in written)


def _is_apart(text: str, written: str) -> bool:
    """Whether digits stand for themselves in a text, and measure nothing."""
    found = text.find(written)
    before, behind = text[found - 1 : found], text[found + len(written) :]
    return found >= 0 and not (before and before in "0123456789.,:€$£") and not MEASURED.match(behind)


def _patterns(text: str, language: Language) -> Iterator[re.Pattern[str]]:
    """The patterns that can find anything in a text."""
    if language is Language.DE and "Uhr" in text:
        yield UHR
    if language is Language.EN and BEFORE.search(text):
        yield HALVES
    if language is Language.EN and (" at " in text or " by " in text):
        yield TOLD
    if language is Language.EN and ("hours" in text or "hrs" in text or "0h" in text):
        yield MILITARY
    if ":" in text:
        yield CLOCK


def _taken(time: Time, found: list[Time]) -> bool:
    return any(each.start < time.end and time.start < each.end for each in found)


def _of(text: str, match: re.Match[str]) -> Iterator[Time]:
    parts = match.groupdict()
    half = (parts.get("half") or "").lower()
    zone, end = _zone(text, match.end())
    start = match.start()
    if parts.get("from"):
        hour, stop = int(parts["from"]), match.end("first" if parts.get("first") else "from")
        yield Time(text[start:stop], start, stop, hour % 24 * 60 + int(parts["first"] or 0), zone, is_half=bool(half))
        start = match.start("hour")
    hour = int(parts["hour"])
    if half:
        hour = hour % LAST_HOUR + (LAST_HOUR if half == "p" else 0)
    elif (parts.get("part") or "").strip() in {"abends", "nachmittags"} and hour < LAST_HOUR:
        hour += LAST_HOUR
    minute = int(parts.get("minute") or parts.get("late") or 0)
    yield Time(text[start:end].strip(), start, end, hour % 24 * 60 + minute, zone, is_half=match.re is TOLD)


def _zone(text: str, end: int) -> tuple[int | None, int]:
    found = ZONE.match(text, end)
    return (ZONES[found["zone"]], found.end()) if found else (None, end)


def _named(text: str, language: Language) -> Iterator[Time]:
    """Noon, midnight and hours in words."""
    words = table("numbers")["words"][language]
    for found in NAMED[language].finditer(text):
        parts = found.groupdict()
        word = next((parts[name] for name in HOURS if parts.get(name)), "").lower()
        hour = int(word) if word.isdigit() else 12 if word in NOONS else words.get(word, 0)
        if parts.get("midnight") or parts.get("noon"):
            minutes, is_half = (0, False) if parts.get("midnight") else (HALF_DAY, False)
        elif not 1 <= hour <= LAST_HOUR:
            continue
        else:
            minutes, is_half = hour * 60 * (word != "midnight") + _shift(parts, words), word not in NOONS
        zone, end = _zone(text, found.end())
        yield Time(text[found.start() : end], found.start(), end, minutes % DAY, zone, is_half=is_half)


def _shift(parts: Mapping[str, str | None], words: Mapping[str, int]) -> int:
    """Minutes between a time and the hour that it names."""
    many = (parts.get("minutes") or "").lower()
    if many:
        minutes = int(many) if many.isdigit() else words.get(many, 0)
        return minutes if (parts.get("beside") or "").lower() == "past" else -minutes
    some = MINUTES.get((parts.get("few") or parts.get("some") or "").lower(), 0)
    side = (parts.get("off") or parts.get("way") or "").lower()
    some = some if side in {"nach", "past"} else -some
    if parts.get("halb"):
        return some - 2 * QUARTER
    if some or parts.get("half"):
        return some or 2 * QUARTER
    if parts.get("quarter") and parts.get("side"):
        return -QUARTER if parts["side"] in {"vor", "to"} else QUARTER
    if parts.get("quarter"):  # „viertel neun“ is a quarter past eight, „dreiviertel neun“ a quarter to nine
        return -3 * QUARTER if parts["quarter"] == "Viertel" else -QUARTER
    return 0
