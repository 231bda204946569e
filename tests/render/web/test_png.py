"""pipeline/render/web/png.py."""

from __future__ import annotations

import io
import random
import zlib

import pytest
from PIL import Image

from pipeline.render.web.png import Band, Ground, _piece, _press, joined, png

WIDTH, ROWS = 30, 47
PALETTE = [shade for place in range(200) for shade in (place, 255 - place, 7)]
PIXELS = bytes(column // 10 for _ in range(ROWS) for column in range(WIDTH))


def _rows(pixels: bytes) -> bytes:
    """Each row behind the number of its filter."""
    return b"".join(b"\0" + pixels[place : place + WIDTH] for place in range(0, len(pixels), WIDTH))


def _ground() -> Ground:
    return Ground(lambda start, stop: _rows(PIXELS[start * WIDTH : stop * WIDTH]), WIDTH, ROWS)


def _bands(chance: random.Random) -> list[Band]:
    """None, some or all rows of a picture, with other pixels in them."""
    cuts = sorted(chance.choices(range(ROWS + 1), k=2 * chance.randrange(4)))
    return [
        Band(start, _rows(bytes(chance.choice((0, 0, 7, 199)) for _ in range((stop - start) * WIDTH))))
        for start, stop in zip(cuts[::2], cuts[1::2], strict=True)
        if start < stop
    ]


@pytest.mark.parametrize("seed", range(40))
def test_any_pixels_come_back(seed: int) -> None:
    """Whatever bands there are: none, at the first row, at the last, beside each other; all sums are right."""
    bands = _bands(random.Random(seed))  # noqa: S311 - a picture, no secret
    data, pixels = png(bands, _ground(), PALETTE), bytearray(PIXELS)
    for band in bands:
        shown = b"".join(band.data[place + 1 : place + 1 + WIDTH] for place in range(0, len(band.data), 1 + WIDTH))
        pixels[band.start * WIDTH : band.start * WIDTH + len(shown)] = shown
    with Image.open(io.BytesIO(data)) as image:
        image.verify()
    with Image.open(io.BytesIO(data)) as image:
        assert (image.mode, image.size) == ("P", (WIDTH, ROWS))
        assert image.tobytes() == pixels
        assert image.getpalette() == PALETTE


def test_the_bytes_do_not_depend_on_what_was_made_before() -> None:
    """A ground that knows compressed rows gives the same bytes as a new one."""
    chance, used = random.Random(1), _ground()  # noqa: S311 - a picture, no secret
    for _ in range(50):
        bands = _bands(chance)
        assert png(bands, used, PALETTE) == png(bands, _ground(), PALETTE)


def test_a_picture_that_was_stopped_leaves_nothing_to_the_next() -> None:
    """What presses them would go on where it was."""
    whole = png((), _ground(), PALETTE)
    with pytest.raises(TypeError):
        png([Band(0, object())], _ground(), PALETTE)  # type: ignore[arg-type] # what stops it
    _press().compress(b"half a row")
    with pytest.raises(TypeError):
        _piece(object())  # type: ignore[arg-type] # as above
    assert png((), _ground(), PALETTE) == whole


def test_checksums_are_joined() -> None:
    """As of both texts behind each other, the empty one too."""
    chance = random.Random(2)  # noqa: S311 - numbers, no secret
    for _ in range(200):
        one, other = (chance.randbytes(chance.choice((0, 1, 100, 70_000))) for _ in range(2))
        assert joined(zlib.adler32(one), zlib.adler32(other), len(other)) == zlib.adler32(one + other)
