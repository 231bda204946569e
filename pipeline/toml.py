"""TOML text -> tables, and the line of each key: tomllib keeps no positions.

In: the text of a settings file. Out: what tomllib reads of it, or a :class:`~pipeline.errors.SettingsError` with its
line; :func:`place` finds where a key stands, :func:`refused` says what is wrong with some.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from operator import itemgetter
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
BARE = re.compile(r"\s*\[{0,2}\s*(?P<name>[^\W_][\w-]*)\s*[\]=]?")
"""A name without quotation marks at the beginning of a line."""
TOO_DEEP = Message("lists or tables are nested too deep here")
AT = re.compile(r"\s*\(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)")
MOST_PARTS = 32
"""Parts of a dotted key: tomllib needs two minutes for one of 50,000."""
MOST_LETTERS = 1_000
"""Letters of a key, which stands in every message about it."""
MOST = 100
"""Faults of a file that are told singly."""
SILENT = r"""(?sx)
    \"{3} (?:[^\\]|\\.)*? \"{3} | '{3} .*? '{3}
    | " (?:[^"\\\n]|\\.)*+ " | ' [^'\n]*+ '
    | \# [^\n]*+
"""
"""Quoted texts and comments; compiled where a line has many dots."""
PARTED = rf"(?<![\w-])(?:[\w-]++[ \t]*+\.[ \t]*+){{{MOST_PARTS}}}"


def parse(text: str, path: str) -> dict[str, Any]:
    """The tables of a TOML text; a syntax error is a SettingsError with its place."""
    if line := _parted(text):
        raise SettingsError(TOO_DEEP, Span(path, line))
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits is a ValueError of int()
        raise SettingsError(*_refusal(error, text, path)) from None
    if keys := _long(data):
        arguments = (("count", str(len(keys[-1]))), ("limit", str(MOST_LETTERS)))
        message = Message("a key has {count} characters; the limit is {limit}", arguments)
        raise SettingsError(message, place(text, path, keys))
    return data


def refused(faults: Iterable[tuple[Span, Message]]) -> SettingsError:
    """All faults of a file by their places; of very many those that come first, and how many there are."""
    (at, message), *more = sorted(faults, key=itemgetter(0))
    told = [(said, other) for other, said in more[: MOST - 1]]
    if left := more[MOST - 1 :]:
        told.append((Message("{count} more faults", (("count", str(len(left))),)), left[0][0]))
    return SettingsError(message, at, tuple(told))


def _parted(text: str) -> int:
    """The line of a key of too many parts; 0 where there is none."""
    if all(line.count(".") < MOST_PARTS for line in text.split("\n")):
        return 0
    bare = re.sub(SILENT, lambda found: "q" + "\n" * found[0].count("\n"), text)
    found = re.search(PARTED, bare)
    return bare.count("\n", 0, found.start()) + 1 if found else 0


def _long(data: dict[str, Any]) -> tuple[str, ...]:
    """The first key that is too long, with the tables that it stands in."""
    waiting: list[tuple[Any, tuple[str, ...]]] = [(data, ())]
    while waiting:
        value, keys = waiting.pop()
        if isinstance(value, dict):
            if long := next((key for key in value if len(key) > MOST_LETTERS), ""):
                return (*keys, long)
            waiting += [(each, (*keys, key)) for key, each in value.items() if isinstance(each, dict | list)]
        else:
            waiting += [(each, keys) for each in value if isinstance(each, dict | list)]
    return ()


def place(text: str, path: str, keys: tuple[str, ...]) -> Span:
    """Where a key stands; of a key that is not there, where the nearest table around it stands."""
    places, lines = _places(text)
    for length in range(len(keys), 0, -1):
        if keys[:length] in places:
            line, column = places[keys[:length]]
            found = Span(path, line, column)
            return found if length == len(keys) else _inside(lines[line - 1], found, keys[length])
    return Span(path, 1)


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that looks most like a name, or nothing."""
    from difflib import get_close_matches  # noqa: PLC0415 - 1 ms: only for a name that nobody knows

    return next(iter(get_close_matches(name, sorted(known), 1, 0.6)), "")


@lru_cache(maxsize=4)
def _places(text: str) -> tuple[dict[tuple[str, ...], tuple[int, int]], list[str]]:
    """The first place of each key, and the lines: found once, however many keys are asked for."""
    places: dict[tuple[str, ...], tuple[int, int]] = {}
    for line, column, keys in _keys(text):
        places.setdefault(keys, (line, column))
    return places, text.split("\n")


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


def _inside(line: str, at: Span, key: str) -> Span:
    """The place of a key of an inline table on the line of its table, else that of the table."""
    found = re.search(rf"""(?<![\w-])["']?{re.escape(key)}["']?\s*=""", line)
    return Span(at.path, at.line, found.start() + 1) if found and not HEADER.match(line) else at


def _split(keys: str) -> tuple[str, ...]:
    return tuple(key.strip("\"'") for key in re.findall(KEY, keys))


def _refusal(error: Exception, text: str, path: str) -> tuple[Message, Span]:
    """What tomllib says, in its words; of what is too large for it only the line can be guessed: the fullest."""
    lines = text.split("\n")
    if isinstance(error, RecursionError):
        fullest = max(range(len(lines)), key=lambda n: lines[n].count("[") + lines[n].count("{") + lines[n].count("."))
        return TOO_DEEP, Span(path, fullest + 1)
    if not isinstance(error, tomllib.TOMLDecodeError):
        fullest = max(range(len(lines)), key=lambda n: sum(map(len, re.findall(r"[\d_]{1000,}", lines[n]))))
        return Message("this number has too many digits"), Span(path, fullest + 1)
    found = AT.search(str(error))
    line = int(found["line"] or len(lines)) if found else 1
    column = int(found["column"] or 1) if found else 1
    why = AT.sub("", str(error))
    bare = BARE.match(lines[line - 1]) if line <= len(lines) else None
    if bare and not bare["name"].isascii():
        template = "this is not TOML: a name with umlauts needs quotation marks: “{name}” in straight ones"
        return Message(template, (("name", bare["name"]),)), Span(path, line, column)
    return Message("this is not TOML: {why}", (("why", why),)), Span(path, line, column)
