"""Where the clauses of a sentence begin, and where it may be cut in two.

In: the words of a sentence, and those that part clauses without a sign. Out: :class:`Marks`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ..answering.anchored import Word

PARTING = re.compile(r"[,;:–—()]")
"""What parts two clauses where it stands between words."""
NO_CUT = re.compile(r"[()“”«»‘’\"'\]]")
"""Beside one of these no sentence is cut in two: asides, a quotation and who says it."""
ASIDE = "()/ "
"""Signs of an aside."""


class Marks(NamedTuple):
    """Where the clauses of a sentence begin, and where it may be cut in two: at semicolons, and anywhere.

    ``wholes`` are the ends without those of asides: „die SPD (seit 1863)“.
    """

    ends: list[int]
    wholes: list[int]
    halves: list[int]
    cuts: list[int]


def marks(words: Sequence[Word], parting: Collection[str], bare: Collection[str]) -> Marks:
    """Where the clauses of a sentence begin; behind a ``bare`` word alone it is not cut in two."""
    found = Marks([], [], [], [])
    for at in [at for at, word in enumerate(words) if word.before or word.small in parting]:
        word = words[at]
        is_word = word.small in parting and at + 1 < len(words)
        does_part, may_cut = _tells(word.before)
        if at and (is_word or does_part):
            start = words[at + is_word].start
            found.ends.append(start)
            if is_word or word.before.strip(ASIDE):
                found.wholes.append(start)
            if ";" in word.before:
                found.halves.append(start)
            if may_cut and (word.before or word.small not in bare) and not _is_in_row(words, at, bare):
                found.cuts.append(start)
    return found


@lru_cache(maxsize=1 << 8)
def _tells(before: str) -> tuple[bool, bool]:
    """Whether signs part two clauses, and whether a sentence may be cut in two there."""
    return bool(PARTING.search(before)), not NO_CUT.search(before)


def _is_in_row(words: Sequence[Word], at: int, joining: Collection[str]) -> bool:
    """Whether a word is a bare noun between two others: „Anzeigen, Register und Pläne“, not „5 Euro, Kinder und …“."""
    if not 1 < at < len(words) - 1 or words[at].before != ",":
        return False
    ahead, behind = words[at - 1], words[at + 1]
    is_joined = behind.small in joining or (behind.before == "," and behind.text[0].isupper())
    is_figure = words[at - 2].small[0].isdigit()
    return is_joined and not is_figure and ahead.text[0].isupper() and words[at].text[0].isupper()
