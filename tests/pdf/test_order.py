"""What a screen reader reads: everything that the article says, in the article's order, by poppler's reading."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import unicodedata
from typing import TYPE_CHECKING

import pikepdf
import pytest

from pipeline.model import Language, Node
from tests.pango import need_pango
from tests.pdf.making import made
from tests.pdf.manuscripts import BODIES, article
from tests.pdf.structure import tree
from tests.pdf.test_parallel import NAMES, both

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pipeline.model import Article

need_pango()
if not shutil.which("pdfinfo"):  # pragma: no cover - a machine without poppler
    pytest.skip("pdfinfo is not here: apt-get install -y poppler-utils", allow_module_level=True)

ELSEWHERE = frozenset({"note-ref", "citation", "img"})
"""What stands in a text as a mark of something else."""
NO_LETTER = re.compile("[\\W_\u0590-\u08ff]+")
"""Scripts that run leftwards too: poppler gives them in the order of the eye, and knows no ActualText of elements."""


def letters(text: str) -> str:
    """Letters and digits alone: line breaks and set marks do not count."""
    return NO_LETTER.sub("", unicodedata.normalize("NFKD", text)).casefold()


def read_aloud(data: bytes, folder: Path) -> str:
    """The letters of a PDF in the order of its structure."""
    path = folder / "a.pdf"
    path.write_bytes(data)
    done = subprocess.run(["pdfinfo", "-struct-text", str(path)], capture_output=True, text=True, check=True)
    return letters("".join(re.findall(r'^\s*"(.*)"$', done.stdout, re.MULTILINE)))


def pieces(article: Article) -> Iterator[str]:
    """Every heading and every text of an article, in its order."""
    for section in article.sections:
        yield from (text for each in section.heading for text in ([each] if isinstance(each, str) else _texts(each)))
        for block in section.blocks:
            yield from _texts(block.node)


def _texts(node: Node) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, str):
            yield child
        elif child.tag not in ELSEWHERE:
            yield from _texts(child)


@pytest.mark.parametrize("name", [name for name in BODIES if name != "kombiniert"])
def test_all_of_it_in_the_order_of_the_article(name: str, tmp_path: Path) -> None:
    """Each piece of text stands behind the one before it."""
    said = read_aloud(made(name, Language.DE).data, tmp_path)
    place = 0
    for piece in map(letters, pieces(article(name, Language.DE))):
        found = said.find(piece, place)
        assert found >= 0, f"{piece!r} is not read behind {said[max(0, place - 60) : place]!r}"
        place = found + len(piece)


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_are_in_the_parallel_edition(name: str, tmp_path: Path) -> None:
    """Each language is whole, and in its own order."""
    said = read_aloud(both(name).data, tmp_path)
    for language in Language:
        place = 0
        for piece in map(letters, pieces(article(name, language))):
            found = said.find(piece, place)
            assert found >= 0, f"{language}: {piece!r} is not read behind {said[max(0, place - 60) : place]!r}"
            place = found + len(piece)


def test_what_runs_leftwards_is_read_as_written() -> None:
    """A page holds Arabic and Hebrew in the order of the eye; the element says them in the order of the tongue."""
    with pikepdf.open(io.BytesIO(made("arabisch", Language.DE).data)) as pdf:
        said = [str(element.ActualText) for _, _, element in tree(pdf) if "/ActualText" in element]
    assert "مرحبا بالعالم 2025" in said


def test_marks_over_letters_are_read_as_written() -> None:
    """A font draws them by themselves, so that poppler reads a letter twice; the element says them once."""
    with pikepdf.open(io.BytesIO(made("kombiniert", Language.DE).data)) as pdf:
        said = "".join(str(element.ActualText) for _, _, element in tree(pdf) if "/ActualText" in element)
    assert letters("q\u0307\u0323; x\u20d7") in letters(said)


def test_a_word_that_a_line_cuts_is_read_as_one() -> None:
    """Its hyphen is a soft one; that of a compound is not."""
    with pikepdf.open(io.BytesIO(made("wort-lang", Language.DE).data)) as pdf:
        said = [str(element.ActualText) for _, _, element in tree(pdf) if "/ActualText" in element]
    assert said
    assert all(text.endswith("\u00ad") and "\u2010" not in text for text in said)


def test_what_pages_and_lines_cut_is_one_element() -> None:
    """A table of three pages has one head, a link of many lines is one, and so is a list."""
    for name, kind, count in (
        ("tabelle-hundertzwanzig", "/THead", 1),
        ("link-ueber-seiten", "/Link", 1),
        ("liste-ueber-seiten", "/L", 1),
    ):
        with pikepdf.open(io.BytesIO(made(name, Language.DE).data)) as pdf:
            assert len(pdf.pages) > 1
            assert [each for each, _, _ in tree(pdf)].count(kind) == count, name
