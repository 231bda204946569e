"""Stories from a few lines of Markdown, read by the real reader."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pipeline.check import House
from pipeline.config import Settings
from pipeline.library import story_of
from pipeline.model import Language
from pipeline.read import read
from pipeline.vocabulary.concepts import Concepts
from pipeline.vocabulary.glossary import Glossary

if TYPE_CHECKING:
    from pipeline.library import Story

TODAY = dt.date(2025, 3, 10)
HEAD = "---\ntitle: {title}\ndate: 2025-02-22\nkind: note\n---\n"
BODY = HEAD.count("\n")
"""Lines of the front matter: the first line of the Markdown is the next."""


def manuscript(text: str, title: str = "A title") -> str:
    """A manuscript with a plain front matter."""
    return HEAD.format(title=title) + text


def story(de: str, en: str = "", settings: Settings | None = None) -> Story:
    """A story of one or two manuscripts; its files are ``content/de/a.md`` and ``content/en/a.md``."""
    texts = {Language.DE: manuscript(de, "Ein Titel"), Language.EN: manuscript(en) if en else ""}
    readings = [
        read(f"content/{language}/a.md", text.encode(), "a", language, settings or Settings())
        for language, text in texts.items()
        if text
    ]
    return story_of("a", readings, (settings or Settings()).publication.original)


def house(settings: Settings | None = None) -> House:
    """A house with nothing special in it, on a day in March 2025."""
    return House(settings or Settings(), Glossary(), Concepts(), TODAY)
