"""Words of a German sentence, and the words of the English one that answer them.

In: the texts of two sentences that answer each other. Out: their words, and where the answer stands of each that has
one place alone, as far as our dictionary and the spelling of both languages tell.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate, chain
from typing import TYPE_CHECKING, NamedTuple

from ...align.words import KNOWN
from ...frozen import dataclass
from ...model import Language
from ...vocabulary.terms import lemma, noun

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Place = tuple[int, int]

WORD = re.compile(r"([^\W_](?:[\w’'-]*\w)?)")
OWNER = re.compile(r"[’']s$")
BEGINNING = '.:!?„“”"»«'
"""Behind one of these a word begins a sentence."""
WIDEST = 3
"""Words of the longest answer: the Federal Network Agency."""

JOINING = frozenset(("und", "oder", "aber", "sondern"))
"""What joins clauses without a sign."""


class Word(NamedTuple):
    """A word of a sentence, also in small letters, its place, and the signs between it and the one before."""

    text: str
    small: str
    start: int
    end: int
    before: str


@dataclass(frozen=True, slots=True)
class Met:
    """The words of both sentences, which of the German ones are nouns or names, and the answers of all that have one.

    An answer is known by the number of the German word: the first and the last word of the English one. ``named`` are
    the nouns and names that are answered, in the order of the original.
    """

    left: tuple[Word, ...]
    right: tuple[Word, ...]
    nouns: frozenset[int]
    answers: Mapping[int, Place]
    named: tuple[tuple[int, Place], ...]

    def is_owner(self, last: int) -> bool:
        """Whether an English word ends with the sign of an owner: the city's, the insurers’."""
        text = self.right[last].text
        behind = self.right[last + 1].before if last + 1 < len(self.right) else ""
        return bool(OWNER.search(text)) or (text.endswith("s") and behind.startswith(("’", "'")))


def met(german: str, said: str) -> Met:
    """The words of two sentences, and what answers what."""
    left, right = tuple(_words(german)), tuple(_words(said))
    tokens = _tokens(left, Language.DE), _tokens(right, Language.EN)
    shared = frozenset(chain.from_iterable(tokens[0])).intersection(chain.from_iterable(tokens[1]))
    mine, theirs = (_homes(each, shared) for each in tokens)
    found: dict[int, Place] = {}
    for token, number in mine.items():
        place = theirs[token]
        if number >= 0 <= place:
            first, last = found.get(number, (place, place))
            found[number] = min(first, place), max(last, place)
    answers = _apart({number: place for number, place in sorted(found.items()) if place[1] - place[0] < WIDEST})
    nouns = frozenset(number for number, word in enumerate(left) if word.text[0].isupper() and _is_noun(word, number))
    return Met(left, right, nouns, answers, tuple(each for each in answers.items() if each[0] in nouns))


def clause_around(words: Sequence[Word], at: int) -> range:
    """The words of the clause that a word is in: up to a sign or, in German, to „und“ and the like."""
    start = next((here for here in range(at, 0, -1) if words[here].before or words[here - 1].small in JOINING), 0)
    end = next(
        (here for here in range(at + 1, len(words)) if words[here].before or words[here].small in JOINING), len(words)
    )
    return range(start, end)


def _tokens(words: Sequence[Word], language: Language) -> list[tuple[str, ...]]:
    """The tokens of each word."""
    known = KNOWN[language]
    return [known[OWNER.sub("", text) if "’" in text or "'" in text else text] for text, *_ in words]


def _homes(tokens: Sequence[tuple[str, ...]], shared: frozenset[str]) -> dict[str, int]:
    """The only word that has a token which both sentences have, or -1; digits are left out."""
    found: dict[str, int] = {}
    for number, row in enumerate(tokens):
        for token in shared.intersection(row):
            if token[0] != "#":
                found[token] = -1 if token in found else number
    return found


def _apart(found: Mapping[int, Place]) -> Mapping[int, Place]:
    """The answers that meet no other one."""
    taken = Counter(at for first, last in found.values() for at in range(first, last + 1))
    if len(taken) == taken.total():
        return found
    return {
        number: place for number, place in found.items() if all(taken[at] == 1 for at in range(place[0], place[1] + 1))
    }


def _words(text: str) -> Iterator[Word]:
    """The words of a text: at odd places what is split out of it, at even ones what stands between."""
    pieces = WORD.split(text)
    ends = tuple(accumulate(map(len, pieces)))
    between = map(str.strip, pieces[::2])
    return map(Word, pieces[1::2], map(str.lower, pieces[1::2]), ends[::2], ends[1::2], between)


def _is_noun(word: Word, number: int) -> bool:
    """Whether a German word is a noun or a name; at the beginning of a sentence all words have a capital."""
    if not KNOWN[Language.DE][word.text]:
        return False
    begins = word.before[-1] in BEGINNING if word.before else not number
    return not begins or bool(noun(word.text)) or not lemma(word.text)
