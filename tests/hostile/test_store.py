"""A store that an ordinary user cannot write, or not read, only makes a build slower; the edition is the same.

As root, who may do everything, these run as nobody, in a project that is nobody's; what belongs to another is root's.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.build.small import tree
from tests.hostile.publications import publication
from tests.hostile.running import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Attack = Callable[[Path], object]

LIGHT = ("build", "--only", "web,feeds")
NOBODY = 65534
IS_ROOT = os.geteuid() == 0
ORDINARY = (
    ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--inh-caps=-all", "--bounding-set=-all")
    if IS_ROOT
    else ()
)


def run(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command as an ordinary user."""
    kept = {"PYTHONPATH": str(ROOT), "ZWEIBLATT_MESSAGES": "en", "PYTHONDONTWRITEBYTECODE": "1"}
    ran = subprocess.run(
        [*ORDINARY, sys.executable, "-m", "pipeline", *arguments],
        cwd=root,
        env={**os.environ, **kept, **environment},
        capture_output=True,
        check=False,
        text=True,
        timeout=100,
    )
    assert "Traceback" not in ran.stdout + ran.stderr
    return ran


def given(folder: Path, user: int) -> None:
    """Make everything in a folder somebody's, with the folder itself."""
    if IS_ROOT:
        for each in (folder, *folder.rglob("*")):
            os.chown(each, user, user, follow_symlinks=False)


@pytest.fixture
def edited() -> Iterator[Path]:
    """A publication of an ordinary user with an edition, whose texts have changed since."""
    folder = Path(tempfile.mkdtemp(prefix="zweiblatt-store-"))  # pytest's own folders are closed to others
    folder.chmod(0o755)
    root = publication(folder / "x")
    given(folder, NOBODY)
    try:
        try:
            first = run(root, *LIGHT)
        except FileNotFoundError:
            pytest.skip("root without setpriv")
        if first.returncode and "ermission" in first.stderr:
            pytest.skip("this Python or checkout lies where an ordinary user may read nothing")
        assert first.returncode == 0, first.stderr
        for path in root.glob("content/*/leaf.md"):
            path.write_text(path.read_text("utf-8").replace("350", "360"), encoding="utf-8")
        yield root
    finally:
        for _ in range(2):
            if IS_ROOT:
                subprocess.run(["umount", str(root / ".zweiblatt")], capture_output=True, check=False)
        for each in folder.rglob("*"):
            if each.is_dir() and not each.is_symlink():
                each.chmod(0o755)
        shutil.rmtree(folder)


def emptied(store: Path) -> Path:
    """The store's folder without anything in it."""
    shutil.rmtree(store)
    store.mkdir()
    given(store, NOBODY)
    return store


def closed(mode: int) -> Attack:
    """All folders of the store have this mode."""

    def attack(store: Path) -> None:
        for each in (*store.rglob("*"), store):
            if each.is_dir():
                each.chmod(mode)

    return attack


def a_file(store: Path) -> None:
    """A file in its place."""
    shutil.rmtree(store)
    store.write_text("x", encoding="utf-8")
    given(store, NOBODY)


def linked(target: str) -> Attack:
    """A link in its place."""

    def attack(store: Path) -> None:
        shutil.rmtree(store)
        store.symlink_to(target)

    return attack


def anothers(store: Path) -> None:
    """All of it is somebody else's."""
    given(store, 0)


def anothers_alone(store: Path) -> None:
    """An empty store of somebody else, who lets nobody in."""
    emptied(store)
    given(store, 0)
    store.chmod(0o700)


def mounted(*options: str) -> Attack:
    """A file system of its own, small or read-only."""

    def attack(store: Path) -> None:
        made = subprocess.run(["mount", *options, "tmpfs", str(emptied(store))], capture_output=True, check=False)
        if made.returncode:
            pytest.skip("a tmpfs cannot be mounted here")
        given(store, NOBODY)

    return attack


