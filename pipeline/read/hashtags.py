"""The last paragraph, if it is nothing but hashtags -> tags, taken out of the lines before Markdown sees them.

In: lines with their numbers. Out: the lines without it, the tags, and what is wrong with them.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from ..findings import Fault, Remark, remark
from ..model import Hashtag, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .lines import Line

TOKEN = re.compile(r"(?:\\?[#＃][^\s#]+)+")
SEPARATORS = re.compile(r"[,;|·•]+")
DEFINITION = re.compile(r" {0,3}(?:\[[^\]]+\]|\*\[[^\]]+\]):")
NAME = re.compile(r"[A-Za-z][A-Za-z0-9]{0,49}")
SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ẞ": "SS"})

MOST = 10
MOST_LOOKED_AT = 100
"""Tags whose spelling is looked at: more than ten have a fault already."""
LONG_LOWER = 15
"""A tag in lower case of so many letters is probably made of several words."""


def take_out(lines: list[Line], path: str) -> tuple[list[Line], tuple[Hashtag, ...], tuple[Fault, ...]]:
    """The lines without the hashtags, the tags, and their faults."""
    first, last = _last_paragraph(lines)
    if first == last or not all(_is_tags(text) for _, text in lines[first:last]):
        return lines, (), ()
    tags = tuple(tag for line in lines[first:last] for tag in _tags(line, path))
    kept = [*lines[:first], *((number, "") for number, _ in lines[first:last]), *lines[last:]]
    return kept, tags, tuple(_faults(tags))


def is_line_of_tags(text: str) -> bool:
    """Whether a line holds two hashtags or more, and nothing else."""
    return _is_tags(text) and len(SEPARATORS.sub(" ", text).split()) > 1


def _last_paragraph(lines: Sequence[Line]) -> tuple[int, int]:
    """Where the last paragraph begins and ends; definitions of notes and addresses behind it do not count."""
    last = len(lines)
    while last and (not lines[last - 1][1].strip() or DEFINITION.match(lines[last - 1][1])):
        last -= 1
    first = last
    while first and lines[first - 1][1].strip() and _is_tags(lines[first - 1][1]):
        first -= 1
    clear = not first or not lines[first - 1][1].strip() or _is_heading(lines[first - 1][1])
    return (first, last) if clear or (first < last and is_line_of_tags(lines[first][1])) else (0, 0)


def _is_heading(text: str) -> bool:
    return re.match(r" {0,3}#{1,6}\s", text) is not None


def _is_tags(text: str) -> bool:
    rest = SEPARATORS.sub(" ", text).split()
    return bool(rest) and len(text) - len(text.lstrip()) <= 3 and all(TOKEN.fullmatch(each) for each in rest)  # noqa: PLR2004 - four are code


def _tags(line: Line, path: str) -> Iterator[Hashtag]:
    number, text = line
    bare = SEPARATORS.sub(lambda found: " " * len(found.group()), text)
    for found in re.finditer(r"\\?[#＃]([^\s#]+)", bare):
        written = found[1].replace("\\", "")
        at = Span(path, number, found.start() + 1, (number, found.end() + 1))
        yield Hashtag(written, spelled(written), at)


def spelled(written: str) -> str:
    """A tag as it is published: umlauts spelled out, other accents taken off."""
    spelled_out = written.translate(SPELLED_OUT)
    return "".join(c for c in unicodedata.normalize("NFKD", spelled_out) if not unicodedata.combining(c))


def _faults(tags: Sequence[Hashtag]) -> Iterator[Fault]:
    tags = tags[:MOST_LOOKED_AT]
    yield from (Fault("hashtags/invalid", fault) for tag in tags if (fault := _invalid(tag)))
    seen: dict[str, Hashtag] = {}
    for tag in tags:
        earlier = seen.setdefault(tag.name.casefold(), tag)
        if earlier is not tag:
            said = remark(tag.at, "“#{tag}” is given twice", tag=tag.written, related=earlier.at)
            yield Fault("hashtags/duplicate", said)
    if len(tags) > MOST:
        many = remark(tags[MOST].at, "more than {limit} hashtags help nobody", limit=MOST)
        yield Fault("hashtags/too-many", many)
    for tag in tags:
        if len(tag.name) >= LONG_LOWER and tag.name.islower() and NAME.fullmatch(tag.name):
            said = remark(
                tag.at, "“#{tag}” is hard to read; begin each of its words with a capital letter", tag=tag.written
            )
            yield Fault("hashtags/all-lower-case", said)


def _invalid(tag: Hashtag) -> Remark | None:
    if NAME.fullmatch(tag.name):
        return None
    why = _why(tag.name)
    return remark(tag.at, "“#{tag}” is no hashtag on every network: {why}", tag=tag.written, why=why)


def _why(name: str) -> str:
    if name.isdigit():
        return "it has no letter"
    if name[:1].isdigit():
        return "it begins with a digit"
    odd = "".join(dict.fromkeys(re.sub(r"[A-Za-z0-9]", "", name)))
    return f"it holds {odd}" if odd else "it is longer than 50 letters"
