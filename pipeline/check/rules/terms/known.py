"""What an article says anywhere, as far as names need it.

In: an article. Out: :class:`Known`: its words in the forms in which a name is looked for.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ....align.words import tokens, words
from ....facts.names import first_names, places, plain
from ...prose import passages

if TYPE_CHECKING:
    from ....model import Article, Language

WORD = re.compile(r"[^\W\d_][\w’'-]*")
SMALL = re.compile(r"\b[a-zäöüß][\w'’]*")
BEHIND = re.compile(
    r"\b(?:d(?:er|ie|as|en|em|es)|[ia]m|zu[mr]|vom|beim|ins|ans|ohne|als|pro|[a-zäöüß]\w+(?:e|en|er|es|em|ein)) "
    r"(?=([A-ZÄÖÜ][a-zäöüßé]{3,}))"
)
"""A word behind an article or adjective: seldom a name."""
ROW = re.compile(r"([A-ZÄÖÜ][\w-]+) (?:und|oder) (?=([A-ZÄÖÜ][a-zäöüßé]{3,}))")
"""A word in a row of nouns: a name where the other one is."""


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


def small_words(article: Article) -> frozenset[str]:
    """The words of an article in small letters."""
    return frozenset(SMALL.findall(_text(article)))


def _text(article: Article) -> str:
    return " ".join(passage.raw for passage in passages(article))


@dataclass(frozen=True, slots=True)
class Known:
    """What an article says anywhere: its words without case and umlauts, its tokens, what English calls its places."""

    text: str
    tokens: frozenset[str]
    places: tuple[str, ...]

    @classmethod
    def of(cls, article: Article) -> Known:
        """The knowledge of an article."""
        said = frozenset(words(_text(article)))
        there = [form for place, forms in places().items() if place in said or place + "s" in said for form in forms]
        return cls(
            f" {' '.join({plain(word) for word in said})} ",
            frozenset(token for word in said for token in tokens(word, article.language)),
            tuple(there),
        )

    def has(self, word: str, language: Language) -> bool:
        """Whether the article has a word in some form, or a place that is called so."""
        return (
            plain(word.removesuffix("s")) in self.text
            or word.startswith(self.places)
            or bool(self.tokens.intersection(tokens(word, language)))
        )

    def says(self, word: str) -> bool:
        """Whether the article has this very word."""
        return f" {plain(word)} " in self.text
