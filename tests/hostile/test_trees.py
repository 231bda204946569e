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
OPEN = {
    "drawing nested deep": "a drawing is served as it is",
    "drawing of nothing": "a drawing is served as it is",
    "drawing that reads": "a drawing is served as it is",
    "lock is a link outside": "the lock is written through a link",
    "output is a loop": "exit 4",
    "picture is a link outside": "a mail with a picture that is none: exit 4",
    "picture is text": "a mail with a picture that is none: exit 4",
    "template: divides by nothing": "exit 4",
    "template: extends itself": "exit 4",
    "template: includes itself": "exit 4",
}
"""Known faults; a mend makes its test fail until its line here is gone."""
CASES = [
    pytest.param(name, marks=[pytest.mark.xfail(reason=OPEN[name], strict=True)] if name in OPEN else [])
    for name in TREES
]


def test_there_are_enough() -> None:
    """The table is as long as we promise."""
    assert len(TREES) >= 60


@pytest.mark.parametrize("name", CASES)
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
