"""Words on paper: short compounds are kept together, words that are too long for a column may break anywhere.

In: HTML. Out: the same with spans around such words; code stays as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..markup import unbroken
from . import tables

if TYPE_CHECKING:
    from collections.abc import Callable

APART = re.compile(r"(<(pre|code)\b.*?</\2>|<[^>]*>)", re.DOTALL)
"""Code and tags: what no word of the text is."""
LAST = re.compile(r" ([^\s<>]{1,9}</h\d>|[^\s<>]{1,4}</p>)")
"""A short word at the end of a heading or paragraph: it takes the word before it along to its line."""
ENDLESS = re.compile(r"[^\s\u200b/-]{36,}")
"""What no line of the narrowest column holds, and what has no place to break: a word in a million, or an address."""


def fitted(html: str) -> str:
    """A whole document whose words fit the paper."""
    head, body, rest = html.partition("<body")
    return head + body + _kept(tables.fitted(_ended(rest)))


def _kept(fragment: str) -> str:
    """HTML whose short compounds do not break, and which ends with no line of one short word."""
    return _texts(LAST.sub(r"&nbsp;\1", fragment), unbroken)


def _ended(fragment: str) -> str:
    """HTML whose endless words may break anywhere, where hyphenation finds no place."""
    return _texts(fragment, lambda text: ENDLESS.sub(r'<span class="long">\g<0></span>', text))


def _texts(fragment: str, change: Callable[[str], str]) -> str:
    """HTML with the text between its tags changed."""
    done, place = [], 0
    for found in APART.finditer(fragment):
        done += [change(fragment[place : found.start()]), found[0]]
        place = found.end()
    return "".join((*done, change(fragment[place:])))
