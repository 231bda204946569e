"""Templates, catalogues and style sheets of a publication that mean harm: each is named, the old edition stands."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.build.small import tree
from tests.hostile.publications import around, publication
from tests.hostile.running import run
from tests.hostile.themes import UNUSABLE

if TYPE_CHECKING:
    from pathlib import Path

LIGHT = ("build", "--only", "web,newsletter,feeds")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A publication with an edition."""
    root = publication(tmp_path_factory.mktemp("themes") / "x")
    assert run(root, *LIGHT).code == 0
    return root.parent


@pytest.mark.parametrize("name", UNUSABLE)
def test_unusable(name: str, made: Path, tmp_path: Path) -> None:
    """Exit 3 with the place in the theme; nothing is run, nothing half-made is left."""
    shutil.copytree(made, tmp_path / "x")
    root = tmp_path / "x" / "Heft"
    attack, place = UNUSABLE[name]
    attack(root)
    before, edition = around(root), tree(root / "output")
    ran = run(root, *LIGHT)
    assert ran.code == 3, ran.said
    assert "Traceback" not in ran.said
    assert re.search(place, ran.err), ran.err[:600]
    assert len(ran.err) < 60_000
    assert tree(root / "output") == edition
    assert around(root) == before
    assert [path.name for path in root.iterdir() if path.name.startswith(".output")] == []
    assert not [each for each in ran.seen if each[0] in {"os.system", "subprocess.Popen"} and "touch" in str(each)]
