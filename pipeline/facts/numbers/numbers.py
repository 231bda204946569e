"""Text -> its numbers, each as the set of its readings.

In: a text and its language. Out: :class:`Number` values in reading order, with scale, unit and bound.

One pass over the words and digits of a text; what belongs to a date, a time or an address is no number.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from ...held import held
from ..dates.dates import dates
from ..dates.durations import durations
from ..dates.times import times
from ..words.runs import beginning_at, has_digit, small_runs
from .amounts import CENTURY, MULTIPLE, ORDINAL, Written, amount
from .codes import codes
from .digits import SPACES, readings
from .linked import linked
from .measures import letter_after, scale_after, unit_after
from .number import Kind, Number
from .spelled import ARTICLE, BOUND_BY, BOUNDED, BOUNDING, COUNTED_BY, spelled, triggers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model import Language

__all__ = ["Number", "numbers"]

DIGITS = re.compile(
    rf"(?=[-−–\d½¼¾])(?<![\w.,/:#@])(?:(?<!\w-)|(?<=mid-)|(?<=Mid-)|(?<=over-)|(?<=under-)|(?<=late-)|(?<=early-)|(?<=post-)|(?<=pre-))(?P<minus>(?:[-−]|(?<!\d\s)–)(?=\d))?"
    rf"(?P<digits>\d{{1,3}}(?:[ {SPACES}]\d{{3}})+(?!\.?\d)|\d+(?:[.,'’{SPACES}]\d+)*[½¼¾]?|[½¼¾])(?![\w]*@)"
)
RANGE = re.compile(r"[-–—/:](?P<digits>\d+(?:[.,]\d+)*)(?![\w/–-]*\d)")
SUPERLATIVE = re.compile(r"-(?:\w+est|best|worst|most|least|placed|ranked)\b")
"""What an ordinal is tied to: the second-warmest June."""
COUNTING = re.compile(
    r"-(?:digit|figure|character|letter|lane|track|member|person|people|man|woman|strong|storey|story|floor|part|stage|step|page"
    r"|column|line|volume|door|verse|syllable|act|engine|cylinder|gear|speed|string|sided|voice|seat|seater|bed|bedroom|room"
    r"|course|star|way|bladed|cornered)s?\b"
)
"""What is counted in one word: a six-lane road, a twelve-digit number."""
EVERY = re.compile(r"\b(?:[Ee](?:very|ach)|[Jj]ede[nmrs]?)\s$")
"""Before an ordinal it is a share: „jede 14. Minute“, “every 14th minute”."""
EXTRA, ADDED = re.compile(r"\.?\+\d"), re.compile(r"\d\.?\+$")
"""„in der 90.+4 Minute“ numbers a minute."""
PART = re.compile(r"(?P<many>[1-9])/(?P<of>[2-9]|10)(?=\s?[^\W\d_])")
"""1/4 l: a part, where a unit follows."""
AGED = re.compile(r"(?:over|under)-$", re.IGNORECASE)
"""“the over-70s” are people of more than 70 years."""
ONES = {"I": 1, "V": 5, "X": 10}
ROMAN = re.compile(r"(?<=[a-zäöüß]{2}\s)(?=[IVX]{2}|V)(?P<roman>X{0,2}(?:IX|IV|V?I{0,3}))(?=\.?(?![\w-]))(?<![\sX]X)")
ROMAN_HINT = re.compile(r"[IVX](?<=[a-zäöüß]{2}\s.)(?:[IVX]|(?<=V)(?!\w))")
"""Without this there is none; it begins with letters that few words have, so that most of a text is passed over."""
QUARTER = re.compile(r"(?P<part>[QH])(?<![\w-].)(?P<number>[1-4])(?![\w-])")
SCORE = re.compile(
    r"(?=\d)(?<![\d:.,/–-])(?P<one>\d{1,3})(?P<mark>[:–-])(?P<other>\d{1,2})(?![\d:/–-]|[.,]\d|\s?(?:%|Uhr))"
)
SCORE_HINT = re.compile(r"[:–-](?<=\d.)\d")
FILE = re.compile(
    r"(?<![\w/])[\w-]*[^\W\d_][\w-]*\."
    r"(?:png|jpe?g|gif|svg|webp|avif|pdf|zip|tar|gz|iso|exe|html?|md|txt|json|ya?ml|csv|ini|conf|sh|py)\b"
)
"""The name of a file, with what numbers it has."""
SUFFIX = re.compile(r"\.(?:png|jp|gif|svg|webp|avif|pdf|zip|tar|gz|iso|exe|htm|md|txt|json|ya?ml|csv|ini|conf|sh|py)")
"""Without this no text names a file."""
PARTS = (
    *("schritt", "kapitel", "abschnitt", "abbildung", "abb.", "tabelle", "punkt", "teil"),
    *("step", "chapter", "figure", "fig.", "table", "level", "part", "number", "appendix", "#"),
)
COUNTED = re.compile(
    r"(?:Schritte?n?|Kapiteln?|Abschnitte?n?|Abbildung|Abb\.|Tabelle|Punkte?|Chapters?|Figure|Fig\.|Appendix|#"
    r"|(?<![^\W\d_])(?:Steps?|Table|Level|Part|Teil|Number))"
    r"\s*(?:\d+\s*(?:-|–|und|bis|and|to|&)\s*)?$",
    re.IGNORECASE,
)
"""What numbers the parts of a text: each language may number them in its own way. „Das spart 2,6 Mio.“ numbers none."""
REFERENCES = (
    *("Artikel", "Artikeln", "Art.", "Absatz", "Abs.", "Satz", "Nummer", "Nr.", "§", "Anhang", "Erwägungsgrund"),
    *("Section", "Sections", "section", "sections", "Sec.", "sec.", "Article", "Articles", "Paragraph", "Paragraphs"),
    *("paragraph", "paragraphs", "Sentence", "sentence", "Subsection", "subsection", "para.", "No.", "no."),
    *("Annex", "Clause", "RFC", "Recital"),
)
"""What a law or a standard is numbered by is no amount."""
OPENED = re.compile(r"\d[a-z]?\($")


@held
def numbers(text: str, language: Language) -> tuple[Number, ...]:
    """The numbers of a text; what belongs to a date, a time or an address is left out."""
    taken = bytearray(len(text))
    for date in dates(text, language):
        _take(date.start, date.end, taken)
    for time in times(text, language):
        _take(time.start, time.end, taken)
    lasting = durations(text)
    for each in lasting:
        _take(each.start, each.end, taken)
    for file in FILE.finditer(text) if SUFFIX.search(text) else ():
        _take(*file.span(), taken)
    found = [*_of_digits_alone(text, taken)] if has_digit(text) else []
    found += _of_letters(text)
    found += (
        amount(text, language, Written(each.start, each.end, frozenset((each.value,)), unit=each.unit))
        for each in lasting
    )
    found += _scanned(text, language, taken)
    return linked(text, language, sorted(found, key=lambda number: number.start))


def _of_digits_alone(text: str, taken: bytearray) -> Iterator[Number]:
    """Codes and scores, whose places are taken then."""
    for code in codes(text):
        if not _inside(code.start, code.end, taken):
            _take(code.start, code.end, taken)
            if code.digits:
                yield _plain(text, code.start, code.end, code.digits, Kind.CODE)
    for score in SCORE.finditer(text) if SCORE_HINT.search(text) else ():
        if not _inside(score.start(), score.end(), taken) and _is_score(text, score):
            _take(*score.span(), taken)
            for part in ("one", "other"):
                yield _plain(text, *score.span(part), score[part], Kind.SCORE)


def _of_letters(text: str) -> Iterator[Number]:
    """Roman numbers of rulers and parts: „Karl V.“, “Part IV”; I alone is a word, X a company. Q3 is a quarter."""
    for found in ROMAN.finditer(text) if ROMAN_HINT.search(text) else ():
        value = sum(
            -ONES[a] if ONES[a] < ONES[b] else ONES[a] for a, b in pairwise(found["roman"] + found["roman"][-1])
        )
        yield _plain(text, *found.span("roman"), str(value), Kind.ORDINAL)
    for found in QUARTER.finditer(text) if "Q" in text or "H" in text else ():
        yield replace(
            _plain(text, *found.span(), found["number"], Kind.ORDINAL), unit="qu" if found["part"] == "Q" else "hf"
        )


def _take(start: int, end: int, taken: bytearray) -> None:
    """Mark the characters of a fact: a text may hold ten thousand, and each asks whether it stands inside another."""
    taken[start:end] = b"\1" * (end - start)


def _inside(start: int, end: int, taken: bytearray) -> bool:
    return taken.find(1, start, end) >= 0


def _is_score(text: str, found: re.Match[str]) -> bool:
    """3:1, or a 3-1 that counts down or is level and has no unit: 3-5 is a range."""
    if found["mark"] == ":":
        return True
    behind = unit_after(text, found.end()) or text[found.end() : found.end() + 1] == "-"
    return int(found["one"]) >= int(found["other"]) and not behind and int(found["one"]) < 20  # noqa: PLR2004 - goals


def _plain(text: str, start: int, end: int, digits: str, kind: Kind) -> Number:
    values = frozenset((Decimal(digits),))
    return Number(text[start:end], start, end, values, values, kind=kind)


def _scanned(text: str, language: Language, taken: bytearray) -> Iterator[Number]:
    """Digits and number words in reading order; each character once."""
    pieces: list[tuple[int, int, re.Match[str] | None]] = [(*each, None) for each in _worded(text, language)]
    if has_digit(text):
        pieces += ((found.start(), found.end(), found) for found in DIGITS.finditer(text))
    done = 0
    for start, end, found in sorted(pieces, key=itemgetter(0, 1)):
        if start < done or _inside(start, end, taken):
            continue
        for written in _from_digits(text, language, found) if found else _from_word(text, start, end, language, taken):
            number = amount(text, language, written)
            done = max(done, number.end)
            yield number


def _worded(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """The places of words that may begin a number: few words do, so each is looked up once and then searched."""
    lower = text.lower()
    if len(lower) != len(text):  # a letter such as İ, which is two in small
        lower = text
    for word in triggers(language)(small_runs(text)):
        start = lower.find(word)
        while start >= 0:
            end = start + len(word)
            if not lower[start - 1 : start].isalpha() and not lower[end : end + 1].isalpha():
                yield start, end
            start = lower.find(word, end)
    is_among = " von " in text and has_digit(text)  # „einer von 200“
    for found in ARTICLE[language].finditer(text) if is_among or COUNTED_BY[language](small_runs(text)) else ():
        yield found.span("article")
    begun = BOUND_BY & small_runs(text) if BOUNDING[language](small_runs(text)) else frozenset()
    for found in beginning_at(BOUNDED[language], text, begun):
        yield found.span("article")


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a number word stands for itself: not in „Zwei-Faktor“ or “Big-Five”, but in “two-year”."""
    if text[start - 1 : start] in {"-", "_"}:
        return False
    tied = text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha()
    return (
        not tied or unit_after(text, end) is not None or bool(SUPERLATIVE.match(text, end) or COUNTING.match(text, end))
    )


