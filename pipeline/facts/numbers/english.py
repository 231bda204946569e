"""English number words -> values: twenty-one, two hundred and fifty, a third, one in five, twice, the sixties.

In: a text and the place of a word in it. Out: :class:`Spelled`, or nothing.
"""

from __future__ import annotations

import re
from decimal import Decimal

from ..table import periods, table
from .measures import named, unit_after
from .number import HALF, Kind, Spelled, is_share

ARTICLES = frozenset(("a", "an", "another"))
SCALED = re.compile(
    r"\s+(?:million|billion|trillion|quadrillion|thousand|hundred|dozen|decade|century|fortnight)", re.IGNORECASE
)
AND_A_PART = re.compile(
    r"[\s-]+and[\s-]+(?:a[\s-]+(?P<part>half|quarter)|(?P<three>three[\s-]+quarters))\b", re.IGNORECASE
)
PART = re.compile(
    r"[\s-]+(?P<part>[a-z]+)\b(?=(?<=s)|\s+(?:of|as|in|to|from|the|more|less|or|fewer|lower|higher|smaller|larger|bigger|cheaper|shorter|longer|within|by|on|at|for"
    r"|than|since|and|below|above|were|was|are|is|had|have|has|compared|between|over|during|after|before|would|will|when|while|that|with)\b|[.,;:)]|\s*$|\s+(?:a|an)\b)",
    re.IGNORECASE,
)
ONE_IN = re.compile(
    r"(?P<one>[a-z]+)(?:(?<=one)(?P<what>\s[a-z]+))?\s+(?:in|out\s+of)\s+(?:every\s+)?"
    r"(?P<whole>[a-z]+|(?:10{0,2},?000|\d{1,3})(?!\w|[.,]\d))",
    re.IGNORECASE,
)
FURTHER = re.compile(r"(?:\sand\s|[\s-])(?P<word>[a-z]+)(?!\w)", re.IGNORECASE)
PLAIN_ONE = re.compile(r"\b(?:first|last|next|latest|new|\w+ed|\w{2,}est)\s$", re.IGNORECASE)
"""Before “one” it is no number."""
BETWEEN = re.compile(r"\bbetween\s$", re.IGNORECASE)
OF_A = re.compile(r"\s+of\s+(?:an?|one)(?=\s)|\s+(?:an?)(?=\s)", re.IGNORECASE)
FEW_WORDS = re.compile(r"\s+[a-z]+(?:\s+[a-z]+)?", re.IGNORECASE)
UNIT_AND_A_HALF = re.compile(r"\s+(?P<unit>[a-z]+)\s+and\s+a\s+half\b", re.IGNORECASE)
PERIOD = re.compile(r"[\s-](?P<period>quarter|half)\b(?!\s+of\s+(?:an?|all|them|those)\b)", re.IGNORECASE)
MANY = frozenset(("dozen", "hundred", "thousand"))
SOME = re.compile(r"\b(?:a few|several|many|a couple of)\s$", re.IGNORECASE)
BOUND = re.compile(
    r"\b(?:at least|at most|just under|just over|almost|nearly|more than|less than|longer than|up to|about|around)\s$",
    re.IGNORECASE,
)
EVERY = re.compile(r"\b(?:every|each)\s$", re.IGNORECASE)
NOUN = re.compile(r"\s(?!(?:and|or|of|in|at|on|by|from|to|for|with|as|when|while|but)\b)[a-z]", re.IGNORECASE)
ONCE = re.compile(r"\s(?:an?|per|every|daily|weekly|monthly|hourly)\b", re.IGNORECASE)
DOZEN = re.compile(r"\s+a\s+dozen\b", re.IGNORECASE)
TWENTY, HUNDRED = 20, 100
QUARTER = HALF / 2
PARTS = {"half": HALF, "quarter": QUARTER}


def english(text: str, start: int, end: int) -> Spelled | None:
    """The number that begins with the word from ``start`` to ``end``; an article counts before a scale or a part."""
    data = table("numbers")
    word = text[start:end].lower()
    more = FEW_WORDS.match(text, end)
    if more and (rough := _rough(text[start : more.end()].lower())):
        return Spelled(start + len(rough), Decimal(data["rough"]["en"][rough]), Kind.ROUGH)
    if word in data["words"]["en"]:
        return _counted(text, start, end)
    if word in {"half", "once"}:
        return _alone(text, word, end)
    said = _single(text, word, end)
    is_each = said and said.kind is Kind.ORDINAL and not said.unit and EVERY.search(text, max(0, start - 7), start)
    if said and is_each and (word != "second" or NOUN.match(text, end)):
        return Spelled(said.end, 1 / said.value, Kind.SHARE)  # every second, every third
    return said


def _counted(text: str, start: int, end: int) -> Spelled | None:
    """What begins with a cardinal or an article: a cent and a half, a few hundred, a third, twenty-one."""
    word = text[start:end].lower()
    value = Decimal(table("numbers")["words"]["en"][word])
    half = UNIT_AND_A_HALF.match(text, end)
    if half and (unit := named().get(half["unit"].lower())):
        return Spelled(half.end(), value + HALF, unit=unit)
    if word in MANY and SOME.search(text, max(0, start - 12), start):
        return Spelled(end, value, Kind.ROUGH)
    if word in {"a", "an", "one"} and BOUND.search(text, max(0, start - 12), start) and unit_after(text, end):
        return Spelled(end, value, Kind.ONE)
    is_needless = word in ARTICLES and not SCALED.match(text, end)
    return _part(text, start, end) or (None if is_needless else _cardinals(text, start, end))


