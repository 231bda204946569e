"""What a build publishes, and what it leaves standing when something fails."""

from __future__ import annotations

import gc
import json
import os
import shutil
from typing import TYPE_CHECKING

import pytest

from pipeline.cli.build import command
from tests.build.small import ENGLISH, GERMAN, tree

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., subprocess.CompletedProcess[str]]

LIGHT = ("--only", "web,newsletter,feeds,social")


def test_an_edition_holds_page_pdf_and_mail_in_both_languages(project: Path, run: Run) -> None:
    """One command makes everything, and its manifest names each file with its digest."""
    done = run("build")
    assert done.returncode == 0, done.stderr
    files = set(tree(project / "output"))
    for language in ("de", "en"):
        assert f"site/{language}/leaf/index.html" in files
        assert f"site/{language}/leaf/leaf.{language}.pdf" in files
        assert {f"newsletter/leaf.{language}.{form}" for form in ("html", "txt", "eml")} <= files
    manifest = json.loads((project / "output/report/manifest.json").read_text("utf-8"))
    assert set(manifest["files"]) == files - {"report/manifest.json"}


def test_an_error_publishes_nothing_and_the_old_edition_stands(project: Path, run: Run) -> None:
    """A lost section is an error: exit 1, the old files are untouched, a report tells why."""
    assert run("build", *LIGHT).returncode == 0
    before = tree(project / "output")
    (project / "content/en/leaf.md").write_text(ENGLISH.replace("## First\n\nAbout 350 people came.\n", ""), "utf-8")
    done = run("build", *LIGHT)
    assert done.returncode == 1
    assert "parity/missing-section" in done.stdout
    assert "nothing was published; the old edition stands; the report is in .zweiblatt/report\n" in done.stderr
    done = run("build", *LIGHT, "--out", "first")
    assert "nothing was published; the report is in .zweiblatt/report\n" in done.stderr
    assert tree(project / "output") == before
    assert "missing-section" in (project / ".zweiblatt/report/findings.json").read_text("utf-8")


def test_keep_going_keeps_the_old_files_of_the_faulty_translation_alone(project: Path, run: Run) -> None:
    """With --keep-going the other language and other stories are made anew; the faulty one keeps its old page."""
    assert run("build", *LIGHT).returncode == 0
    before = tree(project / "output")
    (project / "content/de/leaf.md").write_text(GERMAN.replace("Der Text", "Der neue Text"), "utf-8")
    (project / "content/en/leaf.md").write_text(ENGLISH.replace("## First\n\nAbout 350 people came.\n", ""), "utf-8")
    done = run("build", *LIGHT, "--keep-going")
    after = tree(project / "output")
    assert done.returncode == 1
    assert "Der neue Text" in after["site/de/leaf/index.html"].decode()
    assert after["site/en/leaf/index.html"] == before["site/en/leaf/index.html"]
    held = [line for line in done.stderr.splitlines() if "held back" in line]
    assert held == ["zweiblatt: content/en/leaf.md was held back; its old files stay"]
    again = run("build", *LIGHT, "--keep-going")
    assert held == [line for line in again.stderr.splitlines() if "held back" in line]
    shutil.rmtree(project / "output")
    fresh = run("build", *LIGHT, "--keep-going")
    assert "zweiblatt: content/en/leaf.md was held back; it is left out\n" in fresh.stderr


def test_a_second_build_makes_nothing(run: Run) -> None:
    """What is unchanged is not made again."""
    assert run("build", *LIGHT).returncode == 0
    made = [line.split()[-3:] for line in run("build", *LIGHT).stderr.splitlines() if line.startswith("web")]
    assert made[0][0] == "0"


def test_a_removed_article_removes_exactly_its_files(project: Path, run: Run) -> None:
    """Pages of a story that is gone go with it; those of the others stay."""
    for language, text in (("de", GERMAN), ("en", ENGLISH)):
        (project / "content" / language / "second.md").write_text(text, "utf-8")
    assert run("build", *LIGHT).returncode == 0
    for language in ("de", "en"):
        (project / "content" / language / "second.md").unlink()
    assert run("build", *LIGHT).returncode == 0
    left = tree(project / "output")
    assert not [path for path in left if "second" in path]
    assert "site/de/leaf/index.html" in left


def test_files_that_show_no_article_stand_when_one_changes(project: Path, run: Run) -> None:
    """What they are made of is the settings alone; what lists articles is made anew."""
    plain = ("index.html", "404.html", "robots.txt", "de/search/index.html", "en/search/index.html")
    listing = ("en/index.html", "en/search/index.json", "sitemap.xml")
    assert run("build", "--only", "web").returncode == 0
    site = project / "output/site"
    before = {name: (site / name).stat().st_ino for name in (*plain, *listing)}
    article = next(project.glob("content/en/*.md"))
    text = article.read_text("utf-8").replace('title: "', 'title: "New: ', 1)
    article.write_text(text.replace("date: 2025-", "date: 2026-", 1), "utf-8")
    original = project / "content/de" / article.name
    original.write_text(original.read_text("utf-8").replace("date: 2025-", "date: 2026-", 1), "utf-8")
    assert run("build", "--only", "web").returncode == 0
    after = {name: (site / name).stat().st_ino for name in before}
    assert {name for name in before if before[name] == after[name]} == {*plain}


