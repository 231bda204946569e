"""What was read of a story is kept and comes back: the same, once for all who ask."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline import library
from pipeline.config import Settings
from pipeline.library import Library
from pipeline.store import STORIES, Store, named
from tests.hostile import STORIES as HOSTILE
from tests.site import ROOT, settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.library import Story

SHIPPED = sorted(path.stem for path in (ROOT / "content" / "de").glob("*.md"))
NAMES = sorted({Path(path).stem for path in HOSTILE})
PAGE = "---\ntitle: {title}\ndate: 2025-02-22\nkind: note\n---\n\nDer [Text](javascript:x).\n\n## Titel\n\n- a\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A publication of hostile stories."""
    for path, text in HOSTILE.items():
        file = tmp_path / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    for language in ("de", "en"):
        (tmp_path / f"content/{language}/leaf.md").write_text(PAGE.format(title=language), "utf-8")
    return tmp_path


def read(root: Path, store: Store, chosen: Settings, names: Sequence[str], reader: str = "a") -> tuple[Story, ...]:
    """The stories as a run of its own has them."""
    found = Library(root, chosen, store, reader)
    return tuple(found.story(name) for name in names)


def never(*_: object) -> None:
    """Nothing is parsed."""
    message = "parsed again"
    raise AssertionError(message)


@pytest.mark.parametrize("where", ["shipped", "hostile"])
def test_it_comes_back(where: str, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles, faults and alignments are equal, and the alignment's sections and blocks are the articles' own."""
    top, chosen, names = (ROOT, settings(), SHIPPED) if where == "shipped" else (root, Settings(), [*NAMES, "leaf"])
    store = Store(top, tmp_path / "memory")
    first = read(top, store, chosen, names)
    monkeypatch.setattr(library, "readers", never)
    again = read(top, store, chosen, names)
    assert again == first
    for story in again:
        for each in story.translations:
            assert each.original is story.articles[0]
            sections = [id(section) for section in each.article.sections]
            assert {id(pair.translation) for pair in each.alignment.pairs if pair.translation} <= set(sections)


def test_what_has_changed_is_read(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another manuscript, or another reader, and the story is read anew."""
    store = Store(root, tmp_path / "memory")
    read(root, store, Settings(), ["leaf"])
    (root / "content/en/leaf.md").write_text(PAGE.format(title="Other"), "utf-8")
    (story,) = read(root, store, Settings(), ["leaf"])
    assert [article.front.title for article in story.articles] == ["de", "Other"]
    monkeypatch.setattr(library, "readers", never)
    with pytest.raises(AssertionError, match="parsed again"):
        read(root, store, Settings(), ["leaf"], reader="b")


def test_damage(root: Path, tmp_path: Path) -> None:
    """Whatever happens to what was kept, the story is the same."""
    store = Store(root, tmp_path / "memory")
    first = read(root, store, Settings(), ["leaf"])
    path = store.folder / f"{named(STORIES, 'leaf')}.json"
    data = path.read_bytes()
    chance = random.Random(7)  # noqa: S311 - damage, no secret
    for _ in range(50):
        place = chance.randrange(len(data))
        path.write_bytes(chance.choice((data[:place], data[:place] + b"x" + data[place + 1 :], data + b"x")))
        assert read(root, store, Settings(), ["leaf"]) == first
    store.keep(named(STORIES, "leaf"), [["a"], [["de"]], []])
    assert read(root, store, Settings(), ["leaf"]) == first
