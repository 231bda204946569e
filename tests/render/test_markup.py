"""The writer of nodes, and the sanitiser behind it."""

from __future__ import annotations

import pytest

from pipeline.errors import OwnFaultError
from pipeline.model import Language, Node, Span
from pipeline.render.markup import belted, element, html, unbroken
from pipeline.render.tables import sides
from tests.articles import article

AT = Span("a.md", 1)


class Plain:
    """Ways that write everything as it is."""

    def note(self, label: str) -> str:
        """A note."""
        return f"<sup>{label}</sup>"

    def citation(self, key: str) -> str:
        """A citation."""
        return f"[{key}]"

    def link(self, node: Node, inner: str) -> str:
        """A link."""
        return element("a", inner, href=node.get("href"))

    def picture(self, node: Node) -> str:
        """A picture."""
        return element("img", "", src=node.get("src"), alt=node.get("alt"))


def node(tag: str, *children: Node | str, **attributes: str) -> Node:
    """A node."""
    return Node(tag, tuple(attributes.items()), children, AT)


def test_text_is_escaped_as_a_browser_serialises_it() -> None:
    """Marks of HTML become entities, the no-break space too; quotation marks stay."""
    assert html(('a < b & "c" \u00a0d',), Plain()) == 'a &lt; b &amp; "c" &nbsp;d'


def test_attributes_that_mean_nothing_to_us_are_not_written() -> None:
    """Only what the list allows gets out; style, class and handlers never do."""
    assert html((node("p", "x", onclick="alert(1)", style="a", lang="en"),), Plain()) == '<p lang="en">x</p>'


@pytest.mark.parametrize(("language", "written"), [("ar", ' dir="rtl"'), ("he-IL", ' dir="rtl"'), ("ja", "")])
def test_a_passage_that_is_read_leftwards_says_so(language: str, written: str) -> None:
    """What stands before and behind it keeps its place; nobody has to say the direction beside the language."""
    made = html((node("span", "x", lang=language),), Plain())
    assert made == f'<span lang="{language}"{written}>x</span>'
    assert belted(made) == made


def test_what_differs_between_outputs_is_asked_for() -> None:
    """Notes, citations, links and pictures are written by the output's own ways."""
    tree = node(
        "p", node("note-ref", label="1"), node("citation", key="k"), node("a", "x", href="https://example.org/")
    )
    assert html((tree,), Plain()) == '<p><sup>1</sup>[k]<a href="https://example.org/">x</a></p>'


def test_a_table_has_scopes_and_its_alignment_as_classes() -> None:
    """Heads say that they are heads of columns; what the reader makes of `--:` and `:-:` is a class, never a style."""
    text = "| A | B | C |\n|---|--:|:-:|\n| 1 | 2 | 3 |\n"
    table = next(block.node for block in article(text, Language.DE).sections[0].blocks)
    made = html((table,), Plain())
    assert '<th scope="col">A</th><th class="right" scope="col">B</th><th class="center" scope="col">C</th>' in made
    assert '<td>1</td><td class="right">2</td><td class="center">3</td>' in made
    assert belted(made) == made


@pytest.mark.parametrize(
    ("cells", "side"),
    [
        (("1.324", "–", "0,45"), "right"),
        (("12 %", "+3,4 %"), "right"),
        (("71 Mio. €", "ca. 5 Mio. €"), "right"),
        (("28. April", "3"), ""),
        (("–", ""), ""),
        (("71", "siehe unten"), ""),
    ],
)
def test_a_column_of_numbers_stands_right(cells: tuple[str, ...], side: str) -> None:
    """Digits stand below digits where Markdown asks for no side, but in the first column, which names the rows."""
    text = "| 1 | B | C |\n|---|---|:--|\n" + "".join(f"| 1 | {each} | 2 |\n" for each in cells)
    table = next(block.node for block in article(text, Language.DE).sections[0].blocks)
    assert sides(table) == ("", side, "")
    made = html((table,), Plain())
    assert (f'<th class="{side}" scope="col">B</th>' if side else '<th scope="col">B</th>') in made


@pytest.mark.parametrize(
    "fragment", ["<p>a<br>b &amp; c</p>", '<div class="wide" tabindex="0"><table><tbody></tbody></table></div>']
)
def test_the_sanitiser_leaves_what_we_write(fragment: str) -> None:
    """Our own HTML passes unchanged."""
    assert belted(fragment) == fragment


@pytest.mark.parametrize(
    "fragment", ["<p onclick=x>a</p>", "<script>x</script>", '<a href="javascript:x">a</a>', "<p>a"]
)
def test_what_the_sanitiser_would_change_is_a_fault_of_ours(fragment: str) -> None:
    """Nothing is removed silently: the build stops and shows the place."""
    with pytest.raises(OwnFaultError, match="sanitiser"):
        belted(fragment)


@pytest.mark.parametrize(
    ("text", "kept"),
    [("Die KI-Welt", "KI-Welt"), ("per E-Mail an", "E-Mail"), ("Open-Source-KI?", "Source-KI")],
)
def test_short_compounds_stay_together(text: str, kept: str) -> None:
    """No line ends with "KI-"."""
    assert f'<span class="unbroken">{kept}</span>' in unbroken(text)


@pytest.mark.parametrize("text", ["Code-Repositorys", "KI-Donaudampfschifffahrtsgesellschaft", "2024-2025-2026"])
def test_long_compounds_may_break(text: str) -> None:
    """A word that is kept together must fit on a phone."""
    assert unbroken(text) == text
