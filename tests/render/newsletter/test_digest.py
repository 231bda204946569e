"""Several stories in one mail, and the pages on which editors look at mails."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import TYPE_CHECKING

from pipeline.model import Language
from pipeline.render.newsletter import OUTPUTS
from pipeline.render.newsletter.digest import Absent, digest
from pipeline.render.newsletter.profiles import PROFILES

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.render.output import Sheet
    from pipeline.render.theme import Theme

STORIES = ("how-we-check", "open-weights", "deepseek-open-source")


def test_digest(shipped: Callable[[str, Language], Sheet], theme: Theme) -> None:
    """Each story has its headline, teaser and way to its page; the one left out is named with its language."""
    sheets = [shipped(story, Language.EN) for story in STORIES]
    absent = [Absent("Nur auf Deutsch", Language.DE, "https://zweiblatt.example.org/de/nur/")]
    made = digest(sheets, absent, theme, PROFILES[0])
    letter = made.letter
    assert letter.subject == "How we check our translations – and 2 more"
    assert letter.date.date() == dt.date(2025, 3, 3)
    for sheet in sheets:
        for part in (letter.html, letter.text):
            assert sheet.article.front.title in part
            assert sheet.address("page") in part
    assert 'lang="de" hreflang="de"' in letter.html
    assert "- Nur auf Deutsch <https://zweiblatt.example.org/de/nur/>" in letter.text
    assert 40 <= len(made.preheader) <= 110
    assert len(letter.html.encode()) < 12_000


def test_labels_in_digests(written: Callable[..., Sheet], theme: Theme) -> None:
    """Each story of a digest says what of it a machine wrote, and who answers for it."""
    head = "title: T\ndate: 2025-02-22\nkind: note\norigin: ai\neditor: Erika Muster"
    letter = digest([written("Text.", head)], (), theme, PROFILES[0]).letter
    for part in (letter.html, letter.text):
        assert "Von KI geschrieben. Verantwortlich: Erika Muster." in part


def test_preview(shipped: Callable[[str, Language], Sheet], theme: Theme) -> None:
    """A preview holds the mail once and shows it at two widths in three ways, with subject, preheader and size."""
    sheet = shipped("open-weights", Language.DE)
    made = {output.name.rpartition("/")[2]: output for output in OUTPUTS}
    page = made["preview"](sheet, theme).data.decode()
    mail = made["html"](sheet, theme).data.decode()
    assert json.loads(re.findall(r'id="mail">(.*?)</script>', page)[0]) == mail
    frames = re.findall(r'width="(\d+)" height="\d+" data-mode="(\w+)"', page)
    assert sorted(frames) == sorted((width, mode) for width in ("600", "320") for mode in ("light", "dark", "plain"))
    assert sheet.article.front.title in page
    assert f"{len(mail.encode()):,}".replace(",", ".") in page
    assert not re.search(r'(?:src|href)="(?!\.\./open-weights-oder)', page)


def test_three_files(shipped: Callable[[str, Language], Sheet], theme: Theme) -> None:
    """The message holds the very parts that lie beside it, and all three are the same on every build."""
    sheet = shipped("deepseek-open-source", Language.DE)
    made = {output.name.rpartition("/")[2]: output(sheet, theme).data for output in OUTPUTS if output.scope == "Sheet"}
    again = {output.name.rpartition("/")[2]: output(sheet, theme).data for output in OUTPUTS if output.scope == "Sheet"}
    assert made == again
    assert made["eml"].startswith(b"From: Zweiblatt <newsletter@example.org>\r\n")
    assert made["html"].startswith(b"<!DOCTYPE html>")
