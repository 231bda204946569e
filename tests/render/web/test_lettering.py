"""pipeline/render/web/lettering.py."""

from __future__ import annotations

import io
from itertools import pairwise

import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.render.theme import Theme
from pipeline.render.web.lettering import _pieces, fitted, length, line
from tests.site import settings


def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    data = io.BytesIO(Theme(settings()).file(f"fonts/Zweiblatt{name}.ttf"))
    return ImageFont.truetype(data, size, layout_engine=ImageFont.Layout.BASIC)


@pytest.mark.parametrize(
    "text", ["AVA To fjörd – „Why?“ \u00a0 a", "\u00a0a  b\tc \u00a0 VA\u00a0", "longest" * 9, "", " "]
)
@pytest.mark.parametrize("width", [40, 90, 300])
def test_lines_are_as_long_as_their_width_allows(text: str, width: int) -> None:
    """A word goes into the next line where the line with it, measured whole, would be too long; none is lost."""
    font = _font("Display-Semibold", 64)
    lines = fitted(text, font, width, 99)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(length(font, each) <= width or len(each) == 1 for each in lines)
    words = [piece for each in text.split(" ") if each for piece in _pieces(each, font, width)]
    for one, other in pairwise(lines):
        first = next(word for word in words if word.strip() and other.strip().startswith(word.strip()))
        assert length(font, f"{one} {first}".strip()) > width


@pytest.mark.parametrize("is_on_line", [False, True])
@pytest.mark.parametrize(("name", "size"), [("Display-Semibold", 64), ("Serif-Italic", 32), ("Serif-Regular", 30)])
@pytest.mark.parametrize(
    "text", ["AVATAR, To fjörd – “Why?”", "ffi )f[ j:yjC €9I6€fB", "Ž̌a e\u0301 中文 😀\u00a0B", " ", ""]
)
def test_letters_are_set_as_pillow_would(text: str, name: str, size: int, is_on_line: bool) -> None:  # noqa: FBT001 - a parameter
    """The same pixels and the same length, kerning and letters that touch included."""
    font = _font(name, size)
    ours, theirs = Image.new("L", (1600, 120)), Image.new("L", (1600, 120))
    if written := line((40, 60 * is_on_line), text, 200, font, is_on_line=is_on_line):
        ours.paste(written.ink, (written.left, written.top), written.mask)
    ImageDraw.Draw(theirs).text((40, 60 * is_on_line), text, 200, font, anchor="ls" if is_on_line else "la")
    assert ours.tobytes() == theirs.tobytes()
    assert length(font, text) == font.getlength(text)
