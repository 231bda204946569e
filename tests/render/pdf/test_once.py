"""The objects of a PDF are put into bytes once, and are the same as if pydyf had written them."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pydyf  # type: ignore[import-untyped]

from pipeline.render.pdf.once import once


def pdf() -> Any:  # noqa: ANN401 - pydyf's PDF
    """A page with something on it."""
    made = pydyf.PDF()
    drawn = pydyf.Stream(compress=True)
    for place in range(500):
        drawn.rectangle(place, place, 1.5, 2)
    made.add_object(drawn)
    made.add_page(
        pydyf.Dictionary({"Type": "/Page", "Parent": made.pages.reference, "MediaBox": pydyf.Array([0, 0, 9, 9]),
                          "Resources": pydyf.Dictionary(),
                          "Contents": drawn.reference})
    )  # fmt: skip
    return made


def written(made: Any) -> bytes:  # noqa: ANN401 - pydyf's PDF
    """Its bytes, as WeasyPrint asks for them."""
    target = io.BytesIO()
    made.write(target, b"1.7", b"name", compress=True)
    return target.getvalue()


def test_nothing_is_lost() -> None:
    """The same objects, streams and dictionaries."""
    ours, theirs = pdf(), pdf()
    once(ours)
    with pikepdf.open(io.BytesIO(written(ours))) as one, pikepdf.open(io.BytesIO(written(theirs))) as other:
        assert not one.check_pdf_syntax()
        assert one.pages[0].Contents.read_bytes() == other.pages[0].Contents.read_bytes()
        assert [str(each.get("/Type")) for each in one.objects if isinstance(each, pikepdf.Dictionary)] == [
            str(each.get("/Type")) for each in other.objects if isinstance(each, pikepdf.Dictionary)
        ]


def test_each_keeps_its_bytes() -> None:
    """Whoever asks a second time is given what the first was given, of what is added late too."""
    made = pdf()
    once(made)
    written(made)
    assert len(made.objects) > len(pdf().objects)
    assert all(each.data is each.data for each in made.objects[1:])
