"""Every construct gives a PDF that holds the grammar of PDF/UA; the checks find files that are broken on purpose."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest

from pipeline.errors import MissingToolError
from pipeline.model import Language
from pipeline.render.pdf.door import check_pango
from tests.pdf.making import made
from tests.pdf.manuscripts import BODIES, article
from tests.pdf.structure import children, faults, tree

if TYPE_CHECKING:
    from collections.abc import Callable

try:
    check_pango()
except MissingToolError as error:  # pragma: no cover - a machine without Pango
    pytest.skip(str(error), allow_module_level=True)


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


def _first(pdf: pikepdf.Pdf, kind: str) -> Any:  # noqa: ANN401 - pikepdf's objects
    return next(element for each, _, element in tree(pdf) if each == kind)


def _unmarked(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.MarkInfo


def _voiceless(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def _untitled(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.ViewerPreferences


def _flat(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Outlines


def _silent_figure(pdf: pikepdf.Pdf) -> None:
    del _first(pdf, "/Figure").Alt


def _silent_link(pdf: pikepdf.Pdf) -> None:
    del next(page for page in pdf.pages if "/Annots" in page).Annots[0].Contents


def _link_of_a_span(pdf: pikepdf.Pdf) -> None:
    _first(pdf, "/Link").S = pikepdf.Name.Span


def _item_without_body(pdf: pikepdf.Pdf) -> None:
    for kid in children(_first(pdf, "/LI")):
        kid.S = pikepdf.Name.P


def _row_of_paragraphs(pdf: pikepdf.Pdf) -> None:
    for kid in children(_first(pdf, "/TR")):
        kid.S = pikepdf.Name.P


def _skipped_level(pdf: pikepdf.Pdf) -> None:
    _first(pdf, "/H2").S = pikepdf.Name.H4


def _without_source(pdf: pikepdf.Pdf) -> None:
    del pdf.attachments[next(iter(pdf.attachments))]


SEEN_BY_ALL = (
    _unmarked, _voiceless, _untitled, _silent_figure, _silent_link, _link_of_a_span, _item_without_body,
    _row_of_paragraphs, _skipped_level,
)  # fmt: skip
SEEN_BY_US = (_flat, _without_source)


def broken(damage: Callable[[pikepdf.Pdf], None]) -> bytes:
    """A good file with one fault."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(made("alles", Language.DE).data)) as pdf:
        damage(pdf)
        pdf.save(target)
    return target.getvalue()


@pytest.mark.parametrize("damage", [*SEEN_BY_ALL, *SEEN_BY_US])
def test_a_file_broken_on_purpose_is_found(damage: Callable[[pikepdf.Pdf], None]) -> None:
    """Each check sees the fault that it is for."""
    assert faults(broken(damage))
