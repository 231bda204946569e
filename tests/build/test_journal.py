"""A manifest is trusted as a whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.build.publish.journal import LONGEST, NAME, Entry, Written, dump, load

if TYPE_CHECKING:
    from pathlib import Path

GOOD = {
    "site/de/leaf/index.html": Entry("a1", "b2", "web"),
    "site/de/…/ä b.html": Entry("a-1_", "b2", "web"),
    ".hidden/..x/y..": Entry("0", "1", "assets"),
}


def loaded(folder: Path, entries: dict[str, Entry]) -> dict[str, Entry]:
    """What another build makes of a manifest."""
    (folder / NAME).parent.mkdir(exist_ok=True)
    (folder / NAME).write_bytes(dump(entries))
    return load(folder)


def test_it_comes_back(tmp_path: Path) -> None:
    """Paths with letters of all languages, with points and spaces; none at all."""
    assert loaded(tmp_path, GOOD) == GOOD
    assert loaded(tmp_path, {}) == {}


@pytest.mark.parametrize(
    "path", ["", "/", "/a", "a/", "a//b", ".", "..", "./a", "../a", "a/.", "a/..", "a/./b", "a/../b", "a\0b", "../" * 9]
)
def test_paths_that_lead_elsewhere(tmp_path: Path, path: str) -> None:
    """One of them, and nothing is known."""
    assert loaded(tmp_path, {**GOOD, path: Entry("a", "b", "c")}) == {}
    assert loaded(tmp_path, {path: Entry("a", "b", "c")}) == {}


def test_a_path_of_any_length_is_none(tmp_path: Path) -> None:
    """As long as a system takes, and no longer."""
    assert loaded(tmp_path, {"a" * LONGEST: Entry("a", "b", "c")})
    assert loaded(tmp_path, {"a" * (LONGEST + 1): Entry("a", "b", "c")}) == {}


@pytest.mark.parametrize("word", ["", " ", "a b", "a/b", "a.b", "ä", "a\\n", "\\ud800", "7"])
@pytest.mark.parametrize("place", range(3))
def test_words_that_no_build_writes(tmp_path: Path, word: str, place: int) -> None:
    """Key, digest or family: what is written into the next manifest as it stands."""
    words = ["a", "b", "c"]
    words[place] = word
    assert bool(loaded(tmp_path, {**GOOD, "x": Entry(*words)})) == (word == "7")


@pytest.mark.parametrize("row", ["7", "null", "[]", '{"key": 1, "sha256": "b", "family": "c"}', '{"key": "a"}'])
def test_rows_of_another_form(tmp_path: Path, row: str) -> None:
    """Numbers, lists, what is missing."""
    (tmp_path / NAME).parent.mkdir()
    (tmp_path / NAME).write_text(f'{{"version": 1, "files": {{"x": {row}}}}}', "utf-8")
    assert load(tmp_path) == {}


PATHS = ['a"b', "a", "a/b", "aa", "ä/ö.html", "site/de/x/index.html", "site/de/x\\y", "z", "\u2028", "b\tc"]


def test_rows_of_a_journal_are_found_and_replaced() -> None:
    """As if the whole were read and written: the first, the last, those with signs that JSON writes otherwise."""
    entries = {path: Entry(f"{number:064x}", f"{number + 7:064x}", "web") for number, path in enumerate(PATHS)}
    written = Written(dump(entries))
    for path, entry in entries.items():
        assert written.get(path) == entry
        assert path in written
        other = {path: Entry("f" * 64, "e" * 64, "feeds")}
        assert written.replaced(other) == dump(entries | other)
    assert written.replaced(entries) == dump(entries)
    other = {path: Entry("f" * 70, "e" * 64, "feeds") for path in PATHS[::2]}
    assert written.replaced(other) == dump(entries | other)
    for absent in ("", "A", "a/a", "a/", "zz", "site/de/x", "\0"):
        assert written.get(absent) is None
        assert absent not in written
    assert Written(dump({"a": Entry("1", "2", "web")})).get("a") == Entry("1", "2", "web")
