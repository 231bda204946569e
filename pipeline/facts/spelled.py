"""Number words -> values: ``zwanzig``, ``einundzwanzig``, twenty-one, two hundred.

In: a text and its language. Out: start, end and value of each number word that stands for itself. Articles ("ein",
"a") count only before a scale word (eine Million, a million).
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from ..model import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

ARTICLES = {
    Language.DE: {"ein", "eine", "einem", "einen", "einer"},
    Language.EN: {"a", "an"},
}
HALF = {
    Language.DE: re.compile(r"\b(?:(?:eine|einer|einem)\s+)?halbe[nr]?\s+(?=million|milliarde|billion)", re.IGNORECASE),
    Language.EN: re.compile(r"\bhalf\s+(?:a|an)\s+(?=million|billion|trillion)", re.IGNORECASE),
}
SCALED = {
    Language.DE: re.compile(
        r"\s+(?:Million|Milliarde|Billion|Billiarde|Trillion|[Tt]ausend|[Hh]undert|Dutzend|Mio|Mrd)"
    ),
    Language.EN: re.compile(r"\s+(?:million|billion|trillion|quadrillion|thousand|hundred|dozen)", re.IGNORECASE),
}


@cache
def _words(language: Language) -> dict[str, int]:
    source = resources.files("pipeline.vocabulary").joinpath("numbers.toml").read_text("utf-8")
    words: dict[str, int] = tomllib.loads(source)["words"][language]
    return words


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    words = "|".join(sorted(_words(language), key=len, reverse=True))
    if language is Language.DE:
        return re.compile(rf"(?<![\w-])(?:(?:{words}|und){{1,7}})(?:s|er|en)?(?![\w-])", re.IGNORECASE)
    further = "|".join(word for word in _words(language) if word not in ARTICLES[language])
    return re.compile(rf"(?<![\w-])(?:{words})(?:(?:[\s-]|\sand\s)(?:{further}))*(?![\w-])", re.IGNORECASE)


def spelled(text: str, language: Language) -> Iterator[tuple[int, int, str]]:
    """Each number word of a text: start, end, value."""
    halves = list(HALF[language].finditer(text))
    for found in halves:
        yield found.start(), found.end(), "0.5"
    for found in _pattern(language).finditer(text):
        word = found[0].lower()
        if word in ARTICLES[language]:
            if SCALED[language].match(text, found.end()) and not any(
                half.start() <= found.start() < half.end() for half in halves
            ):
                yield found.start(), found.end(), "1"
            continue
        value = _german(word) if language is Language.DE else _english(word)
        if value is not None:
            yield found.start(), found.end(), str(value)


def _german(word: str) -> int | None:
    words = _words(Language.DE)
    if word in words:
        return words[word]
    thousands, mark, rest = word.partition("tausend")
    if mark:
        head = _german(thousands) if thousands else 1
        tail = _german(rest.removeprefix("und")) if rest else 0
        return None if head is None or tail is None else head * 1000 + tail
    hundreds, mark, rest = word.partition("hundert")
    if mark:
        head = _german(hundreds) if hundreds else 1
        tail = _german(rest.removeprefix("und")) if rest else 0
        return None if head is None or tail is None or head > 9 else head * 100 + tail  # noqa: PLR2004 - neunhundert
    ones, mark, tens = word.partition("und")
    if mark and ones in words and tens in words and 20 <= words[tens] < 100 and words[ones] < 10:  # noqa: PLR2004 - einundzwanzig
        return words[ones] + words[tens]
    return None


def _english(word: str) -> int | None:
    words = _words(Language.EN)
    total = current = 0
    for piece in re.split(r"[\s-]+", word):
        if piece == "and":
            continue
        value = words.get(piece)
        if value is None:
            return None
        if value in (100, 1000, 12) and current and piece in {"hundred", "thousand", "dozen"}:
            current *= value
            if value == 1000:  # noqa: PLR2004 - what stands before a thousand is done
                total, current = total + current, 0
        else:
            current += value
    return total + current
