"""The social picture is drawn, and the pictures of articles are measured: the door to Pillow.

In: words, the theme's TTFs; the bytes of pictures. Out: a PNG of 1200 × 630, the same bytes every time; sizes.
"""

from __future__ import annotations

import io
import re
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING

from PIL import Image, ImageColor, ImageDraw, ImageFont

from .inline import colours

if TYPE_CHECKING:
    from ..theme import Theme
    from .picture import Words

WIDTH, HEIGHT, FOLD = 1200, 630, 360
MARGIN, AIR, FOOT = 72, 32, 60
LEVELS = 16
"""Shades between a ground and the colour on it: a palette of few keeps the file small and quickly made."""

NARROWER = 40

Box = tuple[int, int, int, int]


def drawn(words: Words, theme: Theme) -> bytes:
    """The picture of an article: one mask of all that is drawn, coloured by the place where it stands."""
    mask = Image.new("L", (WIDTH, HEIGHT), 0)
    draw = ImageDraw.Draw(mask)
    font = partial(_font, theme)
    strip = 0 if words.facing and words.language == "en" else WIDTH - FOLD
    left = FOLD + MARGIN if strip == 0 else MARGIN
    draw.text((left, MARGIN - 10), words.kind, 255, font("ZweiblattSerif-Italic", 30))
    width = 704 if words.facing else WIDTH - 2 * MARGIN - 60
    _headline(draw, (left, MARGIN + (38 if words.kind else 0)), words.title, width, font)
    draw.text((left, HEIGHT - FOOT), words.day, 255, font("ZweiblattSerif-Regular", 30), anchor="ls")
    cut = font("ZweiblattSerif-Italic", 32)
    for place, line in enumerate(fitted(words.facing, cut, FOLD - 2 * AIR, 8)):
        draw.text((strip + AIR, MARGIN + place * 43), line, 255, cut)
    _mark(mask, (strip + AIR, HEIGHT - FOOT - 52), 60)
    display = font("ZweiblattDisplay-Semibold", 40)
    wordmark = fitted(words.name, display, FOLD - 2 * AIR - 76, 1)
    draw.text((strip + AIR + 76, HEIGHT - FOOT), wordmark[0], 255, display, anchor="ls")
    data = io.BytesIO()
    _coloured(mask, _places(words, left, strip), colours(theme)).save(data, "PNG", compress_level=3)
    return data.getvalue()


def _places(words: Words, left: int, strip: int) -> tuple[tuple[Box, str, str], ...]:
    """Rectangles, each with its ground and the colour on it (names of tokens); a later one lies above."""
    kind = MARGIN + 34 if words.kind else MARGIN - 10
    ground = "tint" if words.facing else "paper"
    top, foot = (0 if words.facing else HEIGHT - 2 * FOOT), HEIGHT - 2 * FOOT
    return (
        ((0, 0, WIDTH, HEIGHT), "paper", "ink"),
        ((left, 0, left + 600, kind), "paper", "leaf"),
        ((strip, top, strip + FOLD, HEIGHT), ground, "soft"),
        ((strip + AIR, foot, strip + AIR + 66, HEIGHT), ground, "leaf"),
        ((strip + AIR + 66, foot, strip + FOLD, HEIGHT), ground, "ink"),
    )


def _coloured(mask: Image.Image, places: tuple[tuple[Box, str, str], ...], tokens: dict[str, str]) -> Image.Image:
    image = Image.new("L", mask.size)
    palette: list[int] = []
    for number, (box, ground, colour) in enumerate(places):
        image.paste(mask.crop(box).point([number * LEVELS + value * LEVELS // 256 for value in range(256)]), box)
        below, above = ImageColor.getrgb(tokens[ground]), ImageColor.getrgb(tokens[colour])
        for level in range(LEVELS):
            part = level / (LEVELS - 1)
            palette += [round(one + (two - one) * part) for one, two in zip(below[:3], above[:3], strict=True)]
    image.putpalette(palette)
    return image


def _headline(draw: ImageDraw.ImageDraw, at: tuple[int, int], title: str, width: int, font: partial) -> None:  # type: ignore[type-arg]
    """Four lines of 64 pixels, else five of 56, else cut at a word."""
    size, leading, most = 64, 72, 4
    if len(fitted(title, font("ZweiblattDisplay-Semibold", size), width, most + 1)) > most:
        size, leading, most = 56, 64, 5
    cut = font("ZweiblattDisplay-Semibold", size)
    for place, line in enumerate(balanced(title, cut, width, most)):
        draw.text((at[0], at[1] + place * leading), line, 255, cut)


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
    words = [piece for word in text.split(" ") if word for piece in _pieces(word, font, width)]
    line = ""
    for word in words:
        longer = f"{line} {word}".strip()
        if not line or _length(font, longer) <= width:
            line = longer
            continue
        if len(lines) + 1 == most:
            return [*lines, _shortened(line, font, width)]
        lines.append(line)
        line = word
    return [*lines, line] if line else lines or [""]


def _shortened(line: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    while line and _length(font, f"{line} …") > width:
        line = line.rpartition(" ")[0] or line[:-1]
    return f"{line} …"


def _pieces(word: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """A word in pieces of at most a line."""
    pieces = []
    while word and _length(font, word) > width:
        size = next(size for size in range(len(word) - 1, 0, -1) if size == 1 or _length(font, word[:size]) <= width)
        pieces.append(word[:size])
        word = word[size:]
    return [*pieces, word] if word else pieces


@lru_cache(maxsize=2048)
def _length(font: ImageFont.FreeTypeFont, text: str) -> float:
    """The length of a text in pixels: the same lines are measured again for each width that is tried."""
    return font.getlength(text)


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


def _mark(mask: Image.Image, at: tuple[int, int], box: int) -> None:
    mask.paste(_leaves(box), at)


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
