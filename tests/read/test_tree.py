"""pipeline/read/tree.py, layout.py, markdown.py, typography.py: what Markdown becomes."""

from __future__ import annotations

import pytest

from pipeline.model import Language
from tests.read.reading import FRONT, article, reading, rules, shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a\n  - b\n    - c\n- d", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>"),
        ("- a\n    - b\n- c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
        ("1. a\n   - b\n2. c", "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"),
        ("3) a\n4) b", '<ol start="3"><li>a</li><li>b</li></ol>'),
        ("- a\n\n  Absatz\n\n- b", "<ul><li><p>a</p><p>Absatz</p></li><li><p>b</p></li></ul>"),
        ("> a\n>\n> - b\n>   - c", "<blockquote><p>a</p><ul><li>b<ul><li>c</li></ul></li></ul></blockquote>"),
        ("A\n: b\nC\n: d", "<dl><dt>A</dt><dd>b</dd><dt>C</dt><dd>d</dd></dl>"),
        (
            "| a | b |\n|---|--:|\n| `x|y` | 2 |",
            (
                '<table><thead><tr><th>a</th><th class="align-right">b</th></tr></thead>'
                '<tbody><tr><td><code>x|y</code></td><td class="align-right">2</td></tr></tbody></table>'
            ),
        ),
        (
            "```python\nif a < b & c:\n    pass\n```",
            '<pre><code class="language-python">if a < b & c:\n    pass\n</code></pre>',
        ),
        ("~~~\n```\n~~~", "<pre><code>```\n</code></pre>"),
        ("    a < b\n\n    c", "<pre><code>a < b\n\nc\n</code></pre>"),
        ("Zeile  \nzwei<br>drei", "<p>Zeile<br></br>zwei<br></br>drei</p>"),
        (
            '[Open Weights]{lang=en} und [*x*]{lang="en"}',
            '<p><span lang="en">Open Weights</span> und <span lang="en"><em>x</em></span></p>',
        ),
        ("*[KI]: Künstliche Intelligenz\n\nKI.", '<p><abbr title="Künstliche Intelligenz">KI</abbr>.</p>'),
        ("a\n\n* * *\n\nb", "<p>a</p><hr></hr><p>b</p>"),
        ("&amp; &lt;b&gt; &copy; &#x41; &unknown; AT&T", "<p>& <b> © A &unknown; AT&T</p>"),
        ("{{ x }} {% y %} \\{# z #}", "<p>{{ x }} {% y %} {# z #}</p>"),
        (
            "<https://example.org/?a=1&b=2> <a@example.org>",
            (
                '<p><a href="https://example.org/?a=1&b=2">https://example.org/?a=1&b=2</a> '
                '<a href="mailto:a@example.org">a@example.org</a></p>'
            ),
        ),
    ],
)  # fmt: skip
def test_markdown(text: str, expected: str) -> None:
    """Markdown becomes what its writer meant."""
    assert shown(text) == expected


@pytest.mark.parametrize(
    "body", ["| A | B |\n|---|---|\n| 1 | 2 |", "> Zitat", "Ende.", "- a", "```\na\n```", "[^1]: n\n\nX[^1]"]
)
def test_the_end_of_a_file_changes_nothing(body: str) -> None:
    """No newline, one or several at the end: the same nodes."""
    assert len({shown(body + end) for end in ("", "\n", "\n\n", "\n \n\n\n")}) == 1
    assert "\n</p>" not in shown(body + "\n")


@pytest.mark.parametrize(
    "text",
    [
        "> ```\n> a\n> ```",
        "> b\n>\n> ```\n> a\n> ```\n>\n> c",
        "- b\n\n  ```\n  a\n  ```\n\n- c",
        "- ```\n  a\n  ```\n- c",
    ],
)
def test_code_stands_in_no_paragraph(text: str) -> None:
    """Code inside of quotations and lists is a block of its own there."""
    found = reading(FRONT + text).article
    assert found is not None
    nodes = [node for block in found.sections[0].blocks for node in block.node.walk()]
    assert [node for node in nodes if node.tag == "pre"]
    for node in nodes:
        inside = {child.tag for child in node.children if not isinstance(child, str)}
        assert not (node.tag == "p" and inside & {"pre", "hr"})


