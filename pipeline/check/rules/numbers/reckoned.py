"""Years that only one language says with their number: „im vergangenen Jahr“, “in 2024”; “26 years later”, „2015“.

In: a number without an answer, and the passages that answer its own. Out: whether they say it by counting from the date
of the article, or from a year that they name.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ....expressions import lasting
from ....facts.numbers.number import Kind
from ....facts.numbers.numbers import numbers
from ....facts.table import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ....facts.numbers.number import Number
    from ....model import Language
    from ...compared.prose import Passage
    from .placed import Placed

NEAR = 4
"""Characters before „Jahren“ and its number in which „vor“ is looked for."""


def is_reckoned(placed: Placed, others: Sequence[Passage]) -> bool:
    """Whether a year is said by what it is counted from, or a number of years by the year that it leads to."""
    number = placed.number
    row = [passage for passage in others if passage.pair == placed.passage.pair]
    if number.is_year:
        return any(year in number.readings for passage in row for year in _reckoned(passage))
    if number.unit != "a" or number.kind is not Kind.AMOUNT:
        return False
    led = {*_led(placed.passage, number)}
    return bool(led & {year for passage in row for year in _named(passage)})


def _named(passage: Passage) -> Iterator[int]:
    """The years that a passage gives as numbers."""
    return (int(number.text) for number in numbers(passage.text, passage.article.language) if number.is_year)


def _reckoned(passage: Passage) -> Iterator[int]:
    """The years that a passage says by what they are counted from."""
    text, language = passage.text, passage.article.language
    date = passage.article.published.year
    for of, by, pattern in _words(language):
        if pattern.search(text):
            yield from (date + by,) if of == "article" else (year + by for year in _named(passage))
    for number in numbers(text, language):
        if number.unit == "a" and number.kind is Kind.AMOUNT:
            yield from _led(passage, number)


def _led(passage: Passage, number: Number) -> Iterator[int]:
    """The years to which so many years lead: “26 years later”, „vor 26 Jahren“."""
    date = passage.article.published.year
    years = [int(value) for value in number.readings if value == int(value)]
    found = _behind().match(passage.text, number.end)
    if found and found.lastgroup != "ago":
        sign = 1 if found.lastgroup == "later" else -1
        yield from (year + sign * many for year in _named(passage) for many in years)
    elif found or passage.text[max(0, number.start - NEAR) : number.start].lower() == "vor ":
        yield from (date - many for many in years)


@cache
def _words(language: Language) -> tuple[tuple[str, int, re.Pattern[str]], ...]:
    return tuple(
        (row["of"], row["by"], lasting(rf"(?<![\w-])(?:{'|'.join(row[language])})(?![\w-])", re.IGNORECASE))
        for row in table("years")["reckoned"]
    )


@cache
def _behind() -> re.Pattern[str]:
    ways = "|".join(rf"(?P<{name}>{'|'.join(words)})" for name, words in table("years")["span"].items())
    return lasting(rf"\s(?:{ways})(?!\w)")
