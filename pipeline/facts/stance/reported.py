"""Text -> the verb by whose mood alone German says that these are somebody's words: „das Geld stamme von der Mutter“.

In: a German sentence without its quotations, and the English one that answers it. Out: the verb, if nothing in the
English says whose words they are. The verbs, and the words that answer, are in ``hedges.toml``.

English has no such mood: it says “she says”, or tells a step further back (“had taken” for what „habe genommen“ tells).
"""

from __future__ import annotations

import re
from functools import cache

from ...expressions import lasting
from ..table import table
from ..words.grammar import PARTICIPLE
from ..words.runs import small_runs

BEING = frozenset(("sei", "seien", "habe"))
"""The verbs that other verbs use as well."""
NO_REPORT = re.compile(
    r"\b(?:ich|wir|du|dir|dich|dein\w*|als (?:sei|habe|seien|ob|wäre)|damit|es sei|sei es|(?:dem|wie) auch sei|Gott sei"
    r"|sei (?:denn|angemerkt|erwähnt|gesagt|dahingestellt|vorsichtig)|seien Sie|man (?:nehme|lasse|gebe|sehe|denke)"
    r"|lebe hoch)\b|(?<![\w,;:] )\b(?:Sei|Seien)\b",
    re.IGNORECASE,
)
"""What is said with these verbs and is nobody's report: commands, comparisons, wishes, what only stands for “be it”."""

VERB = re.compile(r"(?<![\w=])(?:sei|seien|[a-zäöü]+e)(?!\w)")
ASKED = re.compile(r"[^.!?]*\?")
"""„Was man dafür brauche?“: the question of somebody is a question in English as well."""
COLON = re.compile(r":\s")
NEXT = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ])")


@cache
def _words(name: str) -> re.Pattern[str]:
    return lasting(rf"(?<![\w-])(?:{'|'.join(table('hedges')['reported'][name])})(?![\w-])", re.IGNORECASE)


@cache
def _verbs() -> tuple[frozenset[str], re.Pattern[str]]:
    rows = table("hedges")["reported"]
    anywhere, at_end = "|".join(rows["anywhere"]), "|".join(rows["at_end"])
    pattern = lasting(rf"(?<![\w-])(?:{anywhere})(?![\w-])|(?<![\w-])(?:{at_end})(?=\s*(?:[.,;!?–)]|und\b|oder\b|$))")
    return frozenset(VERB.findall(f"{anywhere}|{at_end}")), pattern


def may_report(german: str) -> bool:
    """Whether a text has any of the verbs; most have none."""
    return not _verbs()[0].isdisjoint(small_runs(german))


def reports(german: str) -> bool:
    """Whether a clause of a German sentence says by its verb alone that these are somebody's words."""
    clauses = german.split(",") if may_report(german) else ()
    return any(_verbs()[1].search(each) and not NO_REPORT.search(each) for each in clauses)


def lost_report(german: str, english: str, before: str) -> re.Match[str] | None:
    """The verb of a report that is told as a fact; ``before`` is the English sentence in front."""
    found = _verbs()[1].search(german)
    if not found or NO_REPORT.search(german) or ASKED.match(german, found.end()):
        return None
    said = english
    if COLON.search(german, 0, found.start()):
        if COLON.search(english):
            return None  # “The engineer is more cautious: …”
        first, *more = NEXT.split(english, maxsplit=1)
        before, said = (first, more[0]) if more else (before, english)
    elif COLON.search(english) and NEXT.search(german, 0, found.start()):
        return None
    if _words("says").search(said) or _words("said_before").search(before):
        return None
    is_done = found[0] in BEING and PARTICIPLE.search(german, found.end())
    return None if not is_done and _words("past").search(said) else found
