"""Same input, same bytes, in every output: whatever the folder, the time zone, the locale, the hash seed, the jobs."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def _copied(folder: Path, *, backwards: bool = False) -> Path:
    """The shipped publication, its files written in one order or the other, at other times."""
    sources = [ROOT / name for name in ("zweiblatt.toml", "hashtags.toml", "glossary.toml")]
    sources += [path for path in sorted((ROOT / "content").rglob("*")) if path.is_file()]
    for source in sorted(filter(Path.exists, sources), reverse=backwards):
        path = folder / source.relative_to(ROOT)
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, path)
        os.utime(path, (1_000_000_000, 1_000_000_000) if backwards else None)
    return folder


def _edition(folder: Path, *arguments: str, **environment: str) -> dict[str, str]:
    subprocess.run(
        [sys.executable, "-m", "pipeline", "build", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        check=True,
        capture_output=True,
        timeout=240,
    )
    output = folder / "output"
    return {
        path.relative_to(output).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(output.rglob("*"))
        if path.is_file()
    }


def test_two_builds_that_differ_in_everything_but_the_input_are_the_same(tmp_path: Path) -> None:
    """Another folder, order and times of files, time zone, locale, umask, hash seed, jobs, memory: the same bytes."""
    first = _edition(_copied(tmp_path / "a"), "--jobs", "1", TZ="UTC", LC_ALL="C.UTF-8", PYTHONHASHSEED="1")
    old = os.umask(0o077)
    try:
        second = _edition(
            _copied(tmp_path / "Ö ß" / "b", backwards=True),
            "--jobs",
            "2",
            TZ="Pacific/Auckland",
            LC_ALL="C",
            PYTHONHASHSEED="4242",
        )
    finally:
        os.umask(old)
    assert {path for path in first if first[path] != second.get(path)} == set()
    assert set(first) == set(second)
    shutil.rmtree(tmp_path / "a" / "output")
    assert _edition(tmp_path / "a", PYTHONHASHSEED="7") == first
