"""What stands around a number -> its scale, unit, currency, and what it is said of.

In: a text, and where a number begins or ends in it. Out: a word of the vocabulary and how far it reaches. Words are
looked up by their first one: one alternation of all of them costs ten times as much.
"""

from __future__ import annotations

import re
from functools import cache

from ...expressions import lasting
from ...frozen import dataclass
from ...model import Language
from ..table import table
from .digits import SPACES

GAP = rf"[ \t{SPACES}-]{{0,2}}"
"""What may stand before a unit; a line break ends a cell or an item."""
FIRST = re.compile(rf"{GAP}(?P<word>[^\W\d_]+|[%‰€$£¥°])")
ADJECTIVE = re.compile(r"(jährig|tägig|stündig|minütig|sekündig|monatig|wöchig|prozentig)(?:e[nmrs]?)?$")
SHORT = 2
"""Letters of a unit that is found in one case only."""
BEFORE = re.compile(
    rf"(?:(?<![^\W\d_])|(?=[€£¥]))(?P<lead>(?<![^\s(|„“])[-−–])?"
    rf"(?P<sign>(?:US|A|C|HK|NZ)?\$|€|£|¥|EUR|USD|GBP|CHF|JPY|CNY|RMB|PLN|SEK|NOK|DKK|INR|SFr\.|Fr\.)"
    rf"[ \t{SPACES}]?(?P<minus>[-−–])?\Z"
)
BETWEEN = f" \t{SPACES}-−–"
ENDS = frozenset("$€£¥RDPFYBNK.")
"""What stands between a currency and its amount, and what the currencies end with."""
AMOUNT = re.compile(rf"\d[ \t{SPACES}]?\Z")
"""A number before a sign: it is that number's, as in a row of cells, 49,00 € beside 10 GB."""
SIGNS = {"Fr.": "chf", "SFr.": "chf", "A$": "a$", "C$": "c$", "HK$": "hk$", "NZ$": "nz$"}
LETTERS = {"k": 3, "K": 3, "m": 6, "M": 6, "B": 9, "bn": 9, "tn": 12, "T": 12}
"""Scales that English writes right behind the digits."""
PER = re.compile(
    r"(?:\s[^\W\d_]+)?\s?(?:pro|je|per|/)\s?(?=[^\W\d_])"
    r"|(?P<plain>(?:\sof\s[a-z]+|\s(?!of\b)[^\W\d_]+)?\s(?:an?|each|every|im|am|in der|die)\s)(?=[^\W\d_])"
)
ARTICLE = re.compile(r"\b(?:eine?[nmrs]?|an?)(?=\s[^\W\d_])", re.IGNORECASE)
SPANS = frozenset(("s", "min", "h", "d", "wk", "mo", "a"))
"""The times that an article makes a rate of: 5 euros a month."""
CENTS = frozenset(("¤ct", "¤p"))
OF_EACH = re.compile(
    r"\s(?:(?:pro|je|(?:von|auf|für|aus)\s(?:jede[mnr]|den|einen)|aus\sdem)\s(?:\w+\s)?(?:Euro|Dollar|Pfund|Franken)\b"
    r"|(?:in|on|of|per|for|out\sof)\s(?:the|every|each|a)?\s?(?:euro|dollar|pound)\b)"
)
"""What makes cents a share."""
EACH = {
    **dict.fromkeys(("jahr", "jährlich", "annually", "yearly"), "a"),
    **dict.fromkeys(("monat", "monatlich", "monthly"), "mo"),
    **dict.fromkeys(("woche", "wöchentlich", "weekly"), "wk"),
    **dict.fromkeys(("tag", "täglich", "daily"), "d"),
    **dict.fromkeys(("stunde", "stündlich", "hourly"), "h"),
}
"""What an amount is said of by a word beside it, and the unit that it is."""
ADVERBS = "[Jj]ährlich|[Mm]onatlich|[Ww]öchentlich|[Tt]äglich|[Ss]tündlich"
AHEAD = 40
"""Characters before a number in which is looked for what it is said of."""
EVERY = re.compile(
    r"(?:\b(?:[Ii]m|[Pp]ro|[Jj]e|[Jj]ede[nrs]?|[Ii]n der|[Aa]m) (?P<noun>Jahr|Monat|Woche|Tag|Stunde)"
    rf"|\b(?P<adverb>{ADVERBS})) (?:(?:rund|etwa|knapp|gut|fast|über|mehr als|bis zu|nur|weitere|noch) )?$"
)
EVERY_BEHIND = re.compile(rf"\s(?P<adverb>{ADVERBS}|annually|yearly|monthly|weekly|daily|hourly)\b")
WAY = re.compile(r"\s([a-zäöüß]+)(?! (?:efficient|economical|frugal|effizient|sparsam))\b")
LETTER = re.compile(r"(?:bn|tn|[kKmMBT])(?!\w)")


@dataclass(frozen=True, slots=True)
class Found:
    """A word around a number: what it means, and where it begins or ends."""

    meaning: str
    at: int
    is_firm: bool = False
    is_kept: bool = False
    is_negative: bool = False


