"""What somebody gets wrong who puts the commands into a CI job: each says what is wrong, and ends with a known code."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.build.small import tree
from tests.hostile.publications import publication
from tests.hostile.running import ROOT, run

if TYPE_CHECKING:
    from pathlib import Path

WRONG = (
    ("chekc",),
    ("check", "--nonsense"),
    ("check", "content/de/nothing.md"),
    ("check", "\x1b[2J"),
    ("check", "--select", "nothing/at-all"),
    ("check", "--ignore", "nothing/at-all"),
    ("check", "--fail-on", "fatal"),
    ("check", "--output-format", "yaml"),
    ("check", "--changed-since", "main"),
    ("check", "--changed-since", "--upload-pack=touch x"),
    ("check", "--shard", "3/2"),
    ("check", "--shard", "a/b"),
    ("check", "--shard", "0/0"),
    ("check", "--baseline", "content"),
    ("build", "--only", "pages"),
    ("build", "--only", "pdf,mail"),
    ("build", "--language", "fr"),
    ("build", "--jobs", "-1"),
    ("build", "--jobs", "many"),
    ("build", "--executor", "ssh://example.org"),
    ("build", "--out", ""),
    ("build", "--out", "content"),
    ("build", "--out", "/"),
    ("build", "nothing"),
    ("merge", "nothing", "--out", "x"),
    ("newsletter",),
    ("newsletter", "nothing"),
    ("newsletter", "leaf", "--since", "yesterday"),
    ("newsletter", "leaf", "--send", "http://example.org"),
    ("newsletter", "leaf", "--send", "smtp://127.0.0.1:1", "--to", "a@example.org"),
    ("newsletter", "leaf", "--send", "smtp://127.0.0.1:1", "--to", "a\r\nBcc: b@example.org"),
    ("explain", "nothing"),
    ("explain",),
    ("sources", "nothing"),
)


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong(arguments: tuple[str, ...], tmp_path: Path) -> None:
    """A message in words, exit 1 to 3, nothing made."""
    root = publication(tmp_path / "x")
    ran = run(root, *arguments)
    assert ran.code in {1, 2, 3}, ran.said
    assert "Traceback" not in ran.said
    assert "\x1b" not in ran.said
    assert ran.err.strip()
    assert not (root / "output").exists()
    assert sorted(path.name for path in root.iterdir() if path.name[0] != ".") == ["content", "zweiblatt.toml"]


LEFT_OUT = (("check", "/etc/passwd"), ("check", "../beside/secret.txt"))


@pytest.mark.parametrize("arguments", LEFT_OUT, ids=" ".join)
def test_left_out(arguments: tuple[str, ...], tmp_path: Path) -> None:
    """A commit hook hands over whatever was changed: what is no manuscript is named, and no fault."""
    ran = run(publication(tmp_path / "x"), *arguments)
    assert ran.code == 0
    assert f"{arguments[1]} is left out".removeprefix("../") in ran.err


SURROUNDINGS = (
    {"HOME": "", "LANG": "C", "LC_ALL": "C"},
    {"HOME": "/proc/nothing", "XDG_CACHE_HOME": "/proc/nothing"},
    {"TERM": "dumb", "COLUMNS": "10"},
    {"COLUMNS": "0", "NO_COLOR": "1"},
    {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "ZWEIBLATT_MESSAGES": "de"},
    {"TZ": "Mars/Olympus", "SOURCE_DATE_EPOCH": "never"},
    {"SOURCE_DATE_EPOCH": "99999999999999999999"},
    {"SOURCE_DATE_EPOCH": "-1"},
    {"TZ": "XYZ99999"},
    {"TZ": ":/etc/passwd"},
    {"TZ": "x" * 5_000},
)


@pytest.mark.parametrize("known", SURROUNDINGS, ids=str)
def test_surroundings(known: dict[str, str], tmp_path: Path) -> None:
    """The build does not depend on them."""
    root = publication(tmp_path / "x")
    for command in (("check",), ("build", "--only", "web")):
        ran = _process(root, command, **known)
        assert ran.returncode in {0, 2}, ran.stderr
        assert b"Traceback" not in ran.stderr
        assert b"fault of Zweiblatt" not in ran.stderr


@pytest.mark.parametrize("closed", [0, 1, 2])
def test_closed_streams(closed: int, tmp_path: Path) -> None:
    """A stream that is closed is no fault."""
    root = publication(tmp_path / "x")
    code = f"import os, runpy, sys; os.close({closed}); sys.argv = ['zweiblatt', 'check']; runpy.run_module('pipeline')"
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=100,
    )
    assert b"Traceback" not in ran.stderr
    assert ran.returncode in {0, 1, 2, 3}


@pytest.mark.parametrize("is_full", [True, False], ids=["full", "nobody listens"])
def test_nobody_hears(tmp_path: Path, *, is_full: bool) -> None:
    """What cannot be told on the standard error changes no outcome: the edition is made, the code says so."""
    root = publication(tmp_path / "x")
    reader, writer = os.pipe()
    os.close(reader)
    with open("/dev/full" if is_full else writer, "wb") as stream:  # noqa: PTH123 - a descriptor, too
        for command in (("check",), ("build", "--only", "web")):
            ran = subprocess.run(
                [sys.executable, "-m", "pipeline", *command],
                cwd=root,
                env={**os.environ, "PYTHONPATH": str(ROOT)},
                stderr=stream,
                stdout=subprocess.PIPE,
                check=False,
                timeout=100,
            )
            assert ran.returncode == 0
    assert (root / "output" / "site" / "de" / "index.html").is_file()


@pytest.mark.parametrize(
    ("command", "is_faulty"), [("rules", False), ("check", False), ("check", True), ("--help", False)]
)
def test_nobody_reads_on(command: str, tmp_path: Path, *, is_faulty: bool) -> None:
    """``| head`` changes no outcome: the code is that of what was found, as if all had been read."""
    root = publication(tmp_path / "x")
    if is_faulty:
        (root / "content/en/leaf.md").unlink()
    reader, writer = os.pipe()
    os.close(reader)
    with open(writer, "wb") as stream:  # noqa: PTH123 - a descriptor
        ran = subprocess.run(
            [sys.executable, "-m", "pipeline", command],
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=stream,
            stderr=subprocess.PIPE,
            check=False,
            timeout=100,
        )
    assert ran.returncode == int(is_faulty)
    assert b"roken" not in ran.stderr


LIMITS = {
    "no file can be written": (resource.RLIMIT_FSIZE, 0),
    "files of 20 kB": (resource.RLIMIT_FSIZE, 20_000),
    "few files at once": (resource.RLIMIT_NOFILE, 12),
    "no process": (resource.RLIMIT_NPROC, 0),
    "little memory": (resource.RLIMIT_AS, 150 << 20),
}


@pytest.mark.parametrize("name", LIMITS)
def test_limits(name: str, tmp_path: Path) -> None:
    """A machine that gives little is told with a code of ours; the old edition stands or the new one is whole."""
    root = publication(tmp_path / "x")
    command = ("build", "--only", "web")
    assert run(root, *command).code == 0
    before = tree(root / "output")
    for path in root.glob("content/*/leaf.md"):
        path.write_text(path.read_text("utf-8").replace("350", "360"), encoding="utf-8")
    kind, most = LIMITS[name]
    script = (
        f"import resource, sys; resource.setrlimit({kind}, ({most}, {most})); sys.argv = {['zweiblatt', *command]}; "
    )
    ran = subprocess.run(
        [sys.executable, "-c", script + "import runpy; runpy.run_module('pipeline')"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        timeout=100,
    )
    assert ran.returncode in {0, 3}, ran.stderr
    assert b"Traceback" not in ran.stderr
    assert ran.returncode == 0 or b"old edition stands" in ran.stderr or b"cannot be written" in ran.stderr
    assert (tree(root / "output") == before) is (ran.returncode != 0)
    assert [path.name for path in root.iterdir() if path.name.startswith(".output")] == []


def _process(root: Path, command: tuple[str, ...], **known: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "pipeline", *command],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(ROOT), **known},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=100,
    )
