"""What holds for every input that anybody can think of: the reader's half."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.config import Settings
from pipeline.model import Language, Node, Span
from pipeline.read import FAULTS, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.model import Article
    from pipeline.read import Reading

PIECES = st.sampled_from(
    [
        "# ",
        "## ",
        "## Quellen\n",
        "## Hauptfrage: ",
        "### ",
        "- ",
        "  - ",
        "1. ",
        "> ",
        "    ",
        "\t",
        "```",
        "~~~",
        "`",
        "*",
        "**",
        "_",
        "[",
        "]",
        "(",
        ")",
        "](",
        "](https://example.org/)",
        "![",
        "[^1]",
        "[^1]: ",
        "[@a]",
        "- [@a] A: B (https://example.org/)",
        "{#id}",
        "{lang=en}",
        "<b>",
        "</b>",
        "<br>",
        "<sub>x</sub>",
        "<!-- allow a/b: c -->",
        "<!-- ",
        "-->",
        "&amp;",
        "&#x202e;",
        "\\",
        "---",
        "===",
        "***",
        ": ",
        "*[A]: ",
        "[r]: https://example.org/",
        "[r]",
        "#KI #AI",
        "#",
        "ä",
        "A",
        "b",
        "ß",
        "中",
        "👩\u200d💻",
        "\u200b",
        "́",
        '"',
        "'",
        "--",
        "...",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\r\n",
        "title: ",
        "date: 2025-02-22",
        "+++",
        "{",
        "}",
        "\x00",
        "\x0b",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=3), max_size=40).map("".join)
FRONTS = st.sampled_from(["", "---\ntitle: T\ndate: 2025-02-22\nkind: note\n---\n", "---\n", "+++\n", "{\n"])
RELAXED = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _read(data: bytes) -> Reading:
    return read("content/de/x.md", data, "x", Language.DE, Settings())


def _spans(article: Article) -> Iterator[Span]:
    for section in article.sections:
        yield section.at
        for block in section.blocks:
            yield block.at
            yield from (node.at for node in block.node.walk())
        yield from (node.at for child in section.heading if isinstance(child, Node) for node in child.walk())
    yield from (each.at for each in article.questions)
    yield from (each.at for each in article.sources)
    yield from (each.at for each in article.hashtags)
    yield from (each.at for each in article.notes)
    yield from (each.at for each in article.allows)


@given(FRONTS, TEXTS)
@RELAXED
def test_reader_never_raises_and_spans_lie_inside(front: str, text: str) -> None:
    """Whatever stands in a manuscript: there is a reading, its faults are known, every place lies inside."""
    found = _read((front + text).encode("utf-8", "surrogatepass"))
    assert {fault.rule for fault in found.faults} <= set(FAULTS)
    for fault in found.faults:
        assert str(fault.remark.message)
    if found.article is None:
        assert found.faults
        return
    lines = found.article.manuscript.text.split("\n")
    for at in (*_spans(found.article), *(fault.remark.at for fault in found.faults)):
        assert 1 <= at.line <= len(lines)
        assert 1 <= at.column <= len(lines[at.line - 1]) + 1
        if at.end is not None:
            assert (at.line, at.column) <= at.end <= (len(lines), len(lines[-1]) + 1) or at.end[0] <= len(lines)
            assert at.end[1] <= len(lines[at.end[0] - 1]) + 1


@given(st.binary(max_size=200))
@RELAXED
def test_reader_takes_any_bytes(data: bytes) -> None:
    """Bytes that are no text are a fault, not a crash."""
    found = _read(data)
    assert found.article is not None or found.faults


@given(TEXTS)
@RELAXED
def test_reading_is_a_function(text: str) -> None:
    """The same bytes give the same reading, whatever was read between."""
    data = text.encode("utf-8", "surrogatepass")
    first = _read(data)
    _read(b"---\ntitle: T\n---\n*[A]: b\n\n[r]: https://example.org/\n\n[^1]: n\n")
    assert _read(data) == first
