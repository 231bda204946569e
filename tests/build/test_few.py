"""Where few stories changed the next edition is made of the last one, and is what a build of everything makes."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import click
import pytest

from pipeline.build import few, journal, publish
from pipeline.build.journal import Entry, Written
from pipeline.build.spare import SPARE, Spare
from pipeline.build.stock import Stock
from pipeline.cli.build import command
from pipeline.render.theme import SHIPPED
from pipeline.store import Store, digest_of
from tests.build.small import tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Build = Callable[..., bool]
    Said = dict[str, dict[str, str]]

LIGHT = ("--only", "web,newsletter,feeds,social")
FRONT = '---\ntitle: "{title} {name}"\ndate: 2025-02-2{day}\nkind: note\n---\n\n'
STORY = {
    "de": FRONT.replace("{title}", "Blatt") + "{words} fallen.\n\n## Eins\n\n{body}\n\n## Hashtags\n\n#Herbst #Wald\n",
    "en": FRONT.replace("{title}", "Leaf") + "{words} fall.\n\n## First\n\n{body}\n\n## Hashtags\n\n#Autumn #Forest\n",
}
BODY = {"de": "Etwa 350 Menschen kamen.", "en": "About 350 people came."}
WORDS = {"de": "Die Blätter", "en": "The leaves"}


@pytest.fixture
def sheaf(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A publication with four stories, in which commands are called."""
    for name in ("eins", "zwei", "drei"):
        tell(project, name)
    (project / "hashtags.toml").write_text(
        '[autumn]\nde = ["Herbst"]\nen = ["Autumn"]\n\n[forest]\nde = ["Wald"]\nen = ["Forest"]\n',
        "utf-8",
    )
    monkeypatch.chdir(project)
    monkeypatch.delenv("ZWEIBLATT_CACHE_DIR", raising=False)
    return project


def tell(project: Path, name: str, said: Said | None = None, *, day: int = 2, more: str = "") -> None:
    """Write a story: its body, or the words that others show of it."""
    known = {"words": WORDS, "body": BODY} | (said or {})
    for language, text in STORY.items():
        words, body = known["words"][language], known["body"][language]
        whole = text.format(name=name, day=day, words=words, body=body).replace("kind: note\n", f"kind: note\n{more}")
        (project / "content" / language / f"{name}.md").write_text(whole, "utf-8")


@pytest.fixture
def build(monkeypatch: pytest.MonkeyPatch) -> Build:
    """Build in the folder where we are; says whether the short way was taken to its end."""
    taken: list[bool] = []
    usual = few.build

    def noted(*given: object) -> object:
        done = usual(*given)  # type: ignore[arg-type]
        taken.append(done is not None)
        return done

    monkeypatch.setattr(few, "build", noted)

    def called(*options: str, code: int = 0) -> bool:
        taken.clear()
        assert command.main([*(options or LIGHT)], standalone_mode=False) == code
        return taken == [True]

    return called


def stand(project: Path, build: Build) -> None:
    """Have an edition and the one before it."""
    for day in (3, 2):
        tell(project, "zwei", day=day)
        assert not build()


def fresh(project: Path, build: Build, monkeypatch: pytest.MonkeyPatch, *options: str) -> dict[str, bytes]:
    """What a build makes that knows nothing."""
    other = project.parent / "fresh"
    shutil.rmtree(other, ignore_errors=True)
    shutil.copytree(project, other, ignore=shutil.ignore_patterns("output", ".zweiblatt", "elsewhere"))
    with monkeypatch.context() as there:
        there.chdir(other)
        assert not build(*options)
    return tree(other / "output")


CAME = {"body": {"de": "Etwa 360 Menschen kamen.", "en": "About 360 people came."}}
LINK = {"body": {"de": "Etwa 350 Menschen [kamen](drei.md).", "en": "About 350 people [came](drei.md)."}}


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
        there.setattr("pipeline.build.staged.proof", lambda sheet, _: _fault(sheet))
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


PATHS = ['a"b', "a", "a/b", "aa", "ä/ö.html", "site/de/x/index.html", "site/de/x\\y", "z", "\u2028", "b\tc"]


def test_rows_of_a_journal_are_found_and_replaced() -> None:
    """As if the whole were read and written: the first, the last, those with signs that JSON writes otherwise."""
    entries = {path: Entry(f"{number:064x}", f"{number + 7:064x}", "web") for number, path in enumerate(PATHS)}
    written = Written(journal.dump(entries))
    for path, entry in entries.items():
        assert written.get(path) == entry
        assert path in written
        other = {path: Entry("f" * 64, "e" * 64, "feeds")}
        assert written.replaced(other) == journal.dump(entries | other)
    assert written.replaced(entries) == journal.dump(entries)
    other = {path: Entry("f" * 70, "e" * 64, "feeds") for path in PATHS[::2]}
    assert written.replaced(other) == journal.dump(entries | other)
    for absent in ("", "A", "a/a", "a/", "zz", "site/de/x", "\0"):
        assert written.get(absent) is None
        assert absent not in written
    assert Written(journal.dump({"a": Entry("1", "2", "web")})).get("a") == Entry("1", "2", "web")
