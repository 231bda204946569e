"""What was found is remembered, and only while nothing has changed that it depends on."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
from typing import TYPE_CHECKING

import pytest

from pipeline.build.survey.examine import Examined
from pipeline.build.survey.memory import FEW, Memory, open_memory
from pipeline.cli.project import open_project
from pipeline.findings import Edit, Finding, Message, Related, Repair, Severity
from pipeline.model import Span
from pipeline.record import plain, value
from pipeline.store import Store, digest_of

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., subprocess.CompletedProcess[str]]

PATHS = ("content/de/a.md",)
AT = Span(PATHS[0], 1, 2, (3, 4))
FOUND = (
    Finding(
        rule="a/b",
        severity=Severity.WARNING,
        message=Message("{x} “{y}”", (("x", 1), ("y", "ä"))),
        at=AT,
        related=(Related(Span("b", 2), Message("there")),),
        repair=Repair(Message("mend"), (Edit(AT, "\n"),), safe=True),
        fingerprint="f",
    ),
    Finding("a/c", Severity.ERROR, Message("x"), Span("b", 1), (), None, "g"),
)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one manuscript that was written long ago, and a memory of it."""
    monkeypatch.delenv("ZWEIBLATT_CACHE_DIR", raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1741600000")
    (tmp_path / "zweiblatt.toml").write_text("", encoding="utf-8")
    manuscript = tmp_path / PATHS[0]
    manuscript.parent.mkdir(parents=True)
    manuscript.write_text("text", encoding="utf-8")
    os.utime(manuscript, (1_000_000_000, 1_000_000_000))
    memory = opened(tmp_path)
    digest = "982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1"
    memory.remember("a", Examined("a", FOUND, (), ((PATHS[0], digest),)))
    memory.keep()
    return tmp_path


def opened(root: Path) -> Memory:
    """The memory of a project, as a new process opens it."""
    project = open_project(root)
    return open_memory(Store(root), project.settings, project.texts)


def recalled(root: Path) -> tuple[Finding, ...] | None:
    """What a new process would know."""
    return opened(root).recall("a", PATHS)


def test_there_and_back() -> None:
    """Findings come back from JSON values as they were."""
    assert value(json.loads(json.dumps(plain(FOUND))), tuple[Finding, ...]) == FOUND


def test_unchanged(root: Path) -> None:
    """What has not changed is known; a story of other manuscripts is another."""
    assert recalled(root) == FOUND
    assert opened(root).recall("a", ("content/de/a.md", "content/en/a.md")) is None


def test_touched(root: Path) -> None:
    """A file with another time but the same bytes is the same: a fresh checkout."""
    os.utime(root / PATHS[0])
    assert recalled(root) == FOUND


def test_same_size(root: Path) -> None:
    """A file of the same size with other bytes has changed."""
    (root / PATHS[0]).write_text("tekt", encoding="utf-8")
    assert recalled(root) is None


@pytest.mark.parametrize("name", ["zweiblatt.toml", "glossary.toml", "hashtags.toml"])
def test_settings(root: Path, name: str) -> None:
    """With other settings, terms or tags nothing is known."""
    (root / name).write_text("[check]\nignore = ['style']\n" if name[0] == "z" else "[x]\n", encoding="utf-8")
    assert recalled(root) is None


def test_day(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What holds for a time is known in that time, and on no other day."""
    memory = opened(root)
    (digest,) = (row[1] for row in memory.findings["a"]["files"])
    memory.remember("a", Examined("a", FOUND, (), ((PATHS[0], digest),), ("2025-03-08", "2025-03-12")))
    memory.keep()
    for epoch, known in ((1741200000, None), (1741400000, FOUND), (1741780000, FOUND), (1741900000, None)):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(epoch))
        assert recalled(root) == known


def test_another_day_says_what_a_first_check_would(project: Path, run: Run) -> None:
    """Comments expire, dates come true: on each day the findings are those of a check without a memory."""
    head = "---\ntitle: {}\ndate: 2025-03-20\nkind: note\n---\n\n<!-- allow style/quotes: so it is until 2025-03-15 -->"
    for language, text in (("de", 'Ein "Wort" hier.'), ("en", "A „word“ here.")):
        (project / f"content/{language}/leaf.md").write_text(f"{head.format(language)}\n{text}\n", "utf-8")
    said = set()
    for day in (10, 14, 15, 16, 19, 20, 21, 16, 10):
        epoch = str(int(dt.datetime(2025, 3, day, 12, tzinfo=dt.UTC).timestamp()))
        command = ("check", "--min-severity", "info", "--exit-zero")
        kept = run(*command, SOURCE_DATE_EPOCH=epoch).stdout
        shutil.rmtree(project / "other", ignore_errors=True)
        assert run(*command, SOURCE_DATE_EPOCH=epoch, ZWEIBLATT_CACHE_DIR=str(project / "other")).stdout == kept
        said.add(kept)
    assert len(said) >= 3


def test_damage(root: Path) -> None:
    """A damaged memory is forgotten, wherever the damage is."""
    (path,) = (root / ".zweiblatt").glob("check-*.json")
    data = path.read_bytes()
    for place in range(0, len(data), 7):
        path.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        assert recalled(root) is None
    path.write_bytes(data)
    assert recalled(root) == FOUND


def test_few_rows_that_changed_are_written_beside_the_others(root: Path) -> None:
    """All rows are there again; of the large documents none is written, until many rows have changed."""
    folder = root / ".zweiblatt"
    (digest,) = (row[1] for row in opened(root).findings["a"]["files"])
    (whole,) = folder.glob("check-*.json")
    before = whole.read_bytes()
    for number in range(FEW):
        memory = opened(root)
        memory.remember(f"b{number}", Examined(f"b{number}", FOUND[:1], (), ((PATHS[0], digest),)))
        memory.keep()
        assert whole.read_bytes() == before
        assert {*opened(root).findings} == {"a", *(f"b{each}" for each in range(number + 1))}
        assert opened(root).recall(f"b{number}", PATHS) == FOUND[:1]
    memory = opened(root)
    memory.remember("c", Examined("c", FOUND, (), ((PATHS[0], digest),)))
    memory.keep()
    assert whole.read_bytes() != before
    assert not [*folder.glob("new*.json")]
    assert len(opened(root).findings) == FEW + 2
    assert recalled(root) == FOUND


def test_a_row_beside_the_others_goes_before_them(root: Path) -> None:
    """The newer row of a story counts; where it is damaged, the older one is of another text."""
    (root / PATHS[0]).write_text("other", encoding="utf-8")
    digest = digest_of(b"other")
    memory = opened(root)
    memory.remember("a", Examined("a", FOUND[:1], (), ((PATHS[0], digest),)))
    memory.keep()
    assert recalled(root) == FOUND[:1]
    (newer,) = (root / ".zweiblatt").glob("newcheck-*.json")
    newer.write_bytes(newer.read_bytes().replace(b"other", b"othar").replace(b"a/b", b"a/c"))
    assert recalled(root) is None


def test_a_story_that_is_gone_is_forgotten(project: Path, run: Run) -> None:
    """Neither its findings nor its cards stay, though nothing else changed."""
    for language in ("de", "en"):
        leaf = (project / f"content/{language}/leaf.md").read_text("utf-8")
        (project / f"content/{language}/gone.md").write_text(leaf.replace("date:", "slug: gone\ndate:"), "utf-8")
    run("check")
    kept = [*(project / ".zweiblatt").glob("c*-*.json")]
    assert [b'"gone":' in path.read_bytes() for path in kept] == [True, True]
    for language in ("de", "en"):
        (project / f"content/{language}/gone.md").unlink()
    run("check")
    assert [b'"gone":' in path.read_bytes() for path in kept] == [False, False]
