"""TOML and JSON front matter -> values that know their places.

In: the text, and the line on which it begins. Out: a table, and the faults of its syntax. Neither library keeps
positions: a key is found again by the words around it.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from .. import toml
from ..errors import SettingsError
from ..findings import Fault, remark
from ..model import Span
from .values import Entry, Mapping, Scalar, Sequence, Value

if TYPE_CHECKING:
    from collections.abc import Callable

DEEPEST = 32


class _Doubled(dict[str, Any]):
    """A JSON object; ``doubled`` are the keys that it gives twice."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(reversed(pairs))
        self.doubled = sorted(key for key, count in Counter(key for key, _ in pairs).items() if count > 1)


def read_toml(text: str, path: str, first: int) -> tuple[Mapping | None, tuple[Fault, ...]]:
    """The table of a TOML text whose first line is line ``first`` of the file."""
    try:
        data = toml.parse(text, path)
    except SettingsError as error:
        at = _shifted(error.at or Span(path, 1), first)
        return None, (Fault("meta/unreadable", remark(at, "{why}", why=str(error))),)
    except ValueError as error:  # a number of thousands of digits
        return None, (Fault("meta/unreadable", remark(Span(path, first), "{why}", why=str(error))),)
    return _table(data, (), lambda keys: _shifted(toml.place(text, path, keys), first), path, first)


def read_json(text: str, path: str, first: int) -> tuple[Mapping | None, tuple[Fault, ...]]:
    """The table of a JSON text whose first line is line ``first`` of the file."""
    try:
        data = json.loads(text, object_pairs_hook=_Doubled, parse_float=str, parse_int=str, parse_constant=str)
    except json.JSONDecodeError as error:
        at = Span(path, first + error.lineno - 1, error.colno)
        return None, (Fault("meta/unreadable", remark(at, "this is not JSON: {why}", why=error.msg)),)
    except RecursionError:
        return None, (_too_deep(path, first),)
    if not isinstance(data, dict):
        return None, (Fault("meta/unreadable", remark(Span(path, first), "keys with values are expected here")),)
    return _table(data, (), lambda keys: _in_json(text, path, first, keys), path, first)


def _table(
    data: dict[str, Any], keys: tuple[str, ...], locate: Callable[[tuple[str, ...]], Span], path: str, first: int
) -> tuple[Mapping | None, tuple[Fault, ...]]:
    faults: list[Fault] = []
    try:
        value = _value(data, keys, locate, faults)
    except RecursionError:
        return None, (_too_deep(path, first),)
    return (value if isinstance(value, Mapping) else None), tuple(faults)


def _value(
    data: Any,  # noqa: ANN401 - whatever stands in the file
    keys: tuple[str, ...],
    locate: Callable[[tuple[str, ...]], Span],
    faults: list[Fault],
) -> Value:
    at = locate(keys)
    if len(keys) > DEEPEST:
        raise RecursionError
    if isinstance(data, dict):
        faults += [_doubled(key, locate((*keys, key))) for key in getattr(data, "doubled", ())]
        ordered = sorted(data.items(), key=lambda pair: locate((*keys, pair[0])))
        entries = (
            Entry(key, _value(each, (*keys, key), locate, faults), locate((*keys, key))) for key, each in ordered
        )
        return Mapping(tuple(entries), at)
    if isinstance(data, list):
        return Sequence(tuple(_value(each, (*keys, ""), locate, faults) for each in data), at)
    return _scalar(data, at)


def _doubled(key: str, at: Span) -> Fault:
    return Fault("meta/duplicate-key", remark(at, "“{key}” is given twice", key=key))


def _scalar(data: Any, at: Span) -> Scalar:  # noqa: ANN401 - as above
    if isinstance(data, bool):
        return Scalar("true" if data else "false", plain=True, at=at)
    if isinstance(data, dt.date | dt.time):
        return Scalar(data.isoformat(), plain=True, at=at)
    return Scalar("" if data is None else str(data), plain=not isinstance(data, str), at=at)


def _in_json(text: str, path: str, first: int, keys: tuple[str, ...]) -> Span:
    """Where a key stands: behind those around it."""
    start = 0
    for key in keys:
        found = (
            re.compile(rf"{re.escape(json.dumps(key, ensure_ascii=False))}\s*:").search(text, start) if key else None
        )
        start = found.start() if found else start
    return Span(path, first + text.count("\n", 0, start), start - (text.rfind("\n", 0, start) + 1) + 1)


def _shifted(at: Span, first: int) -> Span:
    return Span(at.path, at.line + first - 1, at.column)


def _too_deep(path: str, first: int) -> Fault:
    return Fault("meta/too-deep", remark(Span(path, first), "nested more than {limit} deep", limit=DEEPEST))
