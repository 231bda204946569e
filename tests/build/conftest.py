"""A small publication to build: one story in both languages, in a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.build.small import ENGLISH, GERMAN, write

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A publication with one story."""
    root = tmp_path / "Heft für alle"
    for language, text in (("de", GERMAN), ("en", ENGLISH)):
        folder = root / "content" / language
        folder.mkdir(parents=True)
        (folder / "leaf.md").write_text(text, encoding="utf-8")
        for page in ("imprint.md", "privacy.md"):
            (folder / page).write_bytes((ROOT / "content" / language / page).read_bytes())
    (root / "zweiblatt.toml").write_bytes((ROOT / "zweiblatt.toml").read_bytes())
    return root


@pytest.fixture
def run(project: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the command in the publication: ``run("build", "--only", "web")``."""

    def zweiblatt(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        known = {**os.environ, "ZWEIBLATT_MESSAGES": "en", **environment}
        known["PYTHONPATH"] = os.pathsep.join(filter(None, (environment.get("PYTHONPATH"), str(ROOT))))
        return subprocess.run(
            [sys.executable, "-m", "pipeline", *arguments],
            cwd=project,
            env=known,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    return zweiblatt


@pytest.fixture
def two(project: Path) -> Path:
    """The publication with a second story, which no fault touches."""
    write(project, "other", GERMAN.replace("Ein Blatt", "Zwei"), ENGLISH.replace("One leaf", "Two"))
    return project
