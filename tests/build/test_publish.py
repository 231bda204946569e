"""Readers see the old edition or the new one, never a mixture."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.build.publish import journal, publish
from pipeline.errors import PublishError
from tests.build.small import tree

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
PUBLISH = """
import sys
from pathlib import Path
from pipeline.build.publish import publish
output, mark = Path(sys.argv[1]), sys.argv[2]
with publish.lock(output), publish.staging(output) as folder:
    for number in range(60):
        publish.write(folder, f"site/{number}.html", mark.encode() * 2000)
    publish.write(folder, "report/manifest.json", b"{}")
    publish.exchange(folder, output)
"""


LOCK = """
import sys
from pathlib import Path
from pipeline.build.publish import publish
with publish.lock(Path(sys.argv[1])):
    pass
"""


def _publish(output: Path, mark: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-c", PUBLISH, str(output), mark], env=environment, stderr=subprocess.DEVNULL
    )


def _is_whole(output: Path) -> bool:
    files = tree(output)
    return len(files) == 61 and len({data for path, data in files.items() if path.startswith("site/")}) == 1


def _six(output: Path) -> None:
    with publish.lock(output), publish.staging(output) as folder:
        for number in range(6):
            publish.write(folder, f"{number}.html", b"new")
        publish.exchange(folder, output)


def test_killed_at_any_moment_the_served_edition_is_whole(tmp_path: Path) -> None:
    """Kill -9 while an edition is made or exchanged leaves the old one or the new one, and the next build sweeps."""
    output = tmp_path / "output"
    assert _publish(output, "a").wait() == 0
    for number in range(12):
        process = _publish(output, "b" if number % 2 else "c")
        time.sleep(0.04 + 0.012 * number)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert _is_whole(output)
    assert _publish(output, "d").wait() == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["output"]


def test_a_fault_before_any_write_leaves_the_old_edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever write, rename or flush fails, the old files stand and nothing is left over."""
    output = tmp_path / "output"
    assert _publish(output, "a").wait() == 0
    before = tree(output)
    for fatal in range(8):
        count = iter(range(100))

        def failing(
            function: Callable[..., object], count: object = count, fatal: int = fatal
        ) -> Callable[..., object]:
            def call(*arguments: object, **named: object) -> object:
                if next(count) == fatal:  # type: ignore[call-overload]
                    raise OSError(28, "No space left on device")
                return function(*arguments, **named)

            return call

        with monkeypatch.context() as patch:
            patch.setattr(publish, "_put", failing(publish._put))  # noqa: SLF001 - the moments that may fail
            patch.setattr(publish, "_flush", failing(publish._flush))  # noqa: SLF001 - the same
            patch.setattr(publish, "_swap", failing(publish._swap))  # noqa: SLF001 - the same
            with pytest.raises(OSError, match="No space"):
                _six(output)
        assert tree(output) == before
        assert not list(tmp_path.glob(".output.staging-*"))


def test_what_is_written_never_reaches_a_file_of_the_old_edition(tmp_path: Path) -> None:
    """A file that both editions have, by a link, is replaced in the new one alone, whatever its size."""
    old, folder = tmp_path / "old", tmp_path / "new"
    publish.write(old, "a/b.html", b"old")
    publish.write(folder, "a/c.html", b"")
    assert publish.keep(folder, "a/b.html", old)
    publish.write(folder, "a/b.html", b"new" * 1_000_000)
    assert tree(old) == {"a/b.html": b"old"}
    assert tree(folder) == {"a/b.html": b"new" * 1_000_000, "a/c.html": b""}


def test_two_builds_at_once_are_refused_with_the_others_number(tmp_path: Path) -> None:
    """The lock names the process that holds it."""
    output = tmp_path / "output"
    with publish.lock(output):
        code = LOCK
        other = subprocess.run(
            [sys.executable, "-c", code, str(output)],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
        )
    assert other.returncode != 0
    assert str(os.getpid()) in other.stderr


def test_a_leftover_with_the_number_of_this_process(tmp_path: Path) -> None:
    """In a container each build may have the same number: what another user's left there stops none."""
    (tmp_path / f".output.staging-{os.getpid()}").mkdir()
    with publish.staging(tmp_path / "output") as folder:
        publish.write(folder, "a.html", b"a")
        publish.exchange(folder, tmp_path / "output")
    assert (tmp_path / "output/a.html").read_bytes() == b"a"


def test_a_full_disk_leaves_the_old_edition(tmp_path: Path) -> None:
    """On a file system that is full the old edition stands; with more room the build passes."""
    mount = tmp_path / "small"
    mount.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=100k", "tmpfs", str(mount)], capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip("a tmpfs cannot be mounted here")
    try:
        output = mount / "output"
        assert _publish(output, "a").wait() != 0
        assert not output.exists()
        subprocess.run(["mount", "-o", "remount,size=4m", str(mount)], check=True)
        assert _publish(output, "a").wait() == 0
        assert _is_whole(output)
    finally:
        subprocess.run(["umount", str(mount)], check=False)


def test_a_damaged_manifest_is_forgotten(tmp_path: Path) -> None:
    """A journal that cannot be read counts as none: everything is made anew."""
    (tmp_path / "report").mkdir()
    for damage in (
        b"",
        b"{",
        b'{"version": 99, "files": {}}',
        b"[]",
        b'{"version": 1, "files": {"a": 3}}',
        b"\xff\xfe",
    ):
        (tmp_path / journal.NAME).write_bytes(damage)
        assert journal.load(tmp_path) == {}


def test_the_output_may_not_hold_the_project(tmp_path: Path) -> None:
    """A folder above the project is refused as well."""
    project = tmp_path / "project"
    project.mkdir()
    for folder in (project, tmp_path):
        with pytest.raises(PublishError):
            publish.place(folder, project)
