"""Conditions that a sentence of the translation lacks: „sofern er ein Konto hat“.

In: two passages that answer each other, and what is usual in their pair. Out: the places of German clauses on what must
be so, of which the sentence that answers theirs says nothing.

Such a clause is often too short to be known for lost by its words and its length alone. But English has a word for
“if” as well; and where it has none, none of the words of the clause, and is as short as it would be without, the
condition is gone.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ....align.clauses import Clause, spare
from ....align.readings import known, separated, told
from ....align.words import words
from ....expressions import lasting
from ....facts.stance.hedges import denies
from ....facts.table import table
from ....model import Language
from ...answering.beads import beads

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ....align.clauses import Usual
    from ...compared.prose import Passage

CONDITION = re.compile(
    r"(?:(?<=, )|(?<=– )|(?<=\()|(?<=, und )|(?<=, aber )|^|(?<=[.!?:] ))"
    r"(?:(?:aber |und |oder |allerdings |jedoch |nur |außer |zumindest |jedenfalls )*"
    r"(?:sofern|solange|falls|wenn|Sofern|Solange|Falls|Wenn)\b"
    r"|(?:vorausgesetzt|es sei denn|unter der Bedingung|unter der Voraussetzung),)[^,;:.!?–()]{4,160}"
)
"""A clause on what must be so."""
DENIED = re.compile(r"(?<=; )[^;:.!?–]{4,160}\b(?:nicht|keine?[nrs]?|nie)\b[^;:.!?–]{0,80}(?=[.!?]?$)")
"""A clause behind a semicolon that denies something, at the end of its sentence."""
NEXT = re.compile(r"(?<=[a-zäöüß\d)“”\"][.!?]) +(?=[A-ZÄÖÜ])")
"""Where another sentence begins: those that answer each other only together tell less."""
ROOM = 1.0, 1.18, 1.3, 1.45
"""Length of English by that of German without the clause, at most: by how many words of the clause are known."""
DENIAL = re.compile(r"\b(?:nicht|kein\w*)\b", re.IGNORECASE)
LARGEST = 0.75
SPARE = 0.6
"""Share of a sentence that may be a condition; by the words of it, those of English that may say it otherwise."""
LONG = 4
"""Letters of a word that English hardly has by chance."""
HITS = 3
"""One word in so many of a clause may be answered by chance."""


@cache
def _condition() -> re.Pattern[str]:
    """What may say in English that something must be so, whatever the rest of the sentence says with it."""
    return lasting(rf"\b(?:{'|'.join(table('hedges')['condition']['en'])})\b", re.IGNORECASE)


def may_lack(german: str) -> bool:
    """Whether a text has any condition; most have none."""
    return any(map(german.__contains__, ("enn", "alls", "ofern", "olange", "vorausgesetzt,", "unter der ", "; ")))


def lost_conditions(mine: Passage, theirs: Passage, usual: Callable[[], Usual]) -> Iterator[tuple[int, int]]:
    """The places of the conditions of an original that nothing answers."""
    if not may_lack(mine.text):
        return
    for (first, last), (start, end) in beads(mine, theirs):
        said, answer = mine.text[first:last], theirs.text[start:end]
        if NEXT.search(said):
            continue
        found = list(CONDITION.finditer(said))
        if found and sum(1 for _ in _condition().finditer(answer)) >= len(found):
            found = []
        found += () if denies(answer) else DENIED.finditer(said)
        for each in found:
            if _is_gone(said, each.span(), (answer, theirs.text), usual()):
                yield first + each.start(), first + each.end()


def _is_gone(said: str, place: tuple[int, int], answers: tuple[str, str], usual: Usual) -> bool:
    """Whether an English sentence has no word of a clause, and is as short as it would be without."""
    (start, end), (answer, whole) = place, answers
    size, rest = end - start, len(said.strip()) - (end - start)
    there, verbs = told(whole, Language.EN), separated(said)
    wanted = {word: tokens for word in words(said[start:end]) if (tokens := known(word, Language.DE))}
    hits = sum(1 for word, tokens in wanted.items() if not there.isdisjoint(tokens | verbs.get(word, frozenset())))
    spelled = {word for word in words(said[start:end]) if len(word) >= LONG and word in whole}
    if not all(word in said[:start] or word in said[end:] for word in spelled):
        return False
    room = ROOM[min(len(wanted), len(ROOM) - 1)]
    if size > LARGEST * len(said) or len(answer.strip()) > room * rest / usual.ratio or hits > len(wanted) / HITS:
        return False
    if not wanted:
        return bool(DENIAL.search(said, start, end)) and not denies(answer)
    return spare(said, Language.DE, answer, Clause(start, end, len(wanted), hits, 0, 0), usual) <= SPARE
