"""Every construct gives a PDF that holds the grammar of PDF/UA; the checks find files that are broken on purpose."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest

from pipeline.model import Language
from tests.pango import need_pango
from tests.pdf.broken import SEEN_BY_ALL, SEEN_BY_US, Damage, broken
from tests.pdf.broken_inside import BY_US, INSIDE
from tests.pdf.making import made
from tests.pdf.manuscripts import BODIES, article
from tests.pdf.structure import faults, tree

need_pango()


def test_there_are_at_least_sixty_manuscripts() -> None:
    """The table is as long as it should be."""
    assert len(BODIES) >= 60


@pytest.mark.parametrize("name", BODIES)
def test_the_structure_of_each_manuscript_holds(name: str) -> None:
    """No fault of grammar, no warning of WeasyPrint."""
    result = made(name, Language.EN if len(name) % 2 else Language.DE)
    assert [str(fault.remark.message) for fault in result.faults] == []
    assert faults(result.data) == []


def test_the_same_article_gives_the_same_bytes() -> None:
    """No clock, no random identifier."""
    first = made("alles", Language.DE).data
    made.cache_clear()
    assert made("alles", Language.DE).data == first


def test_parts_in_another_language_say_so() -> None:
    """A foreign word carries its language for the screen reader's voice."""
    with pikepdf.open(io.BytesIO(made("fremd", Language.DE).data)) as pdf:
        assert "en" in [str(element.Lang) for _, _, element in tree(pdf) if "/Lang" in element]


def test_the_manuscript_is_embedded_as_the_source() -> None:
    """Who has the PDF has the text that it was made from."""
    with pikepdf.open(io.BytesIO(made("alles", Language.DE).data)) as pdf:
        assert bytes(pdf.attachments["alles.md"].get_file().read_bytes()).decode() == article("alles").manuscript.text


def test_bookmarks_are_the_headings() -> None:
    """The outline is the article's."""
    with pikepdf.open(io.BytesIO(made("fragen", Language.DE).data)) as pdf, pdf.open_outline() as outline:

        def titles(items: list[pikepdf.OutlineItem]) -> list[str]:
            return [title for item in items for title in (item.title, *titles(item.children))]

        said = [re.sub(r"\s+", " ", title) for title in titles(list(outline.root))]
    headings = [section.title for section in article("fragen").sections if section.title]
    assert [title for title in said if title in headings] == headings


@pytest.mark.parametrize("damage", [*SEEN_BY_ALL, *INSIDE, *SEEN_BY_US, *BY_US], ids=lambda damage: damage.__name__)
def test_a_file_broken_on_purpose_is_found(damage: Damage) -> None:
    """Each check sees the fault that it is for."""
    assert faults(broken(damage))


def test_there_are_at_least_fifty_that_all_see() -> None:
    """The table is as long as it should be; veraPDF judges the same files in test_conformance.py."""
    assert len(SEEN_BY_ALL) + len(INSIDE) >= 50
