"""Sheets of the shipped stories, and of manuscripts that a test writes itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.config import load
from pipeline.model import Language
from pipeline.read import read
from pipeline.render.newsletter.letter import Mail, mail
from pipeline.render.newsletter.profiles import profile
from pipeline.render.output import Asset, Sheet
from pipeline.render.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.config import Settings
    from pipeline.model import Article

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def settings() -> Settings:
    """The settings of the shipped publication."""
    return load((ROOT / "zweiblatt.toml").read_text("utf-8"), "zweiblatt.toml", {})


@pytest.fixture(scope="session")
def theme(settings: Settings) -> Theme:
    """The shipped theme."""
    return Theme(settings)


def article(text: str, story: str, language: Language, settings: Settings) -> Article:
    """A manuscript as an article; it must be readable."""
    reading = read(f"content/{language}/{story}.md", text.encode(), story, language, settings)
    assert reading.article, reading.faults
    return reading.article


def sheet_of(one: Article, other: Article | None, settings: Settings) -> Sheet:
    """The sheet of an article with the addresses that a plan would give."""
    base = settings.publication.base_url
    page = f"{base}{one.language}/{one.slug}/"
    pictures = sorted((ROOT / "content" / "media").iterdir())
    return Sheet(
        article=one,
        counterpart=other,
        alignment=None,
        related=(),
        concepts=tuple(tag.name.lower() for tag in one.hashtags),
        addresses=(
            ("page", page),
            ("picture", f"{page}picture.png"),
            *((("counterpart", f"{base}{other.language}/{other.slug}/"),) if other else ()),
            *((f"content/media/{each.name}", f"{base}media/{each.name}") for each in pictures),
        ),
        tags=(),
        assets=tuple(Asset(f"media/{each.name}", each.read_bytes(), each.name) for each in pictures),
        settings=settings,
    )


@pytest.fixture
def shipped(settings: Settings) -> Callable[[str, Language], Sheet]:
    """The sheet of a shipped story in a language."""

    def make(story: str, language: Language) -> Sheet:
        both = {
            each: article((ROOT / "content" / each / f"{story}.md").read_text("utf-8"), story, each, settings)
            for each in Language
        }
        return sheet_of(both[language], next(both[each] for each in Language if each != language), settings)

    return make


@pytest.fixture
def written(settings: Settings) -> Callable[..., Sheet]:
    """The sheet of a manuscript of one's own, without a counterpart."""

    def make(body: str, head: str = "title: Titel\ndate: 2025-02-22", language: Language = Language.DE) -> Sheet:
        return sheet_of(article(f"---\n{head}\n---\n\n{body}", "probe", language, settings), None, settings)

    return make


@pytest.fixture
def made(shipped: Callable[[str, Language], Sheet], theme: Theme) -> Callable[..., Mail]:
    """The mail of a shipped story."""

    def make(story: str, language: Language = Language.DE, form: str = "full", service: str = "eml") -> Mail:
        return mail(shipped(story, language), theme, form, profile(service))

    return make
