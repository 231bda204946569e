"""Same input, same bytes, in every output: whatever the folder, the time zone, the locale, the hash seed, the jobs."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def _edition(folder: Path, *arguments: str, **environment: str) -> dict[str, str]:
    folder.mkdir(parents=True)
    for name in ("content", "zweiblatt.toml", "hashtags.toml", "glossary.toml"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        elif source.exists():
            shutil.copy(source, folder / name)
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
    """Another folder (space, umlaut), time zone, locale, umask, hash seed and number of jobs: the same bytes."""
    first = _edition(tmp_path / "a", "--jobs", "1", TZ="UTC", LC_ALL="C.UTF-8", PYTHONHASHSEED="1")
    old = os.umask(0o077)
    try:
        second = _edition(
            tmp_path / "Ö ß" / "b", "--jobs", "2", TZ="Pacific/Auckland", LC_ALL="C", PYTHONHASHSEED="4242"
        )
    finally:
        os.umask(old)
    assert {path for path in first if first[path] != second.get(path)} == set()
    assert set(first) == set(second)
