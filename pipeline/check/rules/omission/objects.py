"""What an English “no” denies: the noun behind it.

In: a German sentence, the English one that answers it, and a denial in that. Out: the German sentence without what says
the same as the denied noun, and could be taken for a denial itself.
"""

from __future__ import annotations

import re

from ....align.words import meanings_of, tokens
from ....model import Language

WORD = re.compile(r"[^\W\d_][\w-]*")
NO_NOUN = re.compile(r"no (?!one\b)(?P<noun>[a-z]+)", re.IGNORECASE)
LACKING = re.compile(r"\bun(?!ter|ser)\w{4,}|\b\w{3,}(?:los|frei)(?:e[nmrs]?)?\b")
"""What is denied by “no”; German words that deny by their beginning or end: „unglücklich“, „parteilos“."""


def without_object(german: str, said: str, denial: re.Match[str]) -> str:
    """A German sentence without the noun behind an English “no”: „Fehler“ is “mistakes” there, and denies nothing."""
    behind = NO_NOUN.match(said, denial.start())
    meant = frozenset(tokens(behind["noun"], Language.EN)) if behind else frozenset()
    nouns = {
        word
        for word in WORD.findall(german)
        if word[0].isupper() and not meant.isdisjoint(meanings_of(word, Language.DE))
    }
    if not nouns:
        return german
    here = frozenset(token for word in WORD.findall(said) for token in tokens(word, Language.EN))
    answered = {word for word in LACKING.findall(german) if not here.isdisjoint(meanings_of(word, Language.DE))}
    return WORD.sub(lambda word: " " if word[0] in nouns | answered else word[0], german)
