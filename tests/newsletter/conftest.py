"""The mails of a built edition, and the tools that judge them: each test is skipped where its tool is absent."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
MODULES = Path(os.environ.get("ZWEIBLATT_NODE_MODULES") or ROOT / ".nox" / "tools" / "node_modules")


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped mails in each form, and a digest in each language."""
    folder = tmp_path_factory.mktemp("edition")
    stories = ("deepseek-open-source", "how-we-check", "open-weights")
    calls = [[story, "--form", form] for story in stories for form in ("full", "teaser")]
    for call in (*calls, ["--since", "2025-01-01"]):
        command = [sys.executable, "-m", "pipeline", "newsletter", *call, "--out", str(folder)]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder / "newsletter"


def _module(name: str) -> Path:
    """A file of a node package, or a skip that says how to get it."""
    path = MODULES / name
    if not path.exists():
        pytest.skip(f"needs the node package of {name}: nox -s newsletter installs it")
    return path


@pytest.fixture(scope="session")
def checker() -> list[str]:
    """The command of the Nu HTML Checker."""
    if not shutil.which("java"):
        pytest.skip("needs Java")
    return ["java", "-jar", str(_module("vnu-jar/build/dist/vnu.jar"))]


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe."""
    return _module("axe-core/axe.min.js").read_text("utf-8")


@pytest.fixture(scope="session")
def support() -> dict[str, Any]:
    """The data of Can I Email."""
    data: dict[str, Any] = json.loads(_module("caniemail/data/caniemail.json").read_text("utf-8"))
    return data


@pytest.fixture(scope="session")
def twitter_text() -> Path:
    """The package by which X counts, for node."""
    if not shutil.which("node"):
        pytest.skip("needs node")
    return _module("twitter-text/package.json").parent
