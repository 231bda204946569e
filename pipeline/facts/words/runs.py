"""Text -> the runs of letters in it: what many readers ask of one text before they search it.

In: a text. Out: its different words, letters alone, kept for the last few hundred texts, as many rules look at one; or
the few of them that may mean something to a reader. It tells the same as a pattern for such runs, in half the time.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...held import held

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzäöüßABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ")
"""Letters that need not be looked at: all other signs are asked what they are."""
SIGNS = ".,0123456789-–()„“”’:;\n\"'!?%€"
"""What stands between words in most texts: taken out first, so that few texts are looked at sign by sign."""
DIGIT = re.compile(r"\d")
MOST = 1 << 13
"""Words of a kind that are known, to one reader: about as many as a hundred long articles have."""
BEGINNING = re.compile(r"[^\W\d_]*")
GROUP = re.compile(r"\(\?:([^()\[\]\\]*)\)(?![?*{+])")
"""A group of plain alternatives."""
MAY_LACK = frozenset("?*{")
"""Behind a letter that a pattern can do without."""


@held
def row(text: str) -> tuple[str, ...]:
    """The runs of letters in a text, in their order, without digits and signs."""
    for sign in SIGNS:
        if sign in text:
            text = text.replace(sign, " ")
    if not text.replace(" ", "").isalpha():
        for sign in {*text} - LETTERS:
            if not sign.isalnum() or sign.isdecimal():
                text = text.replace(sign, " ")
    return tuple(text.split())


@held
def runs(text: str) -> frozenset[str]:
    """The different runs of letters in a text."""
    return frozenset(row(text))


@held
def small_runs(text: str) -> frozenset[str]:
    """The same of the text in small letters."""
    if "İ" in text:  # the one letter of which a sign is left
        return frozenset(row(text.lower()))
    return frozenset(map(str.lower, runs(text)))


def has_run(text: str, word: str) -> bool:
    """Whether a word is one of the runs of a text, whose others are not asked for."""
    return next(starts(text, word), None) is not None


def starts(text: str, word: str) -> Iterator[int]:
    """Where a word is one of the runs of a text."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not (_is_letter(text[start - 1 : start]) or _is_letter(text[end : end + 1])):
            yield start
        start = text.find(word, start + 1)


def begins_word(text: str, beginning: str) -> bool:
    """Whether any word of a text begins so."""
    start = text.find(beginning)
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] == "_"):
        start = text.find(beginning, start + 1)
    return start >= 0


def _is_letter(sign: str) -> bool:
    return sign.isalnum() and not sign.isdecimal()


@held
def has_digit(text: str) -> bool:
    """Whether a text has any digit."""
    return DIGIT.search(text) is not None


class Rare:
    """Picks the words that may mean something, of which a text has few: it keeps what it knows of either kind."""

    def __init__(self, means: Callable[[str], object]) -> None:
        self._means = means
        self._idle: set[str] = set()
        self._apt: set[str] = set()

    def __call__(self, words: frozenset[str]) -> frozenset[str]:
        """Those of the words that may mean something."""
        fresh = words - self._idle
        if fresh <= self._apt:
            return fresh
        found = frozenset(filter(self._means, fresh))
        for known in (self._idle, self._apt):
            if len(known) > MOST:
                known.clear()
        self._idle |= fresh - found
        self._apt |= found
        return found


def beginning_with(patterns: Iterable[str]) -> Rare:
    """The words in small letters that begin as what a pattern for whole words finds must begin."""
    heads = tuple({head for pattern in patterns for head in beginnings(pattern)})
    return Rare(lambda word: word.startswith(heads))


def beginnings(pattern: str) -> Iterator[str]:
    """The letters that each alternative of a pattern begins with, in small letters; none where that cannot be told."""
    yield from map(beginning, alternatives(pattern))


def beginning(pattern: str) -> str:
    """The letters that all begins with that a pattern without alternatives finds, in small letters."""
    found = BEGINNING.match(pattern)
    head = found[0] if found else ""
    return (head[:-1] if pattern[len(head) : len(head) + 1] in MAY_LACK else head).lower()


def alternatives(pattern: str) -> Iterator[str]:
    """The alternatives of a pattern, those in brackets left together but where the pattern begins with them."""
    for each in _split(pattern):
        group = GROUP.match(each)
        yield from (one + each[group.end() :] for one in alternatives(group[1])) if group else (each,)


def _split(pattern: str) -> Iterator[str]:
    """The alternatives of a pattern, those in brackets left together."""
    start = depth = 0
    for found in re.finditer(r"\\.|[(\[)\]|]", pattern):
        depth += (found[0] in "([") - (found[0] in ")]") if len(found[0]) == 1 else 0
        if found[0] == "|" and not depth:
            yield pattern[start : found.start()]
            start = found.end()
    yield pattern[start:]


def places(text: str, words: Iterable[str]) -> list[int]:
    """Where words in small letters begin in a text that has them as runs, in reading order."""
    lower = text.lower()
    if len(lower) != len(text):  # a letter such as İ, which is two in small
        return list(range(len(text)))
    found = []
    for word in words:
        start = lower.find(word)
        while start >= 0:
            end = start + len(word)
            if not lower[start - 1 : start].isalpha() and not lower[end : end + 1].isalpha():
                found.append(start)
            start = lower.find(word, end)
    return sorted(found)


def beginning_at(pattern: re.Pattern[str], text: str, words: Iterable[str]) -> Iterator[re.Match[str]]:
    """What a pattern finds in a text, where all that it finds begins with one of the words: it is tried there alone."""
    done = 0
    for start in places(text, words) if words else ():
        found = pattern.match(text, start) if start >= done else None
        if found:
            yield found
            done = found.end()
