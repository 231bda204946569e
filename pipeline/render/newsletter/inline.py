"""HTML with a style sheet -> HTML with styles in its elements. The one door to css-inline.

In: a document with one ``<style>`` to be inlined and others to be kept. Out: the document, without the class names that
only served the inliner and without the white space between tags.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ...errors import MakingError
from ...findings import Message

if TYPE_CHECKING:
    from css_inline import CSSInliner

CLASS = re.compile(r' class="([^"]*)"')
STYLE = re.compile(r' style="([^"]*)"')
KEPT = re.compile(r'<style data-css-inline="keep">(.*?)</style>', re.DOTALL)


TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)")
EMPTY = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
DEEPEST = 1_000
"""Elements within each other: css-inline takes the process with it from about 10,000 on."""


def inlined(html: str) -> str:
    """The document as mail programs want it; a MakingError if its elements are nested too deep."""
    if html.count("<") - html.count("</") > DEEPEST and _depth(html) > DEEPEST:
        arguments = (("name", "newsletter.html"), ("limit", str(DEEPEST)))
        raise MakingError(Message("the template {name} nests elements more than {limit} deep", arguments))
    made = _inliner().inline(html)
    serving = frozenset(re.findall(r"\.([a-z]+)", "".join(KEPT.findall(made)))) | {"hidden"}
    made = CLASS.sub(lambda match: _served(match[1], serving), made)
    made = STYLE.sub(lambda match: f' style="{_tight(match[1])}"', made)
    return re.sub(r"\n\s*\n+", "\n", made).replace(' data-css-inline="keep"', "")


def _depth(html: str) -> int:
    """How deep elements are nested, as far as their tags tell."""
    depth = deepest = 0
    for closes, name in TAG.findall(html):
        if name.lower() not in EMPTY:
            depth = max(0, depth - 1) if closes else depth + 1
            deepest = max(deepest, depth)
    return deepest


def _served(names: str, serving: frozenset[str]) -> str:
    kept = " ".join(name for name in names.split() if name in serving)
    return f' class="{kept}"' if kept else ""


def _tight(style: str) -> str:
    return re.sub(r"\s*([:;,])\s*", r"\1", style).rstrip("; ").replace(" !important", "!important")


@cache
def _inliner() -> CSSInliner:
    import css_inline  # noqa: PLC0415 - a door: a binary of 6 MB, for mails alone

    return css_inline.CSSInliner(load_remote_stylesheets=False, keep_style_tags=False)
