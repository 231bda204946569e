"""Documents of the store under a right seal, written by another hand: they are made anew, and change nothing."""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from tests.build.small import tree
from tests.hostile.forging import content, documents, forge, lying, misshapen
from tests.hostile.publications import around, publication
from tests.hostile.running import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LIGHT = ("build", "--only", "web,newsletter,feeds")
KINDS = (
    *("cards", "check", "edition", "index", "lately", "media", "names", "newcards", "newcheck"),
    *("planned", "program", "stock", "stories", "whole"),
)
CHECKED = ("check", "index", "media", "newcheck", "program", "stories", "whole")
"""What ``check`` reads too."""
ROUNDS = 12
"""Changes of each kind in each of two tests: more than two hundred in all."""
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>Ein Bild</title><path d="M0 0h9"/></svg>'
FRONT = """---
title: {title}
date: 2025-02-22T08:00:00+01:00
description: {title}
kind: note
authors: [Eva Beispiel]
image: {{src: ../media/bild.svg, alt: {title}, credit: Eva}}
aliases: [frueher/{language}]
updates: [{{date: 2025-03-01, kind: correction, text: {title}}}]
---

"""
BODIES = {
    "de": """Der Anfang[^a] mit [@eins] und [Text](https://example.org/).

## Erstens

- Etwa 350 Menschen kamen
- Etwa 40 gingen

| a | b |
|---|---|
| 1 | 2 |

![Ein Bild](../media/bild.svg)

[^a]: Eine Anmerkung.

Ein Wort in „richtigen“ Zeichen – und 10.000.

## Quellen

- [@eins] Verlag: Title (https://example.org/a)

#Blatt #KI
""",
    "en": """The beginning[^a] with [@eins] and [text](https://example.org/).

## First

- About 350 people came
- About 40 left

| a | b |
|---|---|
| 1 | 2 |

![An image](../media/bild.svg)

[^a]: A remark.

A word in »right« marks – and 10,000.

## Sources

- [@eins] Publisher: Title (https://example.org/a)

#Leaf #AI
""",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A publication with an edition and a store in which no kind of document is missing or empty."""
    root = publication(tmp_path_factory.mktemp("forged") / "x")
    (root / "content/media").mkdir()
    (root / "content/media/bild.svg").write_text(DRAWING, "utf-8")
    for language, title in (("de", "Ein Bild"), ("en", "An image")):
        text = FRONT.format(title=title, language=language) + BODIES[language]
        (root / f"content/{language}/rich.md").write_text(text, "utf-8")
    for command in (LIGHT, ("check",)):
        (root / "content/de/leaf.md").write_bytes((root / "content/de/leaf.md").read_bytes() + b"\n")
        ran = run(root, *command)
        assert ran.code == 0, ran.said
    ran = run(root, *LIGHT)
    assert ran.code == 0, ran.said
    assert documents(root / ".zweiblatt").keys() == {*KINDS}
    return root.parent


def test_every_kind_holds_something(made: Path) -> None:
    """What is changed below is there: findings with a related place and a repair."""
    store = made / "Heft/.zweiblatt"
    known = {kind: repr(content(store, name)) for kind, name in documents(store).items()}
    assert all(word in known["check"] for word in ("Finding", "Related", "Repair"))
    assert all("rich" in known[kind] for kind in ("cards", "check", "index"))


@pytest.mark.parametrize("kind", KINDS)
def test_of_another_form(kind: str, made: Path, tmp_path: Path) -> None:
    """The same edition, byte for byte, and the same report as without."""
    expected = tree(made / "Heft/output")
    for number, root in _forged(kind, misshapen, made, tmp_path):
        for command in (LIGHT, ("check",))[: 1 + (kind in CHECKED)]:
            ran = run(root, *command)
            assert ran.code == 0, (number, ran.said)
        differing = {name for name, data in tree(root / "output").items() ^ expected.items()}
        assert not differing, (number, differing)


@pytest.mark.parametrize("kind", KINDS)
def test_of_our_form(kind: str, made: Path, tmp_path: Path) -> None:
    """What cannot be told from the truth ends no command, reaches nothing outside, and is gone with the store."""
    for number, root in _forged(kind, lying, made, tmp_path):
        before = around(root)
        for command in (LIGHT, ("check",))[: 1 + (kind in CHECKED)]:
            ran = run(root, *command)
            assert ran.code in {0, 1, 3}, (number, ran.said)
        assert around(root) == before, number
        assert not [name for name, data in tree(root / "output").items() if b"GEHEIM" in data or b"root:x:0" in data]


def _forged(kind: str, change: Callable[[Any, random.Random], Any], made: Path, place: Path) -> Any:  # noqa: ANN401 - pairs
    for number in range(ROUNDS):
        dice = random.Random(f"{kind} {change.__name__} {number}")  # noqa: S311 - a dice, no secret
        folder = place / str(number)
        shutil.copytree(made, folder, symlinks=True)
        root = folder / "Heft"
        store = root / ".zweiblatt"
        for receipt in {"edition", "whole"} - {kind}:  # else nothing more is read
            (store / f"{documents(store)[receipt]}.json").unlink()
        if number % 2 and kind != "edition":
            shutil.rmtree(root / "output")
        name = dice.choice(sorted(f"stories/{path.stem}" for path in (store / "stories").iterdir()))
        name = name if kind == "stories" else documents(store)[kind]
        forge(store, name, change(content(store, name), dice))
        yield number, root
        shutil.rmtree(folder)
