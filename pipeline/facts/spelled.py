"""Number words -> values, in either language.

In: a text, a place where a word stands, and its language. Out: :class:`Spelled`, or nothing. Nearly no word begins a
number: what each may do is kept.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ..model import Language
from . import english_numbers, german_numbers
from .table import table

if TYPE_CHECKING:
    from .number import Spelled

NAMES = ("words", "parts", "times", "rough", "decades")


@lru_cache(maxsize=1 << 15)
def trigger(word: str, language: Language) -> bool:
    """Whether a word in small letters may begin a spelled number."""
    data = table("numbers")
    if any(word in data[name][language] for name in NAMES):
        return True
    if language is Language.EN:
        return word in data["ordinals"]["en"] or any(rough.startswith(word + " ") for rough in data["rough"]["en"])
    if word in german_numbers.ARTICLES or word.startswith("jede"):
        return True
    return german_numbers.in_a_word(word) is not None


def spelled(text: str, start: int, end: int, language: Language) -> Spelled | None:
    """The number that begins with the word from ``start`` to ``end``."""
    read = german_numbers.german if language is Language.DE else english_numbers.english
    return read(text, start, end)
