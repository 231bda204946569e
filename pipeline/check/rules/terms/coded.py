"""A code of letters and digits is the original's: GW3871m is not GW3817m, and Section 555d not Section 555c.

In: an original and its translation. Out: the code of the original, and a remark on the one that stands for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....facts.names.labels import labels
from ....facts.names.names import Name
from ....facts.words.runs import has_digit
from ...answering.lines import lines
from .stranger import stands_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....facts.names.labels import Label
    from ....model import Translation
    from ...rule import Remark


def other_codes(pair: Translation) -> Iterator[tuple[str, Remark]]:
    """The codes of a line for which one of the same shape stands that the line of the original has not."""
    for _, mine, theirs in lines(pair):
        if not has_digit(mine.text) or not has_digit(theirs.text):
            continue
        there, here = labels(mine.text), labels(theirs.text)
        lost, gained = _without(there, theirs.raw), _without(here, mine.raw)
        for old in lost:
            new = next((each for each in gained if old.is_like(each)), None)
            if new is not None:
                gained.remove(new)
                yield old.text, stands_for(theirs, (new.start, new.end), mine, Name(old.text, old.start, old.end))


def _without(found: tuple[Label, ...], other: str) -> list[Label]:
    """The codes that another text has not, however it joins them."""
    plain = other.replace("-", "").replace("/", "").replace(" ", "").replace("\u00a0", "").lower() if found else ""
    return [each for each in found if each.plain.lower() not in plain]
