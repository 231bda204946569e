"""A small publication: its manuscripts, what a build of it is asked for, and what that leaves.

In: nothing, a folder, or a publication. Out: texts, bytes by path, names of files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., subprocess.CompletedProcess[str]]

FRONT = '---\ntitle: "{title}"\ndate: 2025-02-22\nkind: note\n---\n\n'
GERMAN = FRONT.format(title="Ein Blatt") + "Der Text beginnt hier.\n\n## Erstens\n\nEtwa 350 Menschen kamen.\n"
ENGLISH = FRONT.format(title="One leaf") + "The text begins here.\n\n## First\n\nAbout 350 people came.\n"
WEB = ("build", "--only", "web")
FAULTY = "site/en/leaf/index.html"
"""The page of the story that a test spoils."""


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def write(project: Path, story: str, german: str, english: str) -> None:
    """A story in both languages."""
    (project / f"content/de/{story}.md").write_text(german, "utf-8")
    (project / f"content/en/{story}.md").write_text(english, "utf-8")


def edit(project: Path) -> None:
    """Another text in all articles, so that all have to be made anew."""
    for path in project.glob("content/*/[lo]*.md"):
        text = path.read_text("utf-8")
        path.write_text(text.replace("Text beginnt", "NEUE Text beginnt").replace("text begins", "NEW text begins"))


def begun(project: Path, run: Run, *, had: bool) -> dict[str, bytes]:
    """An edition of an older text, or none; then the text is another."""
    if had:
        assert run(*WEB).returncode == 0
    edit(project)
    return tree(project / "output")


def left(project: Path) -> list[str]:
    """The report of a build that was not published."""
    return sorted(path.name for path in (project / ".zweiblatt/report").glob("*"))
