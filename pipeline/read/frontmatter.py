"""The text of a manuscript -> its front matter and the line on which its Markdown begins.

In: a text. Out: a table of values with places (YAML between ``---``, TOML between ``+++``, or a JSON object), faults.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ..findings import Fault, remark
from ..frozen import dataclass
from ..model import Span
from . import other_values, yaml_values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .values import Mapping

MOST_BYTES = 64 << 10
"""64 KiB of front matter."""
FENCES = {"---": yaml_values.read, "+++": other_values.read_toml}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A table, None if there is none that can be read; ``body`` is the first line behind it."""

    table: Mapping | None
    body: int
    faults: tuple[Fault, ...]
    too_long: bool = False


def split(text: str, path: str) -> FrontMatter:
    """Read the front matter of a manuscript."""
    lines = text.split("\n")
    fence = lines[0].rstrip()
    if fence in FENCES:
        return _fenced(lines, fence, path)
    if fence.startswith("{") and not fence.startswith(("{{", "{%", "{#")):
        return _json(text, path)
    missing = remark(Span(path, 1), "there is no front matter; begin with --- , title, date and ---")
    return FrontMatter(None, 1, (Fault("meta/missing-front-matter", missing),))


def _fenced(lines: Sequence[str], fence: str, path: str) -> FrontMatter:
    ends = (fence, "...") if fence == "---" else (fence,)
    last = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() in ends), None)
    if last is None:
        open_ = remark(Span(path, 1), "the front matter has no end: a line {fence} is missing", fence=fence)
        return FrontMatter(None, len(lines) + 1, (Fault("meta/unreadable", open_),))
    inside = "\n".join(lines[1:last])
    if len(inside.encode()) > MOST_BYTES:
        return _too_long(path)
    table, faults = FENCES[fence](inside, path, 2)
    return FrontMatter(table, last + 2, faults)


def _json(text: str, path: str) -> FrontMatter:
    try:
        _, end = json.JSONDecoder(parse_int=str, parse_float=str).raw_decode(text)
    except (json.JSONDecodeError, RecursionError):
        closing = text.find("\n}\n")
        end = closing + 2 if closing >= 0 else len(text)
    if len(text[:end].encode()) > MOST_BYTES:
        return _too_long(path)
    table, faults = other_values.read_json(text[:end], path, 1)
    return FrontMatter(table, text.count("\n", 0, end) + 2, faults)


def _too_long(path: str) -> FrontMatter:
    fault = remark(Span(path, 1), "the front matter has more than {limit} bytes", limit=MOST_BYTES)
    return FrontMatter(None, 1, (Fault("markup/over-limit", fault),), too_long=True)
