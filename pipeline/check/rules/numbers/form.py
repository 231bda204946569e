"""Every number is written as its language writes it.

In: an original and its translation. Out: remarks with repairs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....facts.numbers import numbers
from ....findings import Edit, Message, Repair
from ....model import Language
from ...prose import Passage, passages
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


def _forms(article: Article) -> tuple[re.Pattern[str], str]:
    return (GERMAN, "de") if article.language is Language.EN else (ENGLISH, "en")


def _wrong(passage: Passage, pattern: re.Pattern[str], locale: str, known: Iterable[str]) -> Iterator[Remark]:
    own = "en" if locale == "de" else "de"
    free = [(number.start, number.end) for number in numbers(passage.text, passage.article.language)]
    for found in pattern.finditer(passage.text) if free else ():
        written = found[0]
        well = _reads(written, own)
        kept = any(written in text.split() for text in known)  # the original's number, untouched
        if not any(a <= found.start() and found.end() <= b for a, b in free) or (well and not kept):
            continue
        if CRON.search(passage.text, max(0, found.start() - 16), found.start()):
            continue
        right = written.translate(str.maketrans(".,", ",."))
        at = passage.span(found.start(), found.end())
        safe = not well and at.end is not None and at.line == at.end[0]
        message = Message("write {right}", (("right", right),))
        yield remark(
            at,
            "“{number}” is written in the {language} form: write “{right}”",
            severity=Severity.WARNING if locale == "en" else None,
            repair=Repair(message, (Edit(at, right),), safe=True) if safe else None,
            number=written,
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
