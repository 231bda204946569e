"""Front matter -> values that know where they stand: the one door to PyYAML.

In: the text of a manuscript. Out: a tree of :class:`Value`, the line behind it, and faults.

YAML is read from its events, with the core schema and our own types: what YAML would silently change (``no``, ``12:30``,
``1.10``, ``010``) stays the text that was written; depth, anchors, aliases and tags are seen on the way.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from ..findings import Fault, remark
from ..model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

DEPTH = 32
SIZE = 64 * 1024
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


@dataclass(frozen=True, slots=True)
class Value:
    """A scalar (text as written), a list or a table; ``plain`` if it was written without quotes."""

    content: str | tuple[Value, ...] | tuple[tuple[str, Span, Value], ...]
    shape: str
    plain: bool
    at: Span


@dataclass(frozen=True, slots=True)
class Head:
    """The front matter of a manuscript: its table, and the line on which the text begins."""

    table: tuple[tuple[str, Span, Value], ...]
    body: int
    faults: tuple[Fault, ...]


def head(path: str, text: str) -> Head:
    """Read the front matter; a manuscript without one has an empty table."""
    lines = text.split("\n")
    first = lines[0].rstrip()
    if first in {"---", "+++"}:
        last = next(
            (
                n
                for n in range(1, len(lines))
                if lines[n].rstrip() in ({first} | ({"..."} if first == "---" else set()))
            ),
            None,
        )
        if last is None:
            at = Span(path, 1, 1, (1, len(first) + 1))
            return Head(
                (),
                1,
                (
                    Fault(
                        "meta/unclosed",
                        remark(at, "the front matter that begins here has no closing {marks}", marks=first),
                    ),
                ),
            )
        source = "\n".join(lines[1:last])
        reader = _yaml if first == "---" else _toml
        return _sized(path, source, reader, last + 2)
    if first.startswith("{"):
        return _json(path, text)
    return Head((), 1, ())


def _sized(path: str, source: str, reader: Any, body: int) -> Head:  # noqa: ANN401 - one of three functions here
    if len(source.encode()) > SIZE:
        fault = Fault(
            "meta/too-long", remark(Span(path, 1), "the front matter has more than {limit} KiB", limit=SIZE // 1024)
        )
        return Head((), body, (fault,))
    faults: list[Fault] = []
    table = reader(path, source, faults)
    return Head(table, body, tuple(faults))


class _Refused(Exception):
    """The front matter cannot be read further; the fault says why."""


def _yaml(path: str, source: str, faults: list[Fault]) -> tuple[tuple[str, Span, Value], ...]:
    try:
        events = yaml.parse(source, Loader=LOADER)
        root = _document(path, events, faults)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = Span(path, mark.line + 2, mark.column + 1) if mark else Span(path, 1)
        faults.append(
            Fault(
                "meta/syntax",
                remark(at, "this is no valid YAML: {problem}", problem=str(error.problem or error.context)),
            )
        )
        return ()
    except yaml.YAMLError as error:
        faults.append(
            Fault(
                "meta/syntax",
                remark(Span(path, 1), "this is no valid YAML: {problem}", problem=str(error).split("\n")[0]),
            )
        )
        return ()
    except _Refused:
        return ()
    if root is None:
        return ()
    if root.shape != "table":
        faults.append(Fault("meta/syntax", remark(root.at, "the front matter must be a list of “key: value” lines")))
        return ()
    return root.content  # type: ignore[return-value]


def _document(path: str, events: Iterator[Any], faults: list[Fault]) -> Value | None:
    for event in events:
        if isinstance(event, (yaml.StreamStartEvent, yaml.DocumentStartEvent)):
            continue
        if isinstance(event, (yaml.StreamEndEvent, yaml.DocumentEndEvent)):
            return None
        return _value(path, event, events, faults, 1)
    return None


def _value(path: str, event: Any, events: Iterator[Any], faults: list[Fault], depth: int) -> Value:  # noqa: ANN401 - PyYAML's events
    at = _span(path, event)
    if depth > DEPTH:
        faults.append(Fault("meta/too-deep", remark(at, "the front matter is nested deeper than {limit}", limit=DEPTH)))
        raise _Refused
    if isinstance(event, yaml.AliasEvent):
        faults.append(Fault("meta/alias", remark(at, "aliases are not read: write the value out")))
        return Value("", "scalar", plain=True, at=at)
    if event.anchor:
        faults.append(Fault("meta/alias", remark(at, "anchors are not read: write the value out")))
    if event.tag:
        faults.append(Fault("meta/tag", remark(at, "tags such as {tag} are not read", tag=str(event.tag))))
    if isinstance(event, yaml.ScalarEvent):
        return Value(event.value, "scalar", plain=event.style is None, at=at)
    if isinstance(event, yaml.SequenceStartEvent):
        items = []
        while not isinstance(inner := next(events), yaml.SequenceEndEvent):
            items.append(_value(path, inner, events, faults, depth + 1))
        return Value(tuple(items), "list", plain=False, at=at)
    rows: list[tuple[str, Span, Value]] = []
    while not isinstance(inner := next(events), yaml.MappingEndEvent):
        key = _value(path, inner, events, faults, depth + 1)
        value = _value(path, next(events), events, faults, depth + 1)
        if not isinstance(key.content, str):
            faults.append(Fault("meta/syntax", remark(key.at, "a key must be a word")))
            continue
        if any(key.content == known for known, _, _ in rows):
            faults.append(Fault("meta/duplicate-key", remark(key.at, "“{key}” stands here twice", key=key.content)))
            continue
        rows.append((key.content, key.at, value))
    return Value(tuple(rows), "table", plain=False, at=at)


def _span(path: str, event: Any) -> Span:  # noqa: ANN401 - PyYAML's events
    start, end = event.start_mark, event.end_mark
    return Span(path, start.line + 2, start.column + 1, (end.line + 2, end.column + 1))


def _toml(path: str, source: str, faults: list[Fault]) -> tuple[tuple[str, Span, Value], ...]:
    try:
        data = tomllib.loads(source)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        where = re.search(r"line (\d+), column (\d+)", str(error))
        at = Span(path, int(where[1]) + 1, int(where[2])) if where else Span(path, 1)
        faults.append(Fault("meta/syntax", remark(at, "this is no valid TOML: {problem}", problem=str(error))))
        return ()
    return _table(path, data, source.split("\n"), 2)


def _json(path: str, text: str) -> Head:
    try:
        data, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return Head((), 1, ())
    if not isinstance(data, dict):
        return Head((), 1, ())
    source = text[:end]
    return Head(_table(path, data, source.split("\n"), 1), source.count("\n") + 2, ())


def _table(path: str, data: dict[str, Any], lines: list[str], offset: int) -> tuple[tuple[str, Span, Value], ...]:
    rows = []
    for key, item in data.items():
        number = next((n for n, line in enumerate(lines) if re.match(rf'\s*"?{re.escape(key)}"?\s*[=:]', line)), 0)
        column = lines[number].find(key) if number < len(lines) else 0
        at = Span(path, number + offset, max(0, column) + 1, (number + offset, max(0, column) + 1 + len(key)))
        rows.append((key, at, _plain(path, item, at)))
    return tuple(rows)


def _plain(path: str, item: Any, at: Span) -> Value:  # noqa: ANN401 - whatever TOML or JSON holds
    if isinstance(item, dict):
        return Value(
            tuple((key, at, _plain(path, value, at)) for key, value in item.items()), "table", plain=False, at=at
        )
    if isinstance(item, list):
        return Value(tuple(_plain(path, value, at) for value in item), "list", plain=False, at=at)
    if isinstance(item, bool):
        return Value("true" if item else "false", "scalar", plain=True, at=at)
    if isinstance(item, (dt.date, dt.datetime)):
        return Value(item.isoformat(), "scalar", plain=True, at=at)
    return Value("" if item is None else str(item), "scalar", plain=not isinstance(item, str), at=at)
