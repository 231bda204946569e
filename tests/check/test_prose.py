"""Pieces of a passage know their places, and copy nothing of what stands before them."""

from __future__ import annotations

from pipeline.check.compared.prose import passages
from pipeline.check.told.finding import Places
from pipeline.model import Span
from tests.stories import story

DE = "Anfang.\n\n- ein Ding\n- ein Ding\n- noch ein Ding und ein Ding\n"
EN = "Start.\n\n- a thing\n- a thing\n- one more thing and a thing\n"


def test_a_piece_of_a_piece_has_the_place_of_its_own_words() -> None:
    """The same words stand before it, in its block and in the piece that it is cut from."""
    article = story(DE, EN).articles[0]
    block = next(each for each in passages(article) if "Ding" in each.text)
    start = block.raw.index("noch")
    line = block.part(start, len(block.raw))
    piece = line.part(line.raw.index("und"), len(line.raw))
    begin = piece.raw.index("Ding")
    at, last = piece.span(begin, begin + 4), line.span(line.raw.index("Ding"), line.raw.index("Ding") + 4)
    said = article.manuscript.text.split("\n")[at.line - 1]
    assert said.startswith("- noch")
    assert (at.line, at.column) == (last.line, said.rindex("Ding") + 1)
    assert last.column == said.index("Ding") + 1
    assert piece.whole is block.raw


def test_another_text_at_a_place_is_no_piece() -> None:
    """What stands before it is not of the text that was put together."""
    block = next(each for each in passages(story(DE, EN).articles[0]) if "Ding" in each.text)
    other = block.part(0, 0, "noch ein Ding")
    assert (other.text, other.raw, other.whole, other.begins) == ("noch ein Ding", "noch ein Ding", "", 0)
    assert other.part(5, 8).begins == 5


def test_the_text_of_a_place_is_put_together_once() -> None:
    """A list of ten thousand items may have as many remarks, all at its place."""
    article = story(DE, EN).articles[0]
    places = Places((article,))
    at = Span(article.manuscript.path, 1, 1, (len(article.manuscript.text.split("\n")), 1))
    assert "noch ein ding und ein ding" in places.text(at)
    assert places.text(at) is places.text(at)
