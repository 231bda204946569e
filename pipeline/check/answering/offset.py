"""So long before something is not so long after it: „vier Tage vor der Wahl“, “four days after the election”.

In: two sentences with the answers of their words. Out: where English goes the other way from the same thing.

The same is said from the other side: what happened two years before one thing is what the other came two years after.
So both must govern the same noun, or neither anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...facts.dates.offsets import offsets
from ...facts.stance.poles import Turn
from ...model import Language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...facts.dates.offsets import Offset
    from .anchored import Met, Word

BEHIND = 5
"""Words behind the one that governs, among which the noun stands."""
GOVERNING = frozenset(("vor", "nach"))
OTHER = {"before": "after", "after": "before"}


def other_ways(met: Met, german: str, said: str) -> Iterator[Turn]:
    """The only length of a unit in both sentences, where it goes the other way."""
    mine, theirs = list(offsets(german, Language.DE)), list(offsets(said, Language.EN))
    for each in mine:
        answers = [answer for answer in theirs if answer.unit == each.unit]
        if len(answers) != 1 or sum(other.unit == each.unit for other in mine) != 1:
            continue
        answer = answers[0]
        is_other = (answer.way == each.way) == (each.clock and answer.clock)
        if is_other and each.governs == answer.governs and _is_of_same(met, each, answer):
            mean = OTHER[answer.way] if not answer.clock else "ahead" if answer.way == "after" else "behind"
            yield Turn((each.start, each.end), (answer.start, answer.end), mean)


def _is_of_same(met: Met, mine: Offset, theirs: Offset) -> bool:
    """Whether both are told of one thing: the noun that both govern; else all else of the sentence is in its order."""
    here = _behind(met.right, theirs.end)
    if not mine.governs:
        ahead = [place[0] < here.start for number, place in met.named if met.left[number].start < mine.start]
        behind = [place[0] >= here.start for number, place in met.named if met.left[number].start > mine.start]
        return all(ahead) or all(behind)
    starts = {place[0]: number for number, place in met.named}
    found = next((starts[at] for at in here if at in starts), -1)
    noun = next((at for at in _behind(met.left, mine.end) if at in met.nouns), -1)
    if noun in met.answers:
        return noun == found
    return noun >= 0 and not any(place[0] in here for place in met.answers.values())


def is_of_another(met: Met, turn: Turn, german: str, said: str) -> bool:
    """Whether English has „vor“ or „nach“ turned together with what it governs: the election was two days after it."""
    there, here = german[slice(*turn.there)].split(), said[slice(*turn.here)].lower()
    if not there[-1][0].islower() or sum(word.small == here for word in met.right) != 1:
        return False
    if sum(word.small in GOVERNING for word in met.left) != 1:
        return False
    noun = next((at for at in _behind(met.left, turn.there[1]) if at in met.nouns), -1)
    behind = _behind(met.right, turn.here[1])
    if noun < 0 or (noun in met.answers and met.answers[noun][0] in behind):
        return False
    return noun in met.answers or any(place[0] in behind for place in met.answers.values())


def _behind(words: Sequence[Word], at: int) -> range:
    """The words behind a place, up to the next sign."""
    first = sum(word.start < at for word in words)
    end = next((here for here in range(first + 1, len(words)) if words[here].before), len(words))
    return range(first, min(first + BEHIND, end))
