"""The store gives back what was put in, or nothing; whatever happened to its files."""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING, NoReturn

import pytest

from pipeline.store import INDEX, KEPT, Index, Store, digest_of

if TYPE_CHECKING:
    from pathlib import Path

TEXT = b"Ein Blatt\n"
LONG_AGO = (1_000_000_000, 1_000_000_000)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store of a project with one file."""
    (tmp_path / "a.md").write_bytes(TEXT)
    return Store(tmp_path, tmp_path / "memory")


def test_documents(store: Store) -> None:
    """A document comes back; one that was never written is None."""
    store.keep("name", {"a": [1, "ä", None]})
    assert store.document("name") == {"a": [1, "ä", None]}
    assert store.document("other") is None


def test_damage(store: Store) -> None:
    """A document is itself or absent, whichever byte is changed, cut off or added."""
    store.keep("name", ["Blatt", 7])
    path = store.folder / "name.json"
    data = path.read_bytes()
    chance = random.Random(7)  # noqa: S311 - damage, no secret
    for _ in range(200):
        place = chance.randrange(len(data))
        other = bytes([chance.randrange(256)])
        path.write_bytes(chance.choice((data[:place], data[:place] + other + data[place + 1 :], data + other)))
        assert store.document("name") in (None, ["Blatt", 7])
    path.unlink()
    path.mkdir()
    assert store.document("name") is None
    store.keep("name", 1)
    assert store.document("name") == 1


def test_kinds(store: Store) -> None:
    """Of documents of one kind only the newest are kept."""
    for number in range(KEPT + 3):
        store.keep(f"check-{number}", number)
        os.utime(store.folder / f"check-{number}.json", (number, number))
    assert len(list(store.folder.glob("check-*.json"))) == KEPT
    assert store.document(f"check-{KEPT + 2}") == KEPT + 2


def test_objects(store: Store, tmp_path: Path) -> None:
    """A file is taken by its digest; one whose bytes are others is not, and is gone after that."""
    digest = digest_of(TEXT)
    store.add(digest, tmp_path / "a.md")
    assert store.take(digest, tmp_path / "b.md")
    assert (tmp_path / "b.md").read_bytes() == TEXT
    (path,) = store.folder.glob("objects/*/*")
    path.unlink()
    path.write_bytes(b"other")
    assert not store.take(digest, tmp_path / "c.md")
    assert not (tmp_path / "c.md").exists()
    assert not path.exists()


def test_another_file_system(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file cannot be linked it is copied."""

    def refused(*_: object, **__: object) -> NoReturn:
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", refused)
    store.add(digest_of(TEXT), tmp_path / "a.md")
    assert store.take(digest_of(TEXT), tmp_path / "b.md")
    assert (tmp_path / "b.md").read_bytes() == TEXT


def test_a_pipe_where_git_is_told_to_look_away(store: Store) -> None:
    """It is replaced: whoever opened it would wait for a reader."""
    store.folder.mkdir()
    os.mkfifo(store.folder / ".gitignore")
    store.keep("name", 1)
    assert (store.folder / ".gitignore").read_text("utf-8") == "*\n"
    assert store.document("name") == 1


def test_forget(store: Store, tmp_path: Path) -> None:
    """What is not wanted goes."""
    other = tmp_path / "other"
    other.write_bytes(b"other")
    store.add(digest_of(TEXT), tmp_path / "a.md")
    store.add(digest_of(b"other"), other)
    store.forget([digest_of(TEXT)])
    assert store.take(digest_of(TEXT), tmp_path / "b.md")
    assert not store.take(digest_of(b"other"), tmp_path / "c.md")


def test_no_place_to_write(tmp_path: Path) -> None:
    """Where nothing can be kept nothing is, and nobody is told: the next run only takes longer."""
    (tmp_path / "a.md").write_bytes(TEXT)
    store = Store(tmp_path, tmp_path / "a.md" / "memory")
    store.keep("name", 1)
    store.add(digest_of(TEXT), tmp_path / "a.md")
    assert store.document("name") is None
    assert Index(store).digest("a.md") == digest_of(TEXT)


def known(store: Store) -> Index:
    """An index of a file that was written long ago, as the next run opens it."""
    os.utime(store.root / "a.md", LONG_AGO)
    index = Index(store)
    index.digest("a.md")
    index.save()
    return Index(store)


def test_the_index_saves_the_reading(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file with the same size, times and inode is not read, once the index is old enough."""
    known(store)
    monkeypatch.setattr("pipeline.store.RACY", -(10**18))
    index = Index(store)
    monkeypatch.setattr("pathlib.Path.read_bytes", lambda _: pytest.fail("it was read"))
    assert index.digest("a.md") == digest_of(TEXT)


def test_the_index_distrusts_what_was_just_written(store: Store) -> None:
    """A file that was changed within the same tick, with the same size, is read again."""
    index = known(store)
    (store.root / "a.md").write_bytes(TEXT[::-1])
    os.utime(store.root / "a.md", LONG_AGO)
    assert index.digest("a.md") == digest_of(TEXT[::-1])


def test_a_damaged_index_is_none(store: Store) -> None:
    """An index of another form, even with the right digest, is forgotten."""
    known(store)
    forms: tuple[object, ...] = ({}, [], 7, {"files": []}, {"files": {"a.md": [1]}, "written": 1}, {"files": {}})
    for foreign in forms:
        store.keep(INDEX, foreign)
        assert Index(store).digest("a.md") == digest_of(TEXT)
