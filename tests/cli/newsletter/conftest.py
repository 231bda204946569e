"""The publication and the command of the tests of ``zweiblatt newsletter``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from pipeline.cli import main

from .small import ARTICLE, SETTINGS, Done

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A publication with one story in both languages and one in German alone."""
    (tmp_path / "zweiblatt.toml").write_text(SETTINGS, "utf-8")
    stories = {
        "de/eins": ("Schöne Grüße aus Köln", "20", "schoene-gruesse", r"Ein Gruß mit \*|UNSUB|\* und {{ x }}."),
        "en/eins": ("Greetings from Cologne", "20", "greetings", r"A greeting with \*|UNSUB|\* and {{ x }}."),
        "de/zwei": ("Nur auf Deutsch", "21", "nur-auf-deutsch", "Noch ein Gruß."),
    }
    stories |= {f"de/{name}": (name, "19", f"{name}-de", "Eine Seite.") for name in ("imprint", "privacy")}
    for name, (title, day, slug, text) in stories.items():
        path = tmp_path / "content" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        head = ARTICLE.format(title=title, day=day, slug=slug, text=text)
        path.write_text(head.replace("kind: note", "kind: note\ntranslate: later") if "zwei" in name else head, "utf-8")
        if slug.endswith("-de"):
            path.write_text(head.replace("kind: note", "kind: page\ntranslate: later"), "utf-8")
    return tmp_path


@pytest.fixture
def run(project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Done]:
    """The command, called in the project."""

    def call(*arguments: str, command: str = "newsletter") -> Done:
        monkeypatch.chdir(project)
        monkeypatch.setenv("ZWEIBLATT_MESSAGES", "en")
        monkeypatch.setattr(sys, "argv", ["zweiblatt", command, *arguments])
        with pytest.raises(SystemExit) as end:
            main()
        said = capsys.readouterr()
        return Done(int(end.value.code or 0), said.out, said.err)

    return call
