"""Text and a font -> lines of a picture: what fits into which width, and its letters as a mask.

In: words, fonts. Out: lines of words, :class:`Line`. Letters are drawn once and set many times, pixel by pixel as
Pillow would.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image, ImageDraw

if TYPE_CHECKING:
    from PIL import ImageFont

LONGEST = 1_000
"""Characters of a headline that are looked at: five lines hold a tenth of them."""
NARROWER = 40


class Line(NamedTuple):
    """Letters of a line as a mask, where its upper left corner lies, the shade it is written in."""

    mask: Image.Image
    left: int
    top: int
    ink: int

    @property
    def foot(self) -> int:
        """The row below it."""
        return self.top + self.mask.height


def balanced(text: str, font: ImageFont.FreeTypeFont, width: int, most: int) -> list[str]:
    """The same number of lines, as narrow as that allows: no last line of one word."""
    lines = fitted(text, font, width, most)
    if len(lines) == most or len(lines) == 1:
        return lines
    for narrower in range(width - NARROWER, width // 2, -NARROWER):
        if len(found := fitted(text, font, narrower, most)) > len(lines):
            break
        lines = found
    return lines


def fitted(text: str, font: ImageFont.FreeTypeFont, width: int, most: int) -> list[str]:
    """Words in lines of a width; what does not fit into the lines is cut at a word, with an ellipsis."""
    lines: list[str] = []
    words = [piece for word in text[:LONGEST].split(" ") if word for piece in _pieces(word, font, width)]
    line, reached = "", 0.0
    for word in words:
        if not line:
            line = word.strip()
            reached = length(font, line)
            continue
        longer = f"{line} {word}".strip()
        is_whole = len(longer) > len(line) + len(word)
        behind = reached + _between(font, line[-1], word[0]) + length(font, word) if is_whole else length(font, longer)
        if behind <= width:
            line, reached = longer, behind
            continue
        if len(lines) + 1 == most:
            return [*lines, _shortened(line, font, width)]
        lines.append(line)
        line, reached = word, length(font, word)
    return [*lines, line] if line else lines or [""]


def _shortened(line: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    while line and length(font, f"{line} …") > width:
        line = line.rpartition(" ")[0] or line[:-1]
    return f"{line} …"


def _pieces(word: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """A word in pieces of at most a line."""
    pieces = []
    while word and length(font, word) > width:
        size = max(1, bisect_right(range(1, len(word)), float(width), key=lambda size: length(font, word[:size])))
        pieces.append(word[:size])
        word = word[size:]
    return [*pieces, word] if word else pieces


@lru_cache(maxsize=512)
def length(font: ImageFont.FreeTypeFont, text: str) -> float:
    """The length of a text in pixels, from its pairs of letters: the same lines are measured again for each width."""
    return sum(_step(font, one, two) for one, two in pairwise(text)) + _step(font, text[-1], "") if text else 0.0


@lru_cache(maxsize=8192)
def _between(font: ImageFont.FreeTypeFont, letter: str, following: str) -> float:
    """How much longer a line becomes by a space before a word beside the word."""
    return _step(font, letter, " ") + _step(font, " ", following) - _step(font, letter, "")


@lru_cache(maxsize=8192)
def _step(font: ImageFont.FreeTypeFont, letter: str, following: str) -> float:
    """How far it is from a letter to the one that follows: whole pixels, kerned."""
    return font.getlength(letter + following) - font.getlength(following)


@lru_cache(maxsize=1024)
def _glyph(font: ImageFont.FreeTypeFont, letter: str) -> tuple[Image.Image | None, tuple[int, int, int, int]]:
    """A letter as a mask (None: a space), and its box from the start of the base line: drawn once, set many times."""
    left, top, right, bottom = map(int, font.getbbox(letter, anchor="ls"))
    if right <= left or bottom <= top:
        return None, (0, 0, 0, 0)
    mask = Image.new("L", (right - left, bottom - top))
    ImageDraw.Draw(mask).text((-left, -top), letter, 255, font, anchor="ls")
    return mask, (left, top, right, bottom)


def line(
    at: tuple[int, int], text: str, ink: int, font: ImageFont.FreeTypeFont, *, is_on_line: bool = False
) -> Line | None:
    """A line of text; None if there is nothing to be seen of it."""
    row, place = [], 0
    for letter, following in pairwise((*text, "")):
        glyph, (left, top, right, bottom) = _glyph(font, letter)
        if glyph:
            row.append((glyph, place + left, top, place + right, bottom))
        place += int(_step(font, letter, following))
    if not row:
        return None
    _, lefts, tops, rights, bottoms = zip(*row, strict=True)
    start, top = min(lefts), min(tops)
    mask = Image.new("L", (max(rights) - start, max(bottoms) - top))
    draw = ImageDraw.Draw(mask).draw.draw_bitmap  # what ImageDraw.bitmap calls, in a third of its time
    for glyph, left, above, _, _ in row:
        draw((left - start, above - top), glyph.im, 255)
    ascent = 0 if is_on_line else font.getmetrics()[0]
    return Line(mask, at[0] + start, at[1] + top + ascent, ink)
