"""German number words -> values: ``zwanzig``, ``einundzwanzig``, ``zweieinhalb``, ``dreitägig``, ``jeder Fünfte``.

In: a text and the place of a word in it. Out: :class:`Spelled`, or nothing.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from ..table import periods, table
from .measures import named, unit_after
from .number import HALF, Kind, Spelled, is_share

ARTICLES = frozenset(("ein", "eine", "einem", "einen", "einer", "eines"))
SCALED = re.compile(
    r"\s+(?:Million|Milliarde|Billion|Billiarde|Trillion|[Tt]ausend|[Hh]undert|Dutzend|Mio|Mrd|Jahrzehnt|Jahrhundert)"
)
MULTIPLE = re.compile(r"(?P<value>.+?)(?:mal(?:ig\w*)?|fach\w*|malen?)$")
ADJECTIVE = re.compile(r"(?P<value>.+?)(?P<unit>jährig|tägig|stündig|minütig|sekündig|monatig|wöchig|prozentig)\w*$")
COUNTING = re.compile(
    r"(?P<value>.+?)(?:köpfig|stellig|spurig|gleisig|stöckig|geschossig|etagig|teilig|stufig|seitig|spaltig|zeilig|bändig|türig"
    r"|strophig|silbig|aktig|motorig|strahlig|zylindrig|gängig|saitig|zinkig|eckig|blättrig|stimmig|sitzig)(?:e[nmrs]?)?$"
)
"""What counts the parts of a thing: „elfstellig“, „sechsköpfig“."""
COMPOUND = re.compile(
    r"(?P<part>halb|viertel|dreiviertel|drittel|zehntel|hundertstel|tausendstel)(?P<unit>stunden?|sekunden?|grad|punkte?n?|meter|millimeter|jahr(?:e[sn]?|hunderts?)?|prozentpunkte?n?|prozent|liter|pfund|kilo)"
)
"""A part and what it is a part of, in one word; half a year is „ein halbes Jahr“, for „Halbjahr“ is a period."""
PARTS = {
    "halb": "0.5",
    "viertel": "0.25",
    "dreiviertel": "0.75",
    "drittel": "0.3333",
    "zehntel": "0.1",
    "hundertstel": "0.01",
} | {"tausendstel": "0.001"}
MANIFOLD = frozenset(("viertel", "zehntel", "hundertstel", "tausendstel"))
"""Parts of which several are counted: „drei Zehntelsekunden“."""
MIXED = re.compile(r"(?P<whole>.+?)(?:ein)?(?P<part>(?<=ein)(?:halb|viertel)|dreiviertel)(?:e[nrs]?)?")
"""A number and a part of one: „zweieinhalb“, „zweieinviertel“, „zweidreiviertel“."""
DOZEN = re.compile(r"\s+(?:Dutzend|dutzend)\b")
PERIOD = re.compile(r"\s+(?P<period>Quartals?|Halbjahr(?:e?s)?|(?:Jahresh|H)älfte|Halbzeit)\b")
SUPERLATIVE = re.compile(r"(?P<stem>zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|zehnt)[a-zäöüß]{2,}[sß]te[nmrs]?")
GRADE = re.compile(r"(?P<stem>[a-zäöüß]+)(?:klässler(?:s|n|in|innen)?|semester[ns]?)")
"""Who is in which year: „Achtklässler“, „Drittsemester“."""
IDLE = re.compile(
    r"(?<=\bunter )vier Augen\b|(?:vier|drei) Wände|sieben Sachen\b|zwei Paar (?:Stiefel|Schuhe)|null und nichtig\b"
)
"""Ways of speaking that count nothing."""
MULTIPLIED = re.compile(r"ver(?P<value>doppel|[a-zäöüß]+?fach)(?:t|te[nmrs]?|en|ung|s)")
MANY = frozenset(("dutzend", "hundert", "tausend"))
SOME = re.compile(r"\b(?:ein paar|einige|mehrere|wenige|etliche|viele)\s$", re.IGNORECASE)
BOUND = re.compile(
    r"\b(?:mindestens|höchstens|knapp|fast|rund|etwa|mehr als|weniger als|länger als|bis zu)\s$", re.IGNORECASE
)
ONCE = re.compile(r"\s(?:täglich|stündlich|wöchentlich|monatlich|jährlich|am|pro|im|in der|die Woche)\b")
"""„einmal täglich“ counts; „noch einmal“ does not."""
DOUBTFUL = frozenset(("zweier", "dreier", "achten"))
"""Numbers in small letters only: „Achten Sie darauf“."""
BEGINNING = re.compile(
    r"ein|anderthalb|zwei|zwo|drei|dritt|vier|fünf|sech|sieb|acht|neun|zehn|elf|zwölf|zwanzig|hundert|tausend|dutzend|null"
    r"|doppel|ver(?:doppel|drei|vier|fünf|sechs|sieben|acht|neun|zehn)|milli|billi|halb|viertel|erste[nmrs]?$"
)
ROUGH = re.compile(r"(?P<scale>million|milliarde|billion|billiarde)en[a-zäöüß]*$")
DECADE = re.compile(r"(?P<tens>.+?)er(?:[-n]?jahren?)?$")
AND_A_HALF = re.compile(r"\s+und\s+(?:ein(?:e[nmrs]?)?)\s+halb\w*", re.IGNORECASE)
HALF_DOZEN = re.compile(r"\s+halb\w+\s+Dutzend\b")
PART = re.compile(r"\s+(?P<part>[a-zäöüß]+)\b", re.IGNORECASE)
AMONG = re.compile(
    r"\s+von\s+(?P<whole>[a-zäöüß]+|(?:10{0,2}\.?000|\d{1,3})(?!\w|[.,]\d))(?=[\s.,;:!?)]|$)", re.IGNORECASE
)
EACH = re.compile(r"jede[rsnm]?\s+(?P<whole>[a-zäöüß]+)\b", re.IGNORECASE)


def german(text: str, start: int, end: int) -> Spelled | None:
    """The number that begins with the word from ``start`` to ``end``; an article counts before a scale or a part."""
    word = text[start:end].lower()
    if word.startswith("jede") or word == "einmal":
        return _alone(text, start, end)
    if IDLE.match(text, start):
        return None
    parts = table("numbers")["parts"]["de"]
    said = Spelled(end, Decimal(1)) if word in ARTICLES else in_a_word(word)
    if said is None or (word in DOUBTFUL and text[start].isupper()):
        return Spelled(end, 1 / Decimal(parts[word]), Kind.SHARE) if word in parts else None
    if said.kind is Kind.AMOUNT and (more := _counted(text, start, end, said.value)):
        return more
    if said.kind is Kind.ORDINAL and (period := PERIOD.match(text, end)):
        return Spelled(period.end(), said.value, Kind.ORDINAL, periods()[period["period"].lower()])
    is_needless = (word in ARTICLES and not SCALED.match(text, end)) or word.startswith("erste")
    return None if is_needless else Spelled(end, said.value, said.kind, said.unit, said.others)


def _alone(text: str, start: int, end: int) -> Spelled | None:
    """„jeder Fünfte“, „einmal täglich“."""
    if text[start:end].lower() == "einmal":
        return Spelled(end, Decimal(1), Kind.TIMES) if ONCE.match(text, end) else None
    each = EACH.match(text, start)
    whole = _ordinal(each["whole"].lower()) if each else None
    return Spelled(each.end(), 1 / whole, Kind.SHARE) if each and whole else None


def _counted(text: str, start: int, end: int, value: Decimal) -> Spelled | None:
    """What more a cardinal or an article says: „zwei Drittel“, „ein paar hundert“, „mindestens einen Tag“, dozens."""
    word = text[start:end].lower()
    if part := _part(text, end, value):
        return part
    if word in MANY and SOME.search(text, max(0, start - 12), start):
        return Spelled(end, value, Kind.ROUGH)
    if word in ARTICLES and BOUND.search(text, max(0, start - 12), start) and unit_after(text, end):
        return Spelled(end, value, Kind.ONE)
    dozen = DOZEN.match(text, end)
    return Spelled(dozen.end(), value * 12) if dozen else None


def _part(text: str, end: int, value: Decimal) -> Spelled | None:
    """Two thirds, two and a half, half a dozen, „drei Zehntelsekunden“."""
    if half_dozen := HALF_DOZEN.match(text, end):
        return Spelled(half_dozen.end(), Decimal(6))
    if half := AND_A_HALF.match(text, end):
        return Spelled(half.end(), value + HALF)
    among = AMONG.match(text, end)
    size = _size(among["whole"].lower()) if among else None
    if among and size and is_share(value, size) and not _is_measured(text, among):
        is_figures = among["whole"][0].isdigit()  # “one in 200”, “one of 200”
        return Spelled(among.end(), value / size, Kind.SHARE, others=(size,) if is_figures else ())
    part = PART.match(text, end)
    word = part["part"].lower() if part else ""
    if part and (small := COMPOUND.fullmatch(word)) and small["part"] in MANIFOLD and small["unit"] in named():
        return Spelled(part.end(), value * Decimal(PARTS[small["part"]]), unit=named()[small["unit"]])
    whole = table("numbers")["parts"]["de"].get(word.removesuffix("n") if word.endswith("teln") else word)
    is_clock = part and part["part"] == "viertel"  # „viertel neun“
    return Spelled(part.end(), value / whole, Kind.SHARE) if part and whole and not is_clock else None


def _is_measured(text: str, among: re.Match[str]) -> bool:
    """Whether an amount stands behind „einer von“, and nothing is one of so many: „einer von vier Fünfteln“.

    Another amount of its unit was said before: „eine Frist von zwei Wochen, nicht eine von vier Wochen“.
    """
    part = PART.match(text, among.end())
    if not part:
        return False
    if part["part"].lower().removesuffix("n") in table("numbers")["parts"]["de"]:
        return True
    same = rf"\bvon [\w.,]+ {re.escape(part['part'])}\b"
    return unit_after(text, among.end()) is not None and re.search(same, text[: among.start()]) is not None


def _size(written: str) -> Decimal | None:
    figures = written.replace(".", "")
    return Decimal(figures) if figures.isdigit() else _cardinal(written)


@lru_cache(maxsize=1 << 14)
def in_a_word(word: str) -> Spelled | None:
    """What one German word in small letters says; its end is not set."""
    if not BEGINNING.match(word):
        return None
    if word == "einmal":
        return Spelled(0, Decimal(1), Kind.TIMES)
    data = table("numbers")
    for name, kind in (("times", Kind.TIMES), ("rough", Kind.ROUGH)):
        if word in data[name]["de"]:
            return Spelled(0, Decimal(data[name]["de"][word]), kind)
    if rough := ROUGH.fullmatch(word):  # „Milliardenverlust“; „Millionen“ alone may follow a number
        return Spelled(0, Decimal(10) ** data["scales"]["de"][rough["scale"]], Kind.ROUGH)
    value = _cardinal(word)
    return _inflected(word) if value is None else Spelled(0, value)


def _inflected(word: str) -> Spelled | None:
    """A decade, a multiple, a measured adjective, a part of a unit, an ordinal."""
    if part := COMPOUND.fullmatch(word):
        kind = Kind.SHARE if part["unit"].startswith("punkt") else Kind.AMOUNT
        return Spelled(0, Decimal(PARTS[part["part"]]), kind, named().get(part["unit"], ""))
    if (more := MULTIPLIED.fullmatch(word)) and (value := _multiple(more["value"])):
        return Spelled(0, value, Kind.TIMES)
    decades = table("numbers")["decades"]["de"]
    if (decade := DECADE.fullmatch(word)) and decade["tens"] in decades:
        year = decades[decade["tens"]]
        return Spelled(0, Decimal(year), Kind.ORDINAL, others=(Decimal(year % 100),))
    for pattern, kind in ((MULTIPLE, Kind.TIMES), (ADJECTIVE, Kind.AMOUNT), (COUNTING, Kind.AMOUNT)):
        found = pattern.fullmatch(word)
        if found and (value := _cardinal(found["value"])) is not None and (pattern is ADJECTIVE or value > 1):
            return Spelled(0, value, kind, named().get(found.groupdict().get("unit") or "", ""))
    superlative = SUPERLATIVE.fullmatch(word)
    stem = superlative or GRADE.fullmatch(word)
    ordinal = _ordinal(stem["stem"] + "e" if stem else word)
    return Spelled(0, ordinal, Kind.ORDINAL) if ordinal else None


def _multiple(word: str) -> Decimal | None:
    """„doppel“ is two, „dreifach“ three."""
    return Decimal(2) if word == "doppel" else _cardinal(word.removesuffix("fach"))


def _ordinal(word: str) -> Decimal | None:
    stem = re.sub(r"e[nmrs]?$", "", word)
    value = table("numbers")["ordinals"]["de"].get(stem) if stem != word else None
    if value is None and stem != word and stem.endswith("st"):
        value = _cardinal(stem[:-2])
    return Decimal(value) if value else None


def _cardinal(word: str) -> Decimal | None:
    if word.startswith("anderthalb"):
        return Decimal("1.5") if re.fullmatch(r"anderthalb(?:e[nrs]?)?", word) else None
    if mixed := MIXED.fullmatch(word):
        value = _cardinal(mixed["whole"])
        return None if value is None else value + Decimal(PARTS[mixed["part"]])
    whole = _whole(word)
    return None if whole is None else Decimal(whole)


def _whole(word: str) -> int | None:
    words = table("numbers")["words"]["de"]
    if word in words:
        return int(words[word])
    for mark, size, most in (("tausend", 1000, 999), ("hundert", 100, 99)):
        head, found, rest = word.partition(mark)
        if found:
            many = _whole(head) if head else 1
            more = _whole(rest.removeprefix("und")) if rest else 0
            return None if many is None or more is None or many > most else many * size + more
    ones, mark, tens = word.partition("und")
    if mark and ones in words and tens in words and 20 <= words[tens] < 100 and words[ones] < 10:  # noqa: PLR2004 - einundzwanzig
        return int(words[ones] + words[tens])
    return None
