"""The social picture is drawn, and the pictures of articles are measured: the door to Pillow.

In: words, the theme's TTFs; the bytes of pictures. Out: a PNG of 1200 × 630, the same bytes every time; sizes.
"""

from __future__ import annotations

import io
import re
from functools import cache, partial
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

if TYPE_CHECKING:
    from ..theme import Theme
    from .picture import Words

WIDTH, HEIGHT, FOLD = 1200, 630, 360
MARGIN, AIR, FOOT = 72, 32, 60
PAPER, TINT, INK, SOFT, LEAF = "#fcfbf7", "#eef1e6", "#1b1f1b", "#474e47", "#1a5536"
COLOURS = 64
"""Shades are few: a palette keeps the file small, and nothing is lost that an eye would see."""


def drawn(words: Words, theme: Theme) -> bytes:
    """The picture of an article."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(image)
    left, strip = _ground(draw, words)
    font = partial(_font, theme)
    draw.text((left, MARGIN - 10), words.kind, LEAF, font("ZweiblattSerif-Italic", 30))
    width = 704 if words.facing else WIDTH - 2 * MARGIN - 60
    _headline(draw, (left, MARGIN + (38 if words.kind else 0)), words.title, width, font)
    draw.text((left, HEIGHT - FOOT), words.day, INK, font("ZweiblattSerif-Regular", 30), anchor="ls")
    cut = font("ZweiblattSerif-Italic", 32)
    for place, line in enumerate(fitted(words.facing, cut, FOLD - 2 * AIR, 8)):
        draw.text((strip + AIR, MARGIN + place * 43), line, SOFT, cut)
    _mark(image, (strip + AIR, HEIGHT - FOOT - 52), 60)
    display = font("ZweiblattDisplay-Semibold", 40)
    wordmark = fitted(words.name, display, FOLD - 2 * AIR - 76, 1)
    draw.text((strip + AIR + 76, HEIGHT - FOOT), wordmark[0], INK, display, anchor="ls")
    data = io.BytesIO()
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(data, "PNG", optimize=True)
    return data.getvalue()


def _ground(draw: ImageDraw.ImageDraw, words: Words) -> tuple[int, int]:
    """The two leaves; where the text begins, and where the strip."""
    if not words.facing:
        return MARGIN, WIDTH - FOLD
    strip = 0 if words.language == "en" else WIDTH - FOLD
    draw.rectangle((strip, 0, strip + FOLD - 1, HEIGHT), TINT)
    return (MARGIN if strip else FOLD + MARGIN), strip


def _headline(draw: ImageDraw.ImageDraw, at: tuple[int, int], title: str, width: int, font: partial) -> None:  # type: ignore[type-arg]
    """Four lines of 64 pixels, else five of 56, else cut at a word."""
    size, leading, most = 64, 72, 4
    if len(fitted(title, font("ZweiblattDisplay-Semibold", size), width, most + 1)) > most:
        size, leading, most = 56, 64, 5
    cut = font("ZweiblattDisplay-Semibold", size)
    for place, line in enumerate(fitted(title, cut, width, most)):
        draw.text((at[0], at[1] + place * leading), line, INK, cut)


def fitted(text: str, font: ImageFont.FreeTypeFont, width: int, most: int) -> list[str]:
    """Words in lines of a width; what does not fit into the lines is cut at a word, with an ellipsis."""
    lines: list[str] = []
    words = [piece for word in text.split(" ") if word for piece in _pieces(word, font, width)]
    line = ""
    for word in words:
        longer = f"{line} {word}".strip()
        if not line or font.getlength(longer) <= width:
            line = longer
            continue
        if len(lines) + 1 == most:
            return [*lines, _shortened(line, font, width)]
        lines.append(line)
        line = word
    return [*lines, line] if line else lines or [""]


def _shortened(line: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    while line and font.getlength(f"{line} …") > width:
        line = line.rpartition(" ")[0] or line[:-1]
    return f"{line} …"


def _pieces(word: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """A word in pieces of at most a line."""
    pieces = []
    while word and font.getlength(word) > width:
        size = next(size for size in range(len(word) - 1, 0, -1) if size == 1 or font.getlength(word[:size]) <= width)
        pieces.append(word[:size])
        word = word[size:]
    return [*pieces, word] if word else pieces


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


def _mark(image: Image.Image, at: tuple[int, int], box: int) -> None:
    """The mark with both leaves filled, drawn four times as large and reduced, for smooth edges."""
    large = box * 4
    mask = Image.new("L", (large, large), 0)
    draw = ImageDraw.Draw(mask)
    leaf = _curve(large)
    draw.polygon(leaf, fill=255)
    draw.polygon([(large - x, y) for x, y in leaf], fill=255)
    unit = large / 32
    draw.line((16 * unit, 15 * unit, 16 * unit, 29 * unit), fill=255, width=round(1.75 * unit))
    image.paste(LEAF, at, mask.resize((box, box), Image.Resampling.LANCZOS))


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
