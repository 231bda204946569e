"""All that a word may mean, so that the other language answers it: more than what is enough to align texts by.

In: a word, or a text, and its language. Out: tokens as in :mod:`.words`. Of a German compound the parts are meant as
well as the whole, and of a verb whose prefix stands at the end of its clause both („weist … zu“ is “assigns”).
"""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from ..facts.words.runs import Rare
from ..held import held
from ..model import Language
from ..vocabulary.stems import SHORT, stem
from ..vocabulary.terms import SHORTEST_PART, STOP, base, composed, compound, english, entries, lemma
from .words import PARTS, Known, tokens, words

if TYPE_CHECKING:
    from collections.abc import Iterator

PREFIX = re.compile(
    r"a[bn]|auf|aus|bei|ein|fest|fort|frei|her(?:aus|vor)?|hin(?:zu)?|los|mit|nach|neu|nieder|sicher|statt|teil|um|unter"
    r"|vor(?:an|aus|bei)?|weg|weiter|wider|wieder|zu(?:rück|sammen)?"
)
"""What stands at the end of a clause and belongs to its verb."""
CLAUSE_END = re.compile(r"[,;:.!?()–]")
MAY_END = Rare(lambda piece: any(map(PREFIX.fullmatch, words(CLAUSE_END.sub(" ", piece)))))
"""What stands between spaces and has such a prefix: without any there is no such verb."""


def readings(word: str, language: Language) -> frozenset[str]:
    """The tokens that a word may be answered by."""
    return READINGS[language][word]


def _readings(word: str, language: Language) -> frozenset[str]:
    if any(map(str.isdigit, word)):
        return frozenset(tokens(word, language))
    pieces = [piece for piece in PARTS.split(word) if piece]
    found = frozenset(token for piece in pieces for token in tokens(piece, language))
    if language is Language.EN:
        return found
    parts = (part for piece in pieces if len(piece) > SHORTEST_PART for part in (*compound(piece), *composed(piece)))
    return found.union(chain.from_iterable(map(_called, set(parts))))


READINGS = {language: Known(_readings, language) for language in Language}


@held
def told(text: str, language: Language) -> frozenset[str]:
    """The tokens of all words of a text."""
    own = frozenset().union(*map(READINGS[language].__getitem__, {*words(text)}))
    return own.union(*separated(text).values()) if language is Language.DE else own


@held
def separated(text: str) -> dict[str, frozenset[str]]:
    """The verbs of a German text whose prefix stands at the end of the clause, and the tokens of both together."""
    found: dict[str, frozenset[str]] = {}
    if not MAY_END(frozenset(text.split())):
        return found
    for clause in CLAUSE_END.split(text):
        said = words(clause)
        if len(said) > 1 and PREFIX.fullmatch(said[-1]):
            verbs = ((word, said[-1] + lemma(word)) for word in said[:-1] if word.islower() or word is said[0])
            found |= {word: _called(verb) for word, verb in verbs if verb in entries()}
    return found


@cache
def _said() -> dict[str, set[str]]:
    """The English words of the dictionary, by the first two letters, which their forms share."""
    found: dict[str, set[str]] = {}
    for word in {*"\n".join(entries().values()).lower().replace(",", "").split()} - STOP:
        plain = base(word)
        found.setdefault(plain[:2], set()).add(word)
        if len(plain) < SHORT:  # fee, which is f
            found.setdefault(plain[:1], set()).add(word)
    return found


@cache
def _stems_like(beginning: str) -> frozenset[str]:
    """The tokens of the English words that begin alike: of most beginnings no text asks."""
    return frozenset("=" + stem(word) for word in _said().get(beginning, ()))


def _may_be_answer(token: str) -> bool:
    """Whether a token is of an English word that the dictionary has: what may be looked for in the German text."""
    return token in _stems_like(token[1:3])


def known(word: str, language: Language) -> frozenset[str]:
    """The readings of a word of which the dictionary can tell whether it is answered; of others none."""
    return ANSWERABLE[language][word]


def _known(word: str, language: Language) -> frozenset[str]:
    found = readings(word, language)
    if any(map(str.isdigit, word)):
        return found
    sure = any(token[0] == "=" for token in found) if language is Language.DE else any(map(_may_be_answer, found))
    return found if sure else frozenset()


ANSWERABLE = {language: Known(_known, language) for language in Language}


def _called(word: str) -> frozenset[str]:
    """The tokens of an entry."""
    return frozenset(_stems(word))


def _stems(word: str) -> Iterator[str]:
    for each in english(word):
        yield from ("=" + stem(one) for one in each.split() if one not in STOP)
