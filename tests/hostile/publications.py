"""A small publication, and what lies around it.

In: an empty folder. Out: a project with one story in it, beside files that nobody may touch.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.build.small import ENGLISH, GERMAN
from tests.hostile.running import ROOT

if TYPE_CHECKING:
    from pathlib import Path

OWN = ("output", ".zweiblatt", ".output.lock", ".output.staging", ".output.old")
"""What a build may write, by how it begins."""
SHIPPED = (ROOT / "zweiblatt.toml").read_text(encoding="utf-8")


def publication(folder: Path) -> Path:
    """A project; ``folder`` also holds ``beside/secret.txt``."""
    (folder / "beside").mkdir(parents=True)
    (folder / "beside" / "secret.txt").write_text("GEHEIM", encoding="utf-8")
    root = folder / "Heft"
    for language, text in (("de", GERMAN), ("en", ENGLISH)):
        (root / "content" / language).mkdir(parents=True)
        (root / "content" / language / "leaf.md").write_text(text, encoding="utf-8")
        for page in ("imprint.md", "privacy.md"):
            shutil.copyfile(ROOT / "content" / language / page, root / "content" / language / page)
    (root / "zweiblatt.toml").write_text(SHIPPED, encoding="utf-8")
    return root


def around(root: Path) -> dict[str, bytes | str]:
    """Everything in and beside a project that a command must leave as it is."""
    found: dict[str, bytes | str] = {}
    for path in sorted(root.parent.rglob("*")):
        name = path.relative_to(root.parent).as_posix()
        if name.startswith(tuple(f"{root.name}/{each}" for each in OWN)):
            continue
        if path.is_symlink():
            found[name] = f"-> {path.readlink()}"
        elif path.is_file() and path.stat().st_mode & 0o400:
            found[name] = path.read_bytes()
        else:
            found[name] = oct(path.lstat().st_mode)
    return found
