"""A manuscript as lines, so that it can be changed without any parser of the project's.

In: the text of a manuscript. Out: a :class:`Page` that finds headings, paragraphs, lists, tables, fences, links; a
change gives a new text. Deliberately simple: what it is not sure of it does not find.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

Thing = TypeVar("Thing")

HEADING = re.compile(r"^(#{2,6})\s+(\S.*?)\s*$")
ITEM = re.compile(r"^(\s*)([-*+]|\d+\.)\s+\S")
FENCE = re.compile(r"^\s*(```|~~~)")
MARKED = re.compile(r"^\s*([-*+>|#!<{\[]|\d+\.\s|:|\$\$)|^(?: {4}|\t)")
LINK = re.compile(r"(?<![!\]\\])\[([^\]\[]+)\]\((https?://[^)\s]+)\)")
IMAGE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)([^)]*)\)")
HIDDEN = re.compile(r"`[^`]*`|(?<=\]\()[^)\s]+|<[^>]*>|https?://\S+|\{[^}]*\}")
"""What a change inside a sentence leaves alone: code, addresses, tags, macros."""
CODE = re.compile(r"`[^`]*`")
ROW = re.compile(r"^\s*\|.*\|\s*$")


def pick(things: Sequence[Thing], dice: Random) -> Thing | None:
    """One of the things, if there is any."""
    return dice.choice(things) if things else None


@dataclass(frozen=True)
class Part:
    """Lines from ``start`` up to ``end``; ``level`` of a heading."""

    start: int
    end: int
    level: int = 0


@dataclass(frozen=True)
class Page:
    """The lines of a manuscript; ``head`` of them are the front matter."""

    lines: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Page:
        """The page of a text."""
        return cls(tuple(text.split("\n")))

    @cached_property
    def head(self) -> int:
        """Where the Markdown begins."""
        mark = self.lines[0].strip() if self.lines else ""
        if mark not in {"---", "+++"}:
            return 0
        return next((at + 1 for at, line in enumerate(self.lines[1:], 1) if line.strip() == mark), 0)

    @cached_property
    def inside(self) -> tuple[bool, ...]:
        """Whether each line is front matter or code."""
        result = []
        fence = ""
        for at, line in enumerate(self.lines):
            mark = FENCE.match(line)
            here = bool(fence) or bool(mark) or at < self.head
            if mark and at >= self.head:
                fence = "" if fence == mark[1] else fence or mark[1]
            result.append(here)
        return tuple(result)

    @cached_property
    def sections(self) -> tuple[Part, ...]:
        """Each heading with what follows it, up to the next heading."""
        heads = [
            (at, len(found[1]))
            for at, line in enumerate(self.lines)
            if not self.inside[at] and (found := HEADING.match(line))
        ]
        ends = [*(at for at, _ in heads[1:]), self.body_end][: len(heads)]
        return tuple(Part(at, end, level) for (at, level), end in zip(heads, ends, strict=True))

    @cached_property
    def trees(self) -> tuple[Part, ...]:
        """Each heading with all that stands below it."""
        result = []
        for place, part in enumerate(self.sections):
            later = [other.start for other in self.sections[place + 1 :] if other.level <= part.level]
            result.append(Part(part.start, later[0] if later else self.body_end, part.level))
        return tuple(result)

    @cached_property
    def body_end(self) -> int:
        """Where the closing line of hashtags begins, else the end."""
        for at in range(len(self.lines) - 1, self.head, -1):
            if self.lines[at].strip():
                return at if re.match(r"^\\?#\w", self.lines[at]) else len(self.lines)
        return len(self.lines)

    def runs(self, test: re.Pattern[str], least: int = 1) -> tuple[Part, ...]:
        """Runs of lines outside code that match a pattern."""
        found, start = [], None
        for at in range(self.head, len(self.lines) + 1):
            fits = at < len(self.lines) and not self.inside[at] and bool(test.match(self.lines[at]))
            if fits and start is None:
                start = at
            if not fits and start is not None:
                if at - start >= least:
                    found.append(Part(start, at))
                start = None
        return tuple(found)

    @cached_property
    def paragraphs(self) -> tuple[Part, ...]:
        """Runs of plain lines between empty ones that hold a sentence."""
        return tuple(
            run
            for run in self.runs(re.compile(r"^\S.*"))
            if not any(MARKED.match(line) for line in self.lines[run.start : run.end])
            and sum(map(len, self.lines[run.start : run.end])) > 80  # noqa: PLR2004 - shorter ones may be labels
            and (run.end == len(self.lines) or not self.lines[run.end].strip())
        )

    @cached_property
    def items(self) -> tuple[int, ...]:
        """Lines that are items of a list, of one line each, outside the source list, with one before or behind."""
        plain = [
            at
            for at, line in enumerate(self.lines)
            if not self.inside[at] and ITEM.match(line) and not re.search(r"\(https?://\S+\)\s*$", line)
        ]
        return tuple(
            at
            for at in plain
            if at - 1 in plain and (at + 1 == len(self.lines) or not self.lines[at + 1].startswith("  "))
        )

    @cached_property
    def citations(self) -> tuple[int, ...]:
        """Lines of the source list."""
        heads = (
            part.start for part in self.sections if re.match(r"## (Sources|References|Quellen)", self.lines[part.start])
        )
        source_list = next(heads, len(self.lines))
        return tuple(
            at
            for at, line in enumerate(self.lines)
            if at > source_list and not self.inside[at] and re.match(r"^\s*[-*+] .*: .*https?://", line)
        )

    @cached_property
    def tables(self) -> tuple[Part, ...]:
        """Tables with pipes at both ends."""
        return tuple(run for run in self.runs(ROW, least=3) if re.match(r"^[\s|:-]+$", self.lines[run.start + 1]))

    @cached_property
    def fences(self) -> tuple[Part, ...]:
        """Fenced code that begins at the margin."""
        found, start = [], None
        for at, line in enumerate(self.lines):
            if at < self.head or not re.match(r"^(```|~~~)", line):
                continue
            if start is None:
                start = at
            else:
                found.append(Part(start, at + 1))
                start = None
        return tuple(found)

    @cached_property
    def prose(self) -> tuple[int, ...]:
        """Lines of paragraphs."""
        return tuple(at for part in self.paragraphs for at in range(part.start, part.end))

    def cut(self, start: int, end: int) -> str:
        """The text without some lines."""
        return self.put(start, end, ())

    def put(self, start: int, end: int, lines: tuple[str, ...]) -> str:
        """The text with other lines in their place."""
        return "\n".join((*self.lines[:start], *lines, *self.lines[end:]))

    def line(self, at: int, text: str) -> str:
        """The text with one line changed."""
        return self.put(at, at + 1, (text,))

    def exchange(self, pattern: re.Pattern[str], dice: Random, new: Callable[[re.Match[str]], str]) -> str | None:
        """The text with one place that matches a pattern exchanged, outside code and source list."""
        lines = [at for at in range(len(self.lines)) if not self.inside[at] and at not in self.citations]
        return self._exchange(lines, CODE, pattern, dice, new)

    def in_prose(self, pattern: re.Pattern[str], dice: Random, new: Callable[[re.Match[str]], str]) -> str | None:
        """The same, in paragraphs alone."""
        return self._exchange(self.prose, HIDDEN, pattern, dice, new)

    def _exchange(
        self,
        lines: Sequence[int],
        hidden: re.Pattern[str],
        pattern: re.Pattern[str],
        dice: Random,
        new: Callable[[re.Match[str]], str],
    ) -> str | None:
        places = [
            (at, found)
            for at in lines
            for found in pattern.finditer(hidden.sub(lambda code: "\0" * len(code[0]), self.lines[at]))
        ]
        place = pick(places, dice)
        if place is None:
            return None
        at, found = place
        line = self.lines[at]
        changed = line[: found.start()] + new(pattern.match(line, found.start()) or found) + line[found.end() :]
        return None if changed == line else self.line(at, changed)
