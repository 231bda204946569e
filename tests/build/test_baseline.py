"""``build --baseline``: a publication that adopted the checks builds while its old errors stand."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.build.small import ENGLISH, tree
from tests.hostile.publications import publication
from tests.hostile.running import run

if TYPE_CHECKING:
    from pathlib import Path

LIGHT = ("build", "--only", "web,newsletter,feeds")
LOST = ENGLISH.partition("## First")[0]
KNOWN = ("--baseline", "known.json")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A publication with an error that its baseline knows."""
    root = publication(tmp_path / "x")
    (root / "content/en/leaf.md").write_text(LOST, "utf-8")
    assert run(root, *LIGHT).code == 1
    assert run(root, "check", *KNOWN).code == 0
    return root


def test_what_is_known_holds_nothing_back(root: Path) -> None:
    """The edition is made, the report says nothing of what is known, and the same is said when nothing has changed."""
    for _ in range(2):
        ran = run(root, *LIGHT, *KNOWN)
        assert ran.code == 0, ran.said
        assert ran.out == ""
        assert "known.json: 1 known findings are not shown" in ran.err
    assert "site/en/leaf/index.html" in tree(root / "output")
    assert json.loads((root / "output/report/findings.json").read_bytes())["findings"] == []
    assert run(root, *LIGHT).code == 1


def test_what_is_new_holds_back(root: Path) -> None:
    """A new error stops the build, and is the only one that is told."""
    assert run(root, *LIGHT, *KNOWN).code == 0
    before = tree(root / "output")
    with (root / "content/en/leaf.md").open("a", encoding="utf-8") as file:
        file.write("\n<script>x</script>\n")
    ran = run(root, *LIGHT, *KNOWN)
    assert ran.code == 1
    assert "error markup/raw-html" in ran.out
    assert "parity/missing-section" not in ran.out
    assert tree(root / "output") == before


def test_a_build_writes_no_baseline(root: Path) -> None:
    """A name that was mistyped does not accept all that is found: exit 2, in both languages, and no file."""
    for language, words in (
        ("en", "there is no baseline knwon.json"),
        ("de", "es gibt keine Ausgangsliste knwon.json"),
    ):
        for command in (LIGHT, ("newsletter", "leaf")):
            ran = run(root, *command, "--baseline", "knwon.json", ZWEIBLATT_MESSAGES=language)
            assert ran.code == 2, ran.said
            assert words in ran.err
    assert not (root / "knwon.json").exists()
    assert run(root, *LIGHT, "--baseline", "zweiblatt.toml").code == 2


def test_a_mail_goes_out_in_spite_of_what_is_known(root: Path) -> None:
    """``newsletter`` takes the same file."""
    assert run(root, "newsletter", "leaf").code == 1
    ran = run(root, "newsletter", "leaf", *KNOWN)
    assert ran.code == 0, ran.said
    assert "newsletter/leaf.en.html" in ran.out


def test_shards_of_one_baseline_are_merged(root: Path) -> None:
    """Shards are those of one edition only if they were built in spite of the same."""
    for part in ("1", "2"):
        assert run(root, *LIGHT, *KNOWN, "--shard", f"{part}/2", "--out", f"shard-{part}").code == 0
    ran = run(root, "merge", "shard-1", "shard-2")
    assert ran.code == 0, ran.said
    whole = tree(root / "output")
    shutil.rmtree(root / "output")
    assert run(root, *LIGHT, *KNOWN).code == 0
    assert tree(root / "output") == whole
