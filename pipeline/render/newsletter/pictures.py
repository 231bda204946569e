"""The pictures of an article, as a mail shows them.

In: a sheet. Out: for each image of the article its absolute address and its size on the screen. What some mail program
does not show (a drawing, WebP, AVIF) has no size: its description is linked instead. A door to Pillow, opened for
pictures alone.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from ...frozen import dataclass
from .addresses import below

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..output import Asset, Sheet

SEEN = (".png", ".jpg", ".jpeg", ".gif")
"""The pictures that every mail program shows."""
WIDEST = 552
"""Pixels of the text column of a mail 600 wide."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An image: absolute address, width and height in pixels; both 0 for one that is linked, not shown."""

    address: str
    width: int
    height: int


def pictures(sheet: Sheet, links: Mapping[str, str]) -> dict[str, Shown]:
    """The images of an article by what the manuscript calls them; those without an address are left out."""
    assets = {asset.path: asset for asset in sheet.assets}
    found = ((given, address, _asset(given, sheet, assets)) for given, address in links.items() if address)
    return {given: Shown(address, *_size(asset)) for given, address, asset in found if asset}


def _asset(given: str, sheet: Sheet, assets: Mapping[str, Asset]) -> Asset | None:
    return next((assets[path] for path in below(given, sheet.article) if path in assets), None)


def _size(asset: Asset) -> tuple[int, int]:
    if not asset.path.lower().endswith(SEEN):
        return 0, 0
    from PIL import Image  # noqa: PLC0415 - a door: 30 ms, for mails with pictures alone

    try:
        with Image.open(io.BytesIO(asset.data)) as image:
            width, height = image.size
    except (OSError, Image.DecompressionBombError):
        return 0, 0  # no picture, or none that a mail can carry: media/unreadable says so
    return (width, height) if width <= WIDEST else (WIDEST, max(1, round(height * WIDEST / width)))
