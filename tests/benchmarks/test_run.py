"""Each benchmark runs with the smallest input: a change of what it measures is noticed by more than its next user."""

from __future__ import annotations

import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

import benchmarks
from benchmarks.corpus.make import publication
from pipeline.errors import MissingToolError
from pipeline.render.pdf.door import check_pango

ROOT = Path(benchmarks.__file__).parents[1]
MODULES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts) for path in (ROOT / "benchmarks").rglob("[a-z]*.py")
)


def has_pango() -> bool:
    """Whether PDFs can be made here."""
    try:
        check_pango()
    except MissingToolError:  # pragma: no cover - a machine without Pango
        return False
    return True


def run(*command: str) -> str:
    """What a module says that is run as a user runs it."""
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("name", MODULES)
def test_every_module_can_be_imported(name: str) -> None:
    """What they take from the program is there."""
    assert importlib.import_module(name).__doc__


@pytest.mark.skipif(not has_pango(), reason="PDFs need Pango")
def test_pdfs_are_measured() -> None:
    """One story, once: pages, three costs, two shares, bytes."""
    head, line = run("benchmarks.pdf", "1", "open-weights").splitlines()
    assert len(head.split()) == len(line.split()) == 8
    assert re.fullmatch(r"open-weights +2( +\d\.\d{3}s)( +\d\.\d{3}s +\d+%){2} +[\d,]+", line)


@pytest.mark.skipif(not has_pango(), reason="PDFs need Pango")
def test_pdfs_of_a_build_are_measured(tmp_path: Path) -> None:
    """The bare loop makes what was printed, and says so where nothing was."""
    publication(tmp_path, 1)
    printed = tmp_path / "printed"
    printed.mkdir()
    command = (sys.executable, "-m", "benchmarks.build.bare_pdf", "make", str(tmp_path))
    empty = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert empty.stderr == "nothing was printed\n"
    (printed / "page.html").write_text('<body class="both"><p>Ein Satz.</p></body>', "utf-8")
    assert run(*command[2:]) == ""


def test_checks_are_measured() -> None:
    """One kind of fault, in one pair."""
    said = run("benchmarks.checks", "--kind", "removed section", "--limit", "1")
    assert re.search(r"^removed section +1 +1 +100\.0%$", said, re.MULTILINE)
