"""``--changed-since``: the stories that a branch changed, in a real repository."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.stories import manuscript

from .small import LOST, english, rules, run

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git is not here")


def git(project: Path, *arguments: str) -> None:
    """Run Git as somebody."""
    identity = ["-c", "user.name=n", "-c", "user.email=n@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *identity, *arguments], cwd=project, check=True, capture_output=True)


def commit(project: Path) -> None:
    """Commit all there is."""
    git(project, "add", ".")
    git(project, "commit", "-q", "-m", "x")


def test_changed_since(project: Path) -> None:
    """Only stories with a manuscript that differs from a commit, committed or not; all of them if settings differ."""
    git(project, "init", "-q")
    commit(project)
    assert rules("--changed-since", "HEAD") == []
    english(project).write_text(manuscript(LOST + "\nMore.\n"), encoding="utf-8")
    assert "parity/list-shape" in rules("--changed-since", "HEAD")
    assert run("--changed-since", "--output=x")[0] == 2
    english(project).write_text(manuscript(LOST), encoding="utf-8")
    (project / "hashtags.toml").write_text("", encoding="utf-8")
    assert rules("--changed-since", "HEAD") == ["parity/list-shape"]


def stories(*arguments: str) -> set[str]:
    """The manuscripts with findings."""
    return {line.partition(":")[0] for line in run(*arguments)[1].splitlines()}


def test_renamed_removed_and_new(project: Path) -> None:
    """A rename, a removal and a file that Git does not know yet are changes, of files with odd names too."""
    git(project, "init", "-q")
    commit(project)
    english(project).rename(english(project, "bäd one"))
    assert stories("--changed-since", "HEAD") == {"content/de/bad.md", "content/en/bäd one.md"}
    english(project, "bäd one").unlink()
    english(project, "good").unlink()
    assert stories("--changed-since", "HEAD") == {"content/de/bad.md", "content/de/good.md"}


def test_what_others_did_is_no_change(project: Path) -> None:
    """Behind the commit that a branch left, other branches may move: what they did is none of its changes."""
    git(project, "init", "-q")
    commit(project)
    git(project, "checkout", "-q", "-b", "mine")
    git(project, "checkout", "-q", "main")
    english(project, "good").write_text(manuscript(LOST), encoding="utf-8")
    commit(project)
    git(project, "checkout", "-q", "mine")
    assert run("--changed-since", "main")[0] == 0
    english(project, "bad").write_text(manuscript(LOST + "\nMore.\n"), encoding="utf-8")
    git(project, "checkout", "-q", "--detach")
    assert stories("--changed-since", "main") == {"content/en/bad.md"}


def test_in_a_folder_of_the_repository(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The project may lie below the root of its repository."""
    (project / "paper").mkdir()
    for name in ("content", "zweiblatt.toml"):
        (project / name).rename(project / "paper" / name)
    git(project, "init", "-q")
    commit(project)
    project /= "paper"
    monkeypatch.chdir(project)
    assert run("--changed-since", "HEAD")[0] == 0
    english(project).write_text(manuscript(LOST + "\nMore.\n"), encoding="utf-8")
    assert stories("--changed-since", "HEAD") == {"content/en/bad.md"}


def test_what_git_does_not_know(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The message says why a commit cannot be found, and how to get it."""
    assert run("--changed-since", "HEAD")[0] == 2
    assert "is in no repository of Git" in capsys.readouterr().err
    git(project, "init", "-q")
    commit(project)
    for reference in ("origin/main", "--output=x", "HEAD..HEAD", ""):
        assert run("--changed-since", reference)[0] == (2 if reference else 1)
    assert "there is no commit “origin/main”; fetch it first" in capsys.readouterr().err
    git(project, "clone", "-q", "--depth", "1", f"file://{project}", "shallow")
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", "check", "--changed-since", "origin/x"],
        cwd=project / "shallow",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "fetch-depth: 0" in done.stderr
