"""What every step before the parser works on: lines that remember their number, and what was taken out of them.

In: nothing. Out: :data:`Line`, :class:`Stash`, marks.

A mark is one character of a private plane (no manuscript may hold one, see :mod:`.manuscript`): either the number of a
line, put before its text so that every node of the tree knows where it stands, or the place of something in the stash
that the parser must not see.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model import Node

Line = tuple[int, str]
"""The number of a line in the manuscript, and what is left of it."""

LINES, STASHED = 0xF0000, 0x100000
"""Where the two kinds of marks begin; each has room for 65,000."""
ROOM = 65_000

MARK = re.compile("[\U000f0000-\U000ffde7] ?")
STASH = re.compile("[\U00100000-\U0010fde7]")
ANY = re.compile("[\U000f0000-\U000ffde7] ?|[\U00100000-\U0010fde7]")


@dataclass(frozen=True, slots=True)
class Stashed:
    """A node that stands for the lines from ``first`` to ``last``."""

    node: Node
    first: int
    last: int


@dataclass(slots=True)
class Stash:
    """What the parser must not see, by the mark that stands for it."""

    items: list[Stashed] = field(default_factory=list)

    def put(self, node: Node, first: int, last: int) -> str:
        """Keep a node; out: its mark."""
        self.items.append(Stashed(node, first, last))
        return chr(STASHED + (len(self.items) - 1) % ROOM)

    def get(self, mark: str) -> Stashed:
        """What a mark stands for."""
        return self.items[ord(mark) - STASHED]


def line_mark(number: int) -> str:
    """The mark of a line."""
    return chr(LINES + number % ROOM) + " "


def line_number(mark: str, before: int) -> int:
    """The line of a mark: the nearest line to the one before it that bears this mark."""
    distance = (ord(mark[0]) - LINES - before) % ROOM
    return before + (distance if distance <= ROOM // 2 else distance - ROOM)


def unmarked(text: str) -> str:
    """A text without marks."""
    return ANY.sub("", text)
