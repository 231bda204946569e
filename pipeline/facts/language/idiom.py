"""Text -> the language that it is in: German, English, or nobody knows.

In: a text without names, code and quotations. Out: a verdict.

Stop words decide where they can; a small model only where they cannot (:func:`guess`, the one door to py3langid, which
costs 0.75 s and 120 MB once).
"""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from ...expressions import lasting
from ...held import held
from ...model import Language
from ...vocabulary.terms import composed, english, entries, is_english, is_entry
from ..table import table
from ..words.runs import row, small_runs

if TYPE_CHECKING:
    from collections.abc import Sequence

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
GERMAN_LETTERS = re.compile(r"[äöüß]")
GERMAN_ENDING = re.compile(
    r"\w{4,}(?:ung|ungen|keit|keiten|heit|heiten|schaft|schaften|lich|liche|lichen|licher|igkeit|ieren|iert|isch|ische|ischen|ismus|tät|täten|ologie|ologien|grafie)$"
)
SHORTEST = 6
"""Letters of a word that the dictionary can prove to be German."""
SHORTEST_WORD = 4
"""Letters of a word whose spelling tells its language."""
GERMAN = 0.75
"""From here on a spelling is German: of 30 German nouns that the dictionary lacks 19 lie above, of 36 programs 1."""
EACH = 11
"""The spelling is learned from every eleventh entry of the dictionary: all of them would tell no more."""
UNSEEN = 0.3
CERTAIN = 0.999
"""How sure the model must be."""


@cache
def only(language: Language) -> frozenset[str]:
    """The frequent words that only this language has."""
    return frozenset(table("languages")["only"][language].split())


@cache
def _is_tied(language: Language) -> bool:
    """Whether any of them has an apostrophe."""
    return any("'" in word for word in only(language))


def may_have(text: str, language: Language) -> bool:
    """Whether a text may have a word that only this language has: told by the runs that others ask for too."""
    is_tied = _is_tied(language) and ("'" in text or "’" in text)
    return is_tied or not only(language).isdisjoint(small_runs(text))


@cache
def leftovers() -> frozenset[str]:
    """German words that are left behind in English."""
    return frozenset(table("languages")["leftover"]["words"].split())


@cache
def abbreviations() -> re.Pattern[str]:
    """German abbreviations that English does not have."""
    known = sorted(table("languages")["leftover"]["abbreviations"], key=len, reverse=True)
    parts = "|".join(re.escape(each.strip()).replace(r"\ ", r"[\s\u00a0\u202f]?") for each in known)
    begins = "".join(sorted({re.escape(each.strip()[0]) for each in known}))
    return lasting(rf"(?=[{begins}])(?<![\w.])(?:{parts})(?![\w])")


@cache
def abbreviated() -> frozenset[str]:
    """What they begin with, to the first sign."""
    return frozenset(each.partition(".")[0] for each in table("languages")["leftover"]["abbreviations"])


def _found(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(text)) if "'" in text or "’" in text else row(text)


@held
def _small(text: str) -> tuple[str, ...]:
    return tuple(map(str.lower, _found(text)))


@held
def words(text: str) -> tuple[str, ...]:
    """The words of a text, in small letters; acronyms such as MIT and IST are none."""
    found: Sequence[str] = _found(text)
    if any(map(str.isupper, found)):
        if len(found) > 2 and all(map(str.isupper, found)):  # noqa: PLR2004 - a heading in capitals
            return tuple(map(str.lower, found))
        found = [word for word in found if not (word.isupper() and len(word) > 1)]
    elif "’" not in text:
        return _small(text)
    return tuple(word.replace("’", "'").lower() for word in found)


def most(text: str, language: Language) -> int:
    """How many words of a text at most are only of this language: the acronyms that could be words too."""
    known = only(language)
    return sum(map(known.__contains__, _small(text)))


@held
def evidence(text: str, language: Language) -> tuple[int, int]:
    """How many words of a text are only of this language, and how many only of the other."""
    mine, theirs = only(language), only(Language.EN if language is Language.DE else Language.DE)
    found = words(text)
    return sum(map(mine.__contains__, found)), sum(map(theirs.__contains__, found))


def looks_german(said: str) -> bool:
    """Whether a short text has German in it that no English could write: its words, letters or endings."""
    found = words(said)
    return any(
        word in only(Language.DE) or GERMAN_LETTERS.search(word) or GERMAN_ENDING.match(word) or _is_long_entry(word)
        for word in found
    )


def is_german_word(word: str) -> bool:
    """Whether a single word is German by the dictionary, or by the letters that it is written with."""
    return is_german_term(word) or (_is_no_english(word.lower()) and _germanness(word.lower()) > GERMAN)


def is_german_term(word: str) -> bool:
    """Whether a single word is German by the dictionary and its compounds, or by an ending that no name has."""
    lower = word.lower()
    is_known = (
        lower in only(Language.DE) or is_entry(word) or bool(composed(word)) or (word == lower and bool(english(word)))
    )
    return _is_no_english(lower) and (is_known or bool(GERMAN_ENDING.fullmatch(lower)))


def _is_no_english(lower: str) -> bool:
    return len(lower) >= SHORTEST_WORD and lower not in only(Language.EN) and not is_english(lower)


@lru_cache(maxsize=4096)
def _germanness(word: str) -> float:
    """How much rather a word is spelled as German is than as English is, a letter: the logarithm of the odds."""
    found = _pieces(word)
    german, english_ = _spelled()
    return sum(map(_odds, found)) / len(found) + math.log(len(english_) / len(german))


@lru_cache(maxsize=1 << 15)
def _odds(piece: str) -> float:
    """How much oftener German words of the dictionary have a piece than English ones: names in masses share theirs."""
    german, english_ = (math.log(text_.count(piece) + UNSEEN) for text_ in _spelled())
    return german - english_


@cache
def _spelled() -> tuple[str, str]:
    """Some words of the dictionary, German and English, each between the marks of :func:`_pieces`.

    Few words are ever looked for, so the pieces are counted when they are.
    """
    some = [*islice(entries().items(), 0, None, EACH)]
    german = [word.lower() for word, _ in some if len(word) >= SHORTEST_WORD]
    english_ = {word: None for _, said in some for word in WORD.findall(said.lower()) if len(word) >= SHORTEST_WORD}
    return f"^{'$^'.join(german)}$", f"^{'$^'.join(english_)}$"


def _pieces(word: str) -> list[str]:
    whole = f"^{word}$"
    return [whole[start : start + size] for size in (2, 3, 4) for start in range(len(whole) - size + 1)]


def _is_long_entry(lower: str) -> bool:
    """Whether a word is long enough, an entry of the dictionary, and spelled like no English one."""
    return len(lower) >= SHORTEST and is_entry(lower) and not is_english(lower)


def guess(text: str) -> Language | None:
    """What the small model says, if it is sure."""
    language, probability = _model().classify(text)
    return Language(language) if probability > CERTAIN else None


@cache
def _model() -> Any:  # noqa: ANN401 - a library without types
    from py3langid.langid import (  # type: ignore[import-untyped]  # noqa: PLC0415 - 0.75 s, 120 MB, only here
        MODEL_FILE,
        LanguageIdentifier,
    )

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(["de", "en"])
    return identifier
