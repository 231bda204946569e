"""An edition that is not what the last build left, or whose build was ended: the next one plans all anew."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import click
import pytest

from pipeline.build import few
from pipeline.build.make.stock import Stock
from pipeline.build.publish import journal, publish
from pipeline.build.publish.journal import Written
from pipeline.build.publish.spare import SPARE, Spare
from pipeline.cli.build import command
from pipeline.store import Store, digest_of
from tests.build.few.leaves import CAME, LIGHT, LINK, fresh, stand, tell
from tests.build.small import tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.build.few.leaves import Build


def _row(project: Path) -> None:
    path = project / "output/report/manifest.json"
    path.write_text(path.read_text("utf-8").replace('"key": "', '"key": "0', 1), "utf-8")


def _spare(project: Path) -> Path:
    (found,) = (project / ".zweiblatt").glob(f"{SPARE}-*")
    return found


def _planned(project: Path) -> Path:
    (found,) = (project / ".zweiblatt").glob(f"{few.NAME}-*.json")
    return found


def _of_another_form(project: Path) -> None:
    store = Store(project)
    name = _planned(project).stem
    known = store.document(name)
    for changed in ([*known[:4], [[*row[:2], "2"] for row in known[4]]], known[:4], {"ground": known[0]}):
        store.keep(name, changed)


def _journal_of_another_form(text: str) -> Callable[[Path], None]:
    """Somebody wrote the journal, and what is known of it under a right seal."""

    def write(project: Path) -> None:
        store, name = Store(project), _planned(project).stem
        ground, _, *others = store.document(name)
        (project / "output/report/manifest.json").write_text(text, "utf-8")
        store.keep(name, [ground, digest_of(text.encode()), *others])

    return write


FORGED = '{\n "version": 1,\n "files": {\n  "site/de/zwei/index.html": {"family": 1},\n  ../x\n }\n}\n'
TOUCHED: dict[str, Callable[[Path], object]] = {
    "journal": _row,
    "file gone": lambda project: (project / "output/site/de/drei/index.html").unlink(),
    "file added": lambda project: (project / "output/site/de/drei/x.html").write_text("x", "utf-8"),
    "journal gone": lambda project: (project / "output/report/manifest.json").unlink(),
    "spare gone": lambda project: shutil.rmtree(_spare(project)),
    "spare touched": lambda project: next(_spare(project).rglob("drei/index.html")).unlink(),
    "damaged": lambda project: _planned(project).write_bytes(_planned(project).read_bytes()[:-9]),
    "of another form": _of_another_form,
    "journal forged": _journal_of_another_form("{}"),
    "rows forged": _journal_of_another_form(FORGED),
    "memory gone": lambda project: shutil.rmtree(project / ".zweiblatt"),
}
"""What somebody else may have done to the edition or to what is known of it."""


@pytest.mark.parametrize("name", TOUCHED)
def test_an_edition_that_is_not_what_was_left(
    sheaf: Path, build: Build, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Nothing is made of it: all is planned, and the edition is that of a build that knows nothing."""
    stand(sheaf, build)
    tell(sheaf, "eins", CAME)
    assert build()
    TOUCHED[name](sheaf)
    if name == "journal gone":
        shutil.rmtree(sheaf / "output")
    tell(sheaf, "zwei", CAME)
    assert not build()
    assert tree(sheaf / "output") == fresh(sheaf, build, monkeypatch)


@pytest.mark.parametrize(
    ("owner", "name"),
    [
        (publish, "exchange"),
        (journal, "stand"),
        (Spare, "give"),
        (Stock, "save"),
        (few, "_write"),
        (Spare, "mend"),
        (Written, "replaced"),
    ],
)
def test_a_build_that_is_ended_on_the_way(
    sheaf: Path, build: Build, monkeypatch: pytest.MonkeyPatch, owner: object, name: str
) -> None:
    """Wherever it ends, the next one makes the same as one that knows nothing."""
    stand(sheaf, build)
    for when, said in (("before", CAME), ("after", LINK)):
        tell(sheaf, "eins", said)
        usual = getattr(owner, name)

        def ended(*given: object, usual: Callable[..., object] = usual, when: str = when) -> None:
            if when == "after":
                usual(*given)
            raise KeyboardInterrupt

        with monkeypatch.context() as there:
            there.setattr(owner, name, ended)
            with pytest.raises((KeyboardInterrupt, click.Abort)):
                command.main([*LIGHT], standalone_mode=False)
        build()
        assert tree(sheaf / "output") == fresh(sheaf, build, monkeypatch)
