"""Facts in masses: numbers, amounts, times, names, quotations, each in both languages.

In: a number. Out: the German and the English body.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from benchmarks.corpus.make import DE, EN, FIRST, Pair, spelled

if TYPE_CHECKING:
    from collections.abc import Callable

IN_A_BLOCK = 100
"""Facts in a paragraph."""


def day(number: int) -> date:
    """One of 2,000 days."""
    return FIRST + timedelta(days=number * 37 % 2_000)


def name(number: int) -> str:
    """A name that nobody has, another for each number."""
    letters = [chr(97 + number // 26**place % 26) for place in range(3)]
    return f"K{letters[0]}l{letters[1]}mor{letters[2]}"


def grouped(number: int, mark: str) -> str:
    """A number with a mark for thousands."""
    return f"{number:,}".replace(",", mark)


def mass(german: Callable[[int], str], english: Callable[[int], str]) -> Callable[[int], Pair]:
    """So many facts, in paragraphs."""

    def body(count: int) -> Pair:
        return Pair(*(_paragraphs(each, count) for each in (german, english)))

    return body


def _paragraphs(word: Callable[[int], str], count: int) -> str:
    starts = range(0, count, IN_A_BLOCK)
    return "\n\n".join(" ".join(map(word, range(start, min(count, start + IN_A_BLOCK)))) for start in starts)


MASSES = (
    (
        "numbers",
        40_000,
        mass(
            lambda n: f"Es sind {grouped(n * 7 + 1_000, '.')}.", lambda n: f"There are {grouped(n * 7 + 1_000, ',')}."
        ),
    ),
    ("numbers in words", 20_000, mass(lambda _: "Es sind dreiundzwanzig.", lambda _: "There are twenty-three.")),
    ("amounts", 30_000, mass(lambda n: f"Es sind {n + 2},5 Mio. Euro.", lambda n: f"It is €{n + 2}.5 million.")),
    ("measures", 30_000, mass(lambda n: f"Es sind {n + 2} km.", lambda n: f"It is {n + 2} km.")),
    ("times", 30_000, mass(lambda n: f"Um {n % 24}.{n % 50 + 10} Uhr.", lambda n: f"At {n % 24:02}:{n % 50 + 10}.")),
    ("days", 30_000, mass(lambda n: f"Am {spelled(day(n), DE)}.", lambda n: f"On {spelled(day(n), EN)}.")),
    ("names", 40_000, mass(lambda n: f"Da ist {name(n)}.", lambda n: f"Here is {name(n)}.")),
    ("names of others", 20_000, mass(lambda n: f"Da ist {name(n)}.", lambda n: f"Here is {name(n * 7_919)}x.")),
    ("quotations", 20_000, mass(lambda n: f"Er sagt: „Es ist gut {n}.“", lambda n: f"He says: “It is good {n}.”")),
    ("foreign passages", 1_990, mass(lambda n: f"[open {n}]{{lang=en}} und", lambda n: f"[offen {n}]{{lang=de}} and")),
    ("addresses", 20_000, mass(lambda n: f"Siehe example{n}.org.", lambda n: f"See example{n}.org.")),
)