def _from_word(text: str, start: int, end: int, language: Language, taken: bytearray) -> Iterator[Written]:
    said = spelled(text, start, end, language)
    if said and not _inside(start, said.end, taken) and _is_whole(text, start, said.end):
        values = frozenset((said.value, *said.others))
        yield Written(start, said.end, values, said.kind, said.unit, is_spelled=True)


def _from_digits(text: str, language: Language, found: re.Match[str]) -> Iterator[Written]:
    start, end = found.span("digits")
    values = readings(found["digits"])
    if not values:
        return
    before = text[max(0, start - 24) : start]
    kind = Kind.REFERENCE if _is_reference(before) else Kind.COUNTER if _is_counted(before) else Kind.AMOUNT
    if EXTRA.match(text, end) or ("+" in before and ADDED.search(before)):
        kind = Kind.ORDINAL
    if EVERY.search(before) and min(values) > 1 and (ordinal := ORDINAL[language].match(text, end)):
        yield Written(start, ordinal.end(), frozenset(1 / value for value in values), Kind.SHARE)
        return
    if found["minus"]:
        start, values = start - 1, frozenset(-value for value in values)
    part = PART.match(text, start) if text[end : end + 1] == "/" else None
    if part and int(part["many"]) < int(part["of"]) and unit_after(text, part.end()):
        yield Written(start, part.end(), frozenset((Decimal(part["many"]) / int(part["of"]),)), kind)
        return
    if text[end : end + 1] == "s" and AGED.search(before):
        yield Written(start, end + 1, values, unit="a")
        return
    further = RANGE.match(text, end)
    if further:
        second = readings(further["digits"])
        if second and _is_ended(text, language, further.end()):
            yield Written(start, end, values, kind)
            first = max(values)
            yield Written(*further.span("digits"), _of_years(first, second), kind)
        return
    if _is_ended(text, language, end) or (kind is Kind.REFERENCE and not text[end + 1 : end + 2].isalpha()):
        yield Written(start, end, values, kind)


