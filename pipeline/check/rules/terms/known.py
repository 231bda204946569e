"""What an article says anywhere, as far as names need it.

In: an article. Out: :class:`Known`: its words in the forms in which a name is looked for.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from ....align.words import tokens, words
from ....facts.names.abroad import places
from ....facts.names.names import first_names, plain
from ....facts.words.runs import LETTERS, runs
from ....frozen import dataclass
from ...compared.prose import passages
from ...once import once

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Article, Language

WORD = re.compile(r"[^\W\d_][\w’'-]*")
INSIDE = "_’'-"
NO_BEGINNING = f"0123456789{INSIDE}"
"""What may stand inside of words, and begins none."""
SMALL = re.compile(r"\b[a-zäöüß][\w'’]*")
BEHIND = re.compile(
    r"\b(?:d(?:er|ie|as|en|em|es)|[ia]m|zu[mr]|vom|beim|ins|ans|ohne|als|pro|[a-zäöüß]\w+(?:e|en|er|es|em|ein)) "
    r"(?=([A-ZÄÖÜ][a-zäöüßé]{3,}))"
)
"""A word behind an article or adjective: seldom a name."""
ROW = re.compile(r"([A-ZÄÖÜ][\w-]+) (?:und|oder) (?=([A-ZÄÖÜ][a-zäöüßé]{3,}))")
"""A word in a row of nouns: a name where the other one is."""
TRANSCRIBED = re.compile(r"(?:[oe]wa?|tsch|tschenko|s[kj]i|s[kyj]+[ij]|skaja|jan|uk)$")
"""How names end that come from another alphabet, which each language writes in its own way."""
ADJECTIVE = re.compile(r"(?<=\w{3})e[mnrs]?$")
"""How qualities end in German, which are parts of names too."""

PIECE, LONG = 5, 50_000
"""Letters of a piece, and those of a text from which asking for pieces is cheaper than searching all of it."""


def is_case(one: str, other: str) -> bool:
    """Whether two words are one quality in different cases: „am Hohen Riedel“, “on the Hoher Riedel”."""
    return ADJECTIVE.sub("", one) == ADJECTIVE.sub("", other)


def runs_of(article: Article) -> frozenset[str]:
    """The different words of an article's prose, letters alone."""
    return _runs_of(article)[0]


@once
def _runs_of(article: Article) -> Iterator[frozenset[str]]:
    yield frozenset().union(*(runs(passage.text) for passage in passages(article)))


@dataclass(frozen=True, slots=True)
class Nouns:
    """What tells the nouns of a German article from its names.

    ``small`` are its words in small letters, ``behind`` the words with a capital that stand behind an article or
    adjective somewhere, ``rows`` the words with a capital and those that stand before them in a row, ``often``
    the words that it says more than once.
    """

    small: frozenset[str]
    behind: frozenset[str]
    rows: tuple[tuple[str, str], ...]
    often: frozenset[str]


def nouns_of(article: Article) -> Nouns:
    """The nouns of an article, as far as they show."""
    text = _text(article)
    return Nouns(
        frozenset(SMALL.findall(text)),
        frozenset(BEHIND.findall(text)) - first_names(),
        tuple(ROW.findall(text)),
        frozenset(word for word, count in Counter(WORD.findall(text)).items() if count > 1),
    )


def words_of(text: str) -> frozenset[str]:
    """The different words of a text, with what hyphens and apostrophes tie to them: what ``WORD`` finds."""
    for sign in {*text} - LETTERS:
        if not (sign.isalnum() or sign in INSIDE):
            text = text.replace(sign, " ")
    words = {piece.lstrip(NO_BEGINNING) for piece in text.split()}
    odd = {word for word in words if word[:1] not in LETTERS}
    return frozenset(words - odd).union(found[0] for word in odd if (found := WORD.search(word)))


def small_words(article: Article) -> frozenset[str]:
    """The words of an article in small letters."""
    return frozenset(SMALL.findall(_text(article)))


def _text(article: Article) -> str:
    return " ".join(passage.raw for passage in passages(article))


@dataclass(frozen=True, slots=True)
class Known:
    """What an article says anywhere: its words without case and umlauts, its tokens, what English calls its places.

    ``pieces`` are all runs of a few letters of a long text, empty for others: what lacks one of them is not in it.
    """

    text: str
    pieces: frozenset[str]
    words: frozenset[str]
    tokens: frozenset[str]
    places: tuple[str, ...]

    @classmethod
    def of(cls, article: Article) -> Known:
        """The knowledge of an article."""
        said = frozenset(words(_text(article)))
        there = [form for place, forms in places().items() if place in said or place + "s" in said for form in forms]
        spelled = frozenset(map(plain, said))
        text = f" {' '.join(spelled)} "
        return cls(
            text,
            _pieces(text) if len(text) > LONG else frozenset(),
            spelled,
            frozenset(token for word in said for token in tokens(word, article.language)),
            tuple(there),
        )

    def has(self, word: str, language: Language) -> bool:
        """Whether the article has a word in some form, or a place that is called so."""
        return (
            self._holds(plain(word.removesuffix("s")))
            or word.startswith(self.places)
            or bool(self.tokens.intersection(tokens(word, language)))
        )

    def _holds(self, word: str) -> bool:
        return not (self.pieces and _pieces(word) - self.pieces) and word in self.text

    def says(self, word: str) -> bool:
        """Whether the article has this very word."""
        return plain(word) in self.words


def _pieces(text: str) -> frozenset[str]:
    """All runs of a few letters of a text; none of a shorter one."""
    return frozenset(text[at : at + PIECE] for at in range(len(text) - PIECE + 1))
