"""What a failure publishes, row by row of the table: exit codes, trees byte for byte, the report that is left."""

from __future__ import annotations

import fcntl
import os
import re
from typing import TYPE_CHECKING

import pytest

from pipeline.render.theme import SHIPPED
from tests.build.small import FAULTY, WEB, begun, edit, left, tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.build.small import Run

ORIGINAL = "site/de/leaf/index.html"
OTHERS = ("site/de/other/index.html", "site/en/other/index.html")
LOST = "\n\n## First\n\nAbout 350 people came.\n"
MINE = '{% if title == "One leaf" %}'


def own(project: Path, change: Callable[[str], str]) -> None:
    """The publication's own template of pages."""
    (project / "templates").mkdir(exist_ok=True)
    text = (SHIPPED / "article.html").read_text("utf-8")
    assert change(text) != text
    (project / "templates/article.html").write_text(change(text), "utf-8")


def lose_a_section(project: Path) -> None:
    """An error that is in the translation alone."""
    text = (project / "content/en/leaf.md").read_text("utf-8")
    (project / "content/en/leaf.md").write_text(text.removesuffix(LOST.lstrip()), "utf-8")


def break_the_original(project: Path) -> None:
    """An error in the original: a picture that is not there."""
    with (project / "content/de/leaf.md").open("a", encoding="utf-8") as file:
        file.write("\n![Ein Bild](../media/none.png)\n")


def lose_the_text(project: Path) -> None:
    """A fault that only the proof of outputs shows, in one article."""
    start, end = "{% block main %}", "{% endblock %}"

    def change(text: str) -> str:
        head, _, body = text.partition(start)
        inner, _, foot = body.rpartition(end)
        return f"{head}{start}{MINE}<p>nothing</p>{{% else %}}{inner}{{% endif %}}{end}{foot}"

    own(project, change)


def break_the_template(project: Path) -> None:
    """A template fault in one article."""
    own(project, lambda text: text.replace('<article class="column">', MINE + "{{ nothing.there }}{% endif %}"))


def take_all_memory(project: Path) -> None:
    """An article whose page takes more memory than a step may."""
    bomb = MINE + '{% set bomb = "a" * 2000000000 %}{% endif %}'
    own(project, lambda text: text.replace('<article class="column">', f'{bomb}<article class="column">'))


ROWS = [
    (lose_a_section, 1, "parity/missing-section", {FAULTY}),
    (break_the_original, 1, "media/", {FAULTY, ORIGINAL}),
    (lose_the_text, 1, "outputs/missing", {FAULTY}),
    (break_the_template, 3, "article.html", {FAULTY}),
    (take_all_memory, 3, "article.html", {FAULTY}),
]


@pytest.mark.parametrize("had", [False, True], ids=["fresh", "existing"])
@pytest.mark.parametrize("row", ROWS, ids=[row[0].__name__ for row in ROWS])
def test_nothing(two: Path, run: Run, row: tuple[Callable[[Path], None], int, str, set[str]], *, had: bool) -> None:
    """Nothing is published: the old edition stands byte for byte, or none; the report says what was found."""
    fault, code, says, _ = row
    before = begun(two, run, had=had)
    fault(two)
    done = run(*WEB)
    assert (done.returncode, tree(two / "output")) == (code, before), done.stderr
    assert says in done.stdout + done.stderr
    assert "nothing was published" in done.stderr
    assert left(two) == ["findings.json", "index.html"]
    assert beside(two) == []


@pytest.mark.parametrize("had", [False, True], ids=["fresh", "existing"])
@pytest.mark.parametrize("row", ROWS, ids=[row[0].__name__ for row in ROWS])
def test_all_else(two: Path, run: Run, row: tuple[Callable[[Path], None], int, str, set[str]], *, had: bool) -> None:
    """With --keep-going everything else is made anew; what is faulty keeps its old files or is left out."""
    fault, code, says, kept = row
    before = begun(two, run, had=had)
    fault(two)
    done = run(*WEB, "--keep-going")
    after = tree(two / "output")
    assert done.returncode == code, done.stderr
    assert says in done.stdout + done.stderr
    for page in (FAULTY, ORIGINAL, *OTHERS):
        folder = page.removesuffix("index.html")
        if page in kept:
            assert part(after, folder) == part(before, folder), page
        else:
            assert re.search(rb"NEUE Text|NEW text", after[page]), page
    assert not dead(after)
    assert beside(two) == []
    assert run(*WEB, "--keep-going").returncode == code
    assert tree(two / "output") == after


def part(files: dict[str, bytes], folder: str) -> dict[str, bytes]:
    """The files of a folder."""
    return {path: data for path, data in files.items() if path.startswith(folder)}


def beside(project: Path) -> list[str]:
    """What a build left beside its output."""
    return [path.name for path in project.glob(".output*")]


