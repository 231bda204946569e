"""The first publication of README.md, word by word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli.commands import command
from pipeline.errors import SettingsError

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
FILE = re.compile(r"<!-- file (?P<name>\S+) -->\n```\w+\n(?P<text>.*?)```\n", re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with the files that README.md shows."""
    for found in FILE.finditer(README):
        path = tmp_path / found["name"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found["text"], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    """The command with some arguments, in English."""
    return CliRunner().invoke(command, ["--messages", "en", *arguments])


def test_the_check_asks_for_the_hashtags_alone(folder: Path) -> None:
    """Its message shows the lines that mend it."""
    made = run("check")
    (line,) = made.stdout.splitlines()
    assert (made.exit_code, "hashtags/unmapped" in line) == (0, True)
    (folder / "hashtags.toml").write_text("\n".join(re.findall(r"`([^`]+)`", line)), encoding="utf-8")
    assert not run("check").stdout


def test_a_wrong_figure_is_found(folder: Path) -> None:
    """300 metres are not 3,000."""
    path = folder / "content/en/bienen.md"
    path.write_text(path.read_text(encoding="utf-8").replace("300", "3,000"), encoding="utf-8")
    assert "error numbers/changed" in run("check").stdout


def test_pages_are_made_and_mails_name_what_they_need(folder: Path) -> None:
    """A name and an address are enough for pages."""
    assert run("build", "--only", "web").exit_code == 0
    assert (folder / "output/site/en/bienen/index.html").is_file()
    refused = run("build").exception
    assert isinstance(refused, SettingsError)
    assert "--only web,pdf,feeds,social" in str(refused.more[-1][0])
