"""Words of a German sentence, and the words of the English one that answer them.

In: the texts of two sentences that answer each other. Out: their words, and where the answer stands of each that has
one place alone, as far as our dictionary and the spelling of both languages tell.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from ..align.words import KNOWN
from ..frozen import dataclass
from ..model import Language
from ..vocabulary.terms import lemma, noun

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Place = tuple[int, int]

WORD = re.compile(r"[^\W_](?:[\w’'-]*\w)?")
OWNER = re.compile(r"[’']s$")
BEGINS = re.compile(r"(?:^|[.:!?„“”\"»«])[\s„“”\"»«]*$")
"""What stands before a word that begins a sentence."""
WIDEST = 3
"""Words of the longest answer: the Federal Network Agency."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence, also in small letters, its place, and the signs between it and the one before."""

    text: str
    small: str
    start: int
    end: int
    before: str


@dataclass(frozen=True, slots=True)
class Met:
    """The words of both sentences, which of the German ones are nouns or names, and the answers of all that have one.

    An answer is known by the number of the German word: the first and the last word of the English one.
    """

    left: tuple[Word, ...]
    right: tuple[Word, ...]
    nouns: frozenset[int]
    answers: Mapping[int, Place]

    @property
    def named(self) -> tuple[tuple[int, Place], ...]:
        """The nouns and names that are answered, in the order of the original."""
        return tuple((number, place) for number, place in self.answers.items() if number in self.nouns)

    def is_owner(self, last: int) -> bool:
        """Whether an English word ends with the sign of an owner: the city's, the insurers’."""
        text = self.right[last].text
        behind = self.right[last + 1].before if last + 1 < len(self.right) else ""
        return bool(OWNER.search(text)) or (text.endswith("s") and behind.startswith(("’", "'")))


@lru_cache(maxsize=256)
def met(german: str, said: str) -> Met:
    """The words of two sentences, and what answers what: several rules ask for those of one pair."""
    left, right = tuple(_words(german)), tuple(_words(said))
    mine = _homes(left, Language.DE)
    theirs = _homes(right, Language.EN)
    found: dict[int, Place] = {}
    for token, number in mine.items():
        place = theirs.get(token, -1)
        if number >= 0 <= place:
            first, last = found.get(number, (place, place))
            found[number] = min(first, place), max(last, place)
    found = {number: place for number, place in sorted(found.items()) if place[1] - place[0] < WIDEST}
    nouns = frozenset(number for number, word in enumerate(left) if word.text[0].isupper() and _is_noun(german, word))
    return Met(left, right, nouns, _apart(found))


def _homes(words: Sequence[Word], language: Language) -> dict[str, int]:
    """The only word that has a token, or -1; digits are left out."""
    known = KNOWN[language]
    found: dict[str, int] = {}
    for number, word in enumerate(words):
        for token in known[OWNER.sub("", word.text) if "’" in word.text or "'" in word.text else word.text]:
            if token[0] != "#":
                found[token] = -1 if found.get(token, number) != number else number
    return found


def _apart(found: Mapping[int, Place]) -> dict[int, Place]:
    """The answers that meet no other one."""
    taken = Counter(at for first, last in found.values() for at in range(first, last + 1))
    return {
        number: place for number, place in found.items() if all(taken[at] == 1 for at in range(place[0], place[1] + 1))
    }


def _words(text: str) -> Iterator[Word]:
    end = 0
    for each in WORD.finditer(text):
        word = each[0]
        yield Word(word, word.lower(), each.start(), each.end(), text[end : each.start()].strip())
        end = each.end()


def _is_noun(text: str, word: Word) -> bool:
    """Whether a German word is a noun or a name; at the beginning of a sentence all words have a capital."""
    if not KNOWN[Language.DE][word.text]:
        return False
    return not BEGINS.search(text[: word.start]) or bool(noun(word.text)) or not lemma(word.text)
