"""``--baseline``: what is known is not shown again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.stories import manuscript

from .small import DE, EN, LOST, english, run

if TYPE_CHECKING:
    from pathlib import Path


def test_baseline(project: Path) -> None:
    """What the baseline knows is not shown again, even after lines were inserted; new faults are."""
    assert run("--baseline", "known.json")[0] == 0
    text = manuscript(LOST.replace("## First", "One more sentence.\n\n## First"))
    english(project).write_text(text, encoding="utf-8")
    german = project / "content" / "de" / "bad.md"
    german.write_text(manuscript(DE.replace("## Erster", "Noch ein Satz.\n\n## Erster")), encoding="utf-8")
    assert run("--baseline", "known.json")[:2] == (0, "")
    english(project, "good").write_text(manuscript(LOST), encoding="utf-8")
    assert run("--baseline", "known.json")[1].startswith("content/en/good.md:")
    assert run("--baseline", "zweiblatt.toml")[0] == 2


def test_what_a_run_did_not_look_at_is_not_said_to_be_gone(project: Path) -> None:
    """Only where a run looked it says that a known finding is no longer there."""
    english(project, "good").write_text(manuscript(LOST), encoding="utf-8")
    run("--baseline", "kept/known.json")
    for part in (("good",), ("--shard", "1/2"), ("--select", "markup"), ("--min-severity", "error")):
        assert "no longer there" not in run("--baseline", "kept/known.json", *part)[2]
    assert "kept/known.json: 2 known findings are not shown" in run("--baseline", "kept/known.json")[2]
    english(project).write_text(manuscript(EN), encoding="utf-8")
    assert "1 known findings are no longer there" in run("--baseline", "kept/known.json")[2]


def test_repairs_are_for_what_is_new(project: Path) -> None:
    """With a baseline ``--fix`` leaves known faults alone, and does not show them afterwards."""
    english(project).write_text(manuscript(EN.partition("## Last")[0]), encoding="utf-8")
    run("--baseline", "known.json")
    english(project, "good").write_text(manuscript(EN.partition("## Last")[0]), encoding="utf-8")
    code, out, err = run("--baseline", "known.json", "--fix")
    assert "repaired: 1" in err
    assert code == 1
    assert "content/en/good.md" in out
    assert "content/en/bad.md" not in out
