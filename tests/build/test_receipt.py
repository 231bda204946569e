"""An edition that is current is neither read nor made again; whatever it is made of makes it anew."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.build.small import ENGLISH, tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., subprocess.CompletedProcess[str]]

HEAVY = ("weasyprint", "jinja2", "rich", "PIL", "babel", "markdown", "yaml", "nh3", "pipeline.check", "pipeline.read")
NEW = b"---\ntitle: Neu\ndate: 2025-02-22\nkind: note\ntranslate: false\n---\n\nDer Text beginnt hier.\n"
KEPT = ("build", "--only", "web,feeds")


def total(done: subprocess.CompletedProcess[str]) -> list[int]:
    """How many files were made, kept and removed, as the table says."""
    return [int(word) for word in done.stderr.splitlines()[-2].split()]


def test_nothing_heavy_is_loaded(project: Path, run: Run) -> None:
    """A build of an unchanged publication loads no reader, no rule, no template, no PDF."""
    made = run(*KEPT)
    code = (
        "import sys\nfrom pipeline.cli.build import command\n"
        f"command.main({KEPT[1:]!r}, standalone_mode=False)\n"
        f"print('loaded:', *[name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=project)
    assert done.stdout.splitlines()[-1] == "loaded:"
    assert total(done) == [0, total(made)[0], 0]


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("content/en/leaf.md", ENGLISH.replace("350 people", "three hundred and fifty people").encode()),
        ("content/de/new.md", NEW),
        ("glossary.toml", b"[Strauch]\nallowed = ['shrub']\n"),
        ("templates/footer.html", b"other"),
    ],
)
def test_what_it_is_made_of(project: Path, run: Run, path: str, data: bytes) -> None:
    """A changed or new manuscript, term or template is looked at."""
    run(*KEPT)
    (project / path).parent.mkdir(exist_ok=True)
    (project / path).write_bytes(data)
    receipts = sorted((project / ".zweiblatt").glob("edition-*.json"))
    before = [each.read_bytes() for each in receipts]
    done = run(*KEPT)
    assert done.returncode == 0, done.stdout + done.stderr
    assert [each.read_bytes() for each in receipts] != before


def test_a_file_that_somebody_removed(project: Path, run: Run) -> None:
    """A page that was removed from the edition is there again, from the store."""
    run(*KEPT)
    before = tree(project / "output")
    (project / "output/site/en/leaf/index.html").unlink()
    assert total(run(*KEPT))[0] == 0
    assert tree(project / "output") == before


def test_another_machine(project: Path, run: Run, tmp_path: Path) -> None:
    """With the store alone, in a fresh checkout in another place, nothing is made again."""
    run(*KEPT)
    there = tmp_path / "there"
    shutil.copytree(project, there, ignore=shutil.ignore_patterns("output"))
    code = f"from pipeline.cli.build import command\ncommand.main({KEPT[1:]!r}, standalone_mode=False)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=there)
    assert total(done)[0] == 0
    assert tree(there / "output") == tree(project / "output")


def test_a_failure_is_not_remembered(project: Path, run: Run) -> None:
    """A build that published nothing is done again, and says the same."""
    (project / "content/en/leaf.md").write_text(ENGLISH.replace("## First\n", ""), encoding="utf-8")
    first, second = run(*KEPT), run(*KEPT)
    assert first.returncode == second.returncode == 1
    assert first.stdout == second.stdout
