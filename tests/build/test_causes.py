"""One fault that spoils many files is told once, with their number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.build.make.causes import causes
from pipeline.errors import MakingError
from pipeline.findings import Message
from pipeline.model import Span
from pipeline.wording import of_file, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import CompletedProcess

    Run = Callable[..., CompletedProcess[str]]

PLACE = Span("content/de/leaf.md", 1)
STYLE = "\n@import url('other.css');\n"


def failure(target: str, what: str) -> MakingError:
    """What could not be made of a file."""
    return MakingError(of_file(target, Message("the template {name} is empty", (("name", what),))), PLACE)


def test_files_of_one_cause_are_counted() -> None:
    """The first is named, another cause and what is said of no file stay as they are."""
    alone = MakingError(Message("no Pango"))
    rows = [failure("a.html", "x"), alone, failure("b.html", "x"), failure("c.html", "y"), failure("a.html", "x")]
    told = causes(rows)
    assert [say(each.message, "en") for each in told] == [
        "a.html: the template x is empty; the same holds for more files: 1",
        "no Pango",
        "c.html: the template y is empty",
    ]
    assert [each.at for each in told] == [PLACE, None, PLACE]
    assert say(told[0].message, "de").endswith("; dasselbe gilt für weitere Dateien: 1")


def test_a_fault_of_the_mail_style_is_one_line(project: Path, run: Run) -> None:
    """Four files of a story have it, and each story has four: the reader is told once."""
    style = project / "templates" / "style" / "mail.css"
    style.parent.mkdir(parents=True, exist_ok=True)
    style.write_text(STYLE, "utf-8")
    done = run("build", "--only", "newsletter", "--keep-going")
    said = [line for line in done.stderr.splitlines() if "@import" in line]
    assert done.returncode == MakingError.exit_code
    assert len(said) == 1, done.stderr
    assert "; the same holds for more files: " in said[0]