@cache
def _units() -> dict[str, tuple[tuple[str, str], ...]]:
    """The units with their names by the first word of these, the longest names first."""
    known: dict[str, list[tuple[str, str]]] = {}
    for unit, names in table("units")["words"].items():
        for name in names:
            first = FIRST.match(name)
            if first:
                known.setdefault(first["word"].lower(), []).append((name, unit))
    return {first: tuple(sorted(names, key=lambda each: -len(each[0]))) for first, names in known.items()}


@cache
def _named(name: str) -> re.Pattern[str]:
    body = re.escape(name.removesuffix("-")).replace(r"\ ", rf"[\s{SPACES}-]")
    end = r"\w*" if name.endswith("-") else r"(?!\w)" if name[-1].isalnum() else ""
    is_exact = (len(name) <= SHORT and name.isalpha()) or name.istitle()  # 500 Mark, but “the 500 mark”
    return lasting(body + end, re.NOFLAG if is_exact else re.IGNORECASE)


@cache
def named() -> dict[str, str]:
    """Units by their names, and by the adjective that has them: ``jährig`` is years."""
    return {name.removesuffix("-"): unit for unit, names in table("units")["words"].items() for name in names}


def unit_after(text: str, end: int) -> Found | None:
    """The unit behind a number."""
    first = FIRST.match(text, end)
    if not first:
        return None
    start, word = first.start("word"), first["word"].lower()
    if adjective := ADJECTIVE.match(word):
        return Found(named()[adjective[1]], first.end())
    for name, unit in _units().get(word, ()):
        found = _named(name).match(text, start)
        if found and not (found[0] == "s" and start == end):  # the 1990s are no seconds
            return Found(unit, found.end())
    return None


def articled(text: str) -> frozenset[str]:
    """The units that an article stands before: „eine Stunde“, “an hour” are 1 hour."""
    found = (unit_after(text, each.end()) for each in ARTICLE.finditer(text))
    return frozenset(unit.meaning for unit in found if unit)


def currency_before(text: str, start: int) -> Found | None:
    """The currency that stands before its amount."""
    if text[max(0, start - 3) : start].rstrip(BETWEEN)[-1:] not in ENDS:
        return None  # most numbers
    found = BEFORE.search(text, max(0, start - 6), start)
    if not found or AMOUNT.search(text, max(0, found.start() - 4), found.start()):
        return None
    sign = found["sign"]
    unit = next((unit for unit, names in table("units")["words"].items() if sign.lower() in names), "")
    is_negative = bool(found["lead"] or found["minus"])
    return Found(unit or "¤" + SIGNS.get(sign, sign).upper(), found.start(), is_negative=is_negative)


ABBREVIATED = 3
"""Letters of the longest scale word that is written with a full stop: Mrd."""


@cache
def _scales(language: Language) -> dict[str, int]:
    """Scale words; German ones are nouns: a small "billion" in a German text is the English word."""
    words: dict[str, int] = table("numbers")["scales"][language]
    if language is Language.EN:
        return words
    return {word.capitalize(): power for word, power in words.items()} | {"tausend": words["tausend"]}


def scale_after(text: str, end: int, language: Language) -> tuple[int, int]:
    """The power of ten behind a number, and where its word ends; 0 without one."""
    first = FIRST.match(text, end)
    if not first:
        return 0, end
    word = first["word"]
    power = _scales(language).get(word if language is Language.DE else word.lower(), 0)
    after = first.end()
    if (
        power
        and len(word) <= ABBREVIATED
        and text[after : after + 1] == "."
        and re.match(r"\.\s+\S", text[after : after + 8])
    ):
        after += 1
    return power, after if power else end


def letter_after(text: str, end: int) -> tuple[str, int]:
    """The letter behind digits that is a scale in English, and its end."""
    found = LETTER.match(text, end)
    return (found[0], found.end()) if found else ("", end)


def per_around(text: str, start: int, end: int) -> str:
    """The unit that an amount is said of: 1,390 euros a year, „69 Menschen je Quadratkilometer“, „im Jahr 9 Euro“."""
    found = PER.match(text, end)
    unit = unit_after(text, found.end()) if found else None
    if unit is None:
        every = EVERY.search(text, max(0, start - AHEAD), start) or EVERY_BEHIND.match(text, end)
        return EACH[every[every.lastgroup or 0].lower()] if every else ""
    return "" if found and found["plain"] and unit.meaning not in SPANS else unit.meaning


def is_share(text: str, end: int, unit: str) -> bool:
    """Whether an amount of cents is said of each euro: „18,5 Cent je Euro“, “18.5 cents in the euro” are per cent."""
    return unit in CENTS and OF_EACH.match(text, end) is not None


def way_after(text: str, end: int, language: Language) -> str:
    """Whether an amount is said to be more or less than another: up, down or nothing."""
    found = WAY.match(text, end)
    return _ways(language).get(found[1], "") if found else ""


@cache
def _ways(language: Language) -> dict[str, str]:
    return {word: way for way, words in [*table("numbers")["ways"][language].items()][::-1] for word in words}
