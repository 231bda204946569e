"""Faults of content: what a translation says otherwise, or in the wrong language.

In: a translation's page and its original's. Out: the translation's text with one fault.
"""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING

from .kind import Kind
from .page import pick

if TYPE_CHECKING:
    from random import Random

    from .page import Page

NUMBER = re.compile(r"(?<![\w.,:/#@^\[-])\d{2,}(?![\w.,:/%-]*[\d\w%\]])(?!\])")
MONTHS = tuple(calendar.month_name)[1:]
DATE = re.compile(rf"(?<!\d)(\d{{1,2}}) ({'|'.join(MONTHS)})\b")
NUMBERS = ("numbers/missing", "numbers/changed", "numbers/scale-differs", "dates/changed")
UNITS = {
    "GB": "MB",
    "MB": "GB",
    "TB": "GB",
    "km": "m",
    "kg": "t",
    "hours": "minutes",
    "minutes": "hours",
    "days": "weeks",
}
LEFTOVERS = ("bzw.", "z. B.", "nämlich", "außerdem", "allerdings")
NAME = re.compile(r"(?<=[a-z,] )([A-Z][a-z]+[A-Z]\w+|[A-Z]{3,}|[A-Z][a-z]{4,})(?=[ ,.])")


def changed_number(page: Page, _: Page, dice: Random) -> str | None:
    """Another number."""
    return page.in_prose(NUMBER, dice, lambda found: str(int(found[0]) + dice.choice((1, 7, 30))))


def other_scale(page: Page, _: Page, dice: Random) -> str | None:
    """Million, billion, trillion confused."""
    other = {"million": "billion", "billion": "million", "trillion": "billion"}
    return page.in_prose(re.compile(r"\b[mbtr]+illion\b"), dice, lambda found: other.get(found[0], "million"))


def other_unit(page: Page, _: Page, dice: Random) -> str | None:
    """Another unit behind a number."""
    units = re.compile(rf"(?<=\d )({'|'.join(UNITS)})\b")
    return page.in_prose(units, dice, lambda found: UNITS[found[0]])


def points_for_percent(page: Page, _: Page, dice: Random) -> str | None:
    """Percentage points where the original has percent."""
    return page.in_prose(re.compile(r"(?<=\d)(?: ?%| per ?cent)(?!age)"), dice, lambda _found: " percentage points")


def german_decimal(page: Page, _: Page, dice: Random) -> str | None:
    """A decimal comma in English."""
    return page.in_prose(
        re.compile(r"(?<![\d.,])(\d+)\.(\d{1,2})(?= ?(?:%|per|million|billion|GB|MB|km))"),
        dice,
        lambda found: f"{found[1]},{found[2]}",
    )


def other_currency(page: Page, _: Page, dice: Random) -> str | None:
    """Another currency."""
    other = {"€": "$", "$": "€", "euros": "dollars", "euro": "dollar", "dollars": "euros", "EUR": "USD", "USD": "EUR"}
    pattern = re.compile(r"[€$](?=\d)|(?<=\d) ?[€$]|(?<=\d )(?:euros?|dollars|EUR|USD)\b")
    return page.in_prose(pattern, dice, lambda found: other[found[0].strip()])


def other_day(page: Page, _: Page, dice: Random) -> str | None:
    """Another day."""
    return page.in_prose(DATE, dice, lambda found: f"{int(found[1]) % 27 + 1} {found[2]}")


def other_month(page: Page, _: Page, dice: Random) -> str | None:
    """Another month."""
    return page.in_prose(DATE, dice, lambda found: f"{found[1]} {MONTHS[(MONTHS.index(found[2]) + 3) % 12]}")


