"""Text -> how long before or after something: „vier Tage vor der Wahl“, “four days later”.

In: a sentence and its language. Out: :class:`Offset` values: the unit, which way it goes, whether a noun stands behind.
The words are in ``offsets.toml``.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ...expressions import lasting
from ...frozen import dataclass
from ...model import Language
from ..table import table
from ..words.runs import small_runs

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

WAYS = "before", "after"
PLURAL = {Language.DE: r"(?:e?n?|e?s)", Language.EN: r"(?:s?[’']?)"}
NOUN = {
    Language.DE: r"(?= (?:d(?:er|e[mn]|ies\w+)|ein\w*|ihr\w*|sein\w*|unser\w*|\d|in|[A-ZÄÖÜ]))",
    Language.EN: r"(?= \w)",
}
ENDINGS = "", "e", "en", "n", "es", "s"
"""How a unit ends, and what shows that something is governed."""


@dataclass(frozen=True, slots=True)
class Offset:
    """Its unit and way, and the place of the word that tells the way.

    What ``governs`` is followed by what it is told of; by the ``clock`` it is told where it is later.
    """

    unit: str
    way: str
    start: int
    end: int
    governs: bool
    clock: bool


def may_be_offset(german: str, english: str) -> bool:
    """Whether two texts may both say how long before or after something; most do not."""
    mine, units, words = _hints()
    here = small_runs(english)
    return not (units.isdisjoint(here) or words.isdisjoint(here) or mine.isdisjoint(small_runs(german)))


def offsets(text: str, language: Language) -> Iterator[Offset]:
    """Where a text says how long before or after something."""
    for found in _pattern(language).finditer(text):
        groups = found.groupdict()
        ways = [way for way in WAYS for kind in ("", "governing_") if groups.get(kind + way)]
        word = found["word"]
        yield Offset(
            _units(language)[found["unit"]],
            ways[0],
            found.start("word"),
            found.end("word"),
            governs=any(groups.get(f"governing_{way}") for way in WAYS),
            clock=_is_clock(text, found, word, language),
        )


def _is_clock(text: str, found: re.Match[str], word: str, language: Language) -> bool:
    """Whether the clocks of two places are compared."""
    row = table("offsets")["clock"]
    if language is Language.EN:
        return word.split(maxsplit=1)[0] in row["en"]
    return bool(_clock().search(text, 0, found.start()))


@cache
def _clock() -> re.Pattern[str]:
    return lasting(table("offsets")["clock"]["de"])


@cache
def _units(language: Language) -> Mapping[str, str]:
    rows = table("offsets")["units"]
    return {(german if language is Language.DE else unit): unit for unit, german in rows.items()}


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    rows = table("offsets")
    units = "|".join(sorted(_units(language), key=len, reverse=True))
    words = [
        f"(?P<{kind}{way}>{'|'.join(rows[way][f'{kind}{language}'])}){NOUN[language] if kind else ''}"
        for kind in ("governing_", "")
        for way in WAYS
    ]
    return lasting(rf"\b(?P<unit>{units}){PLURAL[language]} (?P<word>{'|'.join(words)})(?![\w-])")


@cache
def _hints() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The forms of German units in small letters, those of English ones, and the first words of what stands behind."""
    rows = table("offsets")
    english = [word for way in WAYS for word in (*rows[way]["en"], *rows[way]["governing_en"])]
    return (
        frozenset(unit.lower() + ending for unit in _units(Language.DE) for ending in ENDINGS),
        frozenset(unit + ending for unit in _units(Language.EN) for ending in ("", "s")),
        frozenset(word.split()[0].removesuffix("s?") for word in (*english, "afterwards")),
    )
