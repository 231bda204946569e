"""Text -> its codes of letters and digits: GW3871m, 555d, B-17a, EN 301549.

In: a text. Out: :class:`Label` values in reading order, each with what it is when its digits or its letters are left
open: two codes of one shape may stand for each other by a slip.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...frozen import dataclass
from ...held import held
from ..words.runs import has_digit

if TYPE_CHECKING:
    from collections.abc import Iterator

LABEL = re.compile(
    r"(?<![\w.,@#:=+*'’&/-])(?:"
    r"(?=[A-ZÄÖÜ])[A-ZÄÖÜ]{1,5}(?:[-/]?[A-Z]{0,4}\d+)+(?:[-/][A-Z]{1,3}\d*)*[a-z]?"
    r"|[ABEKLMSU] \d{1,4}[a-z]?(?! ?[%€$£])"
    r"|\d{1,4}[a-z](?:-\d{1,4}[a-z])?"
    r"|\d{1,4}-?[A-Z]{1,3}-?\d{1,5}[a-z]?"
    r")(?![\w@/*+-]|[.,:]\w|['’]s?\w)"
)
"""Letters with digits, as devices, animals, files, paragraphs and roads are called."""
UNIT = re.compile(r"\d+[smhdgltkxpvwak]")
"""What may be a measure."""
COUNTED = re.compile(r"[A-Z]\d")
"""What an author calls the first and the second of a kind, with a letter that each language may choose."""
BEFORE = re.compile(
    r"(?:§§?|\b(?:Art(?:ikel|icle)?s?|Par[ao]gra(?:f|ph)\w*|Sections?|Sec|Absatz|Nr|Nummern?|No|Numbers?"
    r"|Ziffern?|Haus|House|Halle|Raum|Room|Hall|Klassen?|Class(?:es)?|Years?|Linien?|Lines?|Anlagen?|Annex"
    r"|Tab(?:elle|le)?|Abb(?:ildung)?|Fig(?:ure)?|Kapitel|Chapters?|Wohnung|Flat|Gleis|Platform|Track|Tor|Gate|Blocks?"
    r"|Parzelle|Plot|\w+(?:straße|weg|gasse|platz|allee|ring|ufer))\.?)\s$",
    re.IGNORECASE,
)
"""What stands before a number with a letter that is no measure."""
DIGIT, LETTER = re.compile(r"\d"), re.compile(r"[A-Za-zÄÖÜ]")
JOINTS = str.maketrans("", "", "-/ ")


@dataclass(frozen=True, slots=True)
class Label:
    """A code as a text writes it, with its place."""

    text: str
    start: int
    end: int

    @property
    def plain(self) -> str:
        """The code without hyphens."""
        return self.text.translate(JOINTS)

    def is_like(self, other: Label) -> bool:
        """Whether two codes differ in a few digits or in one letter alone."""
        one, two = self.plain, other.plain
        if one == two or len(one) != len(two):
            return False
        digits = DIGIT.sub("0", one) == DIGIT.sub("0", two) and not one[0].isdigit()  # a number, which is compared
        letters = LETTER.sub("a", one) == LETTER.sub("a", two)
        different = sum(a != b for a, b in zip(one, two, strict=True))
        is_named = letters and different == 1 and not COUNTED.fullmatch(one)
        return (digits and different <= max(2, len(DIGIT.findall(one)) // 2)) or is_named


@held
def labels(text: str) -> tuple[Label, ...]:
    """The codes of a text."""
    return tuple(_labels(text)) if has_digit(text) else ()


def _labels(text: str) -> Iterator[Label]:
    for found in LABEL.finditer(text):
        if not UNIT.fullmatch(found[0]) or BEFORE.search(text, max(0, found.start() - 20), found.start()):
            yield Label(found[0], *found.span())
