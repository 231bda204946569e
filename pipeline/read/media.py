"""A file of content/media/ -> whether it is what its name says, and may be served: the reader's door to Pillow.

In: its path and bytes. Out: a :class:`~.reading.Medium` with its faults. Drawings are judged by :mod:`.drawing`.
"""

from __future__ import annotations

import io
import posixpath
import warnings

from PIL import Image

from ..findings import Fault, remark
from ..model import Span
from ..reading import Medium
from .drawing import drawing

MOST_BYTES = 64 << 20
MOST_PIXELS = 40_000_000
LONGEST = 30_000
"""Pixels of a side: what lays out paper takes 500 MiB for a line of 39 million."""
PIXELS = {"png": "PNG", "jpg": "JPEG", "jpeg": "JPEG", "gif": "GIF", "webp": "WEBP", "avif": "AVIF"}
"""The formats of pictures by the endings of their names."""
OTHER = frozenset((
    *("pdf", "epub", "txt", "csv", "tsv", "json", "geojson", "bib", "ris", "zip", "gz"),
    *("odt", "ods", "odp", "docx", "xlsx", "pptx"),
    *("mp3", "m4a", "ogg", "oga", "opus", "wav", "flac", "mp4", "m4v", "webm", "ogv", "vtt", "srt"),
))  # fmt: skip
"""Endings of files that may be served as they are: nothing in them runs in a page."""


def medium(path: str, data: bytes) -> Medium:
    """What a file of ``content/media/`` is."""
    ending = posixpath.splitext(path)[1].removeprefix(".").lower()
    return Medium(path, _faults(path, ending, data))


def _faults(path: str, ending: str, data: bytes) -> tuple[Fault, ...]:
    at = Span(path, 1)
    if not path.isprintable():
        template = "the name of this file holds a character that no address can: it is left out of the edition"
        return (Fault("media/not-served", remark(at, template)),)
    if len(data) > MOST_BYTES:
        template = "the file has {count} bytes, the limit is {limit}"
        return (Fault("media/over-limit", remark(at, template, count=len(data), limit=MOST_BYTES)),)
    if ending == "svg":
        return drawing(path, data)
    if ending in PIXELS:
        return _picture(at, PIXELS[ending], data)
    if ending in OTHER:
        return ()
    template = "a file of this kind is left out of the edition: save it in another format, or move it away"
    return (Fault("media/not-served", remark(at, template)),)


def _picture(at: Span, kind: str, data: bytes) -> tuple[Fault, ...]:
    """The faults of a picture: of another kind, too large, cut off."""
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(data), formats=(kind,)) as image:
            count = image.size[0] * image.size[1]
            if count > MOST_PIXELS or max(image.size) > LONGEST:
                return (_too_large(at, count),)
            image.load()
    except Image.DecompressionBombError:
        return (_too_large(at, MOST_PIXELS * 4),)
    except Exception as error:  # noqa: BLE001 - Pillow's readers raise whatever a damaged file brings about
        is_damaged = "identify" not in str(error)
        template = "this {kind} picture is damaged: save it anew" if is_damaged else "this is no {kind} picture"
        return (Fault("media/unreadable", remark(at, template, kind=kind)),)
    return ()


def _too_large(at: Span, count: int) -> Fault:
    template = "the picture has {count} pixels or is too long, the limit is {limit}: make it smaller"
    return Fault("media/over-limit", remark(at, template, count=count, limit=MOST_PIXELS))
