"""A story in both languages on paper: pair by pair, each side in its language, both manuscripts embedded."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from dataclasses import replace
from functools import cache

import pikepdf
import pytest

from pipeline.align import align
from pipeline.model import Language
from pipeline.render.output import Made, Spread
from pipeline.render.pdf.article import article as article_pdf
from pipeline.render.pdf.parallel import parallel
from tests.pango import need_pango
from tests.pdf.making import sheet, theme
from tests.pdf.manuscripts import BODIES, article, settings
from tests.pdf.structure import faults, tree

need_pango()

NAMES = (*list(BODIES)[::6], "alles", "fragen", "quellen")


@cache
def both(name: str) -> Made:
    """The PDF of a manuscript beside itself."""
    german, english = article(name, Language.DE), article(name, Language.EN)
    return parallel(Spread(sheet(german), sheet(english), align(german, english)), theme())


@pytest.mark.parametrize("name", dict.fromkeys(NAMES))
def test_the_structure_of_each_story_holds(name: str) -> None:
    """Two columns over page breaks break no grammar, and nothing is warned of."""
    assert [str(fault.remark.message) for fault in both(name).faults] == []
    assert faults(both(name).data) == []


def test_sides_alternate_in_reading_order() -> None:
    """A screen reader meets a German passage, then the English one that answers it."""
    with pikepdf.open(io.BytesIO(both("fragen").data)) as pdf:
        spoken = [str(element.Lang) for _, _, element in tree(pdf) if "/Lang" in element]
    assert spoken[:6] == ["de", "en"] * 3


def test_both_manuscripts_are_embedded() -> None:
    """Each under a name that says its language."""
    with pikepdf.open(io.BytesIO(both("alles").data)) as pdf:
        assert sorted(pdf.attachments) == ["alles.de.md", "alles.en.md"]


def test_the_same_story_gives_the_same_bytes() -> None:
    """No clock, no random identifier."""
    first = both("alles").data
    both.cache_clear()
    assert both("alles").data == first


@pytest.mark.parametrize(("paper", "size"), [("A4", (595, 842)), ("Letter", (612, 792))])
def test_the_paper_is_that_of_the_settings(paper: str, size: tuple[int, int]) -> None:
    """Both editions, on A4 and on Letter."""
    german, english = article("fragen", Language.DE), article("fragen", Language.EN)
    publication = replace(settings(), pdf=replace(settings().pdf, paper=paper))
    sides = [replace(sheet(each), settings=publication) for each in (german, english)]
    spread = Spread(sides[0], sides[1], align(german, english))
    for data in (parallel(spread, theme()).data, article_pdf(sides[0], theme()).data):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            assert {tuple(round(float(each)) for each in page.MediaBox[2:]) for page in pdf.pages} == {size}


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not here: apt-get install -y poppler-utils")
def test_columns_lie_on_either_side_of_the_fold() -> None:
    """Neither side runs over the middle or into the margin."""
    found = subprocess.run(
        ["pdftotext", "-bbox", "-", "-"], input=both("fragen").data, capture_output=True, check=True
    ).stdout.decode()
    width = float(re.findall(r'<page width="([\d.]+)"', found)[0])
    words = [
        (float(left), float(right)) for left, right in re.findall(r'<word xMin="([\d.]+)".*?xMax="([\d.]+)"', found)
    ]
    inside = [(left, right) for left, right in words if left < width / 2 - 20 or left > width / 2 + 20]
    assert all(right < width / 2 for left, right in inside if left < width / 2)
    assert all(right <= width - 45 for _, right in words)
