"""Text -> its quotations, whatever marks they stand in.

In: a text. Out: :class:`Quotation` values in reading order.
"""

from __future__ import annotations

import re

from ..frozen import dataclass
from ..held import held

MARKS = re.compile(
    r"„(?P<german>[^„“”]{2,600})[“”\"]|“(?P<english>[^“”]{2,600})”|»(?P<out>[^»«]{2,600})«|«\s?(?P<in>[^»«]{2,600}?)\s?»"
    r"|(?<!\w)\"(?P<straight>[^\"\n]{2,600})\"(?!\w)|(?<!\w)‘(?P<single>[^‘’]{2,300})’(?!\w)"
)
OPENING = '„“»«"‘'
"""Without any of these a text has no quotation."""
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation: its words without the marks; the place includes them."""

    text: str
    start: int
    end: int

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(WORD.findall(self.text))


def quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of a text, in reading order."""
    if not any(map(text.__contains__, OPENING)):
        return ()
    return tuple(
        Quotation(next(filter(None, found.groups()), ""), found.start(), found.end()) for found in MARKS.finditer(text)
    )


@held
def without_quotations(text: str, filler: str = "\ufffc") -> str:
    """The text with its quotations hidden, each character by the filler, so that places stay the same."""
    return MARKS.sub(lambda found: filler * len(found[0]), text) if any(map(text.__contains__, OPENING)) else text
