"""Nothing is doubted that the original says plainly.

In: an original and its translation. Out: remarks on words that weaken what nothing in the original weakens.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....facts.stance.hedges import doubts, may_doubt
from ....facts.stance.reported import reports
from ...answering.beads import beads
from ...answering.lines import lines
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Translation

ADVICE = re.compile(r"\b(?:am besten|ratsam|empf[aeio]hl\w+|sollt\w+)\b", re.IGNORECASE)
BEST = re.compile(r"\w+ (?:be )?(?:the )?(?:best|better|wise\w*|advisable|a good)\b")
"""What advises in German and in English, which is more modest: “probably best”."""


@rule(Severity.WARNING)
def hedge_added(pair: Translation) -> Iterator[Remark]:
    """The translation doubts what the original says plainly.

    Why it matters: a fact becomes a rumour; in news that is an error like the reverse.

    Only words that mean nothing else: allegedly, probably, presumably, perhaps and the like; and only where the
    sentence of the original has nothing that may be told so: könnte, dürfte, soll, wohl, laut, offenbar …, or a
    verb whose form says that these are somebody's words.

    Bad: „Der Fahrer hatte getrunken.“ – “The driver had allegedly been drinking.”

    Good: „Der Fahrer soll getrunken haben.“ – “The driver had allegedly been drinking.”

    Repair: say it as plainly as the original.
    """
    for _, mine, theirs in lines(pair):
        for (first, last), (start, end) in beads(mine, theirs) if doubts(theirs.text) else ():
            found = doubts(theirs.text[start:end])
            advises = (
                ADVICE.search(mine.text, first, last) and BEST.match(theirs.text, start + found.start())
                if found
                else None
            )
            if found and not advises and not may_doubt(german := mine.text[first:last]) and not reports(german):
                yield remark(
                    theirs.span(start + found.start(), start + found.end()),
                    "“{word}” doubts what the original says plainly",
                    related=mine.span(first, last),
                    word=found[0],
                )
