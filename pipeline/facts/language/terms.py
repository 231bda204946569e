"""Glossary terms in German and English text, with inflection and at the edges of compounds.

In: a word of the glossary. Out: patterns that find it in a text.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ...held import held
from .manners import other_spelling

UMLAUTS = str.maketrans({"a": "[aä]", "o": "[oö]", "u": "[uü]", "A": "[AÄ]", "O": "[OÖ]", "U": "[UÜ]"})
PLAIN = str.maketrans("äöü", "aou")
LONG = 8
"""Letters of a word that is recognised inside of a compound: „gewicht“ is in „Gleichgewicht“ too."""
GERMAN_ENDINGS = "(?:e|en|er|ern|em|es|s|n|nen|se|sen)?"


def found(lemma: str, text: str) -> re.Match[str] | None:
    """Where a German word stands first in a text; of a glossary of thousands few words need a pattern at all."""
    return german(lemma).search(text) if _core(lemma) in _plain(text) else None


@cache
def _core(lemma: str) -> str:
    """What every form of a word holds: its first word without ending."""
    first, *more = lemma.split()
    return _plain(first if more else _stem(first))


@held
def _plain(text: str) -> str:
    return text.casefold().translate(PLAIN)


def _stem(word: str) -> str:
    return re.sub(r"(?:en|e|n)$", "", word) if len(word) > 5 else word  # noqa: PLR2004 - shorter stems are other words


@lru_cache(maxsize=1024)
def german(lemma: str) -> re.Pattern[str]:
    """A German word in any case and number; for itself, behind a hyphen or at either edge of a compound."""
    *before, last = lemma.split()
    stem = _stem(last)
    parts = [rf"{re.escape(word)}\w{{0,2}}\s+" for word in before]
    body = re.escape(stem).translate(UMLAUTS) if len(stem) > 3 else re.escape(stem)  # noqa: PLR2004 - „Art“ is no „Ärt“
    is_long = not before and len(stem) >= LONG
    edge = r"(?:(?<![^\W_])|(?<=[a-zäöüß]))" if is_long else r"(?<![^\W_])"
    after = r"[a-zäöüß]*" if is_long else GERMAN_ENDINGS
    return re.compile(rf"{edge}{''.join(parts)}{body}{after}(?![^\W_])", re.IGNORECASE)


@lru_cache(maxsize=1024)
def english(term: str) -> re.Pattern[str]:
    """An English word or phrase in its usual forms, as British and Americans spell it."""
    spelled = dict.fromkeys((term.strip(), other_spelling(term.strip())))
    return re.compile("|".join(map(_forms, spelled)), re.IGNORECASE)


def _forms(term: str) -> str:
    *before, last = re.split(r"[\s-]+", term)
    stem = re.sub(r"(?:e|y)$", "", last) if len(last) > 3 else last  # noqa: PLR2004 - "be", "key"
    ending = r"(?:e|y|ies|ied|s|es|ed|d|ing|'s|’s)?" if stem != last else r"(?:s|es|ed|ing|'s|’s)?"
    parts = "".join(rf"{re.escape(word)}(?:'s|s)?[\s-]+" for word in before)
    return rf"(?<![^\W_]){parts}{re.escape(stem)}{ending}(?![^\W_])"
