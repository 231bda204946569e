"""The social picture, and the sizes of pictures."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from pipeline.render.theme import Theme
from pipeline.render.web.drawing import drawn, measured
from pipeline.render.web.picture import Words
from tests.hostile import LONG, SCRIPT, WORD
from tests.site import settings


def words(title: str, facing: str = "Facing", language: str = "de") -> Words:
    """What stands on a picture."""
    return Words(language, "Erklärt", title, "21. Februar 2025", facing, "Zweiblatt")


@pytest.mark.parametrize("title", ["Kurz", SCRIPT, LONG, WORD, "Ł → 中文"])
@pytest.mark.parametrize("facing", ["", WORD, LONG])
def test_every_title_fits(title: str, facing: str) -> None:
    """1200 × 630, at most 80 KB, and nothing is drawn outside of its leaf's margins."""
    data = drawn(words(title, facing), Theme(settings()))
    image = Image.open(io.BytesIO(data)).convert("RGB")
    assert image.size == (1200, 630)
    assert len(data) <= 80_000
    paper = image.getpixel((2, 2))
    right = 840 if facing else 1200
    assert all(image.getpixel((x, y)) == paper for x in range(right - 24, right) for y in range(0, 560, 3))


def test_the_leaf_of_the_other_language_is_right_of_german_and_left_of_english() -> None:
    """German always left, English always right."""
    theme = Theme(settings())
    german, english = (
        Image.open(io.BytesIO(drawn(words("T", "F", each), theme))).convert("RGB") for each in ("de", "en")
    )
    assert german.getpixel((5, 5)) == english.getpixel((1195, 5)) == (252, 251, 247)
    assert german.getpixel((1195, 5)) == english.getpixel((5, 5)) == (238, 241, 230)


def test_the_same_words_give_the_same_bytes() -> None:
    """Nothing of the machine is in the picture."""
    assert drawn(words("T"), Theme(settings())) == drawn(words("T"), Theme(settings()))


@pytest.mark.parametrize(
    ("drawing", "size"),
    [
        ('<svg xmlns="x" width="640" height="320"/>', (640, 320)),
        ('<svg viewBox="0 0 64.4 32"/>', (64, 32)),
        ("<svg width='10px' height='20px'/>", (10, 20)),
        ('<svg width="100%" viewBox="0 0 8 4"/>', (8, 4)),
        ("<svg/>", (0, 0)),
        ("no drawing", (0, 0)),
    ],
)
def test_the_size_of_a_drawing_is_its_own(drawing: str, size: tuple[int, int]) -> None:
    """Width and height, else the view box, else nothing."""
    assert measured(drawing.encode(), "a.svg") == size


def test_the_size_of_a_broken_picture_is_unknown() -> None:
    """Not a picture: no size, no error."""
    assert measured(b"nothing", "a.png") == (0, 0)
