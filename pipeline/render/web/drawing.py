"""The social picture is drawn, and the pictures of articles are measured: the door to Pillow.

In: words, the theme's TTFs; the bytes of pictures. Out: a PNG of 1200 × 630, the same bytes every time; sizes.
"""

from __future__ import annotations

import io
import re
import zlib
from bisect import bisect_right
from functools import cache, lru_cache, partial
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image, ImageColor, ImageDraw, ImageFont

from .inline import colours

if TYPE_CHECKING:
    from ..theme import Theme
    from .picture import Words

WIDTH, HEIGHT, FOLD = 1200, 630, 360
MARGIN, AIR, FOOT = 72, 32, 60
LEVELS = 16
"""Shades between a ground and the colour on it: a palette of few keeps the file small and quickly made."""

LONGEST = 1_000
"""Characters of a headline that are looked at: five lines hold a tenth of them."""
NARROWER = 40

Box = tuple[int, int, int, int]


def drawn(words: Words, theme: Theme) -> bytes:
    """The picture of an article, drawn in shades: those between a ground and its ink lie beside each other."""
    image = Image.new("L", (WIDTH, HEIGHT))
    font = partial(_font, theme)
    strip = 0 if words.facing and words.language == "en" else WIDTH - FOLD
    left = FOLD + MARGIN if strip == 0 else MARGIN
    grounds = _grounds(words, left, strip)
    for ground in grounds:
        image.paste(ground.shade, ground.box)
    paper, kind, facing, mark, name = (ground.ink for ground in grounds)
    written(image, (left, MARGIN - 10), words.kind, kind, font("ZweiblattSerif-Italic", 30))
    width = 704 if words.facing else WIDTH - 2 * MARGIN - 60
    _headline(image, (left, MARGIN + (38 if words.kind else 0)), words.title, paper, width, font)
    written(image, (left, HEIGHT - FOOT), words.day, paper, font("ZweiblattSerif-Regular", 30), is_on_line=True)
    cut = font("ZweiblattSerif-Italic", 32)
    for place, line in enumerate(fitted(words.facing, cut, FOLD - 2 * AIR, 8)):
        written(image, (strip + AIR, MARGIN + place * 43), line, facing, cut)
    image.paste(mark, (strip + AIR, HEIGHT - FOOT - 52), _leaves(60))
    display = font("ZweiblattDisplay-Semibold", 40)
    wordmark = fitted(words.name, display, FOLD - 2 * AIR - 76, 1)
    written(image, (strip + AIR + 76, HEIGHT - FOOT), wordmark[0], name, display, is_on_line=True)
    image.putpalette(_palette(theme, tuple((ground.below, ground.above) for ground in grounds)))
    data = io.BytesIO()
    image.save(data, "PNG", compress_level=3, compress_type=zlib.Z_RLE)
    return data.getvalue()


class Ground(NamedTuple):
    """A rectangle, the first of its shades, the colours (names of tokens) of the ground and of what lies on it."""

    box: Box
    shade: int
    below: str
    above: str

    @property
    def ink(self) -> int:
        """The last of its shades: what is drawn in it alone."""
        return self.shade + LEVELS - 1


def _grounds(words: Words, left: int, strip: int) -> tuple[Ground, ...]:
    """The page, the kind of article, the strip, the mark, the wordmark: a later one lies above."""
    kind = MARGIN + 34 if words.kind else MARGIN - 10
    ground = "tint" if words.facing else "paper"
    top, foot = (0 if words.facing else HEIGHT - 2 * FOOT), HEIGHT - 2 * FOOT
    return (
        Ground((0, 0, WIDTH, HEIGHT), 0, "paper", "ink"),
        Ground((left, 0, left + 600, kind), LEVELS, "paper", "leaf"),
        Ground((strip, top, strip + FOLD, HEIGHT), 2 * LEVELS, ground, "soft"),
        Ground((strip + AIR, foot, strip + AIR + 66, HEIGHT), 3 * LEVELS, ground, "leaf"),
        Ground((strip + AIR + 66, foot, strip + FOLD, HEIGHT), 4 * LEVELS, ground, "ink"),
    )


@cache
def _palette(theme: Theme, pairs: tuple[tuple[str, str], ...]) -> list[int]:
    """The shades of each ground, from its own colour to that of what lies on it."""
    tokens = colours(theme)
    palette: list[int] = []
    for ground, ink in pairs:
        below, above = ImageColor.getrgb(tokens[ground]), ImageColor.getrgb(tokens[ink])
        for level in range(LEVELS):
            part = level / (LEVELS - 1)
            palette += [round(one + (two - one) * part) for one, two in zip(below[:3], above[:3], strict=True)]
    return palette


