"""The translation has no sentence that the original has not.

In: an original and its translation. Out: remarks on sentences that nothing in the original answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...compared.prose import passages, sides
from ...rule import Remark, Severity, remark, rule
from .sentences import beside_gaps, beside_rows, is_told_as_list, lost_sentences
from .usual import told, usual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Translation

LEAST = 3
"""Words of what was added: „Los geht’s!“ is no news."""


@rule(Severity.WARNING)
def sentence_added(pair: Translation) -> Iterator[Remark]:
    """A block of the translation has a sentence that nothing in the original says.

    Why it matters: readers take for the author's what a translator, or a machine, has made up.

    It is the comparison for sentences that are missing, the other way round: the block has more sentences than the
    original's, is longer than usual, and one of them has hardly a word that the original's block could mean.

    Bad: „Billig ist sie nicht.“ – “It is not cheap. Even so, most new houses have one by now.”

    Good: a sentence that became two.

    Repair: take it out, or mark it as the translator's.
    """
    beside = {passage.at for each in sides(pair) for passage in beside_gaps(each.original)}
    rows, own = told(pair), ""
    for number, block in enumerate(rows):
        if block.fewer >= 0 or is_told_as_list(block) or not beside.isdisjoint((block.mine[0].at, block.mine[-1].at)):
            continue
        turned = block.turned
        ordinary = usual(pair)[0].turned
        longer = turned.ratio / ordinary.ratio
        more = lost_sentences(turned, ordinary, longer) if longer > 1 else ()
        near = tuple(each for row in beside_rows(rows, number) for each in row.mine)
        if more and turned.size(more) >= LEAST and not turned.stands_in(near, more[0]):
            said, at = turned.sentence(more[0])
            if said in (own := own or " ".join(passage.raw for passage in passages(pair.original))):
                continue  # it gives the wording of its source
            yield remark(at, "nothing in the original says “{sentence}”", related=block.mine[0].at, sentence=said)
