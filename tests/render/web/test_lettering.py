"""pipeline/render/web/lettering.py."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.render.theme import Theme
from pipeline.render.web.lettering import length, line
from tests.site import settings


@pytest.mark.parametrize("is_on_line", [False, True])
@pytest.mark.parametrize(("name", "size"), [("Display-Semibold", 64), ("Serif-Italic", 32), ("Serif-Regular", 30)])
@pytest.mark.parametrize(
    "text", ["AVATAR, To fjörd – “Why?”", "ffi )f[ j:yjC €9I6€fB", "Ž̌a e\u0301 中文 😀\u00a0B", " ", ""]
)
def test_letters_are_set_as_pillow_would(text: str, name: str, size: int, is_on_line: bool) -> None:  # noqa: FBT001 - a parameter
    """The same pixels and the same length, kerning and letters that touch included."""
    font = ImageFont.truetype(
        io.BytesIO(Theme(settings()).file(f"fonts/Zweiblatt{name}.ttf")), size, layout_engine=ImageFont.Layout.BASIC
    )
    ours, theirs = Image.new("L", (1600, 120)), Image.new("L", (1600, 120))
    if written := line((40, 60 * is_on_line), text, 200, font, is_on_line=is_on_line):
        ours.paste(written.ink, (written.left, written.top), written.mask)
    ImageDraw.Draw(theirs).text((40, 60 * is_on_line), text, 200, font, anchor="ls" if is_on_line else "la")
    assert ours.tobytes() == theirs.tobytes()
    assert length(font, text) == font.getlength(text)