def other_name(page: Page, original: Page, dice: Random) -> str | None:
    """Another name than the original's."""
    text = "\n".join(original.lines)
    names = {
        found[0] for at in page.prose for found in NAME.finditer(page.lines[at]) if re.search(rf"\b{found[0]}\b", text)
    }
    name = pick(sorted(names), dice)
    if name is None:
        return None
    return "\n".join(
        line if page.inside[at] else re.sub(rf"\b{name}\b", "Kwantorix", line) for at, line in enumerate(page.lines)
    )


def untranslated_heading(page: Page, original: Page, dice: Random) -> str | None:
    """A heading in the original's words."""
    if len(page.sections) != len(original.sections):
        return None
    pairs = [
        (here.start, original.lines[there.start])
        for here, there in zip(page.sections, original.sections, strict=True)
        if len(original.lines[there.start].split()) > 3  # noqa: PLR2004 - the mark and three words
        and page.lines[here.start] != original.lines[there.start]
    ]
    place = pick(pairs, dice)
    return page.line(*place) if place else None


def untranslated_paragraph(page: Page, original: Page, dice: Random) -> str | None:
    """A paragraph in the original's words."""
    if len(page.paragraphs) != len(original.paragraphs):
        return None
    place = pick(range(len(page.paragraphs)), dice)
    if place is None:
        return None
    here, there = page.paragraphs[place], original.paragraphs[place]
    return page.put(here.start, here.end, original.lines[there.start : there.end])


def german_sentence(page: Page, _: Page, dice: Random) -> str | None:
    """A German sentence in an English paragraph."""
    at = pick(page.prose, dice)
    sentence = " Das sollten alle wissen, die sich mit diesem Thema genauer beschäftigen."
    return page.line(at, page.lines[at] + sentence) if at is not None else None


def removed_sentences(page: Page, _: Page, dice: Random) -> str | None:
    """Half of a paragraph of four sentences and more is gone."""
    pattern = re.compile(r"(?<=[a-z)][.!?]) (?=[A-Z])")
    long = [at for at in page.prose if len(pattern.split(page.lines[at])) >= 4]  # noqa: PLR2004
    at = pick(long, dice)
    if at is None:
        return None
    sentences = pattern.split(page.lines[at])
    return page.line(at, " ".join(sentences[: len(sentences) // 2]))


def leftover_word(page: Page, _: Page, dice: Random) -> str | None:
    """A German word or abbreviation in an English sentence."""
    word = dice.choice(LEFTOVERS)
    return page.in_prose(re.compile(r"(?<=[a-z]) (?=[a-z])"), dice, lambda _found: f" {word} ")


def german_quotation_marks(page: Page, _: Page, dice: Random) -> str | None:
    """German quotation marks in English."""
    return page.in_prose(re.compile(r"[\"“]([^\"“”]{3,60})[\"”]"), dice, lambda found: f"„{found[1]}“")


FAULTS = (
    Kind("changed number", changed_number, NUMBERS),
    Kind("other scale", other_scale, NUMBERS),
    Kind("other unit", other_unit, ("numbers/unit-differs", *NUMBERS)),
    Kind("points for percent", points_for_percent, ("numbers/percent-or-points", *NUMBERS)),
    Kind("german decimal", german_decimal, ("numbers/wrong-format", *NUMBERS)),
    Kind("other currency", other_currency, ("numbers/currency-differs", *NUMBERS)),
    Kind("other day", other_day, ("dates/changed", *NUMBERS)),
    Kind("other month", other_month, ("dates/changed", *NUMBERS)),
    Kind("other name", other_name, ("terms/name-missing",)),
    Kind("untranslated heading", untranslated_heading, ("language/untranslated", "language/wrong-language")),
    Kind("untranslated paragraph", untranslated_paragraph, ("language/untranslated", "language/wrong-language")),
    Kind("german sentence", german_sentence, ("language/wrong-language", "language/leftover")),
    Kind("removed sentences", removed_sentences, ("omission/sentences-missing",)),
    Kind("leftover word", leftover_word, ("language/leftover",)),
    Kind("german quotation marks", german_quotation_marks, ("language/leftover", "style/typography")),
)
