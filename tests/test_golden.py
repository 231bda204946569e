"""What is made of one shipped story, as files that open in a browser: ``--accept`` writes them, the diff is the review.

PDFs stand as their text: page by page, as a PDF reader gives it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
GOLDEN = Path(__file__).parent / "golden"
STORY = "open-weights"
KINDS = (".html", ".txt", ".eml", ".json", ".xml", ".bib", ".pdf")


def _project(folder: Path) -> Path:
    for language in ("de", "en"):
        (folder / "content" / language).mkdir(parents=True)
        for name in (STORY, "imprint", "privacy"):
            shutil.copy(ROOT / "content" / language / f"{name}.md", folder / "content" / language)
    for name in ("zweiblatt.toml", "hashtags.toml"):
        shutil.copy(ROOT / name, folder / name)
    return folder


def _made(output: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(output.rglob("*")):
        name = path.relative_to(output).as_posix()
        if path.suffix in KINDS and not name.startswith("report/"):
            if path.suffix == ".pdf":
                pages = [page.extract_text() for page in PdfReader(path).pages]
                yield f"{name}.txt", "\f\n".join(pages).rstrip() + "\n"
            else:
                yield name, path.read_bytes().decode("utf-8").replace("\r\n", "\n")


def test_what_is_made_is_what_was_accepted(tmp_path: Path, accept: bool) -> None:  # noqa: FBT001 - pytest's fixture
    """Page, PDF, mail, feeds, lists of sources, network texts: unchanged unless somebody looked at the change."""
    project = _project(tmp_path / "project")
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", "build"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
        capture_output=True,
        text=True,
    )
    if "Pango" in done.stderr:
        pytest.skip("Pango is missing: apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0")
    assert done.returncode == 0, done.stdout + done.stderr
    made = dict(_made(project / "output"))
    if accept:
        shutil.rmtree(GOLDEN, ignore_errors=True)
        for name, text in made.items():
            (GOLDEN / name).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / name).write_text(text, encoding="utf-8")
    known = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*") if path.is_file()}
    assert known == set(made)
    for name, text in made.items():
        assert (GOLDEN / name).read_text("utf-8") == text, name
