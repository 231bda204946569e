"""``build --shard --keep-going``: parts of a publication with faulty articles are parts of one edition."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.build.small import ENGLISH, GERMAN, tree
from tests.hostile.publications import publication
from tests.hostile.running import ROOT, run

if TYPE_CHECKING:
    from pathlib import Path

KEPT = ("build", "--only", "web,newsletter,feeds", "--keep-going")
PARTS = 3


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A publication of seven stories: one with a faulty original, one with a faulty translation."""
    root = publication(tmp_path / "x")
    for name in ("a", "b", "c", "d"):
        for language, text in (("de", GERMAN), ("en", ENGLISH)):
            faulty = (name, language) in {("b", "de"), ("c", "en")}
            said = text + "\n<script>x</script>\n" * faulty
            (root / f"content/{language}/{name}.md").write_text(said, "utf-8")
    return root


def shards(root: Path, code: int) -> list[str]:
    """All parts, each in its folder; ``code`` is the highest that a part ends with."""
    ended = [run(root, *KEPT, "--shard", f"{part}/{PARTS}", "--out", f"shard-{part}") for part in range(1, PARTS + 1)]
    assert max(ran.code for ran in ended) == code, [ran.said for ran in ended]
    return [f"shard-{part}" for part in range(1, PARTS + 1)]


def test_parts_with_faulty_articles_are_joined(root: Path) -> None:
    """They are what one build with ``--keep-going`` makes, byte for byte; each fault is told by one part."""
    assert run(root, *KEPT).code == 1
    whole = tree(root / "output")
    shutil.rmtree(root / "output")
    ran = run(root, "merge", *shards(root, 1))
    assert ran.code == 0, ran.said
    joined = tree(root / "output")
    assert {name for name in {*whole, *joined} if whole.get(name) != joined.get(name)} == set()
    assert "site/de/b/index.html" not in joined
    assert "site/de/c/index.html" in joined
    assert "site/en/c/index.html" not in joined


def test_old_pages_of_one_part_are_unknown_to_the_others(root: Path) -> None:
    """An article that was published before and is faulty now is left out of all parts."""
    sound = {path: path.read_text("utf-8") for path in (root / "content").rglob("[bc].md")}
    for path, text in sound.items():
        path.write_text(text.partition("\n<script>")[0] + "\n", "utf-8")
    shards(root, 0)
    for path, text in sound.items():
        path.write_text(text, "utf-8")
    ran = run(root, "merge", *shards(root, 1))
    assert ran.code == 0, ran.said
    assert "site/de/b/index.html" not in tree(root / "output")


def test_what_only_making_shows_is_named(root: Path) -> None:
    """``merge`` says which article one part leaves out and another lists, and what to do."""
    own = root / "templates"
    own.mkdir()
    loop = "{% if title == 'Ein Fehler' %}{{ nothing }}{% endif %}"
    fault = GERMAN.replace("Ein Blatt", "Ein Fehler")
    (root / "content/de/d.md").write_text(fault, "utf-8")
    shipped = ROOT / "templates/article.html"
    (own / "article.html").write_text(shipped.read_text("utf-8").replace("<article", loop + "<article"), "utf-8")
    ran = run(root, "merge", *shards(root, 3))
    assert ran.code == 2, ran.said
    assert "leaves out d (de), as making showed a fault in it" in ran.err
