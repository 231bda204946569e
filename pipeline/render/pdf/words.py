"""Words on paper: short compounds are kept together, words that are too long for a column may break anywhere.

In: HTML. Out: the same with spans around such words; code stays as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..markup import UNBROKEN

if TYPE_CHECKING:
    from collections.abc import Callable

TAGS = re.compile(r"(<[^>]*>)")
TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
APART = re.compile(r"(<(pre|code)\b.*?</\2>|<[^>]*>)", re.DOTALL)
"""Code and tags: what no word of the text is."""
LINE = 76
"""Characters of a table's text that a line holds."""
SHORTEST = 4
ENDLESS = re.compile(r"[^\s\u200b/-]{36,}")
"""What no line of the narrowest column holds, and what has no place to break: a word in a million, or an address."""


def fitted(html: str) -> str:
    """A whole document whose words fit the paper."""
    head, body, rest = html.partition("<body")
    return head + body + _kept(_eased(_ended(rest)))


def _kept(fragment: str) -> str:
    """HTML whose short compounds do not break."""
    return _texts(fragment, lambda text: UNBROKEN.sub(r'<span class="unbroken">\g<0></span>', text))


def _ended(fragment: str) -> str:
    """HTML whose endless words may break anywhere, where hyphenation finds no place."""
    return _texts(fragment, lambda text: ENDLESS.sub(r'<span class="long">\g<0></span>', text))


def _eased(fragment: str) -> str:
    """HTML whose tables fit: words longer than a column's share of the line may break anywhere.

    Said of each such word, not of the cells: WeasyPrint measures the narrowest cell letter by letter, and its time
    grows with the square of the text that may break anywhere.
    """
    return TABLE.sub(lambda found: _broken(found[0]), fragment)


def _broken(table: str) -> str:
    columns = max(1, table.partition("</tr>")[0].count("<th"))
    long = re.compile(rf"[^\s\u200b]{{{max(SHORTEST, LINE // columns - 2) + 1},}}")
    return _texts(table, lambda text: long.sub(r'<span class="long">\g<0></span>', text), TAGS)


def _texts(fragment: str, change: Callable[[str], str], apart: re.Pattern[str] = APART) -> str:
    """HTML with the text between its tags changed."""
    done, place = [], 0
    for found in apart.finditer(fragment):
        done += [change(fragment[place : found.start()]), found[0]]
        place = found.end()
    return "".join((*done, change(fragment[place:])))