def _is_reference(before: str) -> bool:
    """Whether a text ends with what a law is numbered by, perhaps with a bracket: „Artikel 5 (“."""
    ended = before.removesuffix("\n").removesuffix("(")
    ended = ended[:-1] if ended[-1:].isspace() else ended
    return ended.endswith(REFERENCES) or ("(" in before and OPENED.search(before) is not None)


def _is_counted(before: str) -> bool:
    """Whether a text ends with what numbers a part of a text."""
    return any(map(before.lower().__contains__, PARTS)) and COUNTED.search(before) is not None


def _of_years(first: Decimal, second: frozenset[Decimal]) -> frozenset[Decimal]:
    """2023/24 ends in 2024."""
    value = max(second)
    if 1000 <= first < 2200 and value < CENTURY:  # noqa: PLR2004 - years
        return second | {first - first % CENTURY + value}
    return second


def _is_ended(text: str, language: Language, end: int) -> bool:
    """Whether digits end here: what letters follow at once are a unit, a scale or an ending."""
    if end >= len(text) or not text[end].isalpha():
        return True
    return bool(
        letter_after(text, end)[0]
        or unit_after(text, end)
        or ORDINAL[language].match(text, end)
        or MULTIPLE[language].match(text, end)
        or scale_after(text, end, language)[0]
    )
