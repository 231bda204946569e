"""Style and script that a page carries in itself, and the policy that allows nothing else.

In: the theme's files. Out: CSS, JavaScript, a Content-Security-Policy. A page is one request and its fonts: it can be
read from disk, and no policy has to trust a host.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import re
from typing import TYPE_CHECKING

from ...errors import MakingError
from ...findings import Message

if TYPE_CHECKING:
    from ..theme import Theme

ELSEWHERE = re.compile(
    r"""@import\b[^;]{0,80}|\burl\(\s*["']?\s*(?:[a-z][a-z0-9+.-]*:|//)[^)]{0,80}\)?""", re.IGNORECASE
)
"""What the policy of a page forbids to load: other style sheets, other hosts, data in the place of a file."""
SILENT = re.compile(r"/\*.*?\*/|@namespace\b[^;]*", re.DOTALL)
"""What names an address and loads nothing."""
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
FONT = re.compile(r'url\("([\w-]+\.woff2)"\)')
SPACE = re.compile(r"""("[^"]*"|'[^']*')|\s*([{};])\s*|(?<=[:,])\s+""")
"""Quoted text stays; spaces around braces and semicolons, behind colons and commas, mean nothing."""

SCRIPT = "style/search.js"
COMMON = ("style/tokens.css", "style/dark.css", "style/page.css")
COLOUR = re.compile(r"--([a-z-]+):\s*(#[0-9a-fA-F]{6})\b")


@functools.cache
def style(theme: Theme, assets: str, more: tuple[str, ...] = ()) -> str:
    """Tokens, light and dark, page style and what a kind of page needs beside, without comments and needless spaces.

    Fonts lie in ``assets``, as seen from the page.
    """
    text = "".join(_alone(theme, name) for name in (*COMMON, *more))
    small = SPACE.sub(lambda found: found[1] or found[2] or "", COMMENT.sub("", text))
    return FONT.sub(rf'url("{assets}\1")', small).strip()


def _alone(theme: Theme, name: str) -> str:
    """A style sheet; a MakingError where it asks for what no page may load, and its readers would never see."""
    text = theme.file(name).decode()
    said = SILENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    if found := ELSEWHERE.search(said):
        place = said.count("\n", 0, found.start()) + 1
        arguments = (("name", f"{name}:{place}"), ("what", found[0]))
        raise MakingError(Message("the style sheet {name} asks for what no page loads: {what}", arguments))
    return text


@functools.cache
def colours(theme: Theme, name: str = "tokens") -> dict[str, str]:
    """The colours of ``tokens`` or ``dark``, for places that know no variables."""
    return dict(COLOUR.findall(theme.file(f"style/{name}.css").decode()))


@functools.cache
def script(theme: Theme) -> str:
    """The script of the search; every page can be read without."""
    return theme.file(SCRIPT).decode().strip()


def policies(style: str, graph: str = "", script: str = "") -> tuple[str, str]:
    """The policies of a page, which hold together: what may be loaded at all, and what may run or paint.

    The first alone says everything: its own fonts and pictures, its own style and script by their hashes, nothing else.
    The second repeats what can be judged without an origin: of a page on disk, where ``'self'`` means nothing, the
    Nu HTML Checker reads the last policy alone.
    """
    runs = {
        "style-src": _style_hash(style),
        "script-src": " ".join(_hash(text) for text in (graph, script) if text) or "'none'",
        "base-uri": "'none'",
    }
    loads = {
        "default-src": "'none'",
        "font-src": "'self'",
        "img-src": "'self'",
        "connect-src": "'self'",
        "form-action": "'self'" if script else "'none'",
    }
    return _written({**loads, **runs}), _written(runs)


def _written(kinds: dict[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in kinds.items())


@functools.lru_cache(maxsize=16)
def _style_hash(style: str) -> str:
    """The same for all pages of a kind in a folder as deep."""
    return _hash(style)


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
