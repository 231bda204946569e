"""Pictures, as a PDF takes them.

In: the bytes of a picture. Out: the same, or those of a picture that looks the same where PDF/A knows no such picture.
A door to Pillow, opened for those alone.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

QUALITY = 92
"""Of a photograph that is written anew."""
PNG = b"\x89PNG\r\n\x1a\n"
HEAD, DEEP_GREY = slice(24, 26), bytes((16, 0))
"""Where a PNG says how many bits a sample has, and of which kind of colour it is (ISO 15948, 11.2.2)."""


JPEG = b"\xff\xd8"


def shown(data: bytes) -> bytes:
    """A picture of grey in 65,536 shades gets 256; one in printing inks, of no profile, gets the colours of light."""
    if data[: len(JPEG)] != JPEG and (data[: len(PNG)] != PNG or data[HEAD] != DEEP_GREY):
        return data
    from PIL import Image  # noqa: PLC0415 - a door: 30 ms, for photographs and such pictures alone

    with Image.open(io.BytesIO(data)) as picture:
        if picture.mode == "CMYK":
            return _written(picture.convert("RGB"), "JPEG", quality=QUALITY)
        if data[: len(PNG)] == PNG:
            return _written(picture.convert("I").point(lambda shade: shade * (1 / 256)).convert("L"), "PNG")
    return data


def _written(picture: Image.Image, kind: str, **how: int) -> bytes:
    target = io.BytesIO()
    picture.save(target, kind, **how)
    return target.getvalue()
