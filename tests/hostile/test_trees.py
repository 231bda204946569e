"""Folders that mean harm: every command ends as it should, and nothing around the project is touched or shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.hostile.judging import active
from tests.hostile.publications import around, publication
from tests.hostile.running import run
from tests.hostile.trees import TREES

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = (("check",), ("build", "--only", "web,newsletter,feeds"), ("newsletter", "leaf"), ("doctor",))


def test_there_are_enough() -> None:
    """The table is as long as we promise."""
    assert len(TREES) >= 60


@pytest.mark.parametrize("name", TREES)
def test_tree(name: str, tmp_path: Path) -> None:
    """No traceback, a code of ours, no word of a file outside in an output, nothing written outside."""
    root = publication(tmp_path)
    TREES[name](root)
    before = around(root)
    for command in COMMANDS:
        ran = run(root, *command)
        assert "Traceback" not in ran.said, (command, ran.said)
        assert ran.code in {0, 1, 2, 3}, (command, ran.said)
        assert "\x1b" not in ran.said
        assert ran.code == 0 or ran.said.strip()
    assert around(root) == before
    if (output := root / "output").is_dir() and not output.is_symlink():
        assert active(output) == []
        texts = [path.read_bytes() for path in output.rglob("*") if path.is_file()]
        assert not [data for data in texts if b"GEHEIM" in data or b"root:x:0:" in data]
