"""How large a mail is, how long its lines, and what is said of one that programs would cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.model import Language
from pipeline.render.newsletter.letter import Mail, mail
from pipeline.render.newsletter.profiles import PROFILES

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.render.output import Sheet
    from pipeline.render.theme import Theme

STORIES = ("deepseek-open-source", "how-we-check", "open-weights")


@pytest.mark.parametrize(("form", "most"), [("full", 40_000), ("teaser", 12_000)])
@pytest.mark.parametrize("language", Language)
def test_size(language: Language, form: str, most: int, made: Callable[..., Mail]) -> None:
    """An article of usual length stays far below what Gmail shows."""
    assert len(made("deepseek-open-source", language, form).letter.html.encode()) <= most


def test_text_lines(made: Callable[..., Mail]) -> None:
    """Lines of the text part are no longer than 76, but for addresses."""
    for story in STORIES:
        lines = made(story).letter.text.split("\n")
        assert not [line for line in lines if len(line) > 76 and "://" not in line]


@pytest.mark.parametrize(("size", "severity"), [(60, None), (80, "warning"), (120, "error")])
def test_too_large(size: int, severity: str | None, written: Callable[..., Sheet], theme: Theme) -> None:
    """Above 80,000 bytes a mail is warned of, above 100,000 it is an error that names the form that would fit."""
    paragraph = "Ein Satz, der nicht viel sagt und doch seinen Platz braucht. " * 16
    sheet = written(f"Kurz.\n\n## Teil\n\n{(paragraph + chr(10) * 2) * size}", "title: T\ndate: 2025-02-22\nkind: note")
    faults = mail(sheet, theme, "full", PROFILES[0]).faults
    assert [fault.remark.severity.label for fault in faults if fault.remark.severity] == (
        [severity] if severity else []
    )
    assert all(
        fault.rule == "newsletter/too-large" and "--form teaser" in str(fault.remark.message) for fault in faults
    )


def test_no_form_fits(written: Callable[..., Sheet], theme: Theme) -> None:
    """Where the teaser mail would be too large as well, that is said, and what to shorten."""
    paragraph = "Ein Satz, der nicht viel sagt und doch seinen Platz braucht. " * 16
    sheet = written(f"{(paragraph + chr(10) * 2) * 120}", "title: T\ndate: 2025-02-22\nkind: note")
    (fault,) = mail(sheet, theme, "full", PROFILES[0]).faults
    assert "shorten teaser or sources" in str(fault.remark.message)
    assert "--form" not in str(fault.remark.message)


@pytest.mark.parametrize("language", Language)
def test_beyond_latin_1(language: Language, written: Callable[..., Sheet], theme: Theme) -> None:
    """Each part of the plainest mail has a character above U+00FF, without which Gmail cuts it off earlier."""
    letter = mail(
        written("Text.", "title: T\ndate: 2025-02-22\nkind: note", language), theme, "full", PROFILES[0]
    ).letter
    assert all(any(ord(each) > 0xFF for each in part) for part in (letter.html, letter.text))
