"""What making shows of an article holds that article back, and nothing else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pipeline.build import extra
from tests.build.small import ENGLISH, GERMAN, tree

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., subprocess.CompletedProcess[str]]


def test_an_output_that_lacks_what_its_article_has_is_not_published(project: Path, run: Run) -> None:
    """A publication's own template that loses the text is an error: exit 1, each loss is named with its output."""
    assert run("build", "--only", "web").returncode == 0
    before = tree(project / "output")
    (project / "templates").mkdir()
    shipped = '<!doctype html><html lang="en"><title>x</title><body><p>nothing</p></body></html>'
    (project / "templates/article.html").write_text(shipped, "utf-8")
    done = run("build", "--only", "web")
    assert done.returncode == 1, done.stderr
    assert "outputs/missing-heading" in done.stdout
    assert "site/de/leaf/index.html" in done.stdout
    assert tree(project / "output") == before


def test_what_a_command_added_survives_a_build(project: Path, run: Run) -> None:
    """A digest that zweiblatt newsletter made stays when the edition is made anew."""
    assert run("build", "--only", "web").returncode == 0
    extra.add(project / "output", project, {"newsletter/digest-2025-02-22.de.txt": b"Hallo"})
    (project / "content/de/leaf.md").write_text(GERMAN.replace("Der Text", "Der neue Text"), "utf-8")
    (project / "content/en/leaf.md").write_text(ENGLISH.replace("The text", "The new text"), "utf-8")
    assert run("build", "--only", "web").returncode == 0
    assert (project / "output/newsletter/digest-2025-02-22.de.txt").read_bytes() == b"Hallo"


def test_the_edition_holds_the_report_of_its_build(project: Path, run: Run) -> None:
    """report/ has the findings as JSON and as a page, and the manifest names both."""
    assert run("build", "--only", "web").returncode == 0
    summary = json.loads((project / "output/report/findings.json").read_text("utf-8"))["summary"]
    assert summary["errors"] == 0
    manifest = json.loads((project / "output/report/manifest.json").read_text("utf-8"))
    assert {"report/findings.json", "report/index.html"} <= set(manifest["files"])


def test_shards_that_are_joined_are_what_one_build_makes(project: Path, run: Run) -> None:
    """Every file but the report is the same, byte for byte; shards of other manuscripts are refused."""
    assert run("build", "--only", "web,social").returncode == 0
    shards = [f"shard-{number}" for number in (1, 2)]
    for number, out in enumerate(shards, 1):
        done = run("build", "--only", "web,social", "--shard", f"{number}/2", "--out", out)
        assert done.returncode == 0, done.stderr
    assert run("merge", *shards, "--out", "joined").returncode == 0
    whole, joined = tree(project / "output"), tree(project / "joined")
    made = {path for path in whole if not path.startswith("report/")}
    assert {path for path in joined if not path.startswith("report/")} == made
    assert {path for path in made if whole[path] != joined[path]} == set()
    (project / "content/en/leaf.md").write_text(ENGLISH.replace("One leaf", "A leaf"), "utf-8")
    assert run("build", "--only", "web,social", "--shard", "2/2", "--out", shards[1]).returncode == 0
    assert run("merge", *shards, "--out", "joined").returncode == 2
