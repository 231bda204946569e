"""How often a thing is: what is done each year is not done each month.

In: an original and its translation. Out: remarks on periods that became others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....facts.dates.periods import may_say, other_period
from ....facts.numbers.numbers import numbers
from ....model import Language
from ...answering.beads import beads
from ...answering.lines import lines
from ...rule import Remark, remark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Translation


def other_periods(pair: Translation) -> Iterator[Remark]:
    """Where a sentence says another period than the original's, and none of the two could be meant by the other."""
    for _, mine, theirs in lines(pair):
        for (first, last), (start, end) in beads(mine, theirs) if may_say(mine.text) else ():
            german, said = mine.text[first:last], theirs.text[start:end]
            found = other_period(german, said)
            if found is None or (_has_rate(german, Language.DE) and _has_rate(said, Language.EN)):
                continue  # the rule on units tells of another unit that an amount is said of
            there, here = found
            yield remark(
                theirs.span(start + here[0], start + here[1]),
                "“{here}” is not “{there}”",
                related=mine.span(first + there[0], first + there[1]),
                here=said[slice(*here)],
                there=german[slice(*there)],
            )


def _has_rate(text: str, language: Language) -> bool:
    """Whether an amount of a text is said of a unit: 300 euros a month."""
    return any(number.per for number in numbers(text, language))
