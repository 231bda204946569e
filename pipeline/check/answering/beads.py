"""Sentences of two texts that answer each other, also where the translation cut or joined them.

In: two passages. Out: places of one or more sentences on each side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...align.sentences import LONGEST, Sentence, strung
from ...align.words import spoken
from ...facts.sentences import sentences
from ...held import held
from .lines import answering

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...model import Language
    from ..compared.prose import Passage
    from .lines import Place

    Beads = Sequence[tuple[Place, Place]]

ANSWERED = 0.5
"""Share of the words of a sentence that another one answers."""
LEAST, MOST = 0.8, 1.7
"""Characters of German by those of English, in a passage that was translated as a whole."""


def beads(mine: Passage, theirs: Passage) -> Beads:
    """The sentences that answer each other, one by one or a few together; else both texts as wholes."""
    found = answering(mine, theirs)
    return found or _strung(mine.text, mine.article.language, theirs.text, theirs.article.language)


@held
def _strung(mine: str, language: Language, theirs: str, other: Language) -> Beads:
    """The same of texts that do not answer each other sentence by sentence: several rules ask for those of one pair."""
    there, here = sentences(mine, language), sentences(theirs, other)
    whole = (((0, len(mine)), (0, len(theirs))),)
    if min(len(there), len(here)) <= 1 or max(len(there), len(here)) > LONGEST:
        return whole
    left, right = (
        [Sentence(end - start, tuple(spoken(text[start:end], spoken_in))) for start, end in places]
        for text, spoken_in, places in ((mine, language, there), (theirs, other, here))
    )
    ratio = min(MOST, max(LEAST, len(mine) / max(1, len(theirs))))
    both = [step for step in strung(left, right, ratio, ANSWERED) if all(first < last for first, last in step)]
    return tuple(((there[i][0], there[j - 1][1]), (here[k][0], here[m - 1][1])) for (i, j), (k, m) in both) or whole
