"""A name of the translation that is nowhere in the original, and stands where one of the original's should.

In: the place of the stranger, and the name that it stands for. Out: the remark that names both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....facts.names.names import Name
from ...rule import Remark, remark

if TYPE_CHECKING:
    from ...compared.prose import Passage


def stands_for(theirs: Passage, here: tuple[int, int], mine: Passage, name: Name) -> Remark:
    """What is said of a stranger at a place of the translation, and of the name of the original that is lost."""
    return remark(
        theirs.span(*here),
        "“{here}” is nowhere in the original; “{there}” of the original is not here",
        related=mine.span(name.start, name.end),
        here=theirs.text[slice(*here)],
        there=name.text,
    )


def word_for(theirs: Passage, new: str, mine: Passage, old: str) -> Remark:
    """The same of two words, wherever they stand first."""
    here, there = theirs.text.index(new), mine.text.index(old)
    return stands_for(theirs, (here, here + len(new)), mine, Name(old, there, there + len(old)))
