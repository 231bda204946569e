"""Denials that no denied word tells: „nicht vorgesehen“, „ungeeignet“, „nicht gegen“.

In: two sentences that answer each other. Out: what German denies and English says, and the reverse.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ....align.words import tokens
from ....expressions import lasting
from ....facts.hedges import denials, denies, may_answer
from ....facts.runs import Rare, small_runs
from ....facts.table import table
from ....model import Language
from ....vocabulary.terms import english, entries, lemma
from .negated import WORD, is_denied_at

if TYPE_CHECKING:
    from collections.abc import Iterable

AGAINST = re.compile(r"\b(?:nicht|nie|nichts) gegen\b", re.IGNORECASE)
AGAINST_EN = re.compile(r"\b(?:against|oppos(?:e|es|ed|ing)|objects?|objected)\b", re.IGNORECASE)
NOT_YET = re.compile(
    r"\b(?:bislang|bisher|noch|bis heute|bis dato|bis jetzt|bis zuletzt) (?:\w+ )?(?:nicht|nichts|niemand\w*|kein\w*)$",
    re.IGNORECASE,
)
NOW = re.compile(
    r"\b(?:has|have|had)(?: \w+){0,2} (?:so far|to date|until now|already)\b"
    r"|\b(?:[Ss]o far|[Tt]o date|[Uu]ntil now|[Uu]p to now),?(?: \w+){1,4} (?:has|have|had)\b"
)
"""What has not happened yet, and what English says has."""
THERE = re.compile(
    r"\bthere(?:['’]s| (?:is|are|was|were|remains?|(?:will|would|can|could) be|(?:has|have|had) been))"
    r" (?P<what>(?:[\w’'-]+ ?){1,6})",
    re.IGNORECASE,
)
"""What is there, in English; without “no”, which is a denial."""
NEITHER = re.compile(r"\bweder\b", re.IGNORECASE)
UNLIKE = re.compile(r"(?:un|in|im|il|ir|dis|non-?)\w{3,}")
"""How English words begin that deny what follows."""
MUST = re.compile(r"\b(?:muss|müssen|musste|mussten|müsse)\b")
NEED_NOT = re.compile(
    r"\b(?:(?:do|does|did)(?:n['’]t| not) (?:have|need) to|need not|needn['’]t"
    r"|(?:is|are|was|were)(?: not|n['’]t) (?:required|obliged) to)\b"
)
"""What must be done, and what need not."""


def phrased_lost(german: str, said: str, found: Iterable[re.Match[str]]) -> re.Match[str] | None:
    """The negation of a phrase that English says without one."""
    if denies(said):
        return None
    for each in found:
        against = AGAINST_EN.search(said) if AGAINST.match(german, each.start()) else None
        if against and not is_denied_at(german, said, against.start(), frozenset()):
            return each
        if NEITHER.match(german, each.start()) and not may_answer(said):
            return each
        until_now = NOW.search(said) if NOT_YET.search(german, 0, each.end()) else None
        if until_now and not is_denied_at(german, said, until_now.start(), frozenset()):
            return each
    absent = _absent().search(german)
    if not absent:
        return None
    nouns = [word for word in WORD.findall(german[: absent.end()]) if word[0].isupper()]
    before = {token for word in nouns for token in tokens(word, Language.DE)}
    there = (word for place in THERE.finditer(said) for word in WORD.findall(place["what"]))
    is_there = any(not before.isdisjoint(tokens(word, Language.EN)) for word in there)
    return absent if is_there else None


@cache
def _absent() -> re.Pattern[str]:
    """What German says is not there, or not to be."""
    return lasting(rf"\b(?:nicht|nie|kaum)\b(?: \w+)? (?:{'|'.join(table('hedges')['negation']['absent'])})\b")


def may_be_unlike(german: str) -> bool:
    """Whether a text has a word that denies by „un-“; most have none."""
    return bool(_unlike()(small_runs(german)))


def unlike_lost(german: str, said: str) -> re.Match[str] | None:
    """A word with „un-“ that English says without: „ungeeignet“, “suitable”."""
    words = _unlike()(small_runs(german))
    if not words or denials(german) or denies(said):  # „nicht unerheblich“ is “considerable”
        return None
    left, right = (
        list(WORD.finditer(german)),
        [(each.start(), tokens(each[0], Language.EN)) for each in WORD.finditer(said)],
    )
    for found in left:
        if found[0].lower() not in words:
            continue
        base = lemma(found[0].lower())
        others = {token for each in left if each is not found for token in tokens(each[0], Language.DE)}
        plain = frozenset(tokens(base[2:], Language.DE)) - others
        places = [at for at, known in right if not plain.isdisjoint(known)]
        is_kept = any(not frozenset(tokens(base, Language.DE)).isdisjoint(known) for _, known in right)
        if places and not is_kept and not any(is_denied_at(german, said, at, frozenset(others)) for at in places):
            return found
    return None


@cache
def _unlike() -> Rare:
    """The words that deny by „un-“ what another word says."""
    return Rare(lambda word: word.startswith("un") and _opposes(lemma(word)))


def _opposes(base: str) -> bool:
    return base.startswith("un") and base[2:] in entries() and any(map(UNLIKE.fullmatch, english(base)))


def unlike_added(german: str, said: str) -> re.Match[str] | None:
    """An English word that denies by its beginning what German says: “unsuitable” for „geeignet“."""
    words = _deniable()(small_runs(german))
    if not words or _limiting().search(german) or denials(german):
        return None
    known = {token for word in WORD.findall(german) for token in tokens(word, Language.DE)}
    wrong = frozenset(each for word in words for each in english(f"un{lemma(word)}"))
    places = (found for found in UNLIKE.finditer(said) if found[0] in wrong)
    return next((found for found in places if known.isdisjoint(tokens(found[0], Language.EN))), None)


@cache
def _deniable() -> Rare:
    """The words of which „un-“ makes another word."""
    return Rare(lambda word: _opposes(f"un{lemma(word)}"))


@cache
def _limiting() -> re.Pattern[str]:
    """What says in German, beside a word, that it is hardly so."""
    return lasting(rf"\b(?:{'|'.join(table('hedges')['negation']['limiting'])})\b")


def need_added(german: str, said: str) -> re.Match[str] | None:
    """What need not be done in English, and must in German: nothing there denies or limits it."""
    found = NEED_NOT.search(said)
    if not found or not MUST.search(german) or denials(german) or _limiting().search(german):
        return None
    return found


def may_be_denied(german: str, said: str) -> bool:
    """Whether a text has a word that „un-“ would deny, and its translation one that denies so; most have not both."""
    return bool(_denying()(small_runs(said)) and _deniable()(small_runs(german)))


@cache
def _denying() -> Rare:
    """English words that may deny by their beginning."""
    return Rare(UNLIKE.fullmatch)
