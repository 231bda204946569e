"""Pictures of every kind that an article may show, made here.

In: nothing. Out: their bytes, by their paths in ``content/``.
"""

from __future__ import annotations

import io
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Mapping

SIZE = (48, 32)
SPACE = 'xmlns="http://www.w3.org/2000/svg"'


@cache
def pictures() -> Mapping[str, bytes]:
    """All of them."""
    return MappingProxyType({f"media/{name}": data for name, data in _all().items()})


def _all() -> dict[str, bytes]:
    frames = [Image.new("P", SIZE, colour) for colour in (1, 2, 3)]
    return {
        "alpha.png": _written(Image.new("RGBA", SIZE, (26, 85, 54, 90)), "PNG"),
        "grey-alpha.png": _written(Image.new("LA", SIZE, (90, 120)), "PNG"),
        "deep.png": _written(Image.new("I;16", SIZE, 40000), "PNG"),
        "bits.png": _written(Image.new("1", SIZE, 1), "PNG"),
        "palette.png": _written(Image.new("P", SIZE, 7), "PNG", transparency=0),
        "print.jpg": _written(Image.new("CMYK", SIZE, (200, 20, 120, 40)), "JPEG"),
        "grey.jpg": _written(Image.new("L", SIZE, 90), "JPEG"),
        "film.gif": _written(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=100),
        "web.webp": _written(Image.new("RGB", SIZE, (26, 85, 54)), "WEBP"),
        "clear.webp": _written(Image.new("RGBA", SIZE, (26, 85, 54, 90)), "WEBP"),
        "words.svg": f'<svg {SPACE} viewBox="0 0 90 30" role="img"><title>Wörter</title>'
        '<text x="2" y="20" font-family="Helvetica, sans-serif" font-size="12">Łódź →</text></svg>'.encode(),
        "boundless.svg": f'<svg {SPACE} width="90" height="30">'
        '<rect width="90" height="30" fill="#1a5536"/></svg>'.encode(),
        "sizeless.svg": f'<svg {SPACE}><circle cx="20" cy="20" r="9" opacity="0.5"/></svg>'.encode(),
        "shaded.svg": f'<svg {SPACE} viewBox="0 0 90 30"><defs><linearGradient id="g">'
        '<stop offset="0" stop-color="#fff"/>'
        '<stop offset="1" stop-color="#1a5536" stop-opacity="0.4"/></linearGradient></defs>'
        '<rect width="90" height="30" fill="url(#g)"/></svg>'.encode(),
    }


def _written(picture: Image.Image, kind: str, **how: object) -> bytes:
    target = io.BytesIO()
    picture.save(target, kind, **how)
    return target.getvalue()