def read_only(store: Path) -> None:
    """A file system that nobody can write to."""
    for options in (["--bind", str(store)], ["-o", "remount,bind,ro"]):
        if subprocess.run(["mount", *options, str(store)], capture_output=True, check=False).returncode:
            pytest.skip("nothing can be mounted here")


FOR_ALL: dict[str, Attack] = {
    "folders that cannot be written": closed(0o555),
    "folders that cannot be entered": closed(0),
    "a file in its place": a_file,
    "a file in the place of files": lambda store: a_file(store / "objects"),
    "a link to a folder of the system": linked("/proc/1"),
    "a link to nothing": linked("nowhere/at/all"),
}
FOR_ROOT: dict[str, Attack] = {
    "another's": anothers,
    "another's, closed": anothers_alone,
    "no space": mounted("-t", "tmpfs", "-o", "size=4k"),
    "no space for all": mounted("-t", "tmpfs", "-o", "size=64k"),
    "space for a half": mounted("-t", "tmpfs", "-o", "size=400k"),
    "no room for files": mounted("-t", "tmpfs", "-o", "size=40m,nr_inodes=12"),
    "read-only": read_only,
}


def test_what_only_root_can_prepare_is_skipped_for_a_reason() -> None:
    """Who runs these as an ordinary user is told what was not tried."""
    if not IS_ROOT:
        pytest.skip("a store of another user, and one without space, can only be made by root")
    assert ORDINARY


@pytest.mark.parametrize("name", [*FOR_ALL, *(FOR_ROOT if IS_ROOT else ())])
def test_it_only_makes_a_build_slower(name: str, edited: Path) -> None:
    """Checks and builds end well, the edition is that of a build with an empty store, and no half file is left."""
    store = edited / ".zweiblatt"
    (FOR_ALL | FOR_ROOT)[name](store)
    assert run(edited, "check").returncode == 0
    ran = run(edited, *LIGHT)
    assert ran.returncode == 0, ran.stderr
    assert b"360" in (edited / "output/site/de/leaf/index.html").read_bytes()
    left = [each.name for each in edited.rglob("*") if each.suffix[1:].isdigit() or ".staging" in each.name]
    assert left == []
    made = tree(edited / "output")
    ran = run(edited, *LIGHT, "--out", "again", ZWEIBLATT_CACHE_DIR=str(edited / "new"))
    assert ran.returncode == 0, ran.stderr
    assert made == tree(edited / "again")


def test_a_store_elsewhere_that_cannot_be_made(edited: Path) -> None:
    """A folder that is named for it and cannot be made is none."""
    for place in ("/proc/zweiblatt", "zweiblatt.toml/store", "/dev/null"):
        assert run(edited, "check", ZWEIBLATT_CACHE_DIR=place).returncode == 0
        assert run(edited, *LIGHT, ZWEIBLATT_CACHE_DIR=place).returncode == 0


def test_a_folder_that_cannot_be_written_is_named(edited: Path) -> None:
    """Where nothing can be made beside the old edition no lock is to be removed, and the old edition stands."""
    before = tree(edited / "output")
    given(edited, 0)
    edited.chmod(0o555)
    ran = run(edited, *LIGHT)
    edited.chmod(0o755)
    assert ran.returncode == 3
    assert f"{edited}/output cannot be made: its folder cannot be written (Permission denied)" in ran.stderr
    assert tree(edited / "output") == before


@pytest.mark.skipif(not IS_ROOT, reason="only root can make files that are another's")
def test_a_file_of_the_old_edition_that_nobody_may_read_is_named(edited: Path) -> None:
    """It cannot be taken over: exit 3, its name, and the old edition stands."""
    before = tree(edited / "output")
    path = edited / "output/site/robots.txt"
    os.chown(path, 0, 0)
    path.chmod(0o600)
    ran = run(edited, *LIGHT)
    assert ran.returncode == 3
    assert f"could not be written: Permission denied ({path}); the old edition stands" in ran.stderr
    assert tree(edited / "output") == before
