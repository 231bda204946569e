"""Tables on paper: type and the space between columns grow smaller before a word or a figure is broken.

In: HTML, the width that it has. Out: the same, each table with the class of its size; where even the smallest type does
not hold a table, the words of its widest columns may break.
"""

from __future__ import annotations

import re

COLUMN = 351.0
"""Points: the text of an article (124 mm)."""
HALF, WHOLE = 235.0, 504.0
"""Points: one language of the parallel edition (83 mm), and both of them (178 mm)."""
SIZES = (("plain", 9.0, 8.0), ("tight", 8.0, 6.0), ("tightest", 7.0, 4.0))
"""Classes of style/print.css, each with its type and the space between columns, in points."""
SAFE = 0.97
"""Of the width is used: a letter is estimated, not measured."""
WIDTHS = {
    **dict.fromkeys(".,:;'’!|()[]ijl ", 0.28),
    **dict.fromkeys("ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜmw%€@&–", 0.68),
    **dict.fromkeys("0123456789", 0.52),
}
"""Widths in em, from Source Serif 4 and rounded up."""
OTHER = 0.5
"""Width of other letters, in em."""
WIDE = re.compile(r"[\u1100-\uffff\U00010000-\U0010ffff]")
"""Chinese and the like: an em, and each may stand at the end of a line."""

TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
CELL = re.compile(r"<t[dh][^>]*>(.*?)</t[dh]>", re.DOTALL)
TAGS = re.compile(r"(<[^>]*>)")
WORD = re.compile(r"[^ \t\n\u200b/-]+[/-]?")
UNSPACED = re.compile(r"[^ \t\n\u200b]+")
FIGURE = re.compile(r"(<td[^>]*>)([^<\d]{0,4}\d[^<]*)(?=</td>)")
SHORT = 8.0
"""Em of a cell that is a figure with its unit: it stands on one line."""
LEAST = 4
"""Letters of a word that stay together whatever the width."""


def fitted(html: str, width: float = COLUMN) -> str:
    """HTML whose tables fit the width."""
    return TABLE.sub(lambda found: _fitted(found[0], width), html)


def is_wider(html: str, width: float = HALF) -> bool:
    """Whether a table needs more than the width in type that is read with ease."""
    return any(_size(_words(_kept(found[0])), width, SIZES[:2]) is None for found in TABLE.finditer(html))


def _fitted(table: str, width: float) -> str:
    columns = _words(kept := _kept(table))
    size = _size(columns, width, SIZES)
    if size is None:
        size = SIZES[-1]
        kept = _broken(table, columns, width, size)
    return kept.replace("<table>", f'<table class="{size[0]}">', 1)


def _kept(table: str, most: float = SHORT) -> str:
    """A table whose figures, up to some em, stay with their units."""

    def kept(found: re.Match[str]) -> str:
        return f'{found[1]}<span class="unbroken">{found[2]}</span>' if _em(found[2]) <= most else found[0]

    return FIGURE.sub(kept, table)


def _words(table: str) -> tuple[float, ...]:
    """The widest word of each column, in em."""
    widest: list[float] = []
    for row in ROW.findall(table):
        cells = [_widest(cell) for cell in CELL.findall(row)]
        widest += [0.0] * (len(cells) - len(widest))
        widest = [max(before, now) for before, now in zip(widest, [*cells, *widest[len(cells) :]], strict=True)]
    return tuple(widest)


def _widest(cell: str) -> float:
    text = TAGS.sub("", cell)
    words = [text] if cell.startswith('<span class="unbroken">') else WORD.findall(text)
    return max(map(_em, words), default=0.0)


def _em(word: str) -> float:
    """About how wide a word is."""
    if WIDE.search(word):
        return 1.0
    return sum(WIDTHS.get(letter, OTHER) for letter in word)


def _size(
    columns: tuple[float, ...], width: float, sizes: tuple[tuple[str, float, float], ...]
) -> tuple[str, float, float] | None:
    """The largest size at which no word has to break."""
    gaps = max(0, len(columns) - 1)
    return next((size for size in sizes if sum(columns) * size[1] + gaps * size[2] <= width * SAFE), None)


def _broken(table: str, columns: tuple[float, ...], width: float, size: tuple[str, float, float]) -> str:
    """A table whose widest columns share what the narrow ones leave: their longer words may break anywhere.

    Said of each such word, not of the cells: WeasyPrint measures the narrowest cell letter by letter, and its time
    grows with the square of the text that may break anywhere.
    """
    _, type_, gap = size
    left, share = (width * SAFE - gap * max(0, len(columns) - 1)) / type_, 0.0
    for place, need in enumerate(sorted(columns)):
        share = left / (len(columns) - place)
        if need > share:
            break
        left -= need

    def broken(found: re.Match[str]) -> str:
        word = found[0]
        is_long = len(word) > LEAST and _em(word) > share
        return f'<span class="long">{word}</span>' if is_long else word

    parts = TAGS.split(_kept(table, min(share, SHORT)))
    return "".join(part if place % 2 else UNSPACED.sub(broken, part) for place, part in enumerate(parts))
