"""A small publication, and ``zweiblatt check`` called in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from click.testing import CliRunner

from pipeline.cli.check import command
from pipeline.cli.trouble import explain

if TYPE_CHECKING:
    from pathlib import Path

DE = "Ein Anfang ohne Zahlen.\n\n## Erster Punkt {#one}\n\n- Häuser\n- Bäume\n\n## Letzter Punkt {#two}\n\nEnde gut.\n"
EN = "A start without figures.\n\n## First point {#one}\n\n- houses\n- trees\n\n## Last point {#two}\n\nAll well.\n"
LOST = EN.replace("- trees\n", "")


def run(*arguments: str, given: str | None = None) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of ``zweiblatt check``."""
    result = CliRunner().invoke(command, arguments, input=given, standalone_mode=False)
    code = explain(result.exception) if result.exception else result.return_value
    return code, result.stdout, result.stderr


def rules(*arguments: str) -> list[str]:
    """The rules of what is found."""
    return [json.loads(line)["rule"] for line in run(*arguments, "--output-format", "json-lines")[1].splitlines()]


def english(project: Path, name: str = "bad") -> Path:
    """The English manuscript of a story."""
    return project / "content" / "en" / f"{name}.md"
