"""The reader on real articles that nobody here wrote; skipped where they are absent."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from pipeline.config import Settings
from pipeline.model import BlockKind, Language
from pipeline.read import markdown, read
from pipeline.read.lines import MARK
from pipeline.read.text import text_of

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
FILES = sorted(CORPORA.glob("*/*/*.md"))[::4]
WORD = re.compile(r"[^\W_]+")
RATE = 0.998
"""Of the places that we look at; what is left are tables whose first row is empty."""

pytestmark = pytest.mark.skipif(not FILES, reason="the corpora are not here")


@cache
def _readings() -> tuple[tuple[str, list[tuple[int, str]], list[str]], ...]:
    """Of each file its path, the line and first words of each place, and its lines."""
    found = []
    for path in FILES:
        language = Language(path.parent.name)
        article = read(path.as_posix(), path.read_bytes(), path.stem, language, Settings()).article
        assert article is not None, path
        places = [(each.at.line, each.title) for each in article.sections if each.heading]
        for block in (block for section in article.sections for block in section.blocks):
            if block.kind is not BlockKind.CODE:
                places.append((block.at.line, block.text))
                items = (node for node in block.node.walk() if node.tag in {"li", "a", "strong"})
                places += [(node.at.line, text_of(node.children)) for node in items]
        found.append((path.name, places, article.manuscript.text.split("\n")))
    return tuple(found)


def test_every_reported_line_is_the_right_one() -> None:
    """The first word of a heading, block, item or link stands on the line that is reported for it."""
    right = wrong = 0
    for _, places, lines in _readings():
        for line, text in places:
            if words := WORD.findall(text):
                is_right = words[0] in WORD.findall(lines[line - 1])
                right, wrong = right + is_right, wrong + (not is_right)
    print(f"{right} of {right + wrong} places are right")  # noqa: T201 - the rate is the result
    assert right / (right + wrong) >= RATE


def test_marks_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without our marks the parser makes the same of each text."""
    texts: list[str] = []
    parse = markdown.parse

    def kept(text: str) -> ET.Element:
        texts.append(text)
        return parse(text)

    monkeypatch.setattr(markdown, "parse", kept)
    for path in FILES[::3]:
        read(path.as_posix(), path.read_bytes(), path.stem, Language(path.parent.name), Settings())
    for text in texts:
        assert _written(parse(text)) == _written(parse(MARK.sub("", text)))


def _written(root: ET.Element) -> str:
    return re.sub(r"<(\w+)></\1>", r"<\1 />", MARK.sub("", ET.tostring(root, encoding="unicode"))).replace(" \n", "\n")
