"""Lines of any length -> lines of at most 76 characters.

In: a text whose paragraphs are single lines, perhaps behind ``- ``, ``1. ``, ``> `` or spaces. Out: the same text,
wrapped, what follows hanging under its beginning. Only an address may be longer: it would be dead if broken.
"""

from __future__ import annotations

import re
import textwrap
from itertools import pairwise

WIDTH = 76
PREFIX = re.compile(r"(?P<outer>[ ]*(?:> )*)(?P<mark>(?:[-*•] |\d{1,3}\. |\[\d{1,3}\] |[⁰¹²³⁴-⁹]{1,3} )?)")
ADDRESS = re.compile(r"(?:https?://|mailto:)\S|\S@\S")
"""What an address begins with, or has inside: all of it would be looked for again from each letter on."""


def wrapped(text: str) -> str:
    """The text in lines of at most 76 characters, with no more than one empty line between two others."""
    lines = [short for line in text.splitlines() for short in _wrap(line.rstrip())]
    kept = [line for before, line in pairwise(["", *lines]) if before or line]
    return "\n".join(kept).rstrip("\n") + "\n"


def underlined(heading: str, mark: str) -> str:
    """A heading with a line of marks under it."""
    lines = _wrap(" ".join(heading.split()))
    return "\n".join([*lines, mark * max(len(line) for line in lines)])


def _wrap(line: str) -> list[str]:
    if len(line) <= WIDTH:
        return [line]
    prefix = PREFIX.match(line)
    first = prefix[0] if prefix else ""
    hanging = prefix["outer"] + " " * len(prefix["mark"]) if prefix else ""
    words = [part for word in line[len(first) :].split(" ") for part in _parts(word, WIDTH - len(first))]
    wrapper = textwrap.TextWrapper(
        WIDTH, initial_indent=first, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False
    )
    return wrapper.wrap(" ".join(words))


def _parts(word: str, width: int) -> list[str]:
    """A word that is too long for a line is broken, unless it holds an address."""
    if len(word) <= width or ADDRESS.search(word):
        return [word]
    return [word[start : start + width] for start in range(0, len(word), width)]