def _headline(  # noqa: PLR0913, PLR0917 - where, what, how
    image: Image.Image,
    at: tuple[int, int],
    title: str,
    ink: int,
    width: int,
    font: partial[ImageFont.FreeTypeFont],
) -> None:
    """Four lines of 64 pixels, else five of 56, else cut at a word."""
    size, leading, most = 64, 72, 4
    if len(fitted(title, font("ZweiblattDisplay-Semibold", size), width, most + 1)) > most:
        size, leading, most = 56, 64, 5
    cut = font("ZweiblattDisplay-Semibold", size)
    for place, line in enumerate(balanced(title, cut, width, most)):
        written(image, (at[0], at[1] + place * leading), line, ink, cut)


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
    line = ""
    for word in words:
        longer = f"{line} {word}".strip()
        if not line or length(font, longer) <= width:
            line = longer
            continue
        if len(lines) + 1 == most:
            return [*lines, _shortened(line, font, width)]
        lines.append(line)
        line = word
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
def _step(font: ImageFont.FreeTypeFont, letter: str, following: str) -> float:
    """How far it is from a letter to the one that follows: whole pixels, kerned."""
    return font.getlength(letter + following) - font.getlength(following)


@lru_cache(maxsize=1024)
def _glyph(font: ImageFont.FreeTypeFont, letter: str) -> tuple[Image.Image | None, Box]:
    """A letter as a mask (None: a space), and its box from the start of the base line: drawn once, set many times."""
    left, top, right, bottom = map(int, font.getbbox(letter, anchor="ls"))
    if right <= left or bottom <= top:
        return None, (0, 0, 0, 0)
    mask = Image.new("L", (right - left, bottom - top))
    ImageDraw.Draw(mask).text((-left, -top), letter, 255, font, anchor="ls")
    return mask, (left, top, right, bottom)


def written(  # noqa: PLR0913 - what, where, how
    image: Image.Image,
    at: tuple[int, int],
    text: str,
    ink: int,
    font: ImageFont.FreeTypeFont,
    *,
    is_on_line: bool = False,
) -> None:
    """Write a line, pixel by pixel as Pillow would; ``at`` is its upper left corner, or the start of its base line."""
    row, place = [], 0
    for letter, following in pairwise((*text, "")):
        mask, (left, top, right, bottom) = _glyph(font, letter)
        if mask:
            row.append((mask, place + left, top, place + right, bottom))
        place += int(_step(font, letter, following))
    if not row:
        return
    _, lefts, tops, rights, bottoms = zip(*row, strict=True)
    start, top = min(lefts), min(tops)
    line = Image.new("L", (max(rights) - start, max(bottoms) - top))
    draw = ImageDraw.Draw(line)
    for mask, left, above, _, _ in row:
        draw.bitmap((left - start, above - top), mask, 255)
    ascent = 0 if is_on_line else font.getmetrics()[0]
    image.paste(ink, (at[0] + start, at[1] + top + ascent), line)


@cache
def _font(theme: Theme, name: str, size: int) -> ImageFont.FreeTypeFont:
    data = io.BytesIO(theme.file(f"fonts/{name}.ttf"))
    return ImageFont.truetype(data, size, layout_engine=ImageFont.Layout.BASIC)


def _curve(box: float) -> list[tuple[float, float]]:
    """The left leaf of the mark (look of the theme, h) as points, in a box of 32 scaled to ``box``."""
    points: list[tuple[float, float]] = []
    for a, b, c, d in (
        ((16, 20), (6.5, 20), (2.5, 13.5), (2.5, 4.5)),
        ((2.5, 4.5), (11.5, 4.5), (16, 11), (16, 20)),
    ):
        for step in range(25):
            t = step / 24
            u = 1 - t
            x, y = (u**3 * a[i] + 3 * u * u * t * b[i] + 3 * u * t * t * c[i] + t**3 * d[i] for i in (0, 1))
            points.append((x * box / 32, y * box / 32))
    return points


@cache
def _leaves(box: int) -> Image.Image:
    """The mark with both leaves filled, drawn four times as large and reduced, for smooth edges."""
    large = box * 4
    leaves = Image.new("L", (large, large), 0)
    draw = ImageDraw.Draw(leaves)
    leaf = _curve(large)
    draw.polygon(leaf, fill=255)
    draw.polygon([(large - x, y) for x, y in leaf], fill=255)
    unit = large / 32
    draw.line((16 * unit, 15 * unit, 16 * unit, 29 * unit), fill=255, width=round(1.75 * unit))
    return leaves.resize((box, box), Image.Resampling.LANCZOS)


def measured(data: bytes, path: str) -> tuple[int, int]:
    """Width and height of a picture in pixels; those of a drawing are its own units; zeros where unknown."""
    if path.lower().endswith(".svg"):
        return _drawn(data[:4096].decode("utf-8", "replace"))
    try:
        with Image.open(io.BytesIO(data)) as image:
            return image.size
    except (OSError, Image.DecompressionBombError):
        return 0, 0


def _drawn(text: str) -> tuple[int, int]:
    top = re.search(r"<svg\b[^>]*>", text)
    if not top:
        return 0, 0
    given = dict(re.findall(r"""\b(width|height|viewBox)=["']([^"']*)["']""", top.group()))
    numbers = [re.match(r"\s*([\d.]+)(?:px)?\s*$", given.get(name, "")) for name in ("width", "height")]
    if numbers[0] and numbers[1]:
        return round(float(numbers[0][1])), round(float(numbers[1][1]))
    box = given.get("viewBox", "").replace(",", " ").split()
    try:
        return round(float(box[2])), round(float(box[3]))
    except (IndexError, ValueError):
        return 0, 0
