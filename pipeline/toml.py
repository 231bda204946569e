"""TOML text -> tables, and the line of each key: tomllib keeps no positions.

In: the text of a settings file. Out: what tomllib reads of it, or a :class:`~pipeline.errors.SettingsError` with its
line; :func:`place` finds where a key stands.
"""

from __future__ import annotations

import re
import tomllib
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from .errors import SettingsError
from .findings import Message
from .model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

KEY = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
DOTTED = rf"{KEY}(?:\s*\.\s*{KEY})*"
HEADER = re.compile(rf"\s*\[{{1,2}}\s*(?P<keys>{DOTTED})\s*\]{{1,2}}")
ASSIGNED = re.compile(rf"\s*(?P<keys>{DOTTED})\s*=")
LONG = re.compile(r'"""|\'\'\'')
AT = re.compile(r"\s*\(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)")


def parse(text: str, path: str) -> dict[str, Any]:
    """The tables of a TOML text; a syntax error is a SettingsError with its place."""
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SettingsError(*_syntax(str(error), text, path)) from None


def place(text: str, path: str, keys: tuple[str, ...]) -> Span:
    """Where a key stands; of a key that is not there, where the nearest table around it stands."""
    best, found = 0, Span(path, 1)
    for line, column, here in _keys(text):
        shared = _shared(here, keys)
        if shared > best and shared == len(here):
            best, found = shared, Span(path, line, column)
            if best < len(keys):
                found = _inside(text, found, keys[best])
    return found


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that looks most like a name, or nothing."""
    return next(iter(get_close_matches(name, sorted(known), 1, 0.6)), "")


def _keys(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Each key of a text with its line, column and tables; the lines of long strings are passed over."""
    table: tuple[str, ...] = ()
    inside = False
    for line, content in enumerate(text.split("\n"), 1):
        was_inside, inside = inside, inside ^ bool(len(LONG.findall(content)) % 2)
        header, assigned = HEADER.match(content), ASSIGNED.match(content)
        if was_inside:
            continue
        if header:
            table = _split(header["keys"])
            yield line, header.start("keys") + 1, table
        elif assigned:
            yield line, assigned.start("keys") + 1, (*table, *_split(assigned["keys"]))


def _inside(text: str, at: Span, key: str) -> Span:
    """The place of a key of an inline table on the line of its table, else that of the table."""
    line = text.split("\n")[at.line - 1]
    found = re.search(rf"""(?<![\w-])["']?{re.escape(key)}["']?\s*=""", line)
    return Span(at.path, at.line, found.start() + 1) if found and not HEADER.match(line) else at


def _split(keys: str) -> tuple[str, ...]:
    return tuple(key.strip("\"'") for key in re.findall(KEY, keys))


def _shared(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _syntax(error: str, text: str, path: str) -> tuple[Message, Span]:
    found = AT.search(error)
    last = text.count("\n") + 1
    line = int(found["line"] or last) if found else 1
    column = int(found["column"] or 1) if found else 1
    why = AT.sub("", error)
    return Message("this is not TOML: {why}", (("why", why),)), Span(path, line, column)
