"""English words -> what their forms share.

In: a word in small letters. Out: its stem, which is no word: ``family`` and ``families`` are ``fam``, ``thing`` and
``things`` are ``thing``, ``colour`` and ``color`` are ``color``. Irregular forms, and the comparatives of common
adjectives, are in ``english-forms.txt``.

A stemmer of a library makes one of ``organ`` and ``organise``, and two of ``better`` and ``good``: both would make the
comparison of a sentence with its translation less sure.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .terms import base

SHORT = 4
"""Letters of a word that loses only a last ``s`` and a last ``e`` or ``y``."""
ENDING = re.compile(
    r"(?<=\w\w)(?:(?<![aeou])ying|ings?|ily|(?:il)?(?:ies|ied|iers?|iest)|(?<!e)eds?|es|(?<![su])s|ly|(?<![aeou])y|e)$"
)
ENDING_OF_SHORT = re.compile(r"(?:(?<=\w\w\w)(?<![su])s|(?<=\w\w)(?<![aeou])y)$")
VOWEL = re.compile(r"[aeiouy]")
SPELLINGS = (("our", "or"), ("tr", "ter"), ("enc", "ens"), ("ogu", "og"), ("yz", "ys"), ("ical", "ic"))
"""How British and American endings become one, without their last ``e``."""
LONG = 5
"""Letters from which an ending is an ending, and no part of the word: hour, tree."""


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """What the forms of an English word share, in British and in American spelling."""
    plain = base(word)
    if len(plain) <= SHORT:
        short = ENDING_OF_SHORT.sub("", plain).removesuffix("e")
    else:
        short = ENDING.sub("", plain)
        if not VOWEL.search(short):  # thing, string
            short = plain.removesuffix("s")
    short = _spelled(short, plain).replace("iz", "is")
    if short[-1:] == "l" and not VOWEL.match(short[-2:]):  # simple, simply
        short = short[:-1]
    return short[:-1] if short[-1:] == short[-2:-1] else short  # modelled, fully


def _spelled(short: str, plain: str) -> str:
    for british, american in SPELLINGS if len(plain) > LONG else ():
        if short.endswith(british):
            return short.removesuffix(british) + american
    return short
