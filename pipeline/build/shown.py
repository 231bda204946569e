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

LETTER = re.compile(r"[^\W_]")
ASCII = bytes(range(128))
MARKS = bytes(each for each in ASCII if not LETTER.match(chr(each)))
"""What is no letter and no digit among the first 128 characters: cut out of the bytes, in a fifth of the time."""
UNREAD = re.compile(r"<(?:!--.*?-->|(script|style)\b[^<]*(?:<(?!/\1\s*>)[^<]*)*</\1\s*>)", re.DOTALL | re.IGNORECASE)
"""Comments, and elements of which only the end is markup."""
TAG = re.compile(r"""(</?[a-zA-Z!][^>"']*+(?:(?:"[^"]*"|'[^']*')[^>"']*+)*+>)""")
UNSEEN = re.compile(r"<(/?)(?:template|title|svg)\b", re.IGNORECASE)
"""Where something begins that no reader sees, and where it ends."""
EDGE = frozenset("/tTsS")
"""How the names of those begin, or the end of an element."""
ATTRIBUTE = re.compile(r"""\s(?:(alt|aria-label)|href|src)=(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
"""What describes a picture or a link, else an address."""


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
    told: tuple[list[str], list[str]] = [], []
    for describes, one, other in ATTRIBUTE.findall(" ".join(pieces[1::2])):
        told[not describes].append(unescape(one or other))
    descriptions, addresses = (" ".join(row) for row in told)
    return Shown(letters(unescape(_seen(pieces))), letters(descriptions), addresses)


def letters(text: str) -> str:
    """The letters and digits of a text."""
    data = text.encode("utf-8", "surrogatepass")
    kept = data.translate(None, MARKS).decode("utf-8", "surrogatepass")
    for each in set(data.translate(None, ASCII).decode("utf-8", "surrogatepass")):
        if not LETTER.match(each):
            kept = kept.replace(each, "")
    return kept.casefold()


def _seen(pieces: list[str]) -> str:
    """The text between tags, but in elements that no reader sees, one within the other too."""
    seen, depth = [pieces[0]], 0
    for tag, text in zip(pieces[1::2], pieces[2::2], strict=True):
        if tag[1] in EDGE and (edge := UNSEEN.match(tag)):
            depth = max(0, depth - 1) if edge[1] else depth + 1
        if not depth:
            seen.append(text)
    return "".join(seen)
