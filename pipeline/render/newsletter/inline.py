"""HTML with a style sheet -> HTML with styles in its elements. The one door to css-inline.

In: a document with one ``<style>`` to be inlined and others to be kept. Out: the document, without the class names that
only served the inliner and without the white space between tags.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ...errors import MakingError
from ...findings import Message
from ..styles import at_rules

if TYPE_CHECKING:
    from css_inline import CSSInliner

    from ..theme import Theme

CLASS = re.compile(r' class="([^"]*)"')
STYLE = re.compile(r' style="([^"]*)"')
KEPT = re.compile(r'<style data-css-inline="keep">(.*?)</style>', re.DOTALL)
INLINED = re.compile(r"<style>(.*?)</style>", re.DOTALL)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
"""What Outlook alone reads stands in comments, and stays."""
SHEET = "style/mail.css"
KNOWN = frozenset(("charset", "layer"))
"""Rules with an ``@`` that lose nothing in elements."""
TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)")
EMPTY = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
DEEPEST = 1_000
"""Elements within each other: css-inline takes the process with it from about 10,000 on."""


def inlined(name: str, html: str, theme: Theme) -> str:
    """The document as mail programs want it; a MakingError if it is nested too deep, or its style would be lost.

    ``name`` is the template that it was made of.
    """
    for style in INLINED.findall(COMMENT.sub("", html)):
        if "@" in style:
            _held(name, style, theme)
    if html.count("<") - html.count("</") > DEEPEST and _depth(html) > DEEPEST:
        arguments = (("name", name), ("limit", str(DEEPEST)))
        raise MakingError(Message("the template {name} nests elements more than {limit} deep", arguments))
    made = _inliner().inline(html)
    serving = frozenset(re.findall(r"\.([a-z]+)", "".join(KEPT.findall(made)))) | {"hidden"}
    made = CLASS.sub(lambda match: _served(match[1], serving), made)
    made = STYLE.sub(lambda match: f' style="{_tight(match[1])}"', made)
    return re.sub(r"\n\s*\n+", "\n", made).replace(' data-css-inline="keep"', "")


@lru_cache(maxsize=8)
def _held(name: str, style: str, theme: Theme) -> None:
    """Raise a MakingError where a style sheet has what no element can hold: the inliner leaves it out."""
    rule, line = next((each for each in at_rules(style) if each[0] not in KNOWN), ("", 0))
    if rule:
        place = f"{SHEET}:{line}" if style.strip() == theme.file(SHEET).decode().strip() else name
        said = '{name} has {what}, which no mail keeps: put it into a <style data-css-inline="keep"> of {template}'
        arguments = (("name", place), ("template", name), ("what", f"@{rule}"))
        raise MakingError(Message(said, arguments))


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
