"""A spec page -> its cases: Markdown that anyone can write (see ``spec/README.md``).

In: the text of a page. Out: its cases, and the page with other expectations.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

OPENING = re.compile(r"(?P<fence>`{3,}|~{3,})[ ]*(?P<info>[^`\n]*)")
EXPECTED = ("findings", "fixed", "html")


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced text: its words behind the fence, its content, and the lines of the page that hold the content."""

    info: tuple[str, ...]
    text: str
    first: int
    last: int

    @property
    def kind(self) -> str:
        """The first word behind the fence."""
        return self.info[0] if self.info else ""

    @property
    def is_expectation(self) -> bool:
        """Whether this is what should come out."""
        return self.kind in EXPECTED


@dataclass(frozen=True, slots=True)
class Case:
    """A heading of the page and the fences below it."""

    rule: str
    name: str
    fences: tuple[Fence, ...]

    def text(self, kind: str, default: str = "") -> str:
        """The content of the first fence of a kind."""
        return next((fence.text for fence in self.fences if fence.kind == kind), default)

    @property
    def manuscripts(self) -> dict[str, str]:
        """The manuscripts: path, or ``de`` and ``en``, to text."""
        return {fence.kind: fence.text for fence in self.fences if fence.kind in {"de", "en"} or "/" in fence.kind}

    @property
    def expectations(self) -> tuple[Fence, ...]:
        """What should come out."""
        return tuple(fence for fence in self.fences if fence.is_expectation)


def cases(page: str) -> tuple[Case, ...]:
    """The cases of a page: a heading of level 2 each, with an expectation below."""
    title, name = "", ""
    found: dict[str, list[Fence]] = {}
    for item in _items(page.split("\n")):
        if isinstance(item, Fence):
            found.setdefault(name, []).append(item)
        elif item.startswith("# "):
            title = item[2:].strip()
        elif item.startswith("## "):
            name = item[3:].strip()
    return tuple(
        Case(title, name, tuple(fences)) for name, fences in found.items() if any(f.is_expectation for f in fences)
    )


def accepted(page: str, fence: Fence, text: str) -> str:
    """The page with another text in a fence."""
    lines = page.split("\n")
    lines[fence.first : fence.last] = text.splitlines()
    return "\n".join(lines)


def _items(lines: list[str]) -> list[Fence | str]:
    found: list[Fence | str] = []
    opened: tuple[str, tuple[str, ...], int] | None = None
    for number, line in enumerate(lines):
        opening = OPENING.fullmatch(line)
        if opened is None and opening:
            opened = opening["fence"], tuple(opening["info"].split()), number + 1
        elif opened is None:
            found.append(line)
        elif opening and not opening["info"] and opening["fence"].startswith(opened[0]):
            _, info, first = opened
            text = "".join(f"{content}\n" for content in lines[first:number])
            found.append(Fence(info, text, first, number))
            opened = None
    return found
