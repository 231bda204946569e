"""Where few stories changed the next edition is made of the last one, and is what a build of everything makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.build import few
from pipeline.render.theme import SHIPPED
from tests.build.few.leaves import CAME, LIGHT, LINK, STORY, fresh, stand, tell
from tests.build.small import tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.build.few.leaves import Build, Said


@pytest.mark.parametrize(
    "stories",
    [{"eins": CAME}, {"eins": LINK}, {"eins": CAME, "zwei": LINK}, {}],
    ids=["text", "link", "two", "none"],
)
def test_a_change_that_no_other_page_shows(
    sheaf: Path, build: Build, monkeypatch: pytest.MonkeyPatch, stories: dict[str, Said]
) -> None:
    """Is made of the edition that stands; so is the next one, and the one in which all is as it was."""
    stand(sheaf, build)
    first = tree(sheaf / "output")
    changes: tuple[dict[str, Said], ...] = (stories, {"drei": CAME}, {})
    for said in changes:
        for name in ("eins", "zwei", "drei"):
            tell(sheaf, name, said.get(name))
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1_790_000_000 + 86_400 * len(said)))  # else nothing is looked at
        assert build()
        assert tree(sheaf / "output") == fresh(sheaf, build, monkeypatch)
    assert tree(sheaf / "output") == first
    assert not [path for path in sheaf.iterdir() if path.name.startswith(".output")]


def _title(project: Path) -> None:
    path = project / "content/de/eins.md"
    path.write_text(path.read_text("utf-8").replace("Blatt eins", "Blatt Nummer eins"), "utf-8")


def _renamed(project: Path) -> None:
    for language in STORY:
        (project / "content" / language / "eins.md").rename(project / "content" / language / "erstes.md")


def _removed(project: Path) -> None:
    for language in STORY:
        (project / "content" / language / "eins.md").unlink()


def _settings(project: Path) -> None:
    path = project / "zweiblatt.toml"
    text = path.read_text("utf-8")
    assert 'form = "full"' in text
    path.write_text(text.replace('form = "full"', 'form = "teaser"'), "utf-8")


def _template(project: Path) -> None:
    (project / "templates/parts").mkdir(parents=True)
    shipped = (SHIPPED / "parts/day.txt").read_text("utf-8")
    (project / "templates/parts/day.txt").write_text(f"{shipped.rstrip()}!", "utf-8")


def _hashtags(project: Path) -> None:
    path = project / "hashtags.toml"
    path.write_text(path.read_text("utf-8").replace("[autumn]", "[fall]"), "utf-8")


def _medium(project: Path) -> None:
    (project / "content/media").mkdir(exist_ok=True)
    (project / "content/media/leaf.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><path d="M0 0h2v2z"/></svg>', "utf-8"
    )


WIDER: dict[str, Callable[[Path], None]] = {
    "title": _title,
    "words that others show": lambda project: tell(
        project, "eins", {"words": {"de": "Alle Blätter", "en": "All the leaves"}}
    ),
    "date": lambda project: tell(project, "eins", day=4),
    "alias": lambda project: tell(project, "eins", more='aliases: ["alt"]\n'),
    "slug": lambda project: tell(project, "eins", more="slug: anders\n"),
    "draft": lambda project: tell(project, "eins", more="draft: true\n"),
    "added": lambda project: tell(project, "vier"),
    "renamed": _renamed,
    "removed": _removed,
    "settings": _settings,
    "template": _template,
    "hashtags": _hashtags,
    "medium": _medium,
}
"""Changes that other pages show, or that change which files there are."""


@pytest.mark.parametrize("name", WIDER)
def test_a_change_that_other_pages_show(sheaf: Path, build: Build, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Is planned with all other stories, though the text of another changed as well; the next change is short again."""
    stand(sheaf, build)
    WIDER[name](sheaf)
    tell(sheaf, "zwei", CAME)
    assert not build()
    assert tree(sheaf / "output") == fresh(sheaf, build, monkeypatch)
    tell(sheaf, "zwei", LINK)
    assert build()
    assert tree(sheaf / "output") == fresh(sheaf, build, monkeypatch)


def test_other_outputs_are_planned_as_a_whole(sheaf: Path, build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    """Others than those of the edition that stands; what such a build leaves as it was the next one of all makes."""
    stand(sheaf, build)
    tell(sheaf, "eins", CAME)
    assert not build("--only", "web")
    assert not build()
    tell(sheaf, "eins")
    for options in (("content/de/eins.md",), ("--language", "de"), ("--shard", "1/2", "--out", "elsewhere")):
        assert not build(*LIGHT, *options)
    assert not build()
    assert tree(sheaf / "output") == fresh(sheaf, build, monkeypatch)


def test_what_making_shows_is_told_as_ever(sheaf: Path, build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    """A heading that is missing in a page: nothing is published, and the old edition stands."""
    stand(sheaf, build)
    before = tree(sheaf / "output")
    tell(sheaf, "eins", CAME)
    with monkeypatch.context() as there:
        there.setattr("pipeline.build.publish.staged.proof", lambda sheet, _: _fault(sheet))
        assert not build(code=1)
    assert tree(sheaf / "output") == before
    build()
    assert tree(sheaf / "output") == fresh(sheaf, build, monkeypatch)


def _fault(sheet: object) -> tuple[object, ...]:
    from pipeline.findings import Fault, remark  # noqa: PLC0415 - this test alone

    at = sheet.article.sections[0].at  # type: ignore[attr-defined]
    return (
        Fault(
            "outputs/missing-heading", remark(at, "the heading “{name}” is missing in {output}", name="a", output="b")
        ),
    )


def test_many_stories_are_planned_with_all_others(sheaf: Path, build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    """From some number on."""
    monkeypatch.setattr(few, "FEW", 1)
    stand(sheaf, build)
    tell(sheaf, "eins", CAME)
    assert build()
    tell(sheaf, "eins")
    tell(sheaf, "zwei", CAME)
    assert not build()
    assert tree(sheaf / "output") == fresh(sheaf, build, monkeypatch)


def test_a_fault_holds_nothing_of_the_short_way_back(sheaf: Path, build: Build) -> None:
    """An error of the checks publishes nothing, and with --keep-going the rest is planned as a whole."""
    stand(sheaf, build)
    before = tree(sheaf / "output")
    path = sheaf / "content/en/eins.md"
    path.write_text(path.read_text("utf-8").replace("## First\n\nAbout 350 people came.\n", ""), "utf-8")
    assert not build(code=1)
    assert tree(sheaf / "output") == before
    tell(sheaf, "zwei", CAME)
    assert not build(*LIGHT, "--keep-going", code=1)
    assert b"360" in (sheaf / "output/site/de/zwei/index.html").read_bytes()
    tell(sheaf, "eins")
    assert not build()
