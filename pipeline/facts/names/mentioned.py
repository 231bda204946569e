"""How often a text has a name.

In: a name, a text. Out: a number. The words of a text are counted once for all names that it is asked for: an article
may have thousands, and be as long.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from ...held import held
from .names import SHORTEST_WORD, aliases

WORD = re.compile(r"(?<![^\W_])[^\W\d_]+")
"""All letters that stand together, not behind a digit."""
ENDINGS = ("", "s", "es")
LONG = 8
"""Letters of a name that is recognised inside of a compound: Webhosting is “web hosting”."""


class Words(NamedTuple):
    """The words of a text as it writes them, and in small letters, each with how often it stands there."""

    written: Counter[str]
    small: Counter[str]


def mentions(name: str, text: str) -> int:
    """How often a text has a name: in any case, with an ending, as part of a compound, or under an alias."""
    stem = name.removesuffix("s") if len(name) > SHORTEST_WORD else name
    forms = (stem, *aliases().get(name, ()))
    times = _counted(forms, _words(text)) if all(map(str.isalpha, forms)) else len(pattern(name, stem).findall(text))
    is_compound = _has_inner_capital(stem) or len(stem) > LONG or not stem.isalpha()
    return times or (fold(text).count(fold(stem)) if is_compound else 0)


@held
def _words(text: str) -> Words:
    written = Counter(WORD.findall(text))
    small: Counter[str] = Counter()
    for word, count in written.items():
        small[word.lower()] += count
    return Words(written, small)


def _counted(forms: tuple[str, ...], words: Words) -> int:
    """How often words are one of these forms, with an ending; an alias in capitals alone is told from a word."""
    stem, *others = forms
    whole = {form + ending for form in (stem, *others) if form is stem or not form.isupper() for ending in ENDINGS}
    small = {form.lower() for form in whole}
    capitals = {form + ending for form in others if form.isupper() for ending in (*ENDINGS, "S", "ES", "Es", "eS")}
    return sum(words.small[each] for each in small) + sum(
        words.written[each] for each in capitals if each.lower() not in small
    )


@lru_cache(maxsize=4096)
def pattern(name: str, stem: str) -> re.Pattern[str]:
    """What finds a name without its ending, with any of its own, or an alias."""
    others = (f"(?-i:{re.escape(form)})" if form.isupper() else re.escape(form) for form in aliases().get(name, ()))
    forms = "|".join((re.escape(stem), *others))
    return re.compile(rf"(?<![^\W_])(?:{forms})(?:['’]?s|es)?(?![^\W\d_])", re.IGNORECASE)


def _has_inner_capital(name: str) -> bool:
    return not name.isupper() and name[1:] != name[1:].lower()


@held
def fold(text: str) -> str:
    """A text without case, spaces and hyphens: FileField is “file field”."""
    return re.sub(r"[\W_]", "", text).casefold()
