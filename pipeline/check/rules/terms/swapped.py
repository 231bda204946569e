"""Names keep their sentences: who says it in the original says it in the translation.

In: a pair of articles. Out: remarks on names that changed places between two sentences of a block.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from ....align.content import Scale, of_text
from ....facts.names.names import first_names, surnames
from ....facts.sentences import sentences
from ....facts.words.runs import has_run, runs
from ....model import BlockKind
from ....vocabulary.terms import is_english, is_entry
from ...compared.prose import sides
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ....align.content import Text
    from ....model import Translation
    from ...compared.prose import Passage

    Place = tuple[Passage, int, int]

SURE = 3.0
"""How much liker the sentences must be crosswise than straight, without the names."""
LEAST = 0.1
"""How alike they must be."""
MOST = 60
"""Names of a block that are held against each other: one that has more is a list of names, or no translation."""
SHORTEST = 3
"""Letters of a name."""


@rule(Severity.WARNING)
def names_exchanged(pair: Translation) -> Iterator[Remark]:
    """Two names have changed places between two sentences.

    Why it matters: the one is quoted with what the other said.

    Each of the names stands in one sentence of the block, in both languages; the sentences are told by what else they
    say. Names that change places within a sentence are not seen.

    Bad: „Lutz lobte den Vertrag. Brandt warnte vor den Kosten.“ – “Brandt praised the contract. Lutz warned of the
    cost.”

    Good: sentences in another order, with their names.

    Repair: exchange the names.
    """
    for each in sides(pair):
        for mine, theirs in each.pairs:
            if mine[0].kind in {BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST}:
                yield from _exchanged(mine, theirs)


def _exchanged(mine: Sequence[Passage], theirs: Sequence[Passage]) -> Iterator[Remark]:
    there_, here_ = (frozenset().union(*(runs(passage.text) for passage in side)) for side in (mine, theirs))
    names = frozenset(name for name in there_ & here_ if _is_name(name))
    if len(names) < 2:  # noqa: PLR2004 - two names that change places
        return
    left, right = (tuple(_sentences(side)) for side in (mine, theirs))
    there, here = (_homes(names, side) for side in (left, right))
    if min(len(set(homes.values())) for homes in (there, here)) < 2:  # noqa: PLR2004 - two sentences
        return

    @cache
    def said(side: int, place: int) -> Text:
        """What a sentence says without the names: it is held against several."""
        return _without((left, right)[side][place], names)

    groups: dict[tuple[int, int], str] = {}
    for name in sorted(there.keys() & here.keys(), key=lambda name: right[here[name]][0].text.index(name)):
        groups[there[name], here[name]] = name  # the last of them is the last name
    for ((i, k), one), ((j, m), other) in combinations(groups.items(), 2) if len(groups) <= MOST else ():
        if i != j and k != m and _is_crosswise((said(0, i), said(0, j)), (said(1, k), said(1, m))):
            passage, start, _ = right[k]
            at = passage.text.index(one, start)
            origin, begin, _ = left[i]
            first = origin.text.index(one, begin)
            yield remark(
                passage.span(at, at + len(one)),
                "“{one}” and “{other}” have changed places",
                related=origin.span(first, first + len(one)),
                one=one,
                other=other,
            )


def _is_name(word: str) -> bool:
    if not word[0].isupper() or len(word) < SHORTEST:
        return False
    return word in surnames() or word in first_names() or not (is_english(word) or is_entry(word))


def _sentences(side: Sequence[Passage]) -> Iterator[Place]:
    for passage in side:
        yield from ((passage, *place) for place in sentences(passage.text, passage.article.language))


def _homes(names: frozenset[str], places: Sequence[Place]) -> dict[str, int]:
    """The sentence of each name that stands in one alone."""
    found: dict[str, list[int]] = {}
    for number, (passage, start, end) in enumerate(places):
        text = passage.text[start:end]
        for name in _in(text, names):
            found.setdefault(name, []).append(number)
    return {name: numbers[0] for name, numbers in found.items() if len(numbers) == 1}


def _in(text: str, names: frozenset[str]) -> list[str]:
    """The names that a sentence has."""
    return [name for name in names if name in text and has_run(text, name)]


def _is_crosswise(left: tuple[Text, Text], right: tuple[Text, Text]) -> bool:
    """Whether two sentences are like each other's counterparts."""
    if left[0].isdisjoint(right[1]) or left[1].isdisjoint(right[0]):
        return False
    scale = Scale.of((*left, *right))
    (a, b), (c, d) = scale.table(*([scale.piece(text) for text in side] for side in (left, right)))
    return min(b, c) > LEAST and b + c > SURE * (a + d)


def _without(place: Place, names: frozenset[str]) -> frozenset[str]:
    passage, start, end = place
    text = passage.text[start:end]
    for name in _in(text, names):
        text = text.replace(name, "")
    return of_text(text, passage.article.language)
