"""What making shows of an article holds that article back, and nothing else."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

from pipeline.build.publish import extra
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
    extra.add(project / "output", project, {"newsletter/digest-2025-02-22.de.txt": b"Hallo"}, {})
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


LIGHT = ("--only", "web,newsletter,feeds,social")


def shards(run: Run, parts: int) -> list[str]:
    """All parts of an edition, each in a folder of its own."""
    folders = [f"shard-{number}" for number in range(1, parts + 1)]
    for number, out in enumerate(folders, 1):
        done = run("build", *LIGHT, "--shard", f"{number}/{parts}", "--out", out)
        assert done.returncode == 0, done.stderr
    return folders


def test_shards_that_are_joined_are_what_one_build_makes(project: Path, run: Run) -> None:
    """Every file is the same, byte for byte: pages, mails, feeds, social texts, the report with a warning, pictures."""
    for language, text in (("de", GERMAN), ("en", ENGLISH)):
        for name in ("second", "third"):
            changed = text.replace("2025-02-22", "2031-02-22") if name == "third" else text
            (project / "content" / language / f"{name}.md").write_text(changed, "utf-8")
    (project / "content/media").mkdir()
    (project / "content/media/data.csv").write_text("a;b", "utf-8")
    (project / "content/media/tool.html").write_text("x", "utf-8")
    assert run("build", *LIGHT).returncode == 0
    whole = tree(project / "output")
    assert b"media/not-served" in whole["report/findings.json"]
    assert b"future" in whole["report/findings.json"]
    for parts in (3, 5):
        assert run("merge", *reversed(shards(run, parts)), "--out", "joined").returncode == 0
        joined = tree(project / "joined")
        assert {path for path in {*whole, *joined} if whole.get(path) != joined.get(path)} == set()


def test_a_shard_forgets_what_is_no_longer_its_own(project: Path, run: Run) -> None:
    """A story that was removed, or that another part holds now, is gone from the folder of a shard."""
    shards(run, 1)
    assert "site/de/leaf/index.html" in tree(project / "shard-1")
    for language in ("de", "en"):
        (project / "content" / language / "leaf.md").unlink()
    shards(run, 2)
    assert not [path for number in (1, 2) for path in tree(project / f"shard-{number}") if "leaf/" in path]


def test_wrong_shards_are_refused(project: Path, run: Run) -> None:
    """A shard that is missing, twice, foreign, damaged, of another number of parts or of other manuscripts is named."""
    folders = shards(run, 2)
    run("build", *LIGHT, "--shard", "1/3", "--out", "third")
    run("build", *LIGHT, "--out", "whole")
    shutil.copytree(project / "shard-1", project / "again")
    shutil.copytree(project / "shard-1", project / "damaged")
    page = project / "damaged/site/de/index.html"
    page.unlink()
    page.write_text("x", "utf-8")
    for given, code, said in (
        (folders[:1], 2, "a shard is missing: 2/2"),
        ([*folders, "again"], 2, "are both shard 1/2"),
        (["third", "shard-2"], 2, "are not parts of one edition"),
        (["whole", "shard-2"], 2, "whole is no shard"),
        (["nothing"], 2, "nothing is no shard"),
        (["damaged", "shard-2"], 3, "damaged/site/de/index.html is damaged or missing"),
        ([*folders, "--out", "shard-1"], 2, "cannot be both a shard and the output"),
    ):
        done = run("merge", *given, *(() if "--out" in given else ("--out", "joined")))
        assert done.returncode == code, done.stderr
        assert said in done.stderr
    assert not (project / "joined").exists()
    (project / "content/en/leaf.md").write_text(ENGLISH.replace("One leaf", "A leaf"), "utf-8")
    assert run("build", *LIGHT, "--shard", "2/2", "--out", folders[1]).returncode == 0
    assert run("merge", *folders, "--out", "joined").returncode == 2
    assert "name no paths" in run("build", "leaf", "--shard", "1/2").stderr
