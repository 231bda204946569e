"""What style sheets import is bounded, however they do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.errors import MakingError
from pipeline.render.styles import MOST_BYTES, MOST_SHEETS, asked, bound

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def held(imports: Mapping[str, Sequence[str]], size: int = 1, first: str = "a") -> None:
    """Bound some sheets, each of so many bytes."""
    bound(first, lambda name: imports.get(name, ()), lambda _: size)


@pytest.mark.parametrize(
    ("css", "names"),
    [
        ('@import "a.css";@import "a.css";', ["style/a.css"] * 2),
        (r"@\69 MPORT url(a.css) print;@import url('b.css') layer(x)", ["style/a.css", "style/b.css"]),
        ("@import 'a.css?x#y';", ["style/a.css"]),
        ("p{color:red} @media print{@import '../a.css'}", ["a.css"]),
        ("/* @import 'a.css'; */ p::before{content:'@import \"b.css\"'}", []),
        ("@import url(https://example.org/a.css);", []),
        ("@font-face{src:url(a.ttf)} @namespace 'a.css';", []),
        ("@import 'own.css'", ["style/own.css"]),
    ],
)
def test_what_is_imported(css: str, names: list[str]) -> None:
    """Each as often as it is imported, the sheet itself too."""
    assert asked("style/own.css", css.encode()).imported == names


def test_the_number_is_bounded_as_they_are_read() -> None:
    """A sheet that is imported twice counts twice, with all that it imports; that it is no more is no fault."""
    held({"a": [str(n) for n in range(MOST_SHEETS)]})
    held({"a": ["b"] * 2, "b": ["c"] * 7, "c": ["d"] * 5})
    with pytest.raises(MakingError, match="b imports more than 100 others"):
        held({"a": ["b"], "b": [str(n) for n in range(MOST_SHEETS + 1)]})
    with pytest.raises(MakingError, match="a imports more than 100 others"):
        held({"a": ["b"] * 2, "b": ["c"] * 7, "c": ["d"] * 7})


def test_a_long_line_and_a_wide_tree_take_no_time() -> None:
    """Each sheet is looked at once, and none by a call of itself."""
    with pytest.raises(MakingError, match="99899 imports more than 100"):
        held({str(n): [str(n + 1)] for n in range(100_000)}, first="0")
    with pytest.raises(MakingError, match="94 imports more than 100"):
        held({str(n): [str(n + 1)] * 2 for n in range(100)}, first="0")


def test_bytes_are_bounded_as_they_are_read() -> None:
    """Of all sheets together, each as often as it is read."""
    held({"a": ["b"] * 3}, MOST_BYTES // 4)
    with pytest.raises(MakingError, match="a has more than 524288 bytes with all that it imports"):
        held({"a": ["b"] * 4}, MOST_BYTES // 4)


@pytest.mark.parametrize("imports", [{"a": ["a"]}, {"a": ["b"], "b": ["c", "a"]}, {"a": ["c", "b"], "b": ["b"]}])
def test_a_circle_is_named(imports: Mapping[str, Sequence[str]]) -> None:
    """However long, and wherever it begins."""
    with pytest.raises(MakingError, match=r"imports ., in a circle \([abc, ]+\): leave one of them out"):
        held(imports)
