"""The bytes of an output -> what it shows.

In: a page, a mail, its text part, a PDF. Out: :class:`Shown`: letters and digits alone, so that line breaks, hyphens
and set marks do not count. A PDF is read as text (:mod:`.pdftext`); of HTML the tags are cut out: what a parser would
keep of our own pages, in a tenth of its time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from . import pdftext

LETTERS = re.compile(r"[\W_]+")
UNREAD = re.compile(r"<(?:!--.*?-->|(script|style)\b.*?</\1\s*>)", re.DOTALL | re.IGNORECASE)
"""Comments, and elements of which only the end is markup."""
TAG = re.compile(r"""(</?[a-zA-Z!](?:[^>"']|"[^"]*"|'[^']*')*>)""")
UNSEEN = re.compile(r"<(/?)(?:template|title|svg)\b", re.IGNORECASE)
"""Where something begins that no reader sees, and where it ends."""
DESCRIPTION = re.compile(r"""\s(?:alt|aria-label)=(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
ADDRESS = re.compile(r"""\s(?:href|src)=(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Shown:
    """What an output shows: letters and digits of its text, of its pictures' descriptions, its addresses."""

    letters: str
    descriptions: str
    addresses: str


def shown(target: str, data: bytes) -> Shown:
    """What the file at a target shows."""
    if target.endswith(".pdf"):
        return Shown(
            letters(pdftext.text(data)),
            letters(" ".join(pdftext.descriptions(data))),
            " ".join(pdftext.addresses(data)),
        )
    text = data.decode("utf-8", "replace")
    if target.endswith(".txt"):
        return Shown(letters(text), letters(text), text)
    pieces = TAG.split(UNREAD.sub("", text))
    tags = " ".join(pieces[1::2])
    return Shown(letters(unescape(_seen(pieces))), letters(_values(DESCRIPTION, tags)), _values(ADDRESS, tags))


def letters(text: str) -> str:
    """The letters and digits of a text."""
    return LETTERS.sub("", "".join(text.split())).casefold()


def _values(attribute: re.Pattern[str], tags: str) -> str:
    return " ".join(unescape(one or other) for one, other in attribute.findall(tags))


def _seen(pieces: list[str]) -> str:
    """The text between tags, but in elements that no reader sees, one within the other too."""
    seen, depth = [pieces[0]], 0
    for tag, text in zip(pieces[1::2], pieces[2::2], strict=True):
        if edge := UNSEEN.match(tag):
            depth = max(0, depth - 1) if edge[1] else depth + 1
        if not depth:
            seen.append(text)
    return "".join(seen)
