"""What a word says in a way that German and English share.

In: a word and its language. Out: its tokens: a number without its separators (``#1234``), what our
dictionary makes of it (``=model``), and the beginning of its spelling after the differences between German and
English spelling are folded away (``Prozess`` and ``process`` are ``proce``). All pieces of the spelling would order
no more of 1,344 adjacent section pairs of real articles rightly than the beginning does, and cost four times as much.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from operator import eq
from typing import TYPE_CHECKING, TypeVar

from ..held import held, to_be_let_go
from ..model import Language
from ..vocabulary.stems import stem
from ..vocabulary.terms import SHORTEST_PART, STOP_WORDS, compound, english, is_english

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Value = TypeVar("Value")

MARKS = "_'’.,-"
"""What stands inside of words and numbers, and neither begins nor ends them."""
INSIDE = frozenset("abcdefghijklmnopqrstuvwxyzäöüßABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ0123456789" + MARKS)
BEGINNING = 5
"""Letters of a word by which its cognate is known."""

SPELLING = str.maketrans(
    {"ä": "a", "ö": "o", "ü": "u", "ß": "s", "é": "e", "è": "e", "k": "c", "z": "c", "y": "i", "q": "c", "w": "v"}
)
DOUBLED = re.compile(r"(\w)\1")
MOST = 32_768
"""Words of a language whose tokens are kept."""
PARTS = re.compile(r"[-’'.]")
SEPARATORS = str.maketrans("", "", ".,'’- ")
OWN = re.compile(r"(?:mein|dein|ihr)e?\w{3}")
"""How place-holders begin: ``meinserver``, ``deindomainname``."""


@held
def words(text: str) -> tuple[str, ...]:
    """The words and numbers of a text, in order: half a dozen rules ask for those of one sentence."""
    for sign in {*text} - INSIDE:
        if not sign.isalnum():
            text = text.replace(sign, " ")
    return tuple([word for piece in text.split() if (word := piece.strip(MARKS))])


def spoken(text: str, language: Language) -> list[tuple[str, ...]]:
    """The tokens of each word of a text, in order; words that say nothing are left out."""
    known = KNOWN[language]
    return [found for word in words(text) if (found := known[word])]


class Known(dict[str, Value]):
    """What is told of the words of a language that were asked for, up to :data:`MOST`: found faster than by a cache.

    Numbers are the story's own, and let go with it.
    """

    def __init__(self, tell: Callable[[str, Language], Value], language: Language) -> None:
        super().__init__()
        self._tell, self._language = tell, language
        self._numbers: list[str] = []
        to_be_let_go(self._let_go)

    def __missing__(self, word: str) -> Value:
        """Work out what is not known yet."""
        if len(self) >= MOST:
            self.clear()
        found = self[word] = self._tell(word, self._language)
        if word[-1:].isdigit():
            self._numbers.append(word)
        return found

    def _let_go(self) -> None:
        for number in self._numbers:
            self.pop(number, None)
        self._numbers.clear()


def _tokens(word: str, language: Language) -> tuple[str, ...]:
    lower = word.lower()
    if any(map(str.isdigit, word)):
        return ("#" + lower.translate(SEPARATORS),)
    stop = STOP_WORDS[language]
    if lower in stop or len(lower) <= 1:
        return ()
    parts = [part for part in PARTS.split(word) if part and part.lower() not in stop]
    said = (token for part in parts for token in (*_meanings(part, language), _beginning(part.casefold())))
    return tuple(dict.fromkeys(said))


KNOWN = {language: Known(_tokens, language) for language in Language}


def tokens(word: str, language: Language) -> tuple[str, ...]:
    """The tokens of a word; none for stop words and single letters."""
    return KNOWN[language][word]


@held
def tokens_of(text: str, language: Language) -> frozenset[str]:
    """The tokens of all words of a text, of a sentence at most: see :func:`~pipeline.align.content.of_text`."""
    return frozenset(chain.from_iterable(map(KNOWN[language].__getitem__, words(text))))


def meanings_of(text: str, language: Language) -> frozenset[str]:
    """What the dictionary makes of the words of a text: no spellings, no figures, so no names."""
    return frozenset(token for token in tokens_of(text, language) if token[0] == "=")


@lru_cache(maxsize=4096)
def is_german(word: str) -> bool:
    """Whether a word is one that only German writes, as far as our dictionary and the stop words know."""
    lower = word.lower()
    if lower in STOP_WORDS[Language.DE]:
        return lower not in STOP_WORDS[Language.EN]
    spelled = lower.replace("ae", "ä").replace("oe", "ö").replace("ue", "ü")
    if spelled != lower and english(spelled):
        return True
    if OWN.match(lower):
        return True
    known = bool(english(word)) or (len(lower) > 2 * SHORTEST_PART and bool(compound(word)))
    return bool(set(lower) & set("äöüß")) or (known and not is_english(lower))


def _meanings(word: str, language: Language) -> Iterator[str]:
    if language is Language.EN:
        yield "=" + stem(word.lower())
        return
    said = english(word) or (each for part in compound(word) for each in english(part))
    for each in said:
        yield from ("=" + stem(one) for one in each.split() if one not in STOP_WORDS[Language.EN])


def _beginning(word: str) -> str:
    spelled = word.replace("ph", "f").replace("sch", "sh").translate(SPELLING)[: 2 * BEGINNING]
    return (DOUBLED.sub(r"\1", spelled) if any(map(eq, spelled, spelled[1:])) else spelled)[:BEGINNING]
