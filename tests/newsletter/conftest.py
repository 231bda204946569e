"""The mails of a built edition, and the tools that judge them: each test is skipped where its tool is absent.

The mails are those of the shipped stories in each form and language, digests, one for each sending service (as it sends
it, its marks filled in), and one story in each language that has everything that an article may have.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from pipeline.render.newsletter.profiles import PROFILES

ROOT = Path(__file__).parents[2]
HERE = {**os.environ, "PYTHONPATH": str(ROOT)}
LENIENT = '\n[check]\nignore = ["language/*"]\n'
MODULES = Path(os.environ.get("ZWEIBLATT_NODE_MODULES") or ROOT / ".nox" / "tools" / "node_modules")


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All kinds of mails, in one folder."""
    folder = tmp_path_factory.mktemp("edition")
    stories = ("deepseek-open-source", "how-we-check", "open-weights")
    calls = [[story, "--form", form] for story in stories for form in ("full", "teaser")]
    calls += [["open-weights", "--profile", service.key] for service in PROFILES]
    for call in (*calls, ["--since", "2025-01-01"]):
        _mails(ROOT, folder, *call)
    for language in ("de", "en"):
        project = _everything(tmp_path_factory.mktemp(language), language)
        for form in ("full", "teaser"):
            _mails(project, folder, "everything", "--form", form, "--language", language)
    shutil.copytree(project / "content" / "media", folder / "media")
    for service in PROFILES[1:]:
        for path in (folder / "newsletter").glob(f"*.{service.key}.*.html"):
            path.write_text(_filled(path.read_text("utf-8")), "utf-8")
    return folder / "newsletter"


def _mails(project: Path, folder: Path, *call: str) -> None:
    command = [sys.executable, "-m", "pipeline", "newsletter", *call, "--out", str(folder)]
    done = subprocess.run(command, cwd=project, check=False, capture_output=True, text=True, env=HERE)
    assert done.returncode == 0, done.stderr


def _everything(project: Path, language: str) -> Path:
    """A project with one story that has everything that an article may have; in either language the same words."""
    settings = (ROOT / "zweiblatt.toml").read_text("utf-8")
    (project / "zweiblatt.toml").write_text(
        settings.replace('original = "de"', f'original = "{language}"') + LENIENT, "utf-8"
    )
    content = project / "content" / language
    content.mkdir(parents=True)
    for name in ("imprint", "privacy"):
        shutil.copy(ROOT / "content" / language / f"{name}.md", content)
    shutil.copy(Path(__file__).parent / "everything.md", content)
    (project / "content" / "media").mkdir()
    Image.new("RGB", (1600, 900), (40, 90, 140)).save(project / "content" / "media" / "photo.jpg")
    Image.new("RGBA", (120, 60), (0, 0, 0, 0)).save(project / "content" / "media" / "line.png")
    shutil.copy(ROOT / "content" / "media" / "pipeline.de.svg", project / "content" / "media" / "plan.svg")
    return project


def _filled(html: str) -> str:
    """A mail as its service sends it: each of its marks is an address, kept comments are comments."""
    html = re.sub(r"\{\{ Safe `(.*?)` \}\}", r"\1", html, flags=re.DOTALL)
    for service in PROFILES[1:]:
        for mark in (service.unsubscribe, service.browser):
            html = html.replace(mark, "https://service.example.org/x?y=1")
    return html


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
