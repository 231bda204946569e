"""Nodes -> HTML, as a browser's own serialiser would write it.

In: nodes and an output's way to write what differs between outputs (references, links, pictures). Out: HTML, of which
the sanitiser must change nothing: a difference is a fault of ours, or an attack, and stops the build.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

import nh3

from ..errors import OwnFaultError
from ..findings import Message
from ..model import Node
from .tables import sides

if TYPE_CHECKING:
    from collections.abc import Iterable

VOID = frozenset(("br", "hr", "img"))
ATTRIBUTES = {
    "*": {"lang", "dir", "id", "class"},
    "a": {"href", "title", "hreflang", "role", "aria-label"},
    "abbr": {"title"},
    "div": {"role", "tabindex", "aria-label"},
    "pre": {"tabindex"},
    "img": {"src", "alt", "title", "width", "height", "loading", "decoding"},
    "ol": {"start"},
    "td": {"style"},
    "th": {"style", "scope"},
}
TAGS = frozenset(
    (
        *(
            "a",
            "abbr",
            "blockquote",
            "br",
            "caption",
            "code",
            "dd",
            "del",
            "div",
            "dl",
            "dt",
            "em",
            "figcaption",
            "figure",
        ),
        *("h1", "h2", "h3", "h4", "h5", "h6", "hr", "img", "ins", "kbd", "li", "ol", "p", "pre", "q", "small", "span"),
        *("strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"),
    )
)
PLAIN = TAGS - VOID - {"a", "pre", "table"}
"""Elements of which an output writes the name and what is in them, where they have no attributes."""
UNBROKEN = re.compile(r"((?<![\w&#-])\w{1,3}-\w{1,12}|(?<![\w&#])\w{1,12}-\w{1,3})(?![\w-])")
"""Compounds with a short first or last part ("KI-Welt", "Open-Source-KI") that must not break there; long ones must,
on a phone."""

JOINED = "\u2060"
"""Before the number of a note or source: without it a line may end between the full stop and the number."""

DASH, KEPT_DASH = " – ", "&nbsp;– "
"""A dash between words, and the same at the end of its line."""

LEFTWARDS = frozenset(("ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))
"""Languages that are written from right to left (CLDR, characterOrder): a passage in one is a run of its own."""

SCHEMES = frozenset(("https", "http", "mailto"))


class Ways(Protocol):
    """How an output writes what differs between outputs."""

    def note(self, label: str) -> str:
        """A reference to a footnote."""

    def citation(self, key: str) -> str:
        """A reference to a source."""

    def link(self, node: Node, inner: str) -> str:
        """A link around its HTML."""

    def picture(self, node: Node) -> str:
        """A picture that stands in a text."""


def escape(text: str) -> str:
    """Text for HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\u00a0", "&nbsp;")


def attribute(text: str) -> str:
    """A value between double quotes."""
    escaped = text.replace("&", "&amp;").replace("\u00a0", "&nbsp;").replace('"', "&quot;")
    return escaped.replace("<", "&lt;").replace(">", "&gt;")


def element(tag: str, inner: str, **attributes: str) -> str:
    """An element with its HTML; ``class_`` is ``class``; an empty value leaves the attribute out."""
    pairs = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{attribute(value)}"' for name, value in attributes.items() if value
    )
    return f"<{tag}{pairs}>" if tag in VOID else f"<{tag}{pairs}>{inner}</{tag}>"


def unbroken(fragment: str) -> str:
    """HTML without tags, its short compounds kept together and no dash at the beginning of a line."""
    kept = fragment.replace(DASH, KEPT_DASH)
    return UNBROKEN.sub(r'<span class="unbroken">\1</span>', kept) if "-" in kept else kept


def html(children: Iterable[Node | str], ways: Ways) -> str:
    """The HTML of some children."""
    return "".join([escape(child) if isinstance(child, str) else _node(child, ways) for child in children])


def _node(node: Node, ways: Ways) -> str:  # noqa: PLR0911 - one way out for each kind of node
    if not node.attributes and node.tag in PLAIN:
        return f"<{node.tag}>{html(node.children, ways)}</{node.tag}>"
    match node.tag:
        case "note-ref":
            return ways.note(node.get("label"))
        case "citation":
            return ways.citation(node.get("key"))
        case "img":
            return ways.picture(node)
        case "a":
            return ways.link(node, html(node.children, ways))
        case "refused":
            return html(node.children, ways)
        case "pre":
            return f"<pre{_language(node)}>{html(node.children, ways)}</pre>"
        case "code":
            return f"<code>{html(node.children, ways)}</code>"
        case "table":
            return _table(node, ways)
        case _:
            return element(node.tag, html(node.children, ways), **_kept(node))


def _language(node: Node) -> str:
    """Code can be scrolled, so it can be focused."""
    return ' tabindex="0"' if node.tag == "pre" else ""


def _kept(node: Node) -> dict[str, str]:
    allowed = ATTRIBUTES["*"] | ATTRIBUTES.get(node.tag, set())
    kept = {name: value for name, value in node.attributes if name in allowed - {"style", "class", "id", "dir"}}
    leftwards = kept.get("lang", "").partition("-")[0].lower() in LEFTWARDS
    return {**kept, "dir": "rtl"} if leftwards else kept


def _table(node: Node, ways: Ways) -> str:
    """A table with scopes; the side of each column becomes a class."""
    of_columns = sides(node)
    parts = (part for part in node.children if isinstance(part, Node))
    return f"<table>{''.join(_rows(part, ways, of_columns) for part in parts)}</table>"


def _rows(part: Node, ways: Ways, of_columns: tuple[str, ...]) -> str:
    rows = (row for row in part.children if isinstance(row, Node))
    made = (_row(row, ways, of_columns, "col" if part.tag == "thead" else "") for row in rows)
    return f"<{part.tag}>{''.join(made)}</{part.tag}>"


def _row(row: Node, ways: Ways, of_columns: tuple[str, ...], scope: str) -> str:
    cells = (cell for cell in row.children if isinstance(cell, Node))
    made = (
        element("th" if scope else cell.tag, html(cell.children, ways), class_=side, scope=scope)
        for cell, side in zip(cells, of_columns, strict=False)
    )
    return f"<tr>{''.join(made)}</tr>"


SANITISER = nh3.Cleaner(
    tags=set(TAGS),
    attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
    url_schemes=set(SCHEMES),
    link_rel=None,
    strip_comments=False,
    generic_attribute_prefixes={"data-"},
)


def belted(fragment: str) -> str:
    """The same HTML, if the sanitiser finds nothing in it to change."""
    clean = SANITISER.clean(fragment)
    if clean != fragment:
        place = next(
            (n for n, (a, b) in enumerate(zip(clean, fragment, strict=False)) if a != b), min(len(clean), len(fragment))
        )
        message = Message(
            "the sanitiser would change “{ours}” to “{theirs}”",
            (("ours", fragment[max(0, place - 40) : place + 40]), ("theirs", clean[max(0, place - 40) : place + 40])),
        )
        raise OwnFaultError(message)
    return fragment
