"""Verbs of which one does it and the other has it done: to accuse, to warn, to help.

In: two sentences with the answers of their words. Out: where both have such a verb, which says the same from one side
alone.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ...facts.words.grammar import grammar
from ...facts.words.runs import small_runs
from ..answering.anchored import clause_around

if TYPE_CHECKING:
    from ...facts.words.grammar import Directed
    from ..answering.anchored import Met

NEAR = 4
"""Words behind an English verb among which the noun stands to which it is done, or “to”."""
OBJECTS = frozenset(("ihm", "ihn", "ihnen", "mir", "mich", "dir", "dich"))
"""Pronouns that no subject is."""
HERS = frozenset(("ihr", "ihnen"))
"""Pronouns of whom a woman or several are."""


class Told(NamedTuple):
    """The verb of both sentences: the German clause, the English verb, and its subject's last word."""

    clause: range
    verb: int
    doer: int
    row: Directed


@cache
def _english() -> dict[str, tuple[int, ...]]:
    """The rows of each English form."""
    found: dict[str, tuple[int, ...]] = {}
    for number, row in enumerate(grammar().directed):
        for word in row.english:
            found[word] = (*found.get(word, ()), number)
    return found


def may_be_directed(said: str) -> bool:
    """Whether an English text has one of the verbs."""
    return not _english().keys().isdisjoint(small_runs(said))


def directed(met: Met) -> tuple[Directed, int, int] | None:
    """The only verb of the table that both sentences say once: its row, and where it stands in each."""
    known = _english()
    here = [at for at, word in enumerate(met.right) if word.small in known]
    if len(here) != 1:
        return None
    for number in known[met.right[here[0]].small]:
        row = grammar().directed[number]
        there = [at for at, word in enumerate(met.left) if _is_verb(met, row, at, word.small)]
        if len(there) == 1:
            return row, there[0], here[0]
    return None


def _is_verb(met: Met, row: Directed, at: int, word: str) -> bool:
    if word in row.german:
        return True
    return word in row.parted and any(
        met.left[each].small == row.prefix for each in clause_around(met.left, at) if each > at
    )


def free_pronouns(met: Met, clause: range) -> list[int]:
    """The pronouns of a German clause that nothing governs."""
    subjects, objects, *_ = grammar().persons
    known = subjects.keys() | objects.keys() | HERS
    prepositions = grammar().german["prepositions"]
    return [
        at
        for at in clause
        if met.left[at].small in known
        and not (at > clause.start and met.left[at - 1].small in prepositions)
        and not (met.left[at].small == "ihr" and _owns(met, at, clause))
    ]


def _owns(met: Met, at: int, clause: range) -> bool:
    """Whether „ihr“ stands before what is hers."""
    behind = at + 1
    return behind in clause and (
        behind in met.nouns or (met.left[behind].text.endswith(("e", "es", "er")) and behind + 1 in met.nouns)
    )
