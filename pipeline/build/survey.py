"""A library -> what is known of all its stories: findings and cards, remembered where nothing has changed.

In: a library, a memory, which stories are wanted. Out: :class:`Survey`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..check import check_cards
from .examine import examine
from .wish import silent

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..check import House
    from ..findings import Finding, Severity
    from ..library import Library
    from ..listing import Manuscripts
    from ..model import Card
    from .memory import Memory


@dataclass(frozen=True, slots=True)
class Survey:
    """All stories: their manuscripts, the cards of their articles, the findings of those that were asked for."""

    manuscripts: Manuscripts
    cards: tuple[Card, ...]
    findings: tuple[Finding, ...]


def survey(  # noqa: PLR0913 - what is looked at, and how
    library: Library,
    memory: Memory,
    house: House,
    *,
    wants: Callable[[str], bool] = bool,
    jobs: int = 0,
    tell: Callable[[str, int, int], None] = silent,
) -> Survey:
    """Look at all stories; only those that have changed are read, only those that somebody ``wants`` are checked."""
    every = library.manuscripts
    cards = {name: memory.recall_cards(name, paths) for name, paths in every.items()}
    found = {name: memory.recall(name, paths) if wants(name) else () for name, paths in every.items()}
    fresh = {name: paths for name, paths in every.items() if cards[name] is None or found[name] is None}
    wanted = frozenset(name for name in fresh if wants(name))
    for number, each in enumerate(examine(library, fresh, house, wanted=wanted, jobs=jobs), 1):
        tell("check", number, len(fresh))
        cards[each.name], found[each.name] = each.cards, each.findings or ()
        memory.remember(each.name, each)
    listed = tuple(card for row in cards.values() for card in row or ())
    together = memory.together(every, lambda: house) if all(map(wants, every)) else check_cards(listed, house)
    memory.keep()
    return Survey(every, listed, (*(one for row in found.values() for one in row or ()), *together))


def blocked(survey: Survey, fail_on: Severity, original: str) -> frozenset[tuple[str, str]]:
    """The articles that findings keep back: a whole story, or its translation if the fault is there alone."""
    bad = {finding.at.path for finding in survey.findings if finding.severity >= fail_on}
    held: set[tuple[str, str]] = set()
    for name, paths in survey.manuscripts.items() if bad else ():
        languages = {path: path.split("/")[1] for path in paths}
        hit = bad & set(paths)
        whole = any(languages[path] == original for path in hit)
        held |= {(name, languages[path]) for path in paths if whole or path in hit}
    return frozenset(held)
