"""A publication with four stories, and a build that says how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.build import few
from pipeline.cli.build import command
from tests.build.few.leaves import LIGHT, tell

if TYPE_CHECKING:
    from pathlib import Path

    from tests.build.few.leaves import Build


@pytest.fixture
def sheaf(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A publication with four stories, in which commands are called."""
    for name in ("eins", "zwei", "drei"):
        tell(project, name)
    (project / "hashtags.toml").write_text(
        '[autumn]\nde = ["Herbst"]\nen = ["Autumn"]\n\n[forest]\nde = ["Wald"]\nen = ["Forest"]\n',
        "utf-8",
    )
    monkeypatch.chdir(project)
    monkeypatch.delenv("ZWEIBLATT_CACHE_DIR", raising=False)
    return project


@pytest.fixture
def build(monkeypatch: pytest.MonkeyPatch) -> Build:
    """Build in the folder where we are; says whether the short way was taken to its end."""
    taken: list[bool] = []
    usual = few.build

    def noted(*given: object) -> object:
        done = usual(*given)  # type: ignore[arg-type]
        taken.append(done is not None)
        return done

    monkeypatch.setattr(few, "build", noted)

    def called(*options: str, code: int = 0) -> bool:
        taken.clear()
        assert command.main([*(options or LIGHT)], standalone_mode=False) == code
        return taken == [True]

    return called
