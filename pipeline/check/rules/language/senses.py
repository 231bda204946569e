"""English that is another sense of a German word, or what another word means: „Abteil“ is no department.

In: lines of a pair that answer each other. Out: places of sentences, the German word, the wrong English, the right one.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from ....align.readings import readings, separated
from ....align.words import Known
from ....facts.words.runs import Rare, row, runs, starts
from ....facts.words.said import says, stems_of
from ....model import Language
from ....vocabulary.senses import has_senses, prefixed, senses
from ....vocabulary.stems import stem
from ....vocabulary.terms import STOP, base, composed, english, lemma
from ...answering.lines import answering, lines
from ...once import once

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Translation
    from ....vocabulary.senses import Sense
    from ...compared.prose import Passage

    Place = tuple[int, int]
    Wrong = tuple[str, str, str]

BEFORE_VERB = frozenset(
    (
        *("to", "will", "would", "can", "could", "must", "should", "may", "might", "shall"),
        *("not", "cannot", "they", "we", "i", "you", "he", "she", "it", "who", "which"),
    )
)
"""What stands before a verb, and seldom before a noun."""
BEFORE_NOUN = frozenset(
    (
        *("the", "a", "an", "his", "her", "its", "their", "our", "my", "your"),
        *("this", "that", "these", "those", "of", "no", "some", "any", "every", "each"),
    )
)
"""What stands before a noun, and seldom before a verb."""

END = re.compile(r"[,;:.!?“”\"]")
"""The end of a clause."""
OFTEN = 2
"""Lines of the rest of the article that call a word by its right sense, if they are to show what is meant."""


def _key(run: str) -> str:
    """The entry of a word, or that of the last part of a compound which is none itself."""
    found = lemma(run)
    if run.islower():
        return found if found.islower() else ""
    return found or next(iter(composed(run)[1:]), "")


def _wrong(run: str, _: Language) -> frozenset[str]:
    """The stems that wrong English for a word begins with, also if it is a verb whose prefix stands elsewhere."""
    key = _key(run)
    keys = (*([key] if has_senses(key) else ()), *prefixed(lemma(run)))
    return frozenset(stem(_parts(wrong)[0]) for each in keys for sense in senses(each) for wrong in sense.wrong)


WRONG = Known(_wrong, Language.DE)
"""The stems of wrong English for a word: of most words none."""
HAS_WRONG = Rare(WRONG.__getitem__)
"""The words that are known to be mistaken."""


def wrong_senses(pair: Translation, mine: Passage, theirs: Passage) -> Iterator[tuple[Place, Place, Wrong]]:
    """The words of two lines that are another sense, in sentences that answer each other."""
    stems = stems_of(theirs.text)
    if all(WRONG[run].isdisjoint(stems) for run in HAS_WRONG(runs(mine.text))):
        return
    for there, here in answering(mine, theirs):
        german, said = mine.text[slice(*there)], theirs.text[slice(*here)]
        for word, key in _keys(german, stems_of(said)):
            for sense, found, right in _found(word, key, german, said):
                if _is_meant(key, sense, german) or _is_called(pair, mine, key, sense):
                    yield there, here, (word, found, right)
                    break


def _found(word: str, key: str, german: str, said: str) -> Iterator[tuple[Sense, str, str]]:
    """The senses of a word that English may have instead of the right one, as it says them, and what it should say."""
    stems, lower = stems_of(said), said.lower()
    for sense in senses(key):
        found, right = _said(key, sense, said, stems), _right(key, sense)
        if found in {"", word} or any(says(each, stems, lower) for each in right) or _is_explained(found, german, word):
            continue
        yield sense, found, right[0]


def _keys(german: str, stems: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The words of a sentence that may be mistaken, and their entries; those of verbs with the prefix at their end."""
    words = [run for run in sorted(HAS_WRONG(runs(german))) if not WRONG[run].isdisjoint(stems)]
    apart = separated(german) if words else {}
    for word in words:
        clauses = _behind(word, german) if word in apart else frozenset()
        verbs = [verb for verb in prefixed(lemma(word)) if verb.removesuffix(lemma(word)) in clauses]
        keys = verbs if word in apart else [_key(word)]
        yield from ((word, key) for key in keys if has_senses(key))


