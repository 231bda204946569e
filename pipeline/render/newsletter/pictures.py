"""The pictures of an article, as a mail shows them.

In: a sheet. Out: for each image of the article its absolute address and its size on the screen. A drawing (SVG) has no
size: no mail program shows it, so its description is linked instead. A door to Pillow, opened for pictures alone.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..output import Asset, Sheet

WIDEST = 552
"""Pixels of the text column of a mail 600 wide."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An image: absolute address, width and height in pixels; both 0 for one that is linked, not shown."""

    address: str
    width: int
    height: int


def pictures(sheet: Sheet, address: Callable[[str], str]) -> dict[str, Shown]:
    """The images of an article by their path below ``content/``."""
    return {asset.path: Shown(address(asset.path), *_size(asset)) for asset in sheet.assets}


def _size(asset: Asset) -> tuple[int, int]:
    if asset.path.lower().endswith(".svg"):
        return 0, 0
    from PIL import Image  # noqa: PLC0415 - a door: 30 ms, for mails with pictures alone

    with Image.open(io.BytesIO(asset.data)) as image:
        width, height = image.size
    return (width, height) if width <= WIDEST else (WIDEST, max(1, round(height * WIDEST / width)))
