"""The web edition of a project, made in memory: planned as the build plans it, without checks and publishing.

In: a folder with ``content/``. Out: the bytes of each file below ``site/``.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from pipeline.build.plan.addresses import addresses
from pipeline.build.plan.covers import cover
from pipeline.build.plan.outlines import Neighbours
from pipeline.build.plan.sheets import sheets, spread
from pipeline.build.plan.shelves import boards
from pipeline.build.survey.families import FAMILIES
from pipeline.build.survey.memory import open_memory
from pipeline.config import load
from pipeline.library import Library, card_of
from pipeline.model import Language
from pipeline.render import feeds, web
from pipeline.render.theme import Theme
from pipeline.store import Store
from pipeline.vocabulary import concepts
from tests.hostile import STORIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pipeline.config import Settings
    from pipeline.render.output import Output

ROOT = Path(__file__).parents[1]
OUTPUTS = (*web.OUTPUTS, *feeds.OUTPUTS)
BASE = "https://zweiblatt.example.org/"


def settings() -> Settings:
    """The settings of the shipped publication."""
    return load((ROOT / "zweiblatt.toml").read_text("utf-8"), "zweiblatt.toml", {})


@cache
def shipped() -> Mapping[str, bytes]:
    """The site of the shipped publication, made once."""
    return site()


@cache
def hostile() -> Mapping[str, bytes]:
    """The site of stories that try to break it, made once."""
    with TemporaryDirectory() as folder:
        return site(project(Path(folder), STORIES))


def site(root: Path = ROOT, chosen: Settings | None = None, outputs: Sequence[Output] = OUTPUTS) -> dict[str, bytes]:
    """All pages, feeds and shared files of a project, or what some outputs make."""
    used = chosen or settings()
    library, neighbours = planned(root, used)
    theme = Theme(used)
    found = {target: output(value, theme).data for target, output, value in steps(library, neighbours, outputs)}
    for name in (*theme.names("fonts"), *theme.names("style")):
        if name.endswith((".woff2", ".svg")):
            found[f"site/assets/{name.rpartition('/')[2]}"] = theme.file(name)
    for path in sorted((root / "content" / "media").glob("*")):
        found[f"site/media/{path.name}"] = path.read_bytes()
    return found


def planned(root: Path, used: Settings) -> tuple[Library, Neighbours]:
    """The stories of a project, and what each output may see of its neighbours."""
    library = Library(root, used)
    known = concepts.load((ROOT / "hashtags.toml").read_text("utf-8"), "hashtags.toml")
    articles = (article for name in library.manuscripts for article in library.story(name).articles)
    cards = tuple(card_of(article, known) for article in articles)
    with TemporaryDirectory() as folder:
        memory = open_memory(Store(root, Path(folder)), used, ("", "", ""))
    return library, Neighbours(cards, addresses(used), frozenset(FAMILIES), used, memory.picture)


def steps(library: Library, neighbours: Neighbours, outputs: Sequence[Output]) -> Iterator[tuple[str, Output, Any]]:
    """Targets, outputs and values, as the build plans them."""
    cards = {(card.story, card.language): card for card in neighbours.cards}
    rows = [sheets(name, library, neighbours) for name in library.manuscripts]
    for output in outputs:
        if output.scope == "Shelf":
            for target, board in boards(output, neighbours):
                yield target, output, board.shelf
        for card in neighbours.cards if output.scope == "Cover" else ():
            yield output.pattern.format(language=card.language, slug=card.slug), output, cover(card, neighbours)
        for row in rows:
            both = spread(*row[:2]) if len(row) > 1 else None
            if output.scope == "Spread" and both and output.wanted(cards[both.left.article.story, Language.DE]):
                yield output.pattern.format(story=both.left.article.story), output, both
            for sheet in row if output.scope == "Sheet" else ():
                article = sheet.article
                if not output.wanted(cards[article.story, article.language]):
                    continue
                yield output.pattern.format(language=article.language, slug=article.slug), output, sheet


def project(folder: Path, manuscripts: Mapping[str, str]) -> Path:
    """A project with manuscripts by their paths below ``content/``."""
    for name, text in manuscripts.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def elsewhere(base: str) -> Settings:
    """The shipped settings at another address."""
    used = settings()
    return replace(used, publication=replace(used.publication, base_url=base))


def written(files: Mapping[str, bytes], folder: Path) -> Path:
    """The files of a site on disk; PDFs, which the web edition links and does not make, as empty files."""
    for target, data in files.items():
        path = folder / target
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder / "site"