def _alone(text: str, word: str, end: int) -> Spelled | None:
    """Half, half a dozen, once a day."""
    if word == "once":
        return Spelled(end, Decimal(1), Kind.TIMES) if ONCE.match(text, end) else None
    if dozen := DOZEN.match(text, end):
        return Spelled(dozen.end(), Decimal(6))
    of = OF_A.match(text, end)
    return Spelled(of.end() if of else end, HALF, Kind.SHARE)


def _single(text: str, word: str, end: int) -> Spelled | None:
    """Twice, the sixties, fifth, thirds."""
    data = table("numbers")
    period = PERIOD.match(text, end)
    value = 1 if word == "first" else data["ordinals"]["en"].get(word)
    if period and value:
        return Spelled(period.end(), Decimal(value), Kind.ORDINAL, periods()[period["period"].lower()])
    for name, kind in (("times", Kind.TIMES), ("ordinals", Kind.ORDINAL)):
        if word in data[name]["en"]:
            return Spelled(end, Decimal(data[name]["en"][word]), kind)
    if word in data["decades"]["en"]:
        year = data["decades"]["en"][word]
        return Spelled(end, Decimal(year), Kind.ORDINAL, others=(Decimal(year % 100),))
    if word in data["parts"]["en"] and word not in {"quarters", "halves"}:
        of = OF_A.match(text, end)  # the past quarter of a century
        end = of.end() if of and unit_after(text, of.end()) else end
        return Spelled(end, 1 / Decimal(data["parts"]["en"][word]), Kind.SHARE)
    return None


def _rough(words: str) -> str:
    known = table("numbers")["rough"]["en"]
    pieces = words.split()
    return next((" ".join(pieces[:count]) for count in (3, 2) if " ".join(pieces[:count]) in known), "")


def _part(text: str, start: int, end: int) -> Spelled | None:
    """A third, two thirds, one in five, one household in five."""
    data = table("numbers")
    value = Decimal(data["words"]["en"][text[start:end].lower()])
    parts = data["parts"]["en"]
    part = PART.match(text, end)
    if part and (whole := parts.get(part["part"].lower())):
        of = OF_A.match(text, part.end())
        return Spelled(of.end() if of else part.end(), value / whole, Kind.SHARE)
    among = ONE_IN.match(text, start)
    if among and among["one"].lower() in data["words"]["en"]:
        written = among["whole"].lower().replace(",", "")
        whole = int(written) if written.isdigit() else data["words"]["en"].get(written)
        is_rate = among["what"] and unit_after(text, among.end())  # one goal in three minutes
        is_rate = is_rate or PLAIN_ONE.search(text, max(0, start - 24), start)  # the first one in 43 years
        if whole and is_share(value, Decimal(whole)) and not is_rate:
            others = (Decimal(whole),) if among["whole"][0].isdigit() else ()  # „1:10.000“, „einer von 200“
            return Spelled(among.end(), value / whole, Kind.SHARE, others=others)
    return None


def _cardinals(text: str, start: int, end: int) -> Spelled:
    """A row of English number words: two hundred and fifty, twenty-one, two and a half."""
    words = table("numbers")["words"]["en"]
    total, current = 0, int(words[text[start:end].lower()])
    while more := FURTHER.match(text, end):
        word = more["word"].lower()
        value = words.get(word)
        if (
            value is None
            or word in ARTICLES
            or (word != "dozen" and current % HUNDRED and value < HUNDRED and not _is_one(current, value))
            or (current >= HUNDRED > value and _begins_another(text, start, more.end()))
        ):
            break
        if word in {"hundred", "thousand", "dozen"} and current:
            current *= value
            if word == "thousand":
                total, current = total + current, 0
        else:
            current += value
        end = more.end()
    whole = Decimal(total + current)
    if part := AND_A_PART.match(text, end):
        return Spelled(part.end(), whole + (3 * QUARTER if part["three"] else PARTS[part["part"].lower()]))
    ordinal = FURTHER.match(text, end)
    last = table("numbers")["ordinals"]["en"].get(ordinal["word"].lower()) if ordinal else None
    if ordinal and last and whole >= TWENTY:  # twenty-first
        return Spelled(ordinal.end(), whole + last, Kind.ORDINAL)
    return Spelled(end, whole)


def _begins_another(text: str, start: int, end: int) -> bool:
    """Whether the word that ends here begins a number of its own: two hundred and *three* hundred."""
    behind = FURTHER.match(text, end)
    scale = behind["word"].lower() if behind else ""
    return scale == "hundred" or (scale == "thousand" and BETWEEN.search(text, 0, start) is not None)


def _is_one(tens: int, ones: int) -> bool:
    return tens % 10 == 0 and ones < 10 and tens % HUNDRED >= TWENTY  # noqa: PLR2004 - twenty-one
