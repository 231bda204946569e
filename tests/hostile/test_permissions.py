"""What somebody may not read or write is said by its name; the old edition stands, or the new one is whole."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pwd import getpwuid
from typing import TYPE_CHECKING

import pytest

from tests.build.small import tree
from tests.hostile.publications import publication
from tests.hostile.running import ROOT, run

if TYPE_CHECKING:
    from pathlib import Path

LIGHT = ("build", "--only", "web,feeds")
ANYBODY = (
    ("setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner,-chown", "--inh-caps=-all")
    if os.geteuid() == 0
    else ()
)
"""Root without the right to read and write everything."""
REFUSED = (
    ("zweiblatt.toml", 0, "zweiblatt.toml:1:1: "),
    ("content", 0, "content"),
    ("content", 0o444, "content/de"),
    ("content/de", 0, "content/de"),
    ("content/de/leaf.md", 0, "content/de/leaf.md:1:1: "),
    ("templates", 0, "templates|article.html"),
    ("output", 0, "output"),
    ("output", 0o444, "output"),
    ("output/report", 0, "output"),
    (".", 0o555, "output"),
    (".", 0o444, "Heft cannot be read"),
)
TAKEN = (
    ("output", 0o555),
    ("output/site", 0o555),
    ("output/site/de/index.html", 0),
    (".zweiblatt", 0),
    (".zweiblatt", 0o555),
    (".zweiblatt/objects", 0),
    (".zweiblatt/index.json", 0),
)

pytestmark = pytest.mark.skipif(bool(ANYBODY) and not shutil.which("setpriv"), reason="root without setpriv")


def edited(folder: Path) -> Path:
    """A publication with an edition, whose texts have changed since."""
    root = publication(folder / "x")
    (root / "templates").mkdir()
    assert run(root, *LIGHT).code == 0
    for path in root.glob("content/*/leaf.md"):
        path.write_text(path.read_text("utf-8").replace("350", "360"), encoding="utf-8")
    return root


def build(root: Path, path: str, mode: int) -> subprocess.CompletedProcess[str]:
    """Build where something has a mode, which it loses after that."""
    before = (root / path).stat()
    (root / path).chmod(mode)
    ran = subprocess.run(
        [*ANYBODY, sys.executable, "-m", "pipeline", *LIGHT],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(ROOT), "ZWEIBLATT_MESSAGES": "en"},
        capture_output=True,
        check=False,
        text=True,
        timeout=100,
    )
    for place in (root / path, *root.glob(f".zweiblatt/spare-*/{path.partition('/')[2]}")):
        if place.exists() and place.stat().st_ino == before.st_ino:
            place.chmod(before.st_mode)
    assert "Traceback" not in ran.stdout + ran.stderr
    return ran


@pytest.mark.parametrize(("path", "mode", "said"), REFUSED)
def test_refused(path: str, mode: int, said: str, tmp_path: Path) -> None:
    """Exit 2 or 3 with the name; nothing has changed, nothing is left beside the output."""
    root = edited(tmp_path)
    before = tree(root / "output")
    ran = build(root, path, mode)
    assert ran.returncode in {2, 3}, ran.stderr
    assert any(each in ran.stderr for each in said.split("|")), ran.stderr
    assert tree(root / "output") == before
    assert [each.name for each in root.iterdir() if each.name.startswith(".output")] == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files to others")
def test_edition_of_somebody_else(tmp_path: Path) -> None:
    """The new edition takes its place; what is left of the old one is told with its owner, once in each build."""
    root = edited(tmp_path)
    somebody = 65_534
    for path in (root / "output", *(root / "output").rglob("*")):
        os.chown(path, somebody, somebody)
    for text in ("360", "370"):
        for path in root.glob("content/*/leaf.md"):
            path.write_text(path.read_text("utf-8").replace("360", text), encoding="utf-8")
        ran = build(root, "output", 0o755)
        assert ran.returncode == 0, ran.stderr
        assert text.encode() in (root / "output" / "site" / "de" / "leaf" / "index.html").read_bytes()
        (left,) = (each.name for each in root.iterdir() if each.name.startswith(".output"))
        assert f"{left} is an old edition of “{getpwuid(somebody).pw_name}”: only its owner can remove it" in ran.stderr
    shutil.rmtree(root / left)


@pytest.mark.parametrize(("path", "mode"), TAKEN)
def test_taken(path: str, mode: int, tmp_path: Path) -> None:
    """The edition is exchanged whole, and a store that cannot be used only makes it slower."""
    root = edited(tmp_path)
    ran = build(root, path, mode)
    assert ran.returncode == 0, ran.stderr
    assert b"360" in (root / "output" / "site" / "de" / "leaf" / "index.html").read_bytes()
    assert [each.name for each in root.iterdir() if each.name.startswith(".output")] == []
