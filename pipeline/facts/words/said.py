"""Text -> whether it says what the dictionary has: “summer” in “midsummer”, a phrase whatever stands between its words.

In: an English text. Out: the stems of its words, and whether it has those of a translation.
"""

from __future__ import annotations

from ...held import held
from ...vocabulary.stems import stem
from .runs import small_runs


@held
def stems_of(text: str) -> frozenset[str]:
    """The stems of the words of an English text."""
    return frozenset(map(stem, small_runs(text)))


def says(english: str, stems: frozenset[str], lower: str) -> bool:
    """Whether a text has a word in some form, perhaps within a longer one: summer in “midsummer”."""
    return all(stem(each) in stems or each in lower for each in english.split())
