"""A template that was stopped for two stories is not tried again, and one that is slow for one alone harms no other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from pipeline.build.make import run
from pipeline.build.workers.limits import limited
from pipeline.build.workers.stops import Stops
from pipeline.cli.build import command
from pipeline.errors import GivenUpError, LimitError
from pipeline.findings import Message
from pipeline.render.theme import SHIPPED
from tests.build.small import ENGLISH, GERMAN, tree

if TYPE_CHECKING:
    from pathlib import Path

STORIES = tuple("abcdef")
LOOP = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
STOPPED = "took more than 0.3 seconds of processor time; look for a loop"
GIVEN_UP = "more files that need it were not tried"
PAGE = '<article class="column">'


@pytest.fixture
def many(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A publication with more stories, in which a file may take little time."""
    monkeypatch.chdir(project)
    monkeypatch.setenv("ZWEIBLATT_MESSAGES", "en")
    monkeypatch.setattr(run, "limited", partial(limited, seconds=0.3))
    for name in STORIES:
        for language, text, was in (("de", GERMAN, "Ein Blatt"), ("en", ENGLISH, "One leaf")):
            said = text.replace(was, f"{was} {name}") + "\n#Schule\n"
            (project / f"content/{language}/{name}.md").write_text(said, "utf-8")
    return project


def own(project: Path, name: str, before: str, words: str) -> None:
    """A template of the publication's own: the shipped one with some words more."""
    text = (SHIPPED / name).read_text("utf-8")
    assert text.count(before) == 1
    (project / "templates").mkdir(exist_ok=True)
    (project / "templates" / name).write_text(text.replace(before, words + before), "utf-8")


def build(capsys: pytest.CaptureFixture[str], *options: str) -> list[str]:
    """The lines of stderr of a build that fails."""
    code = command.main(["--only", "web", "--keep-going", *options], standalone_mode=False)
    said = capsys.readouterr().err
    assert code == 3, said
    return said.splitlines()


@pytest.mark.parametrize("jobs", [1, 2])
def test_two_stories_are_enough(many: Path, capsys: pytest.CaptureFixture[str], jobs: int) -> None:
    """Pages of other stories are given up at once: told once, with the template, the first page and their number."""
    own(many, "article.html", PAGE, LOOP)
    lines = build(capsys, "--jobs", str(jobs))
    stopped = [line for line in lines if STOPPED in line]
    assert len(stopped) <= 3 * jobs
    assert all("article.html:10" in line for line in stopped)
    (told,) = (line for line in lines if GIVEN_UP in line)
    pages = 2 * (len(STORIES) + 3)
    assert f"the template article.html was stopped, first for site/de/a/index.html; {pages - len(stopped)} " in told
    assert "site/de/index.html" in tree(many / "output")


def test_a_template_that_is_slow_for_one_story_alone(many: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is stopped for both its articles, and all other stories are made."""
    own(many, "article.html", PAGE, f'{{% if title.endswith(" c") %}}{LOOP}{{% endif %}}')
    lines = build(capsys)
    assert [line.split(":")[0] for line in lines if STOPPED in line] == ["content/de/c.md", "content/en/c.md"]
    assert not [line for line in lines if GIVEN_UP in line]
    made = tree(many / "output")
    assert [name for name in STORIES if f"site/en/{name}/index.html" not in made] == ["c"]


def test_other_files_of_the_same_article_are_given_up_at_once(many: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Page and mail include one part: the mail of an article is not tried where its page was stopped in it."""
    own(many, "article.html", PAGE, "{% include 'parts/loop.html' %}")
    (many / "templates/parts").mkdir()
    (many / "templates/parts/loop.html").write_text(f'{{% if title.endswith(" c") %}}{LOOP}{{% endif %}}', "utf-8")
    own(many, "newsletter.html", "</body>", "{% include 'parts/loop.html' %}")
    lines = build(capsys, "--only", "web,newsletter")
    assert len([line for line in lines if STOPPED in line]) == 2
    (told,) = (line for line in lines if GIVEN_UP in line)
    assert "the template parts/loop.html was stopped, first for site/de/c/index.html; " in told
    mails = {path for path in tree(many / "output") if path.startswith("newsletter/")}
    assert [name for name in STORIES if f"newsletter/{name}.de.html" not in mails] == ["c"]


def test_pages_that_show_many(many: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An index without an end is given up after two of its pages; articles are made."""
    own(many, "index.html", '<link rel="prev"', f"{{% endif %}}{LOOP}{{% if previous %}}")
    lines = build(capsys)
    assert len([line for line in lines if STOPPED in line]) == 2
    assert len([line for line in lines if GIVEN_UP in line]) == 1
    assert "site/de/a/index.html" in tree(many / "output")


def test_a_print_style_on_which_weasyprint_never_ends(
    many: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is stopped for two stories, and the PDFs of all others are given up: told once."""
    monkeypatch.setattr(run, "limited", partial(limited, seconds=2))
    more = {
        "de": "Hier ist viel zu lesen, und alles ist einfach. ",
        "en": "Here is much to read, and all of it is easy. ",
    }
    for path in (each for name in STORIES for each in many.glob(f"content/*/{name}.md")):
        path.write_text(
            path.read_text("utf-8").replace("\n\n#Schule", f" {more[path.parent.name] * 9}\n\n#Schule"), "utf-8"
        )
    style = many / "templates/style/print-more.css"
    style.parent.mkdir(parents=True)
    style.write_text("p{columns:200}section{columns:50}", "utf-8")
    lines = build(capsys, "--only", "pdf", "--jobs", "1")
    assert len([line for line in lines if "style sheet style/print-more.css took more than 2 seconds" in line]) == 3
    (told,) = (line for line in lines if "not tried" in line)
    assert "PDFs with the style sheet style/print-more.css were stopped, first site/de/a/a.de.pdf; " in told
    assert f"; {3 * (len(STORIES) + 1) - 3} more that need it were not tried" in told


def test_what_is_barred() -> None:
    """Of the same article all, of others none before the second story; each said once, however often it is heard of."""
    stops = Stops()
    error = LimitError(Message("x"), None, "t.html")
    a, b, c = (frozenset([(story, "de")]) for story in "abc")
    stops.note(error, "a/page", a)
    stops.note(error, "a/page", a)
    assert stops.barred("a/mail", a) == {"t.html"}
    assert stops.barred("a/parallel", a | {("a", "en")}) == {"t.html"}
    assert not stops.barred("a/page", frozenset([("a", "en")]))
    assert not stops.barred("b/page", b)
    stops.note(error, "b/page", b)
    assert stops.barred("c/page", c) == {"t.html"}
    given_up = GivenUpError(Message("x"), None, "t.html")
    for _ in range(2):
        stops.note(given_up, "c/page", c)
    (told,) = stops.told()
    assert str(told) == (
        "the template t.html was stopped, first for a/page; 1 more files that need it were not tried: "
        "of the same article none is, and none at all after the second story"
    )


def test_what_no_template_was_stopped_for_bars_nothing() -> None:
    """A PDF that takes too long says nothing of any template."""
    stops = Stops()
    for story in "abc":
        stops.note(LimitError(Message("x")), story, frozenset([(story, "de")]))
    assert not stops.barred("d", frozenset([("d", "de")]))
    assert not list(stops.told())