def test_reference_links() -> None:
    """A reference may stand before its definition, go over a line, and stand for itself."""
    text = '[a][r] [r] [mehr\nZeilen][]\n\n[r]: https://example.org/ "T"\n[mehr zeilen]: https://example.org/m'
    assert shown(text).count("<a ") == 3


def test_heading_forms() -> None:
    """Headings may be closed or underlined, stand without blank lines, and end with their own mark."""
    text = "## A ##\nText\n### Was ist C#\nText\n\nB\n---\n- Punkt\n"
    assert [(section.level, section.title, len(section.blocks)) for section in article(text).sections] == [
        (1, "", 0),
        (2, "A", 1),
        (3, "Was ist C#", 1),
        (2, "B", 1),
    ]


@pytest.mark.parametrize(
    ("text", "german", "english"),
    [
        ('Er sagt "ja".', "Er sagt „ja“.", "Er sagt “ja”."),
        ('"*Ja*", sagt "er"!', "„Ja“, sagt „er“!", "“Ja”, sagt “er”!"),
        ("Das 'Wort' und Hans' Hut, geht's?", "Das ‚Wort‘ und Hans’ Hut, geht’s?", "Das ‘Wort’ und Hans’ Hut, geht’s?"),
        ('("a" - "b")', "(„a“ - „b“)", "(“a” - “b”)"),
        ("a -- b---c ... d --help", "a – b—c … d --help", "a – b—c … d --help"),
        ('`"code"` und "Text"', '"code" und „Text“', '"code" und “Text”'),
        ("„schon gesetzt“ ‚so‘", "„schon gesetzt“ ‚so‘", "„schon gesetzt“ ‚so‘"),
        ("'90er und 3'", "’90er und 3’", "’90er und 3’"),
    ],
)
def test_typography(text: str, german: str, english: str) -> None:
    """Straight marks become those of the language; code, and what is set already, stays."""
    assert article(text).sections[0].blocks[0].text == german
    assert article(text, Language.EN).sections[0].blocks[0].text == english


def test_foreign_words_keep_their_marks() -> None:
    """Marks in a span of another language stay as written."""
    text = 'Das heißt [say "yes"]{lang=en}, "ja".'
    assert article(text).sections[0].blocks[0].text == 'Das heißt say "yes", „ja“.'


def test_two_definitions_of_an_address() -> None:
    """Of two definitions the first counts, as in other programs."""
    assert "https://example.org/1" in shown("[r]\n\n[r]: https://example.org/1\n\n[r]: https://example.org/2")


def test_inline_places() -> None:
    """A link, a citation or an emphasis knows its own line and column."""
    block = article("Eins\nzwei *drei* [vier](https://example.org/)\nund `fünf`.").sections[0].blocks[0]
    places = [(node.tag, node.at.line, node.at.column) for node in block.node.walk()]
    assert places == [("p", 6, 1), ("em", 7, 6), ("a", 7, 13), ("code", 8, 5)]
    assert block.at.end == (8, 12)


def test_nothing_of_a_mark_is_left() -> None:
    """No private character is left in any text or attribute."""
    found = article(
        '[a\nb](https://example.org/ "T\nU") ![c\nd](../media/e.png)\n\n`x\ny`\n\n- - a\n\n|  | b |\n|--|--|\n| c | |'
    )
    assert not [character for character in str(found.sections) if ord(character) >= 0xE000]


def test_over_the_limit_of_nesting() -> None:
    """Brackets, emphasis, lists and quotations beyond a depth of 32 are refused; at 30 they are read."""
    assert rules("[" * 30 + "]" * 30) == []
    for text in ("[" * 40 + "]" * 40, "*a _b " * 40, "> " * 40 + "a", "- " * 40 + "a"):
        assert rules(text) == ["markup/over-limit"]
    assert rules("\n".join("  " * depth + "- a" for depth in range(40)))[0] == "markup/over-limit"
