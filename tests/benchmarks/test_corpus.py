"""The corpus that the benchmarks measure on."""

from __future__ import annotations

import statistics
import subprocess
import sys
from typing import TYPE_CHECKING

from benchmarks.corpus.make import publication, story

if TYPE_CHECKING:
    from pathlib import Path


def test_a_made_publication_has_no_findings(tmp_path: Path) -> None:
    """What is measured is an edition that would be published: every rule passes, none is left out."""
    publication(tmp_path, 3, seed=7)
    command = [sys.executable, "-m", "pipeline", "check", "--fail-on", "info"]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def test_the_same_seed_makes_the_same_publication(tmp_path: Path) -> None:
    """Figures of two runs are of the same texts."""
    publication(tmp_path / "one", 2)
    publication(tmp_path / "two", 2)
    files = [path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*") if path.is_file()]
    assert len(files) == 10
    assert all((tmp_path / "one" / each).read_bytes() == (tmp_path / "two" / each).read_bytes() for each in files)
    assert story(1, seed=1) != story(1, seed=2)


def test_manuscripts_have_the_size_that_is_promised() -> None:
    """About 17 KB and 2,400 words, and no two alike."""
    texts = [text for number in range(20) for text in story(number, seed=1)]
    assert 15_500 <= statistics.median(len(text.encode()) for text in texts) <= 18_500
    assert 2_200 <= statistics.median(len(text.split()) for text in texts) <= 2_800
    assert len({text.split("---", 2)[2] for text in texts}) == len(texts)
