"""The social picture is drawn, and the pictures of articles are measured: the door to Pillow.

In: words, the theme's TTFs; the bytes of pictures. Out: a PNG of 1200 × 630, the same bytes every time; sizes.
"""

from __future__ import annotations

import io
import re
from functools import cache, lru_cache, partial
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image, ImageColor, ImageDraw, ImageFont

from ..fonts import whole
from .inline import colours
from .lettering import balanced, fitted, line
from .png import STRIPE, Band, Ground, png

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..theme import Theme
    from .lettering import Line
    from .picture import Words

WIDTH, HEIGHT, FOLD = 1200, 630, 360
MARGIN, AIR, FOOT = 72, 32, 60
FILTER = 1
"""Columns before the first: PNG has a byte there that says how a row is filtered (0: as it is)."""
LEVELS = 16
"""Shades between a ground and the colour on it: a palette of few keeps the file small and quickly made."""

Box = tuple[int, int, int, int]


def drawn(words: Words, theme: Theme) -> bytes:
    """The picture of an article, drawn in shades: those between a ground and its ink lie beside each other."""
    font = partial(_font, theme)
    strip = 0 if words.facing and words.language == "en" else WIDTH - FOLD
    left = FOLD + MARGIN if strip == 0 else MARGIN
    plate = _plate(theme, left, strip, words.name, has_kind=bool(words.kind), has_facing=bool(words.facing))
    paper, kind, facing = plate.inks
    width = 704 if words.facing else WIDTH - 2 * MARGIN - 60
    cut = font("ZweiblattSerif-Italic", 32)
    lines = (
        line((left, MARGIN - 10), words.kind, kind, font("ZweiblattSerif-Italic", 30)),
        *_headline((left, MARGIN + (38 if words.kind else 0)), words.title, paper, width, font),
        line((left, HEIGHT - FOOT), words.day, paper, font("ZweiblattSerif-Regular", 30), is_on_line=True),
        *(
            line((strip + AIR, MARGIN + place * 43), text, facing, cut)
            for place, text in enumerate(fitted(words.facing, cut, FOLD - 2 * AIR, 8))
        ),
    )
    return png(_bands(plate.image, [each for each in lines if each]), plate.ground, plate.palette)


def _bands(image: Image.Image, lines: Sequence[Line]) -> Iterator[Band]:
    """The rows of a picture that lines touch, with the lines: the whole picture is never put together."""
    touched = sorted({stripe for each in lines for stripe in _stripes(each)})
    for _, row in groupby(enumerate(touched), key=lambda each: each[1] - each[0]):
        stripes = [stripe for _, stripe in row]
        start, stop = stripes[0] * STRIPE, min((stripes[-1] + 1) * STRIPE, HEIGHT)
        band = image.crop((0, start, FILTER + WIDTH, stop))
        for each in lines:
            if start < each.foot and each.top < stop:
                band.paste(each.ink, (FILTER + each.left, each.top - start), each.mask)
        band.paste(0, (0, 0, FILTER, stop - start))  # a letter may lean out of the picture
        yield Band(start, band.tobytes())


def _stripes(line: Line) -> range:
    """The stripes of the picture that a line touches."""
    return range(max(line.top, 0) // STRIPE, -(-min(line.foot, HEIGHT) // STRIPE))


class Plate(NamedTuple):
    """What stands on every picture of a kind: areas, mark, wordmark; ``inks`` are those of page, kind and strip.

    ``image`` has the rows of a PNG: the column of filters, then the pixels.
    """

    image: Image.Image
    ground: Ground
    palette: list[int]
    inks: tuple[int, int, int]


@lru_cache(maxsize=3)
def _plate(  # noqa: PLR0913 - all that it depends on
    theme: Theme, left: int, strip: int, name: str, *, has_kind: bool, has_facing: bool
) -> Plate:
    areas = _areas(left, strip, has_kind=has_kind, has_facing=has_facing)
    image = Image.new("L", (WIDTH, HEIGHT))
    for area in areas:
        image.paste(area.shade, area.box)
    paper, kind, facing, mark, word = (area.ink for area in areas)
    image.paste(mark, (strip + AIR, HEIGHT - FOOT - 52), _leaves(60))
    display = _font(theme, "ZweiblattDisplay-Semibold", 40)
    wordmark = fitted(name, display, FOLD - 2 * AIR - 76, 1)
    if written := line((strip + AIR + 76, HEIGHT - FOOT), wordmark[0], word, display, is_on_line=True):
        image.paste(word, (written.left, written.top), written.mask)
    palette = _palette(theme, tuple((area.below, area.above) for area in areas))
    rows = Image.new("L", (FILTER + WIDTH, HEIGHT))
    rows.paste(image, (FILTER, 0))
    ground = Ground(lambda start, stop: rows.crop((0, start, FILTER + WIDTH, stop)).tobytes(), WIDTH, HEIGHT)
    return Plate(rows, ground, palette, (paper, kind, facing))


class Area(NamedTuple):
    """A rectangle, the first of its shades, the colours (names of tokens) of the ground and of what lies on it."""

    box: Box
    shade: int
    below: str
    above: str

    @property
    def ink(self) -> int:
        """The last of its shades: what is drawn in it alone."""
        return self.shade + LEVELS - 1


def _areas(left: int, strip: int, *, has_kind: bool, has_facing: bool) -> tuple[Area, ...]:
    """The page, the kind of article, the strip, the mark, the wordmark: a later one lies above."""
    kind = MARGIN + 34 if has_kind else MARGIN - 10
    ground = "tint" if has_facing else "paper"
    top, foot = (0 if has_facing else HEIGHT - 2 * FOOT), HEIGHT - 2 * FOOT
    return (
        Area((0, 0, WIDTH, HEIGHT), 0, "paper", "ink"),
        Area((left, 0, left + 600, kind), LEVELS, "paper", "leaf"),
        Area((strip, top, strip + FOLD, HEIGHT), 2 * LEVELS, ground, "soft"),
        Area((strip + AIR, foot, strip + AIR + 66, HEIGHT), 3 * LEVELS, ground, "leaf"),
        Area((strip + AIR + 66, foot, strip + FOLD, HEIGHT), 4 * LEVELS, ground, "ink"),
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


def _headline(
    at: tuple[int, int], title: str, ink: int, width: int, font: partial[ImageFont.FreeTypeFont]
) -> Iterator[Line | None]:
    """Four lines of 64 pixels, else five of 56, else cut at a word."""
    size, leading, most = 64, 72, 4
    if len(fitted(title, font("ZweiblattDisplay-Semibold", size), width, most + 1)) > most:
        size, leading, most = 56, 64, 5
    cut = font("ZweiblattDisplay-Semibold", size)
    for place, text in enumerate(balanced(title, cut, width, most)):
        yield line((at[0], at[1] + place * leading), text, ink, cut)


@cache
def _font(theme: Theme, name: str, size: int) -> ImageFont.FreeTypeFont:
    file = f"fonts/{name}.ttf"
    data = io.BytesIO(whole(file, theme.file(file)))
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