def dead(files: dict[str, bytes]) -> set[str]:
    """Links from page to page that lead to none."""
    found = set()
    for path, data in files.items():
        for link in re.findall(r'href="([^"#:]+/)"', data.decode()) if path.endswith("index.html") else ():
            whole = os.path.normpath(f"{os.path.dirname(path)}/{link}")  # noqa: PTH120 - a path in the edition
            if whole not in files and f"{whole}/index.html" not in files:
                found.add(f"{path} -> {link}")
    return found


@pytest.mark.parametrize("more", [(), ("--keep-going",)], ids=["", "keep-going"])
def test_the_sanitiser_stops_everything(two: Path, run: Run, more: tuple[str, ...]) -> None:
    """Where the sanitiser would change what we wrote, that is a fault of ours: exit 4 and nothing at all."""
    before = begun(two, run, had=True)
    (two / "fake").mkdir()
    stub = """class Cleaner:
    def __init__(self, **_): pass
    def clean(self, fragment): return fragment.replace('people', '')
"""
    (two / "fake/nh3.py").write_text(stub, "utf-8")
    done = run(*WEB, *more, PYTHONPATH=str(two / "fake"))
    assert (done.returncode, tree(two / "output")) == (4, before), done.stderr
    assert "Traceback" not in done.stderr
    assert left(two) == ["findings.json", "index.html"]


@pytest.mark.parametrize("had", [False, True], ids=["fresh", "existing"])
def test_without_pango(two: Path, run: Run, *, had: bool) -> None:
    """Everything but PDFs, no link to one, the command that mends it; exit 3, and 0 where no PDF is asked for."""
    if had:
        assert run("build", "--only", "web,pdf").returncode == 0
        assert any(path.endswith(".pdf") for path in tree(two / "output"))
    edit(two)
    (two / "fake").mkdir()
    (two / "fake/weasyprint.py").write_text("raise OSError(\"cannot load library 'libpango-1.0-0'\")\n", "utf-8")
    without = {"PYTHONPATH": str(two / "fake")}
    done = run("build", **without)
    after = tree(two / "output")
    assert done.returncode == 3
    assert "apt-get install" in done.stderr
    assert b"NEW text" in after[FAULTY]
    assert not any(path.endswith(".pdf") for path in after)
    assert not any(b'.pdf"' in data for path, data in after.items() if path.endswith(".html"))
    assert not dead(after)
    assert run("build", "--only", "web,newsletter,feeds,social", **without).returncode == 0


@pytest.mark.parametrize("more", [(), ("--keep-going",)], ids=["", "keep-going"])
def test_a_missing_setting(two: Path, run: Run, more: tuple[str, ...]) -> None:
    """Said before anything is made: exit 2, nothing."""
    before = begun(two, run, had=True)
    settings = (two / "zweiblatt.toml").read_text("utf-8").replace('unsubscribe = "', '# unsubscribe = "')
    (two / "zweiblatt.toml").write_text(settings, "utf-8")
    done = run("build", *more)
    assert (done.returncode, tree(two / "output")) == (2, before), done.stderr
    assert run(*WEB).returncode == 0


@pytest.mark.parametrize("more", [(), ("--keep-going",)], ids=["", "keep-going"])
def test_another_build_holds_the_lock(two: Path, run: Run, more: tuple[str, ...]) -> None:
    """Exit 3, its number, the old edition, a report."""
    before = begun(two, run, had=True)
    with (two / ".output.lock").open("w", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.write("4711\n")
        file.flush()
        done = run(*WEB, *more)
    assert (done.returncode, tree(two / "output")) == (3, before), done.stderr
    assert "4711" in done.stderr
    assert left(two) == ["findings.json", "index.html"]
    assert run(*WEB).returncode == 0


@pytest.mark.parametrize(
    ("partial", "changes"),
    [
        (("--only", "newsletter"), r"newsletter/"),
        (
            ("--only", "web,feeds,newsletter,social", "--language", "en"),
            r"site/en/|newsletter/\S*\.en\.|social/\S*\.en\.|\w+/index\.html",
        ),
        (("--only", "web", "content/en/leaf.md"), r"site/(de|en|parallel)/"),
    ],
    ids=["only", "language", "paths"],
)
def test_what_was_not_asked_for_is_carried_over(two: Path, run: Run, partial: tuple[str, ...], changes: str) -> None:
    """Every other file of the edition is the same, byte for byte, and none is gone."""
    assert run("build", "--only", "web,feeds,newsletter,social").returncode == 0
    before = tree(two / "output")
    edit(two)
    done = run("build", *partial)
    after = tree(two / "output")
    assert done.returncode == 0, done.stderr
    changed = {path for path in before if after.get(path) != before[path]}
    assert changed
    assert [path for path in sorted(changed) if not re.match(rf"{changes}|report/", path)] == []
    assert after.keys() == before.keys()
