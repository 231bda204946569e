"""The edition before the last spares links; whatever became of it, the next one is the same."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from pipeline.build.publish import journal
from pipeline.build.publish.spare import LATELY, SPARE, Spare
from pipeline.store import Store, digest_of
from tests.build.small import ENGLISH, GERMAN, tree

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., subprocess.CompletedProcess[str]]

FILES = {"a/b/one": b"1", "a/two": b"2", "three": b"3", "gone/four": b"4"}
WANTED = ["a/b/one", "a/two", "three", "absent/five"]


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """An edition, and an empty staging folder beside it."""
    put(tmp_path / "output", FILES)
    (tmp_path / "staging").mkdir()
    return tmp_path


def put(folder: Path, files: dict[str, bytes]) -> None:
    """Write files."""
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def hold(top: Path) -> frozenset[str]:
    """Take over what is wanted, and see that it is held, and nothing else."""
    taken = Spare(Store(top, top), top / "output").take_over(top / "staging", FILES, WANTED)
    found = {path.relative_to(top / "staging").as_posix() for path in (top / "staging").rglob("*") if path.is_file()}
    assert found == taken
    for name in taken:
        assert (top / "staging" / name).samefile(top / "output" / name)
    return taken


def kept(top: Path) -> Path:
    """Where the spare edition is."""
    return top / f"{SPARE}-{digest_of(os.fsencode(top / 'output'))[:16]}"


def test_without_one_nothing_is_taken(edition: Path) -> None:
    """The staging folder is empty then, as it was."""
    assert hold(edition) == frozenset()


@pytest.mark.parametrize("damage", ["none", "file", "folder", "others", "link", "empty"])
def test_whatever_it_holds(edition: Path, damage: str) -> None:
    """Files of other bytes, of other names, folders for files and files for folders give way."""
    output = edition / "output"
    spare = kept(edition)
    shutil.copytree(output, spare, copy_function=os.link)
    match damage:
        case "file":
            (spare / "a/two").unlink()
            (spare / "a/two").write_bytes(b"other")
        case "folder":
            shutil.rmtree(spare / "a")
            (spare / "a").write_bytes(b"a file")
            (spare / "three").unlink()
            put(spare, {"three/x": b"x"})
        case "others":
            put(spare, {"a/b/c/x": b"x", "z": b"z", "a/y": b"y"})
        case "link":
            shutil.rmtree(spare / "a/b")
            (spare / "a/b").symlink_to(output / "a/b")
        case "empty":
            shutil.rmtree(spare)
            spare.mkdir()
    assert hold(edition) == frozenset(WANTED) - {"absent/five"}
    assert {path: (output / path).read_bytes() for path in FILES} == FILES
    assert not spare.exists()


def test_it_is_used_and_the_edition_is_the_same(project: Path, run: Run) -> None:
    """With the edition before the last, whatever was put into it, a build makes what one without a past makes."""
    kept = ("build", "--only", "web,feeds")
    still = project / "output/site/de/impressum/index.html"
    files = set()
    for number in ("350", "351", "352", "353"):
        for language, text in (("de", GERMAN), ("en", ENGLISH)):
            (project / f"content/{language}/leaf.md").write_text(text.replace("350", number), "utf-8")
        for spare in (project / ".zweiblatt").glob(f"{SPARE}-*"):
            put(spare, {"site/evil.html": b"x", "site/de/impressum/x/y": b"x"})
            (spare / "report/index.html").unlink()
        assert run(*kept).returncode == 0
        assert (project / "output/site/en/leaf/index.html").read_text("utf-8").count(number)
        files.add(still.stat().st_ino)
    assert len(files) == 1
    assert len(list((project / ".zweiblatt").glob(f"{SPARE}-*"))) == 1
    found = folders(project / "output")
    shutil.rmtree(project / "output")
    shutil.rmtree(project / ".zweiblatt")
    run(*kept)
    assert folders(project / "output") == found


def lately(project: Path) -> dict[str, list[str]]:
    """What is known of the last build."""
    store = Store(project, project / ".zweiblatt")
    (path,) = store.folder.glob(f"{LATELY}-*.json")
    known: dict[str, list[str]] = store.document(path.stem)
    return known


def test_what_the_last_build_changed_is_all_that_differs(project: Path, run: Run) -> None:
    """Stories come, change and go: untouched, the two editions differ by what is known, and no trace is left."""
    light = ("build", "--only", "web,feeds")
    new = [project / f"content/{language}/new.md" for language in ("de", "en")]
    for number in range(6):
        for language, text in (("de", GERMAN), ("en", ENGLISH)):
            (project / f"content/{language}/leaf.md").write_text(text.replace("350", str(350 + number)), "utf-8")
            path = project / f"content/{language}/new.md"
            if number in {2, 3}:
                path.write_text(text.replace("350", str(number)), "utf-8")
        if number == 4:
            for path in new:
                path.unlink()
        assert run(*light).returncode == 0
        if number > 1:
            ((spare,), files) = (project / ".zweiblatt").glob(f"{SPARE}-*"), hard(project / "output")
            before = hard(spare)
            differing = {name for name in files.keys() | before.keys() if files.get(name) != before.get(name)}
            assert differing == set(lately(project)["changed"])
            assert "site/de/leaf/index.html" in differing
            assert "site/de/impressum/index.html" not in differing
    found = folders(project / "output")
    shutil.rmtree(project / "output")
    shutil.rmtree(project / ".zweiblatt")
    run(*light)
    assert folders(project / "output") == found


def hard(top: Path) -> dict[str, int]:
    """Each file with its inode."""
    return {path.relative_to(top).as_posix(): path.stat().st_ino for path in top.rglob("*") if path.is_file()}


@pytest.mark.parametrize("where", ["output", "spare", "document"])
def test_what_somebody_touched_is_looked_at(edition: Path, where: str) -> None:
    """A file that went, came or was exchanged in an edition, or a document that leads elsewhere, misleads nobody."""
    (edition / "report").mkdir()
    put(edition, {"output/report/manifest.json": b"{}", "elsewhere": b"stays"})
    spare, store = kept(edition), Store(edition, edition)
    shutil.copytree(edition / "output", spare, copy_function=os.link)
    places = [".", "a", "a/b", "gone", "report"]
    changed = ["a/two", journal.NAME, *(["../elsewhere", f"{edition}/elsewhere"] if where == "document" else [])]
    stands = [journal.stand(edition / "output", places), places], [journal.stand(spare, places)]
    store.keep(
        f"{LATELY}-{spare.name.partition('-')[2]}", {"edition": stands[0], "spare": stands[1], "changed": changed}
    )
    touched = {"output": edition / "output", "spare": spare}.get(where)
    if touched:
        (touched / "a/b/one").unlink()
        put(touched, {"a/b/one": b"another", "a/b/more": b"x"})
    hold(edition)
    assert (edition / "elsewhere").read_bytes() == b"stays"


def folders(top: Path) -> tuple[dict[str, bytes], set[Path]]:
    """The files of an edition, and its folders."""
    return tree(top), {path.relative_to(top) for path in top.rglob("*") if path.is_dir()}