def _behind(word: str, german: str) -> frozenset[str]:
    """The words behind a verb in its clause, one of which is its prefix: „trete ich zurück“, kündigte er an."""
    at = next(starts(german, word), 0)
    end = END.search(german, at)
    return runs(german[at : end.start() if end else len(german)])


def _right(key: str, sense: Sense) -> tuple[str, ...]:
    """What English may say, that of this sense first."""
    return (*sense.right, *(each for each in english(key) if each not in sense.wrong))


def _said(key: str, sense: Sense, said: str, stems: frozenset[str]) -> str:
    """The wrong English that a sentence has, as it stands there; or ''."""
    return next(filter(None, (_place(key, wrong, said) for wrong in sense.wrong if _may_say(wrong, stems))), "")


def _may_say(wrong: str, stems: frozenset[str]) -> bool:
    """Whether a sentence has all words of wrong English in some form."""
    return all(stem(each) in stems for each in _parts(wrong))


def _parts(phrase: str) -> list[str]:
    """The words of some English, also where a hyphen joins them."""
    return phrase.replace("-", " ").split()


def _place(key: str, wrong: str, said: str) -> str:
    """Wrong English as a sentence has it, in the class of word that the German one is of; or ''."""
    if len(_parts(wrong)) > 1:
        start = said.lower().find(wrong)
        return said[start : start + len(wrong)] if start >= 0 else ""
    is_form, unfit = (_is_noun, BEFORE_VERB) if key[0].isupper() else (_is_verb, BEFORE_NOUN)
    both = pairwise(("", *row(said)))
    return next((word for before, word in both if is_form(word.lower(), wrong) and before.lower() not in unfit), "")


def _is_noun(word: str, wrong: str) -> bool:
    """Whether a word in small letters is a noun, or its plural."""
    return base(word) == wrong or word in {wrong, wrong + "s", wrong + "es", wrong.removesuffix("y") + "ies"}


def _is_verb(word: str, wrong: str) -> bool:
    """Whether a word in small letters is some form of another."""
    return stem(word) == stem(wrong)


def _is_explained(found: str, german: str, word: str) -> bool:
    """Whether another word of the German sentence may be what the English one answers."""
    apart = separated(german)
    others = frozenset().union(*(readings(run, Language.DE) for run in runs(german) if lemma(run) != lemma(word)))
    others = others.union(*(apart[each] for each in apart if each != word))
    return not any(others.isdisjoint(readings(each, Language.EN)) for each in _parts(found.lower()) if each not in STOP)


def _is_meant(key: str, sense: Sense, german: str) -> bool:
    """Whether a sense is meant: always, or by words beside it, none of which speaks for the wrong one."""
    if not sense.beside:
        return True
    others = (each for each in senses(key) if each.beside and not {*sense.wrong}.isdisjoint(each.right))
    return _is_beside(sense, german, key) and not any(_is_beside(each, german, key) for each in others)


def _is_called(pair: Translation, mine: Passage, key: str, sense: Sense) -> bool:
    """Whether the rest of an article calls a word by its right sense, and nowhere by the wrong one."""
    rest = [theirs.text for entry, other, theirs in _places(pair) if entry == key and other.text != mine.text]
    called = [says(each, stems_of(text), text.lower()) for text in rest for each in sense.right[:1]]
    return sum(called) >= OFTEN and not any(_said(key, sense, text, stems_of(text)) for text in rest)


def _is_beside(sense: Sense, german: str, key: str) -> bool:
    """Whether a sentence has one of the words beside a sense, or a compound that begins or ends with it."""
    words = [run for run in runs(german) if _key(run) != key]
    begun = any(word.startswith(sense.beside) or word.lower().startswith(sense.beside) for word in words)
    ends = tuple(map(str.lower, sense.beside))
    return begun or any(word.lower().endswith(ends) for word in words if word[0].isupper())  # „angemessen“


@once
def _places(pair: Translation) -> Iterator[tuple[str, Passage, Passage]]:
    """The words of a pair that may be mistaken, and the lines that have them."""
    for _, mine, theirs in lines(pair):
        yield from ((key, mine, theirs) for key in {*map(_key, HAS_WRONG(runs(mine.text)))})
