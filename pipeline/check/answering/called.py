"""What stands for somebody's name: the same in both languages, or translated word for word.

In: a name of the original and one of the translation. Out: whether the one is a name of somebody else.
"""

from __future__ import annotations

from ...align.words import is_german, tokens
from ...facts.names.entities import may_name, named
from ...facts.names.names import aliases, is_written_out, plain
from ...facts.words.runs import runs
from ...model import Language
from ...vocabulary.terms import STOP, is_english, is_entry, lemma

LONG = 9
"""Letters of a word that English may have too, and that is no name: „Kommission“."""
ANSWERED = 0.5
"""Share of the German words that a translated name answers."""


def is_other_name(german: str, english: str) -> bool:
    """Whether an English name is neither a German one nor its translation."""
    mine, theirs = ({plain(word): word for word in runs(text)} for text in (german, english))
    lost = [mine[word] for word in mine.keys() - theirs.keys() if word not in STOP]
    gained = [theirs[word] for word in theirs.keys() - mine.keys() if word not in STOP]
    if not lost or not gained or _is_short(german, english) or _is_short(english, german):
        return False
    if any(may_name(each, english, Language.EN) for each in named(german, Language.DE)):
        return False
    if any(english_ in aliases().get(word, ()) for word in mine.values() for english_ in theirs.values()):
        return False
    if any(is_german(word) or (is_entry(word) and not is_english(word)) for word in gained):
        return True
    said = {token for word in gained if is_english(word) for token in tokens(word, Language.EN)}
    words = [tokens(word, Language.DE) for word in lost if len(word) >= LONG or lemma(word)]
    return sum(1 for word in words if said.intersection(word)) < ANSWERED * len(words) or not words


def _is_short(long: str, short: str) -> bool:
    """Whether a name is the acronym of the other: FAZ, Frankfurter Allgemeine Zeitung."""
    letters = short.replace(".", "")
    capitals = "".join(letter for letter in long if letter.isupper())
    return letters.isupper() and (letters in capitals or is_written_out(letters, long))
