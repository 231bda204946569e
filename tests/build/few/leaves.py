"""Small stories of a publication, written, changed, and built by somebody who knows nothing.

In: the folder of a publication. Out: its manuscripts; an edition as a tree of bytes.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.build.small import tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

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

CAME = {"body": {"de": "Etwa 360 Menschen kamen.", "en": "About 360 people came."}}
LINK = {"body": {"de": "Etwa 350 Menschen [kamen](drei.md).", "en": "About 350 people [came](drei.md)."}}


def tell(project: Path, name: str, said: Said | None = None, *, day: int = 2, more: str = "") -> None:
    """Write a story: its body, or the words that others show of it."""
    known = {"words": WORDS, "body": BODY} | (said or {})
    for language, text in STORY.items():
        words, body = known["words"][language], known["body"][language]
        whole = text.format(name=name, day=day, words=words, body=body).replace("kind: note\n", f"kind: note\n{more}")
        (project / "content" / language / f"{name}.md").write_text(whole, "utf-8")


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