def test_only_carries_every_other_file_over(project: Path, run: Run) -> None:
    """--only web leaves mails as they are, byte for byte."""
    assert run("build", *LIGHT).returncode == 0
    before = tree(project / "output")
    (project / "content/de/leaf.md").write_text(GERMAN.replace("Der Text", "Der neue Text"), "utf-8")
    assert run("build", "--only", "web").returncode == 0
    after = tree(project / "output")
    assert after["newsletter/leaf.de.html"] == before["newsletter/leaf.de.html"]
    assert "Der neue Text" in after["site/de/leaf/index.html"].decode()


def test_the_last_line_counts_the_stories_that_were_asked_for(project: Path, run: Run) -> None:
    """All of them, those that a path names, or those of a part; the report in the edition says the same."""
    assert run("build", "--only", "web").stderr.endswith("no findings in 3 stories\n")
    assert run("build", "--only", "web", "content/de/leaf.md").stderr.endswith("no findings in 1 story\n")
    report = json.loads((project / "output/report/findings.json").read_text("utf-8"))
    assert report["summary"]["stories"] == 1
    parts = [run("build", "--only", "web", "--shard", f"{n}/2", "--out", f"part-{n}").stderr for n in (1, 2)]
    assert sum(int(part.splitlines()[-1].split()[3]) for part in parts) == 3


def test_two_stories_with_one_address_are_refused(project: Path, run: Run) -> None:
    """A collision is said before anything is made, with both claims."""
    slugged = GERMAN.replace("kind: note", "kind: note\nslug: leaf")
    (project / "content/de/other.md").write_text(slugged, "utf-8")
    (project / "content/en/other.md").write_text(ENGLISH, "utf-8")
    done = run("build", *LIGHT)
    assert done.returncode in {1, 2}
    assert "leaf" in done.stdout + done.stderr
    assert not (project / "output").exists()


def test_a_missing_legal_setting_is_said_before_anything_is_made(project: Path, run: Run) -> None:
    """Exit 2, the key's name; --only that leaves the newsletter out builds."""
    settings = (project / "zweiblatt.toml").read_text("utf-8").replace('unsubscribe = "', '# unsubscribe = "')
    (project / "zweiblatt.toml").write_text(settings, "utf-8")
    done = run("build")
    assert done.returncode == 2
    assert "unsubscribe" in done.stderr
    assert not (project / "output").exists()
    assert run("build", "--only", "web").returncode == 0


def test_a_folder_that_is_no_edition_is_refused(project: Path, run: Run) -> None:
    """Somebody's files are never replaced, nor a Git repository, nor the project itself."""
    (project / "output").mkdir()
    (project / "output/notes.txt").write_text("mine", "utf-8")
    done = run("build", *LIGHT)
    assert done.returncode == 3
    assert (project / "output/notes.txt").read_text("utf-8") == "mine"
    assert run("build", *LIGHT, "--out", ".").returncode == 3
    (project / "elsewhere/.git").mkdir(parents=True)
    assert run("build", *LIGHT, "--out", "elsewhere").returncode == 3


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_reported(project: Path, run: Run) -> None:
    """No permission: exit 3, a message, no traceback."""
    project.chmod(0o555)
    try:
        done = run("build", *LIGHT)
    finally:
        project.chmod(0o755)
    assert done.returncode == 3
    assert "Traceback" not in done.stderr


def test_a_broken_template_is_named_and_publishes_nothing(project: Path, run: Run) -> None:
    """A fault in a template of the publication: exit 3, the template's name."""
    (project / "templates").mkdir()
    (project / "templates/article.html").write_text("{{ nothing.there }}", "utf-8")
    done = run("build", "--only", "web")
    assert done.returncode == 3
    assert "article.html" in done.stderr
    assert not (project / "output").exists()


def test_a_draft_is_checked_but_not_published(project: Path, run: Run) -> None:
    """A draft appears with --drafts alone."""
    for language, text in (("de", GERMAN), ("en", ENGLISH)):
        draft = text.replace("kind: note", "kind: note\ndraft: true")
        (project / "content" / language / "draft.md").write_text(draft, "utf-8")
    assert run("build", "--only", "web").returncode == 0
    assert not (project / "output/site/de/draft").exists()
    assert run("build", "--only", "web", "--drafts").returncode == 0
    assert (project / "output/site/de/draft/index.html").exists()


def test_a_dry_run_makes_nothing(project: Path, run: Run) -> None:
    """--dry-run says what would be made."""
    done = run("build", *LIGHT, "--dry-run")
    assert done.returncode == 0
    assert "web" in done.stderr
    assert not (project / "output").exists()


def test_a_build_inside_of_a_program_leaves_it_as_it_was(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory is looked through for circles again, once a build is done that did not."""
    monkeypatch.chdir(project)
    assert command.main(["--only", "feeds"], standalone_mode=False) == 0
    assert gc.isenabled()
