"""What a build remembers may be damaged in any way: the next build makes the same bytes."""

from __future__ import annotations

import os
import random
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.build.small import tree
from tests.hostile.publications import publication
from tests.hostile.running import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LIGHT = ("build", "--only", "web,newsletter,feeds")
ROUNDS = 4


def flip(path: Path, dice: random.Random) -> None:
    """Other bytes at some places."""
    data = bytearray(path.read_bytes()) or bytearray(b"x")
    for _ in range(dice.randint(1, 4)):
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    _put(path, bytes(data))


def cut(path: Path, dice: random.Random) -> None:
    """The end is missing."""
    data = path.read_bytes()
    _put(path, data[: dice.randrange(len(data) + 1)])


def empty(path: Path, _: random.Random) -> None:
    """Nothing in it."""
    _put(path, b"")


def foreign(path: Path, _: random.Random) -> None:
    """JSON of another program."""
    _put(path, b'{"version": 99, "files": [1, null, {"a": "../../../etc/passwd"}]}')


def folder(path: Path, _: random.Random) -> None:
    """A folder in its place."""
    path.unlink()
    path.mkdir()


def link(path: Path, _: random.Random) -> None:
    """A link to nothing in its place."""
    path.unlink()
    path.symlink_to("not-there")


def pipe(path: Path, _: random.Random) -> None:
    """A pipe in its place that nobody writes to."""
    path.unlink()
    os.mkfifo(path)


def deep(path: Path, _: random.Random) -> None:
    """Lists within lists."""
    _put(path, b"[" * 100_000)


def locked(path: Path, dice: random.Random) -> None:
    """Nobody may read it, or write it."""
    path.chmod(dice.choice((0o000, 0o200, 0o444)))


def exchanged(path: Path, dice: random.Random) -> None:
    """What another one holds: a document that is whole, under a wrong name."""
    others = [each for each in sorted(path.parent.glob("*")) if each.is_file() and each != path]
    if others:
        _put(path, dice.choice(others).read_bytes())


def gone(path: Path, _: random.Random) -> None:
    """No longer there."""
    path.unlink()


def _put(path: Path, data: bytes) -> None:
    """As a new file, so that an older edition that shares its bytes by a link keeps them."""
    path.unlink()
    path.write_bytes(data)


KINDS = (flip, cut, empty, foreign, folder, link, pipe, deep, locked, exchanged, gone)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_the_store_is_damaged(kind: Callable[[Path, random.Random], None], tmp_path: Path) -> None:
    """Thirty files of the store at a time: no traceback, the same edition, byte for byte."""
    root = publication(tmp_path / "x")
    assert run(root, *LIGHT).code == 0
    before = tree(root / "output")
    shutil.copytree(root / ".zweiblatt", tmp_path / "whole")
    for number in range(ROUNDS):
        dice = random.Random(f"{kind.__name__} {number}")  # noqa: S311 - a dice, no secret
        shutil.rmtree(root / ".zweiblatt")
        shutil.copytree(tmp_path / "whole", root / ".zweiblatt")
        if number % 2:
            shutil.rmtree(root / "output")
        files = [path for path in sorted((root / ".zweiblatt").rglob("*")) if path.is_file()]
        for path in dice.sample(files, min(30, len(files))):
            kind(path, dice)
        _changed(root, number)
        ran = run(root, *LIGHT)
        assert ran.code == 0, (number, ran.said)
        assert "Traceback" not in ran.said
        _changed(root, None)
        ran = run(root, *LIGHT)
        assert ran.code == 0, (number, ran.said)
        assert tree(root / "output") == before


def _changed(root: Path, number: int | None) -> None:
    """Another text, so that the build has to look; None: the first one again."""
    path = root / "content" / "de" / "leaf.md"
    text = path.read_text(encoding="utf-8").partition("\n<!-- ")[0]
    path.write_text(text + (f"\n<!-- {number} -->\n" if number is not None else ""), encoding="utf-8")
    os.utime(path, (1_700_000_000 + (number or -1), 1_700_000_000))
