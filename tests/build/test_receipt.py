"""An edition that is current is neither read nor made again; whatever it is made of makes it anew."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from pipeline.cli import build, check
from tests.build.small import ENGLISH, GERMAN, tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import ModuleType

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


CHECK = ("check", "--min-severity", "info", "--exit-zero")


def test_a_check_of_the_same_looks_at_no_story(project: Path, run: Run) -> None:
    """What was found in all stories is said again, without what is known of each."""
    first = run(*CHECK)
    assert "finding" in first.stderr or first.stdout
    for path in (project / ".zweiblatt").glob("check-*.json"):
        path.unlink()
    again = run(*CHECK)
    assert (again.stdout, again.stderr, again.returncode) == (first.stdout, first.stderr, first.returncode)
    assert not [*(project / ".zweiblatt").glob("check-*.json")]


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("content/en/leaf.md", ENGLISH.replace("350 people", "three hundred people").encode()),
        ("content/de/new.md", NEW),
        ("content/media/none.png", b"no picture"),
        ("glossary.toml", b"[Strauch]\nallowed = ['shrub']\n"),
        ("hashtags.toml", b"[leaf]\nde = ['Blatt']\nen = ['Sheet']\n"),
    ],
)
def test_what_a_check_depends_on(project: Path, run: Run, path: str, data: bytes, tmp_path: Path) -> None:
    """A changed or new manuscript, picture, term or hashtag is looked at: all is said that a first check says."""
    run(*CHECK)
    (project / path).parent.mkdir(exist_ok=True)
    (project / path).write_bytes(data)
    known = run(*CHECK).stdout
    assert known == run(*CHECK, ZWEIBLATT_CACHE_DIR=str(tmp_path / "other")).stdout
    (project / path).unlink()
    without = run(*CHECK).stdout
    assert without == run(*CHECK, ZWEIBLATT_CACHE_DIR=str(tmp_path / "another")).stdout


def test_what_lies_behind_a_link_is_looked_at(project: Path, run: Run) -> None:
    """Nothing is taken for the same where a link leads to a folder, whose files may be shown."""
    (project / "pictures").mkdir()
    (project / "content/media").mkdir(exist_ok=True)
    (project / "content/media/inside").symlink_to(project / "pictures")
    run(*CHECK)
    run(*KEPT)
    assert not [*(project / ".zweiblatt").glob("whole-*.json"), *(project / ".zweiblatt").glob("edition-*.json")]


CHANGED = ENGLISH.replace("350 people", "351 people")


def before_it(monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str, file: Path, text: str) -> None:
    """Write a file at the moment before a function of a module is called."""
    called = getattr(module, name)

    def late(*given: object, **named: object) -> object:
        file.write_text(text, "utf-8")
        return called(*given, **named)

    monkeypatch.setattr(module, name, late)


def test_what_changes_during_a_check_is_not_remembered(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Findings in a text that was written meanwhile, and taken back, are not told of what stands there."""
    monkeypatch.chdir(project)
    leaf = project / "content/en/leaf.md"
    before_it(monkeypatch, check, "_looked_for", leaf, CHANGED)
    check.command.main([*CHECK[1:]], standalone_mode=False)
    assert "351" in capsys.readouterr().out
    leaf.write_text(ENGLISH, "utf-8")
    assert "351" not in run(*CHECK).stdout


def test_a_story_that_comes_during_a_check_is_not_forgotten(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A manuscript that was written after stories were listed is found by the next check."""
    monkeypatch.chdir(project)
    before_it(monkeypatch, check, "checked", project / "content/de/new.md", GERMAN)
    check.command.main([*CHECK[1:]], standalone_mode=False)
    assert "content/en/new.md is missing" in run(*CHECK).stdout


def test_what_changes_during_a_build_is_not_taken_for_current(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A text that was written while its edition was made, and taken back, is not what readers see."""
    monkeypatch.chdir(project)
    leaf, page = project / "content/en/leaf.md", project / "output/site/en/leaf/index.html"
    before_it(monkeypatch, build, "_made", leaf, CHANGED)
    build.command.main([*KEPT[1:]], standalone_mode=False)
    leaf.write_text(ENGLISH, "utf-8")
    run(*KEPT)
    assert "350 people" in page.read_text("utf-8")
