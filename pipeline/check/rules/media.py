"""What lies in content/media/ is what its name says, and nothing in it runs.

In: what was read of a file. Out: the remarks that the reader left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..rule import Remark, Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...reading import Medium


@rule(Severity.ERROR)
def active_drawing(medium: Medium) -> Iterator[Remark]:
    """A drawing would run a script or fetch something.

    Why it matters: an SVG file is a document. Opened by itself it runs scripts under the publication's address, and
    what it fetches tells others who reads it.

    Bad: `<script>`, `<rect onclick="…"/>`, `<image href="https://example.org/a.png"/>`, `<foreignObject>`

    Good: shapes, text and style that refer to nothing but the drawing itself; `<a href="https://…">` is possible.

    Repair: export the drawing as plain SVG, with pictures embedded and scripts left out.
    """
    return medium.noted("media/active-drawing")


@rule(Severity.WARNING)
def not_served(medium: Medium) -> Iterator[Remark]:
    """A file in `content/media/` is of a kind that no edition holds.

    Why it matters: web pages, scripts and unknown kinds of files could run under the publication's address; they are
    left out, and links to them lead nowhere.

    Bad: `content/media/tool.html`, `content/media/sketch.psd`

    Good: pictures, PDF, text, tables, office documents, sound and film.

    Repair: export it as one of these, or move it out of `content/media/`.
    """
    return medium.noted("media/not-served")


@rule(Severity.ERROR)
def over_limit(medium: Medium) -> Iterator[Remark]:
    """A picture or drawing is too large.

    Why it matters: readers would wait for it, and mail programs and PDF viewers give up on it.

    Bad: a photograph of 60 megapixels; a drawing with 100,000 elements

    Good: 40 megapixels, 50,000 elements, 100 levels, 64 MiB at most.

    Repair: save the picture smaller.
    """
    return medium.noted("media/over-limit")


@rule(Severity.ERROR)
def unreadable(medium: Medium) -> Iterator[Remark]:
    """A picture is none, or not of the kind that its name says.

    Why it matters: it stays empty in page, PDF and mail.

    Bad: `photo.png` that is a web page, cut off, or a JPEG; a drawing with a document type

    Good: a picture of the kind that its name says.

    Repair: save the picture anew, in the format of its name.
    """
    return medium.noted("media/unreadable")
