"""The working folder of the tests of ``zweiblatt check``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.stories import manuscript

from .small import DE, EN, LOST

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one good story and one whose English list lost an item; the working folder."""
    (tmp_path / "zweiblatt.toml").write_text("[check]\nselect = ['parity', 'suppression', 'stub', 'story', 'markup']\n")
    for name, en in (("good", EN), ("bad", LOST)):
        for language, text in (("de", DE), ("en", en)):
            path = tmp_path / "content" / language / f"{name}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(manuscript(text), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1741600000")
    for name in ("GITHUB_STEP_SUMMARY", "LANG", "LC_ALL", "LC_MESSAGES", "ZWEIBLATT_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path
