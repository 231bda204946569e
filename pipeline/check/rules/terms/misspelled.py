"""A name that became one like it: Steinach is not Steinbach.

In: an original and its translation. Out: the name of the original, and a remark on the word that stands for it.

German and English spell many names otherwise, so spellings are compared after what both write in their own way is
folded away, and the endings taken off. Words that are alike then, and differ inside, are told where neither article
has the other one's.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING

from ....facts.abroad import places
from ....facts.names import first_names, plain
from ....facts.runs import Rare, row, runs
from ....vocabulary.terms import composed, is_english, is_entry
from ...lines import lines
from ...rule import Remark, remark
from .known import runs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ....model import Translation

SHORTEST, LONG = 4, 8
"""Letters of a name, and of a word in small letters that may be one: a medicine, a chemical."""
LIKE, ALIKE = 0.7, 0.8
"""How like each other two spellings must be: where both articles have one of the names, and where each has its own."""
INSIDE, CORE = 2, 3
"""Letters that two spellings share at their beginning and at their end, and that are others between them at most."""
SURE = 5
"""Letters that they share at the beginning where the ends differ."""
SOUNDS = (
    *(("dsch", "j"), ("tsch", "ch"), ("tch", "ch"), ("sch", "sh"), ("zh", "sh"), ("kh", "ch"), ("ph", "f")),
    *(("th", "t"), ("gh", "g"), ("ts", "z"), ("tz", "z"), ("ks", "x"), ("ou", "u"), ("ae", "a"), ("oe", "o")),
    *(("ue", "u"), ("ie", "i")),
)
LETTERS = str.maketrans("kzsqjyvw", "cccciiuu")
DOUBLED = re.compile(r"(\w)\1+")
ENDING = re.compile(r"(?<=\w{3})(?:(?:ir)?ung|ing|e[nrcm]?|er[nc]|i?an|icch|ich|[cnai])$")
"""The endings of German and English after folding."""
COINED = ("in", "ol", "ab", "ib", "ir", "il", "um", "us", "is", "ax")
"""How words end that are called alike in both languages, though they are no names."""
BEFORE = re.compile(r"[\w,;–] ")
"""What stands before a word that begins no sentence."""
TRANSCRIBED = re.compile(r"(?:[oe]wa?|tsch|tschenko|s[kj]i|s[kyj]+[ij]|skaja|jan|uk)$")
"""How names end that come from another alphabet, which each language writes in its own way."""


def _may_be_name(word: str) -> bool:
    is_apt = len(word) >= SHORTEST if word[0].isupper() else len(word) >= LONG and word.endswith(COINED)
    return is_apt and not word.isupper() and not is_english(word)


STRANGE = Rare(_may_be_name)
"""English words that the dictionary does not know."""


def misspelled(pair: Translation) -> Iterator[tuple[str, Remark]]:
    """The names of the original for which a word like them stands; and that word."""
    found = _alike(pair)
    said: set[tuple[str, str]] = set()
    for _, mine, theirs in lines(pair) if found else ():
        there, here = runs(mine.text), runs(theirs.text)
        for german, english, is_known in found:
            if (german, english) in said or german not in there or english not in here:
                continue
            if row(theirs.text).count(german) >= row(mine.text).count(german):
                continue
            start, first = theirs.text.index(english), mine.text.index(german)
            if is_known or english.islower() or BEFORE.search(theirs.text, max(0, start - 2), start):
                said.add((german, english))
                yield (
                    german,
                    remark(
                        theirs.span(start, start + len(english)),
                        "“{here}” is nowhere in the original; “{there}” of the original is not here",
                        related=mine.span(first, first + len(german)),
                        here=english,
                        there=german,
                    ),
                )


def _alike(pair: Translation) -> list[tuple[str, str, bool]]:
    """Names of the original and words of the translation that are spelled almost so; whether both articles have one."""
    mine, theirs = runs_of(pair.original), runs_of(pair.article)
    small = frozenset(map(str.lower, mine)), frozenset(map(str.lower, theirs))
    strange = [word for word in STRANGE(theirs - mine) if word.lower() not in small[0]]
    lost = [word for word in mine - theirs if word.istitle() and len(word) >= SHORTEST and word.lower() not in small[1]]
    both = [word for word in mine & theirs if word.istitle() and len(word) >= SHORTEST]
    said = mine | theirs
    kept = _by_beginning((word for word in both if _is_name(word, said)), 1)
    near = _by_beginning(strange, INSIDE)
    found = [
        *((name, word, True) for word in strange for name in kept.get(word[0], ()) if is_slip(name, word, LIKE)),
        *(
            (word, name, True)
            for word in lost
            for name in kept.get(word[0], ())
            if is_slip(word, name, LIKE) and folded(word) != folded(name)  # Fokus, Focus
        ),
    ]
    for name in lost:
        for word in near.get(name[:INSIDE].lower(), ()):
            is_name = name not in first_names() and not TRANSCRIBED.search(name)
            found += [(name, word, False)] if is_name and is_slip(name, word, ALIKE) else []
    return sorted(each for each in found if each[0] in theirs or not _is_word(each[0]))


def _by_beginning(words: Iterable[str], size: int) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(word[:size] if size == 1 else word[:size].lower(), []).append(word)
    return found


def _is_name(word: str, said: frozenset[str]) -> bool:
    """Whether a word is never written small, but for addresses, in which names are."""
    return word.lower() not in said or not (is_english(word) or is_entry(word))


def _is_word(german: str) -> bool:
    return is_entry(german) or bool(composed(german)) or german in places()


def is_slip(one: str, other: str, like: float) -> bool:
    """Whether two words are spelled almost alike, and not only in another way or form."""
    if abs(len(one) - len(other)) > 2 * INSIDE or (one[-2:] != other[-2:] and one[:4] != other[:4]):
        return False
    is_sure = like < ALIKE  # one of the words is a name that both languages spell alike
    left, right = (one.lower(), other.lower()) if is_sure else (folded(one), folded(other))
    if plain(one) == plain(other) or folded(one) == folded(other):
        return is_sure and plain(one) != plain(other)
    if _are_forms(one, other, left, right, is_sure=is_sure):
        return False
    start, end = _shared(left, right)
    is_long = is_sure and (start >= SURE or start + end >= SURE - (len(left) == len(right)))
    is_inside = start >= INSIDE - is_sure and (end >= INSIDE or is_long)
    is_short = max(len(left), len(right)) - start - end <= CORE
    return is_inside and is_short and SequenceMatcher(None, left, right, autojunk=False).ratio() >= like


def _shared(left: str, right: str) -> tuple[int, int]:
    """How many letters two words share at their beginning, and behind it at their end."""
    most = min(len(left), len(right))
    start = next((n for n in range(most) if left[n] != right[n]), most)
    end = next((n for n in range(most - start) if left[-1 - n] != right[-1 - n]), most - start)
    return start, end


def _are_forms(one: str, other: str, left: str, right: str, *, is_sure: bool) -> bool:
    """Whether one word is a form of the other, or a part of it."""
    stems = [ENDING.sub("", folded(each)) for each in (one, other, one.replace("ä", "e"))]
    left, right = (left, right) if is_sure else stems[:2]
    return left in right or right in left or (stems[1] in (stems[0], stems[2]) and one[-INSIDE:] != other[-INSIDE:])


@lru_cache(maxsize=1 << 14)
def folded(word: str) -> str:
    """A word without what German and English spell otherwise."""
    lower = word.lower()
    if not lower.isascii():
        plain = unicodedata.normalize("NFD", lower.replace("ß", "ss"))
        lower = "".join(sign for sign in plain if sign.isalpha())
    for german, english in SOUNDS:
        lower = lower.replace(german, english)
    return DOUBLED.sub(r"\1", lower.translate(LETTERS))
