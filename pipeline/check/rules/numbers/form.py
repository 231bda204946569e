"""Every number is written as its language writes it.

In: an original and its translation. Out: remarks with repairs.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ....expressions import lasting
from ....facts.numbers.numbers import numbers
from ....findings import Edit, Message, Repair
from ....locales import months
from ....model import BlockKind, Language
from ...compared.prose import Passage, passages
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ....model import Article, Translation

CLOCKED = frozenset(("ms", "s", "Hz", "MHz", "GHz"))
"""Units whose numbers have three decimals in English as well."""
GERMAN = re.compile(
    r"\d(?<![\w.,].)(?:\d{0,2}(?:\.\d{3})+(?:,\d+)?|\d*,\d{1,2}|\d*,\d{4,})(?!(?!(?:[kmMB]|bn|mn|tn)(?!\w))\w|[.,/-]\d)"
)
"""A scale may be written close behind: “€3,4m”."""
ENGLISH = re.compile(
    r"\d(?<![\w.,].)(?:\d{0,2}(?:,\d{3})+(?:\.\d+)?|\d*\.\d{1,2}(?=\s?(?:%|Prozent|Mio|Mrd|Million|Milliard|Euro|€)))(?![\w]|[.,]\d)"
)
BEHIND = re.compile(r"(?:^|\n|\b(?:on|of|the|by|to|from|until|since|and|before|after|between) )$", re.IGNORECASE)
"""What stands before the day of a date, and behind no page or number."""
EXCHANGED = str.maketrans(".,", ",.")
GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
"""A number that German groups, and English may read as a decimal."""
POINT = re.compile(r"\d(?<![\w.,:/-].)\d*\.\d{1,2}(?![\w/]|[.,:-]\d|[.,]\d)")
"""A number with a point, which may be a version, a chapter or a decimal of English."""
AMOUNT = re.compile(
    r"(?:(?<!\w)(?!(?:de[rnms]|die|das|ab|in|seit|mit|und|oder|unter|bis|vor|z|[Vv]ersion|release)\s)[a-zäöüß]{2,}"
    r"|Durchschnitt|Faktor|Index|Kennzahl|Note|Quote|Schnitt|Verhältnis|Wert)\s$"
)
"""What stands before an amount: before a version stand a name, an article, or what tells from when on."""
AGED = re.compile(
    r"\b(?:älter|neuer|jünger)(?: \w+)? als\s$|\b(?:Version|Ausgabe|Update|Release)(?:e?n|s)?(?: von)?\s$"
)
"""What stands before a version: „Ausgaben, die älter sind als 6.8“, „Versionen von 3.2 bis 3.9“."""
COMMA = re.compile(r"\d,\d{1,2}(?!\d)")
AHEAD = 24
"""Characters before a number in which that is looked for."""
CRON = re.compile(r"\*\s\*\s(?:\S+\s)?$")
"""What stands before a day in a row of stars that says when a program runs: `* * * 6,7`."""


@rule(Severity.ERROR)
def wrong_format(pair: Translation) -> Iterator[Remark]:
    """A number is written in the form of the other language.

    Why it matters: “1.500” is one and a half to English readers, and „1,500“ to German ones.

    Bad: “3,5 %” or “1.234.567” in English; „1,234,567“ in German.

    Good: “3.5%”, “1,234,567”; „1.234.567“.

    Repair: exchange point and comma; it is safe where the number can be read in one way only.
    """
    for article, pattern, other in ((pair.article, *_forms(pair.article)), (pair.original, *_forms(pair.original))):
        theirs = pair.original if article is pair.article else pair.article
        known = {n.text for p in passages(theirs) for n in numbers(p.text, theirs.language) if n.unit not in CLOCKED}
        for passage in passages(article):
            yield from _wrong(passage, pattern, other, known)
            yield from _dotted(passage) if other == "de" else ()
        if other == "en":
            yield from _pointed(article, known)


def _forms(article: Article) -> tuple[re.Pattern[str], str]:
    return (GERMAN, "de") if article.language is Language.EN else (ENGLISH, "en")


def _pointed(article: Article, known: Iterable[str]) -> Iterator[Remark]:
    """German amounts with a point that the English has too: with a unit, or where others have their comma."""
    shared = frozenset(text.split()[0] for text in known if POINT.fullmatch(text.split()[0]))
    if not shared:
        return
    said = [passage for passage in passages(article) if any(map(passage.text.__contains__, shared))]
    for passage in said:
        free = {number.start: number for number in numbers(passage.text, article.language)}
        for found in POINT.finditer(passage.text):
            number = free.get(found.start())
            if number is None or found[0] not in shared or ENGLISH.match(passage.text, found.start()):
                continue
            if (number.unit and number.unit not in CLOCKED) or _is_amount(passage, found.start(), article):
                yield _said(passage, found, "en", found[0].replace(".", ","))


def _is_amount(passage: Passage, start: int, article: Article) -> bool:
    """Whether a number with a point is no version, in an article that has commas in such numbers."""
    if passage.kind is BlockKind.TABLE and passage.text[max(0, start - 1) : start] in {"", "\n"}:
        return bool(COMMA.search(passage.text))
    first = max(0, start - AHEAD)
    if not AMOUNT.search(passage.text, first, start) or AGED.search(passage.text, first, start):
        return False
    return any(COMMA.search(each.text) for each in passages(article))


def _wrong(passage: Passage, pattern: re.Pattern[str], locale: str, known: Iterable[str]) -> Iterator[Remark]:
    own = "en" if locale == "de" else "de"
    free = [(number.start, number.end) for number in numbers(passage.text, passage.article.language)]
    for found in pattern.finditer(passage.text) if free else ():
        written = found[0]
        well = _reads(written, own)
        kept = _is_kept(written, known)
        if not any(a <= found.start() and found.end() <= b for a, b in free) or (well and not kept):
            continue
        if CRON.search(passage.text, max(0, found.start() - 16), found.start()):
            continue
        right = written.translate(EXCHANGED)
        yield _said(passage, found, locale, right, is_safe=not well)


def _dotted(passage: Passage) -> Iterator[Remark]:
    """The day of a date with a German full stop: “on 3. October”; where a sentence may end there it is none."""
    for found in _dotted_day().finditer(passage.text) if ". " in passage.text else ():
        if BEHIND.search(passage.text, max(0, found.start() - AHEAD), found.start()):
            yield _said(passage, found, "de", found[0].replace(".", ""), is_safe=True)


@cache
def _dotted_day() -> re.Pattern[str]:
    return lasting(rf"\d(?<!\d\d)\d?\. (?:{'|'.join(months('en'))})\b")


def _is_kept(written: str, known: Iterable[str]) -> bool:
    """Whether a number is one of the original's, untouched, or only grouped: “2.870” of „2870“, and not of „2,870“."""
    said = frozenset(word for text in known for word in text.split())
    is_grouped = GROUPED.fullmatch(written) and written.replace(".", "") in said
    return bool(written in said or is_grouped) and written.translate(EXCHANGED) not in said


def _said(passage: Passage, found: re.Match[str], locale: str, right: str, *, is_safe: bool = False) -> Remark:
    at = passage.span(found.start(), found.end())
    is_safe = is_safe and at.end is not None and at.line == at.end[0]
    message = Message("write {right}", (("right", right),))
    return remark(
        at,
        "“{number}” is written in the {language} form: write “{right}”",
        severity=Severity.WARNING if locale == "en" else None,
        repair=Repair(message, (Edit(at, right),), safe=True) if is_safe else None,
        number=found[0],
        language="German" if locale == "de" else "English",
        right=right,
    )


FORMS = {
    "de": re.compile(r"(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d+)?"),
    "en": re.compile(r"(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?"),
}


def _reads(written: str, locale: str) -> bool:
    """Whether a number is well formed in a language, as strictly as Babel's ``parse_decimal(strict=True)`` reads it."""
    return bool(FORMS[locale].fullmatch(written))
