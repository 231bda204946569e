"""What is said of one thing is not said of the other.

In: an original and its translation. Out: remarks on two opposites of a sentence that stand in each other's place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....facts.numbers.numbers import numbers
from ....facts.stance.poles import both_poles, opposed
from ...answering.beads import beads
from ...answering.crossing import Pair, is_crossed
from ...answering.lines import lines
from ...answering.sides import compares_otherwise
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ....facts.stance.poles import Opposed
    from ....model import Translation
    from ...answering.crossing import Anchor


@rule(Severity.WARNING)
def exchanged(pair: Translation) -> Iterator[Remark]:
    """Two opposites of a sentence stand in each other's place: what rose fell, and what fell rose.

    Why it matters: every word is there, and each is said of the wrong thing.

    Both languages must say both. They are told by what stands beside them: words that the dictionary knows, and
    figures.

    Bad: „Die Mieten stiegen, die Preise fielen.“ – “Rents fell, prices rose.”

    Good: “Prices fell, while rents rose.”

    Repair: say of each thing what the original says of it.
    """
    for _, mine, theirs in lines(pair):
        if not both_poles(mine.text, theirs.text):
            continue
        for there, here in beads(mine, theirs):
            met = Pair(mine, theirs, there, here)
            german, said = mine.text[slice(*there)], theirs.text[slice(*here)]
            found = [] if compares_otherwise(german, said) else list(opposed(german, said))
            yield from _crossed(met, [each.moved(there[0], here[0]) for each in found])


def _crossed(met: Pair, found: Sequence[Opposed]) -> Iterator[Remark]:
    anchors = [*met.anchors(), *_figures(met)] if found else []
    for each in found:
        poles = [anchor for other in found if other != each for anchor in (other.one, other.other)]
        if is_crossed(met.texts, each.one, each.other, [*anchors, *poles]):
            here, there = (met.theirs.text[slice(*at[1])] for at in (each.one, each.other))
            yield remark(
                met.theirs.span(*each.one[1]),
                "“{here}” and “{there}” have changed places",
                related=met.mine.span(*each.one[0]),
                here=here,
                there=there,
            )
            return


def _figures(met: Pair) -> list[Anchor]:
    """Where a number stands, and where the only one stands that means the same."""
    left, right = (
        [each for each in numbers(passage.text, passage.article.language) if at[0] <= each.start < at[1]]
        for passage, at in ((met.mine, met.there), (met.theirs, met.here))
    )
    found = []
    for mine in left:
        answers = [each for each in right if mine.means(each)]
        if len(answers) == 1 and sum(answers[0].means(each) for each in left) == 1:
            found.append(((mine.start, mine.end), (answers[0].start, answers[0].end)))
    return found
