"""What is published where the disk is full or may not be written: the old edition, and a report is left."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.build.small import FAULTY, WEB, edit, left, tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.build.small import Run


@pytest.fixture
def small(two: Path) -> Iterator[Path]:
    """A file system of its own for the output."""
    mount = two / "small"
    mount.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(mount)], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("a tmpfs cannot be mounted here")
    yield mount
    subprocess.run(["umount", str(mount)], check=True)


def remount(mount: Path, how: str) -> None:
    """The same file system, otherwise."""
    subprocess.run(["mount", "-o", f"remount,{how}", str(mount)], check=True)


@pytest.mark.parametrize("more", [(), ("--keep-going",)], ids=["", "keep-going"])
def test_a_disk_that_grows_until_it_holds(two: Path, small: Path, run: Run, more: tuple[str, ...]) -> None:
    """Full: exit 3, the old edition byte for byte, nothing left over, a report; with room enough it is the new one."""
    build = (*WEB, *more, "--out", "small/output")
    assert run(*build).returncode == 0
    before = tree(small / "output")
    used = sum(path.stat().st_size // 4096 * 4 + 4 for path in small.rglob("*"))
    edit(two)
    codes = []
    for room in range(0, 1600, 80):
        remount(small, f"size={used + room}k")
        codes.append(done := run(*build).returncode)
        if not done:
            break
        assert done == 3
        assert tree(small / "output") == before
        assert [path.name for path in small.iterdir()] == ["output"]
        assert left(two) == ["findings.json", "index.html"]
    assert codes[0] == 3
    assert codes[-1] == 0
    assert b"NEW text" in tree(small / "output")[FAULTY]


@pytest.mark.parametrize("more", [(), ("--keep-going",)], ids=["", "keep-going"])
def test_a_folder_in_which_nothing_may_be_written(two: Path, small: Path, run: Run, more: tuple[str, ...]) -> None:
    """Exit 3, the old edition, a report."""
    build = (*WEB, *more, "--out", "small/output")
    assert run(*build).returncode == 0
    before = tree(small / "output")
    edit(two)
    remount(small, "ro")
    done = run(*build)
    assert (done.returncode, tree(small / "output")) == (3, before), done.stderr
    assert "Read-only" in done.stderr
    assert left(two) == ["findings.json", "index.html"]
    remount(small, "rw")
    assert run(*build).returncode == 0
