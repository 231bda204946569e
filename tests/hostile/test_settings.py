"""Settings that mean harm are refused with file and line, or are text in every output."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

import pytest

from tests.hostile.judging import active
from tests.hostile.publications import SHIPPED, around, publication
from tests.hostile.running import run
from tests.hostile.settings import REFUSED, SETTINGS, TAKEN

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hostile.running import Ran
    from tests.hostile.settings import Attack

COMMANDS = (("check",), ("build", "--only", "web"), ("newsletter", "leaf"), ("sources",))


def laid(root: Path, attack: Attack) -> Path:
    """Put an attack into a project; where it is a table of the settings, the shipped ones stand around it."""
    name, data = attack
    (root / name).write_bytes(data)
    if name == SETTINGS and (joined := _joined(data)):
        (root / name).write_text(joined, encoding="utf-8")
    return root


def _joined(data: bytes) -> str:
    try:
        ((table, said),) = tomllib.loads(data.decode()).items()
    except (ValueError, RecursionError):
        return ""
    if not isinstance(said, dict) or f"[{table}]\n" not in SHIPPED or len(said) != 1:
        return ""
    (key,) = said
    kept = re.sub(rf"(?m)(^\[{table}\]\n(?:[^\[].*\n|\n)*?){re.escape(key)} = .*\n", r"\1", SHIPPED)
    return kept.replace(f"[{table}]\n", data.decode())


def told(ran: Ran) -> None:
    """A command ended as it must: a code of ours, no traceback, no fault of ours."""
    assert "Traceback" not in ran.said, ran.said
    assert ran.code in {0, 1, 2, 3}, ran.said


def test_there_are_enough() -> None:
    """The table is as long as we promise."""
    assert len(REFUSED) + len(TAKEN) >= 100


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str, tmp_path: Path) -> None:
    """Every command says which file and line, and writes nothing."""
    root = laid(publication(tmp_path), REFUSED[name])
    before = around(root)
    is_for_all = REFUSED[name][0] == SETTINGS and name != "unknown rule"
    for command in COMMANDS[: 4 if is_for_all else 2]:  # a mail needs no glossary
        ran = run(root, *command)
        told(ran)
        assert ran.code == 2, (command, ran.said)
        assert re.match(rf"{re.escape(REFUSED[name][0])}:[1-9]\d*:[1-9]\d*: \S", ran.err), (command, ran.err[:300])
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", ran.said)
        assert len(ran.said) < 30_000
    assert not (root / "output").exists()
    assert around(root) == before


@pytest.mark.parametrize("name", TAKEN)
def test_taken(name: str, tmp_path: Path) -> None:
    """It is text in page, mail and feed; where something is missing, that is said before anything is made."""
    root = laid(publication(tmp_path), TAKEN[name])
    before = around(root)
    for command in (("check",), ("build", "--only", "web,newsletter,feeds"), ("newsletter", "leaf"), ("doctor",)):
        ran = run(root, *command)
        told(ran)
        assert ran.code == 0 or re.search(rf"{SETTINGS}|“en-QQ”", ran.said), (command, ran.said)
    assert active(root / "output") == []
    assert around(root) == before
    assert not [path for path in root.rglob("*") if path.is_file() and b"root:x:0:" in path.read_bytes()]
