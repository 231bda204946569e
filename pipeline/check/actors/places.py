"""Two words that have changed places, and where they stand.

In: words of two sentences that answer each other. Out: :class:`Exchanged`, with places in these sentences.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ..answering.anchored import Met, Word

    Place = tuple[int, int]


class Exchanged(NamedTuple):
    """Two German words: where English has the second (``here``), the original has the first (``there``)."""

    one: str
    other: str
    here: Place
    there: Place

    def moved(self, here: int, there: int) -> Exchanged:
        """The same in texts in which the sentences begin at these places."""
        return Exchanged(
            self.one,
            self.other,
            (here + self.here[0], here + self.here[1]),
            (there + self.there[0], there + self.there[1]),
        )


def exchanged(one: Word, other: Word, answer: Word) -> Exchanged:
    """Two German words, and the English one that stands where the answer of the first should."""
    return Exchanged(one.text, other.text, (answer.start, answer.end), (one.start, one.end))


def exchanged_answer(met: Met, one: int, other: int) -> Exchanged:
    """Two German words, of which the answer of the second stands where that of the first should."""
    first, last = met.answers[other]
    word = met.left[one]
    here = met.right[first].start, met.right[last].end
    return Exchanged(word.text, met.left[other].text, here, (word.start, word.end))
