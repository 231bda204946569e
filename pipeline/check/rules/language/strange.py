"""German words that an English sentence has and that are no nouns of its original: verbs, qualities, other nouns.

In: an original and its translation. Out: the word and its places in both.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....facts.language.idiom import is_german_term, leftovers
from ....facts.names.names import surnames
from ....facts.words.runs import runs
from ....model import Language
from ....vocabulary.terms import STOP_WORDS, english, lemma, noun
from ...answering.lines import lines
from ...compared.prose import passages
from .houses import HOUSE
from .kept import ENDS, EXPLAINED, GLOSS, MAY_BE_KEPT, NOUN, PARTICLES, SMALL, kept_names, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Translation
    from ...compared.prose import Passage

PARTICIPLE = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{3,}(?:end|[^e]t|en)e[nrms]?")
"""How a noun ends that was made of a participle, at the beginning of a sentence: Betroffene, Geschädigte, Reisende."""
AHEAD = 60
"""Characters before a word in which it is introduced."""


def strange_words(pair: Translation) -> Iterator[tuple[Passage, int, int, Passage]]:
    """Words that are German by the dictionary, and stand in the translation once: what is said again is explained."""
    if pair.article.language is not Language.EN:
        return
    own = frozenset().union(*(runs(passage.raw) for passage in passages(pair.original)))
    said: str | None = None
    for _, mine, theirs in lines(pair):
        strange = MAY_BE_KEPT(runs(theirs.raw))
        if not strange or theirs.text == mine.text:
            continue
        small = {word for word in strange if word.islower() and _is_german(word)}
        shared = {word for word in small if _is_said(word, runs(mine.raw))}
        other = {word for word in strange if _is_noun(word) and not _is_own(word, own)}
        if not shared and not other:
            continue
        said = said or " ".join(passage.raw for passage in passages(pair.article)).lower()
        text = told(theirs.text)
        for found in (*SMALL.finditer(text), *NOUN.finditer(text)):
            word, before = found[0], text[max(0, found.start() - AHEAD) : found.start()]
            is_apt = word in shared or (word in other and _is_placed(before))
            if (
                not is_apt
                or EXPLAINED.match(text, found.end())
                or HOUSE.match(text, found.end())
                or GLOSS.search(before)
            ):
                continue
            if said.count(word.lower()) == 1:
                yield theirs, *found.span(), mine


def _is_german(word: str) -> bool:
    """Whether a word in small letters is German by the dictionary, and none that is told by itself."""
    return is_german_term(word) and word.isascii() and word not in leftovers()


def _is_said(word: str, german: frozenset[str]) -> bool:
    """Whether a German text has a word in small letters, in whatever form: „damaligen“, “the damalige mayor”."""
    if word in german:
        return True
    entry = lemma(word)
    return bool(entry) and any(each[:4] == word[:4] and lemma(each) == entry for each in german)


def _is_noun(word: str) -> bool:
    """Whether a word with a capital is a German noun, and nobody's name."""
    if word.islower() or word in kept_names() or word in surnames():
        return False
    return bool(noun(word) and english(word)) or bool(PARTICIPLE.fullmatch(word) and lemma(word))


def _is_own(word: str, own: frozenset[str]) -> bool:
    """Whether the original has a noun in any form: another rule tells of it where it stayed."""
    entry = noun(word)
    return bool(entry) and any(noun(each) == entry for each in own if each[:3].lower() == word[:3].lower())


def _is_placed(before: str) -> bool:
    """Whether a word stands where it is no part of a name: first in its sentence, or behind a word in small letters."""
    previous = before.rsplit(maxsplit=1)[-1:]
    if not previous or previous[0].endswith(ENDS):
        return True
    return previous[0] not in PARTICLES and (
        previous[0][:1].islower() or previous[0].lower() in STOP_WORDS[Language.EN]
    )
