"""Straight quotation marks and dashes -> those of the article's language, in one pass.

In: pieces of text in reading order, the language. Out: the same text with „…“ ‚…‘ in German, “…” ‘…’ in English,
apostrophes, dashes for ``--`` and ``---``, an ellipsis for three dots. Marks that are set already stay.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..model import Language

MARKS = {Language.DE: ("„", "“", "‚", "‘"), Language.EN: ("“", "”", "‘", "’")}
APOSTROPHE = "’"
STRAIGHT = re.compile(r"""["']|(?<!-)--(?:-(?!-))?(?!-)|(?<!\.)\.\.\.(?!\.)""")
OPENS_AFTER = "([{„“‚‘«‹»›–—/-"
"""Behind these, and behind a space, a quotation begins."""


@dataclass(slots=True)
class Typesetter:
    """Sets the marks of one block; ``before`` is the character before the next piece, ``open_`` what is open."""

    language: Language
    before: str = ""
    open_: list[str] = field(default_factory=list)

    def set(self, text: str) -> str:
        """The next piece of text with its marks set."""
        if not text:
            return text
        is_set = not any(mark in text for mark in ('"', "'", "--", "..."))
        result = text if is_set else STRAIGHT.sub(lambda found: self._mark(found, text), text)
        self.before = text[-1]
        return result

    def skip(self, text: str = "x") -> None:
        """Something stands here that is no text of the article: code, a foreign word, a picture."""
        self.before = text[-1:] or self.before

    def _mark(self, found: re.Match[str], text: str) -> str:
        before = text[found.start() - 1] if found.start() else self.before
        after = text[found.end()] if found.end() < len(text) else ""
        mark = found.group()
        if mark == "...":
            return "…"
        if mark.startswith("-"):
            return _dash(mark, before, after)
        return self._double(before, after) if mark == '"' else self._single(before, after, text[found.end() :])

    def _double(self, before: str, after: str) -> str:
        begins = not before or before.isspace() or before in OPENS_AFTER
        opening, closing = MARKS[self.language][:2]
        if '"' in self.open_ and (not begins or not after or after.isspace()):
            while self.open_.pop() != '"':
                pass
            return closing
        if begins and not after.isspace():
            self.open_.append('"')
            return opening
        return '"' if before.isdigit() or not before else closing

    def _single(self, before: str, after: str, rest: str) -> str:
        begins = not before or before.isspace() or before in OPENS_AFTER or before == '"'
        opening, closing = MARKS[self.language][2:]
        if "'" in self.open_ and not begins and not after.isalnum():
            self.open_.remove("'")
            return closing
        if (
            begins
            and after
            and not after.isspace()
            and not after.isdigit()
            and re.search(r"(?<=\w|[^\w\s])'(?!\w)", rest)
        ):
            self.open_.append("'")
            return opening
        return APOSTROPHE


def typeset(text: str, language: Language) -> str:
    """A whole text with its marks set."""
    return Typesetter(language).set(text)


def _dash(mark: str, before: str, after: str) -> str:
    """A dash, unless it is an option of a command (``--help``)."""
    spaced = (not before or before.isspace()) and (not after or after.isspace())
    joined = before and after and not before.isspace() and not after.isspace()
    if not spaced and not joined:
        return mark
    return "–" if mark == "--" else "—"
