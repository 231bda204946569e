"""Which clauses of a sentence the sentence that answers it leaves out.

In: a sentence, its counterpart and the block of that, and what is usual in the pair. Out: :class:`Clause`: the piece
that is not answered, and how much likelier it is that it was left out than that it was said in other words.

It is the reckoning of :mod:`.sentences` on a smaller scale: words that are answered speak against a loss, words that
are not for it, and so does the length, if the counterpart is as short as it would be without the clause.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from ..frozen import dataclass
from ..model import Language
from ..vocabulary.connectives import connectives
from .readings import READINGS, known, readings, separated, told
from .words import PARTS, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CUT = re.compile(r",\s|[;:]\s|\s[–—-]\s|[()]|[.!?…]\s")
VARIANCE, LEAST_SIZE = 6.8, 10
"""Of the length of a translation, a character; and the characters that it is reckoned for at least."""
LENGTH = 0.7
"""What lengths weigh beside words."""
BY_CHANCE = 0.2
"""Share of the words of a clause that a sentence answers which says something else."""
LEAST, MOST = 0.4, 0.85
"""Between these is the share of words that is answered, whatever is usual in the pair."""
FEWEST = 2
"""Words of a clause that the dictionary knows."""
LONG = 4
"""Letters of a word that German and English hardly spell alike by chance."""
CODE = "\ufffc"
"""Stands for code, of which both sentences have as much."""
ENDING = 7
"""Letters behind which such a word may end otherwise: Partitionen, partitions."""
RUN = 3
"""Clauses behind each other that may be left out together."""
LARGEST = 0.8
"""Share of a sentence that may be left out: with more of it gone the sentence is lost."""
SHORTER = 0.6
"""How much the lengths must say for a loss, as a logarithm: a sentence that is not so short need not be looked at."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a sentence, how many of its words are known, and are answered; and how much likelier its loss is.

    That is told by the words and by the lengths, as logarithms.
    """

    start: int
    end: int
    size: int
    hits: int
    words: float
    length: float


@dataclass(frozen=True, slots=True)
class Usual:
    """How long a text is by the other, and which shares of its words and of the other's are answered."""

    ratio: float
    answered: float
    explained: float


def is_short(said: str, answer: str, ratio: float) -> bool:
    """Whether an answer is so short, by what is usual in the pair, that it may lack something."""
    off = _off(len(answer), len(said) / ratio, max(len(said), LEAST_SIZE))
    return off < 0 and LENGTH / 2 * off * off > SHORTER


def left_out(said: str, language: Language, answer: str, near: str, usual: Usual) -> Clause | None:
    """The clauses of a sentence that its answer, and words that stand near it, are likeliest to leave out."""
    if len((_spellings(said) - _spellings(answer)) & _spellings(near)) >= FEWEST:  # the next sentence goes on with it
        return None
    there = told(f"{answer} {near}", opposite(language)) | _joined(words(answer), opposite(language))
    share = min(MOST, max(LEAST, usual.answered))
    hit, miss = math.log(BY_CHANCE / share), math.log((1 - BY_CHANCE) / (1 - share))
    size = max(len(said), LEAST_SIZE)
    off = _off(len(answer), len(said) / usual.ratio, size)
    counted = list(_counted(said, language, there))
    named = _named(said, [(start, end) for start, end, *_ in counted], answer)
    found: Clause | None = None
    for first in range(len(counted)):
        for last in range(first, min(len(counted), first + RUN)):
            (start, *_), (_, end, *_) = counted[first], counted[last]
            hits, misses = (sum(each[at] for each in counted[first : last + 1]) for at in (2, 3))
            if end - start > LARGEST * len(said) or hits + misses < FEWEST:
                continue
            if not named.isdisjoint(each[0] for each in counted[first : last + 1]):
                break
            without = _off(len(answer), (len(said) - (end - start)) / usual.ratio, size)
            each = Clause(
                start,
                end,
                hits + misses,
                hits,
                hits * hit + misses * miss,
                LENGTH / 2 * (off * off - without * without),
            )
            if found is None or each.words + each.length > found.words + found.length:
                found = each
    return found


def spare(said: str, language: Language, answer: str, clause: Clause, usual: Usual) -> float:
    """The words of an answer that nothing explains but the clause, beyond what is usual, by the words of the clause.

    They may say in other words what seems to be left out.
    """
    rest = told(f"{said[: clause.start]} {said[clause.end :]}", language)
    here = [tokens for word in words(answer) if (tokens := readings(word, opposite(language)))]
    own = sum(1 for word in words(said[clause.start : clause.end]) if readings(word, language))
    return (sum(map(rest.isdisjoint, here)) - (1 - usual.explained) * len(here)) / max(1, own)


def _named(said: str, pieces: Iterable[tuple[int, int]], answer: str) -> frozenset[int]:
    """Where pieces begin of which alone an answer has a number or a word, letter by letter: they are not lost."""
    here = _spellings(answer)
    return frozenset(
        start
        for start, end in pieces
        if not (_spellings(said[start:end]) & here).issubset(_spellings(f"{said[:start]} {said[end:]}"))
    )


def _spellings(text: str) -> frozenset[str]:
    """The numbers and longer words of a text in small letters without their ends, those of compounds one by one."""
    pieces = (piece.lower() for word in words(text) for piece in PARTS.split(word))
    code = (CODE,) if CODE in text else ()
    return frozenset((*code, *(piece[:ENDING] for piece in pieces if piece.isdigit() or len(piece) >= LONG)))


def unexplained(said: str, language: Language, answer: str) -> list[str]:
    """The words of a sentence that its answer does not explain: they may answer what stands near."""
    there = told(answer, opposite(language))
    known_ = READINGS[language]
    return [word for word in words(said) if (tokens := known_[word]) and there.isdisjoint(tokens)]


def opposite(language: Language) -> Language:
    """The language of the answer."""
    return Language.EN if language is Language.DE else Language.DE


def _joined(said: Iterable[str], language: Language) -> frozenset[str]:
    """Tokens for the words that join a clause to its sentence, the same in both languages."""
    return frozenset().union(*(connectives()[language].get(word.lower(), ()) for word in said))


def _off(size: int, wanted: float, of: int) -> float:
    return (size - wanted) / math.sqrt(of * VARIANCE)


def _counted(said: str, language: Language, there: frozenset[str]) -> Iterator[tuple[int, int, int, int]]:
    """Each clause: start, end, words that are answered, words that are not."""
    verbs = separated(said) if language is Language.DE else {}
    for start, end in _clauses(said):
        once = {word.lower(): word for word in words(said[start:end])}
        found = [(word, known(word, language)) for word in once.values()]
        hits = [not there.isdisjoint(tokens | verbs.get(word, frozenset())) for word, tokens in found if tokens]
        first = words(said[start:end])[:1]
        joined = _joined(first, language)
        if joined and not known(first[0], language):
            hits.append(not there.isdisjoint(joined))
        yield start, end, sum(hits), len(hits) - sum(hits)


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """The pieces of a sentence between its marks, each with the mark behind it."""
    start = 0
    for mark in CUT.finditer(text):
        if mark.start() - start > 2:  # noqa: PLR2004 - no letter stands between two marks
            yield start, mark.end()
        start = mark.end()
    if start < len(text):
        yield start, len(text)
