"""The bytes of an output -> what it shows.

In: a page, a mail, its text part, a PDF. Out: :class:`Shown`. What stands in the text as it was written is found there;
else letters and digits alone are compared, so that line breaks, hyphens and set marks do not count. A PDF is read as
text (:mod:`.pdftext`); of HTML the tags are cut out: what a parser would keep of our own pages, in a tenth of its time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, partial
from html import unescape
from itertools import product
from typing import TYPE_CHECKING

from . import pdftext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LETTER = re.compile(r"[^\W_]")
ASCII = bytes(range(128))
MARKS = bytes(each for each in ASCII if not LETTER.match(chr(each)))
"""What is no letter and no digit among the first 128 characters: cut out of the bytes, in a fifth of the time."""
UNREAD = re.compile(r"<(?:!--.*?-->|(script|style)\b[^<]*(?:<(?!/\1\s*>)[^<]*)*</\1\s*>)", re.DOTALL | re.IGNORECASE)
"""Comments, and elements of which only the end is markup."""
CUT = re.compile(
    r"<(?:!--.*?-->|(script|style|svg|template|title)\b[^<]*(?:<(?!/\1\s*>)[^<]*)*</\1\s*>)", re.DOTALL | re.IGNORECASE
)
"""The same, and elements that no reader sees, unless one lies in another."""
TAG = re.compile(r"""(</?[a-zA-Z!][^>"']*+(?:(?:"[^"]*"|'[^']*')[^>"']*+)*+>)""")
SEEN = re.compile(
    r"</?(?!(?:[sS][vV][gG]|[tT][iI][tT][lL][eE]|[tT][eE][mM][pP][lL][aA][tT][eE])\b)[a-zA-Z!]"
    r"""[^>"']*+(?:(?:"[^"]*"|'[^']*')[^>"']*+)*+>"""
)
"""The tags of all other elements: where a ``<`` is left without them, it is looked at more closely."""
UNSEEN = re.compile(r"<(/?)(?:template|title|svg)\b", re.IGNORECASE)
"""Where something begins that no reader sees, and where it ends."""
EDGE = frozenset(
    "".join(letters)
    for name in ("<tem", "<tit", "<svg", "</te", "</ti", "</sv")
    for letters in product(*((each, each.upper()) for each in name))
)
"""How the tags of those begin."""
ATTRIBUTE = re.compile(r"""\s(?:(alt|aria-label)|href|src)=(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
"""What describes a picture or a link, else an address."""


@dataclass(frozen=True)
class Shown:
    """What an output shows: its text; ``marked`` gives what its pictures and links say of themselves, and addresses.

    ``source`` is HTML of which all is shown but its tags; nothing where it cannot be told so easily.
    """

    text: str
    marked: Callable[[], tuple[str, str]]
    source: str = ""

    def leads_to(self, address: str) -> bool:
        """Whether a link or picture leads there, or to what begins or ends so."""
        place = self.source.find(f' href="{address}"')
        is_in_tag = place > 0 and self.source.rfind("<", 0, place) > self.source.rfind(">", 0, place)
        return is_in_tag or address in self._marked[1]

    def has(self, piece: str) -> bool:
        """Whether a piece of text is shown, whatever stands between its letters."""
        return piece in self.text or letters(piece) in self.letters

    def describes(self, piece: str) -> bool:
        """Whether a piece of text is shown, or is said of a picture or link."""
        return letters(piece) in f"{self.descriptions} {self.letters}"

    @cached_property
    def letters(self) -> str:
        """The letters and digits of the text."""
        return letters(self.text)

    @cached_property
    def descriptions(self) -> str:
        """The letters and digits of what is said of pictures and links."""
        return letters(self._marked[0])

    @property
    def addresses(self) -> str:
        """Where links lead and pictures lie."""
        return self._marked[1]

    @cached_property
    def _marked(self) -> tuple[str, str]:
        return self.marked()


def shown(target: str, data: bytes) -> Shown:
    """What the file at a target shows."""
    if target.endswith(".pdf"):
        return Shown(pdftext.text(data), partial(_of_pdf, data))
    text = data.decode("utf-8", "replace")
    if target.endswith(".txt"):
        return Shown(text, lambda: (text, text))
    cut = CUT.sub("", text)
    if "<" not in (seen := SEEN.sub("", cut)):
        return Shown(unescape(seen), partial(_of_tags, text), cut)
    pieces = TAG.split(UNREAD.sub("", text))
    return Shown(unescape(_seen(pieces[::2], pieces[1::2])), partial(_of_tags, text))


def _of_pdf(data: bytes) -> tuple[str, str]:
    return " ".join(pdftext.descriptions(data)), " ".join(pdftext.addresses(data))


def _of_tags(text: str) -> tuple[str, str]:
    told: tuple[list[str], list[str]] = [], []
    for describes, one, other in ATTRIBUTE.findall(" ".join(TAG.findall(UNREAD.sub("", text)))):
        told[not describes].append(unescape(one or other))
    return " ".join(told[0]), " ".join(told[1])


def letters(text: str) -> str:
    """The letters and digits of a text."""
    data = text.encode("utf-8", "surrogatepass")
    kept = data.translate(None, MARKS).decode("utf-8", "surrogatepass")
    for each in set(data.translate(None, ASCII).decode("utf-8", "surrogatepass")):
        if not LETTER.match(each):
            kept = kept.replace(each, "")
    return kept.casefold()


def _seen(texts: Sequence[str], tags: Sequence[str]) -> str:
    """The texts before, between and behind tags, but in elements that no reader sees, one within the other too."""
    seen: list[str] = []
    depth = start = 0
    for place, tag in [(place, tag) for place, tag in enumerate(tags) if tag[:4] in EDGE]:
        if edge := UNSEEN.match(tag):
            seen += () if depth else texts[start : place + 1]
            depth = max(0, depth - 1) if edge[1] else depth + 1
            start = place + 1
    seen += () if depth else texts[start:]
    return "".join(seen)
