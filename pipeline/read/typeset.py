"""Straight quotation marks and dashes -> the article's language.

In: pieces of text in reading order, with whether each may be changed. Out: the pieces, of the same number.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..model import Language, Node

if TYPE_CHECKING:
    from collections.abc import Sequence

MARKS = {Language.DE: ("„", "“", "‚", "‘"), Language.EN: ("“", "”", "‘", "’")}
VERBATIM = frozenset(("code", "kbd", "pre"))
DASH = re.compile(r"(?<=[\s ])--(?=[\s ])|(?<=\d)--(?=\d)")
QUOTE = re.compile(r"[\"']")
OPENERS = frozenset(" \t\n  ([{–—-/„‚“‘«»›‹")


class Typesetter:
    """Sets the marks of one block: what stands before a mark decides whether it opens."""

    def __init__(self, language: Language) -> None:
        self.marks = MARKS[language]
        self.before = " "

    def children(self, children: Sequence[Node | str]) -> tuple[Node | str, ...]:
        """The same children with their marks set; code, foreign spans and addresses stay."""
        result: list[Node | str] = []
        for child in children:
            if isinstance(child, str):
                result.append(self._text(child))
            elif child.tag in VERBATIM or child.get("lang"):
                result.append(child)
                self.before = "x"
            elif child.tag in {"note-ref", "citation"}:
                result.append(child)
            else:
                if child.tag in {"p", "li", "td", "th", "dt", "dd", "br", "blockquote"}:
                    self.before = " "
                result.append(Node(child.tag, child.attributes, self.children(child.children), child.at))
        return tuple(result)

    def _text(self, text: str) -> str:
        text = DASH.sub("–", text).replace("...", "…")
        pieces = []
        place = 0
        for mark in QUOTE.finditer(text):
            start = mark.start()
            before = text[start - 1] if start else self.before
            after = text[start + 1] if start + 1 < len(text) else ""
            pieces += [text[place:start], self._mark(mark[0], before, after)]
            place = start + 1
        pieces.append(text[place:])
        if text:
            self.before = text[-1]
        return "".join(pieces)

    def _mark(self, mark: str, before: str, after: str) -> str:
        opens = before in OPENERS and (after == "" or not after.isspace())
        if mark == '"':
            return self.marks[0] if opens else self.marks[1]
        if before.isalnum() or before == "." or not opens:
            return "’" if before.isalnum() and (after.isalnum() or self.marks[3] == "’") else self.marks[3]
        if after.isdigit():
            return "’"
        return self.marks[2]
