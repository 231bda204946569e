"""Single German nouns that stand in the English sentence as they stand in the original's.

In: an original and its translation. Out: the word and its places in both.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....facts.idiom import is_german_term, is_german_word
from ....facts.names import first_names, namesakes, places, towns
from ....facts.quotations import without_quotations
from ....model import BlockKind, Language
from ....vocabulary.terms import is_entry
from ...lines import lines
from ...prose import HIDDEN, passages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Translation
    from ...prose import Passage

NOUN = re.compile(r"[A-ZÄÖÜ](?<=[a-z,;] .)[a-zäöüß]{3,}(?=[.,;:!?]|$| [a-z])")
"""A word with a capital between words in small letters; beside another capital, in brackets or marks it is a name."""
PARTICLES = frozenset(
    ("von", "vom", "zu", "zur", "zum", "van", "ter", "ten", "de", "da", "di", "del", "du", "la", "le")
)
"""What stands before a family's name: the ter Meer family."""
COMMON = re.compile(
    r"(?:(?<![\w-])(?:d(?:er|ie|as|en|em|es)|[ia]m|zu[mr]|vom|beim|ins|ans|ohne|pro|mit|kein\w*|[dms]?ein\w*|ihr\w*|unse?r\w*"
    r"|viele?n?|mehr|[a-zäöüß]{4,}(?:e|en|er|es|em)) )$"
)
"""What stands before a common noun."""
PLACE = re.compile(
    r"(?:see|bergs?|burg|tal|bach|dorf|stadt|hausen|heim|feld|wald|brück|hafen|platz|straße|weg|au|furt|moor|ufer|insel|heide|bucht|gau|brunnen)$"
)
"""How names of places end, which are compounds too."""
AHEAD = 60
"""How far before a noun that is looked for: no German word is longer."""
ENDED = re.compile(r"(?![\w-])")
GLOSS = re.compile(
    r"\b(?:called|termed|dubbed|named|known as|German|the word|the term|or|so-called)\s+(?:an?\s|the\s)?$"
)
"""What introduces a German word on purpose."""
EXPLAINED = re.compile(r",? (?:\(|e\. ?V\.|eG\b|or (?:the )?[“\"‘]?[A-Z]|(?:that is|which means|literally)\b)")
"""What explains one behind it: the Malerweg, or Painters’ Way."""


def kept_nouns(pair: Translation) -> Iterator[tuple[Passage, int, int, Passage]]:
    """German nouns that the translation keeps, once: a word that it says again is one that it explains."""
    if pair.article.language is not Language.EN:
        return
    front = pair.article.front.title, pair.article.front.description, *(tag.written for tag in pair.article.hashtags)
    said = " ".join((*front, *(passage.raw for passage in passages(pair.article))))
    for _, mine, theirs in lines(pair):
        text = without_quotations(theirs.text, HIDDEN) if theirs.kind is BlockKind.PARAGRAPH else ""
        for found in NOUN.finditer(text):
            word = found[0]
            before = text[: found.start()].rsplit(maxsplit=1)[-1]
            if (
                not before.islower()
                or before in PARTICLES
                or word not in mine.text
                or said.count(word) > 1
                or GLOSS.search(text, 0, found.start())
                or EXPLAINED.match(text, found.end())
            ):
                continue
            if _is_noun(word, mine.text):
                yield theirs, *found.span(), mine


def _is_noun(word: str, german: str) -> bool:
    """Whether a word is a German noun by the dictionary, or is spelled and used as one."""
    if word in places() or word in towns() or word in namesakes() or word in first_names():
        return False
    if PLACE.search(word) and not is_entry(word):
        return False
    return is_german_term(word) or (is_german_word(word) and _is_common(word, german))


def _is_common(word: str, german: str) -> bool:
    """Whether a German text uses a word as a common noun."""
    start = german.find(word)
    while start >= 0:
        if ENDED.match(german, start + len(word)) and COMMON.search(german, max(0, start - AHEAD), start):
            return True
        start = german.find(word, start + 1)
    return False
