"""Where reports go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.testing import CliRunner

from pipeline.cli import CHOSEN, explain, tell
from pipeline.findings import Finding, Message, Severity
from pipeline.model import Span
from pipeline.report import Report

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_summary_of_a_job_is_not_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """GitHub drops a summary above 1 MiB: the gravest findings are in it, and it says so."""
    found = tuple(
        Finding(
            "a/b", Severity.ERROR if number == 19_999 else Severity.WARNING, Message("some words " * 6),
            Span(f"content/en/{number % 99}.md", number + 1), (), None, f"{number:032}",
        )
        for number in range(20_000)
    )  # fmt: skip
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    tell.tell(Report(found, 99), (("github", str(tmp_path / "annotations")),), statistics=False)
    text = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert len(text.encode()) <= 1024 * 1024
    assert "| 20000 | Error |" in text
    assert "gravest of 20000" in text


def test_explain_in_german() -> None:
    """All of an explanation is said in the language of messages."""
    said = CliRunner().invoke(explain.command, ["parity/missing-block"], env={CHOSEN: "de"}).stdout
    assert said.startswith("parity/missing-block (warning)\n\nEin Absatz, eine Liste")
    assert "\n\nWarum das zählt: Ein verlorener Absatz ist der Verlust" in said
    assert "\n\nFalsch: drei Absätze im Deutschen" in said
    assert "\n\nRichtig: Jeder Block hat sein Gegenstück" in said
    assert said.endswith("\n\nAbhilfe: den Absatz an der genannten Stelle übersetzen.\n")
    assert max(map(len, said.splitlines())) <= 120
