"""A style sheet -> the files that it names: other sheets, fonts, pictures. The one door to tinycss2.

In: the sheet's name in the theme, its bytes. Out: names in the theme, as an address relative to the sheet leads to
them; what leads elsewhere is left out. More is named than is read (every quoted text counts), never less.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urljoin

from ..errors import MakingError
from ..findings import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ENDING = ".css"
DEEPEST = 100
"""Brackets within each other: WeasyPrint goes down each of them by calls of itself."""
MOST_BYTES = 1 << 19
"""Bytes of a style sheet, 25 times what the longest shipped one has: WeasyPrint needs a second for each 100 KB."""
BASE = "https://zweiblatt.invalid/"
"""A constant address that nothing has: what is made of addresses never holds this machine's paths."""


def named(sheet: str, data: bytes) -> list[str]:
    """The files that a sheet names, sorted."""
    import tinycss2  # type: ignore[import-untyped]  # noqa: PLC0415 - a door: loaded where a sheet is new

    if len(data) > MOST_BYTES:
        found = (("name", sheet), ("limit", str(MOST_BYTES)))
        raise MakingError(Message("the style sheet {name} has more than {limit} bytes", found))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        arguments = (("name", f"{sheet}:{line}"),)
        raise MakingError(Message("the style sheet {name} is not UTF-8", arguments)) from None
    addresses = _addresses(sheet, tinycss2.parse_component_value_list(text, skip_comments=True))
    return sorted({name for address in addresses if (name := place(sheet, address))} - {sheet})


def place(sheet: str, address: str) -> str:
    """Where an address in a sheet leads, as a name in the theme; nothing where it leads out of it."""
    try:
        whole = urljoin(f"{BASE}{sheet}", address.strip())
    except ValueError:
        return ""
    name = unquote(whole.removeprefix(BASE).partition("#")[0].partition("?")[0])
    return name if whole.startswith(BASE) and "\0" not in name else ""


def _addresses(sheet: str, tokens: Iterable[Any]) -> Iterator[str]:
    """The values of all addresses and quoted texts; a MakingError where brackets are nested too deep to be laid out."""
    waiting = [(token, 0) for token in tokens]
    while waiting:
        token, depth = waiting.pop()
        if depth > DEEPEST:
            arguments = (("name", f"{sheet}:{token.source_line}"), ("limit", str(DEEPEST)))
            raise MakingError(Message("the style sheet {name} nests brackets more than {limit} deep", arguments))
        if token.type in {"url", "string"}:
            yield token.value
        inner = getattr(token, "arguments", None) or getattr(token, "content", None) or ()
        waiting += [(each, depth + 1) for each in inner]
