"""Denials that no denied word tells: „nicht vorgesehen“, „ungeeignet“, „nicht gegen“.

In: two sentences that answer each other. Out: what German denies and English says, and the reverse.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ....align.words import tokens
from ....expressions import lasting
from ....facts.stance.hedges import denials, denies, lacks, may_answer, softly
from ....facts.table import table
from ....facts.words.runs import Rare, small_runs
from ....model import Language
from ....vocabulary.terms import english, entries, lemma
from .negated import WORD, is_denied_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

AGAINST = re.compile(r"\b(?:nicht|nie|nichts) gegen\b", re.IGNORECASE)
AGAINST_EN = re.compile(r"\b(?:against|oppos(?:e|es|ed|ing)|objects?|objected)\b", re.IGNORECASE)
NOT_YET = re.compile(
    r"\b(?:bislang|bisher|noch|bis heute|bis dato|bis jetzt|bis zuletzt) (?:\w+ )?(?:nicht|nichts|niemand\w*|kein\w*)$",
    re.IGNORECASE,
)
NOW = re.compile(
    r"\b(?:has|have|had)(?: \w+){0,2} (?:so far|to date|until now|already)\b"
    r"|\b(?:has|have|had|is|are|was|were) (?:now|finally|at last|already)\b"
    r"(?! (?:await|pend|wait|open|due|expect|overdue|un|being|under|in|at|on|to)\w*)"
    r"|\b(?:[Ss]o far|[Tt]o date|[Uu]ntil now|[Uu]p to now),?(?: \w+){1,4} (?:has|have|had)\b"
)
"""What has not happened yet, and what English says has."""
DONE_NOT = re.compile(r"\b(?:tat|taten|tut|tun) (?:es|das|dies)(?: \w+){0,2} nicht$", re.IGNORECASE)
DONE = re.compile(r"\b(?:did|do|does) (?:so|it|just that|exactly that)\b")
"""„tat es aber nicht“, where English says “and did so”."""
CONTRASTED = re.compile(r"(?! nur| allein| bloß| lediglich| zuletzt)(?P<what>[^.;:!?]*), sondern\b")
"""What „nicht“ denies in „nicht X, sondern Y“."""
BUT = re.compile(r", but\b")
"""What „sondern“ is in English: it denies nothing by itself."""
FROM = re.compile(r"\b(?:from|moved?|switch\w*|replac\w*|swap\w*|chang\w*|more|over|outweigh\w*)\b", re.IGNORECASE)
"""What tells such a contrast without a denial: “moved from Cologne to Bonn”."""
IS_NONE = re.compile(
    r"\b(?:ist|sind|war|waren|bleibt|bleiben|wird|wurde|wurden|sei|seien)(?: (?:\w+ ){0,3})?\s*kein\w*$", re.IGNORECASE
)
IS_ONE = re.compile(
    r"\b(?:is|are|was|were|remains?|becomes?|became|it['’]s|that['’]s|he['’]s|she['’]s)"
    r"(?: (?:also|still|now|just|really|indeed|certainly|clearly|simply))? (?P<what>[^.;:!?,]+)",
    re.IGNORECASE,
)
FEW = re.compile(r"\b(?:few|little|only|hardly|rarely|less|least|fewer|seldom)\b", re.IGNORECASE)
"""What is none of something in German, and is one in English; what says of some that they are."""
ALIKE = 4
"""Letters by which the noun behind „kein“ and an English one are known to be the same."""
THERE = re.compile(
    r"\bthere(?:['’]s| (?:is|are|was|were|remains?|(?:will|would|can|could) be|(?:has|have|had) been))"
    r" (?P<what>(?:[\w’'-]+ ?){1,6})",
    re.IGNORECASE,
)
"""What is there, in English; without “no”, which is a denial."""
NEITHER = re.compile(r"\bweder\b", re.IGNORECASE)
UNLIKE = re.compile(r"(?:un|in|im|il|ir|dis|non-?)\w{3,}")
"""How English words begin that deny what follows."""
NOBODY = re.compile(r"niemand\w*", re.IGNORECASE)
SOMEBODY = re.compile(
    r"\b(?:some(?:body|one)|every(?:body|one)|(?:several|some|many|most|all|one|two|three|four|five|six|a few|\d+)"
    r"(?: other)? (?:people|persons?|m[ae]n|wom[ae]n|children|residents|passengers|employees|players|patients))\b",
    re.IGNORECASE,
)
"""Nobody in German, and somebody in English."""


NOT_ALL = re.compile(
    r"nicht (?:alle[nrm]?|jede[rsnm]?|sämtliche[nrm]?)(?! (?:zwei|drei|vier|fünf|sechs|\d+)\b)(?![^.;:!?]*\bsondern\b)",
    re.IGNORECASE,
)
ALL = re.compile(r"\b(?:all|every(?:one|body)?|each)\b(?! the (?:same|more|better))", re.IGNORECASE)
NOT_SO = re.compile(
    r"\b(?:some|few(?:er)?|only|half|most|many|several|except\w*|(?<!, )but|rarely|seldom|hardly|part\w*|far from"
    r"|other\w*|differ\w*|less|majority|minority|unless|against|instead|rather|beyond|escap\w+|otherwise)\b",
    re.IGNORECASE,
)
"""Not all in German, all in English, and what tells of some there that they are not meant."""


def phrased_lost(german: str, said: str, found: Sequence[re.Match[str]]) -> re.Match[str] | None:
    """The negation of a phrase that English says without one."""
    if denies(said):
        return None
    lost = (each for each in found for said_so in _affirming(german, each) if _says(german, said, said_so))
    return (
        next(lost, None)
        or _neither_lost(said, found)
        or _modal_lost(german, said)
        or _absent_lost(german, said)
        or next((each for each in found if _is_contrast_lost(german, said, each) or _is_one(german, said, each)), None)
        or next((each for each in found if NOT_ALL.match(german, each.start()) and _says_all(said)), None)
    )


def _says_all(said: str) -> bool:
    """Whether English says of all what German says of not all, and nothing in it excepts any."""
    return bool(ALL.search(said)) and not (NOT_SO.search(said) or any(lacks(said)))


def _is_contrast_lost(german: str, said: str, negation: re.Match[str]) -> bool:
    """Whether English says what „nicht X, sondern Y“ denies, and has nothing that may deny."""
    contrasted = CONTRASTED.match(german, negation.end())
    is_answered = may_answer(BUT.sub(" ", said)) if contrasted else True
    if not contrasted or is_answered or FROM.search(said):
        return False
    here = frozenset(token for word in WORD.findall(said) for token in tokens(word, Language.EN))
    nouns = [word for word in WORD.findall(contrasted["what"]) if word[0].isupper()]
    known = [meant for word in nouns if (meant := [each for each in tokens(word, Language.DE) if each[0] == "="])]
    return bool(known) and not any(map(here.isdisjoint, known))


def _is_one(german: str, said: str, negation: re.Match[str]) -> bool:
    """Whether English says that something is what German says it is not: „ist kein Orakel“, “is an oracle”."""
    if not IS_NONE.search(german, 0, negation.end()) or FEW.search(said) or "sondern" in german:
        return False
    noun = next((word for word in WORD.findall(german[negation.end() :]) if word[0].isupper()), "")
    meant = {token if token[0] == "=" else token[:ALIKE] for token in tokens(noun, Language.DE)}
    for place in IS_ONE.finditer(said):
        words = WORD.findall(place["what"])
        told = {token if token[0] == "=" else token[:ALIKE] for word in words for token in tokens(word, Language.EN)}
        if not meant.isdisjoint(told) and not any(map(bool, softly(place["what"]))):
            return True
    return False


def _affirming(german: str, negation: re.Match[str]) -> Iterator[re.Pattern[str]]:
    """What English must not say without a denial where German denies by a phrase."""
    if AGAINST.match(german, negation.start()):
        yield AGAINST_EN
    if NOBODY.match(german, negation.start()):
        yield SOMEBODY
    if NOT_YET.search(german, 0, negation.end()):
        yield NOW
    if DONE_NOT.search(german, 0, negation.end()):
        yield DONE
    yield from (theirs for mine, theirs in _phrases() if _covers(mine, german, negation))


@cache
def _phrases() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """What German denies by a phrase, and the English of that without a denial."""
    rows = table("hedges")["negation"]["phrase"]
    return tuple(
        (lasting(rf"\b(?:{row['de']})\b", re.IGNORECASE), lasting(rf"\b(?:{row['en']})\b", re.IGNORECASE))
        for row in rows
    )


def _covers(phrase: re.Pattern[str], german: str, negation: re.Match[str]) -> bool:
    """Whether a negation stands in a phrase, in a sentence of one clause: another may say the same."""
    return "," not in german and any(
        found.start() <= negation.start() < found.end() for found in phrase.finditer(german)
    )


def _says(german: str, said: str, phrase: re.Pattern[str]) -> bool:
    """Whether English says a phrase in a clause that does not deny it."""
    place = phrase.search(said)
    return place is not None and not is_denied_at(german, said, place.start(), _meanings(german))


def _meanings(german: str) -> frozenset[str]:
    """What the dictionary makes of a German sentence: “loss” is „Verlust“, and no denial."""
    return frozenset(token for word in WORD.findall(german) for token in tokens(word, Language.DE))


def _neither_lost(said: str, found: Iterable[re.Match[str]]) -> re.Match[str] | None:
    """„weder“, where English has nothing that may deny."""
    neither = next((each for each in found if NEITHER.fullmatch(each[0])), None)
    return neither if neither and not may_answer(said) else None


def _modal_lost(german: str, said: str) -> re.Match[str] | None:
    """„nicht“ behind „muss“ or „darf“, where English says “must” or “may”."""
    found = ((each.not_so.search(german), each.english) for each in _modals())
    return next((place for place, verb in found if place and _says(german, said, verb)), None)


class Modal(NamedTuple):
    """A verb of German, alone and with „nicht“ behind it; what English says for it, and what denies that."""

    german: re.Pattern[str]
    not_so: re.Pattern[str]
    english: re.Pattern[str]
    denied: re.Pattern[str]


@cache
def _modals() -> tuple[Modal, ...]:
    return tuple(
        Modal(
            lasting(rf"\b(?:{'|'.join(row['de'])})\b"),
            lasting(rf"\b(?:{'|'.join(row['de'])})\b[^.,;:!?–]{{1,80}}?\bnicht\b(?! (?:nur|zu|vor|länger|mehr)\b)"),
            lasting(rf"\b(?:{'|'.join(row['en'])})\b", re.IGNORECASE),
            lasting(rf"\b(?:{'|'.join(row['denied'])})\b", re.IGNORECASE),
        )
        for row in table("hedges")["negation"]["modal"]
    )


def _absent_lost(german: str, said: str) -> re.Match[str] | None:
    """What German says is not there, or not to be, where English says that it is."""
    absent = _absent().search(german)
    if not absent:
        return None
    nouns = [word for word in WORD.findall(german[: absent.end()]) if word[0].isupper()]
    before = {token for word in nouns for token in tokens(word, Language.DE)}
    there = (word for place in THERE.finditer(said) for word in WORD.findall(place["what"]))
    return absent if any(not before.isdisjoint(tokens(word, Language.EN)) for word in there) else None


@cache
def _absent() -> re.Pattern[str]:
    """What German says is not there, or not to be."""
    return lasting(rf"\b(?:nicht|nie|kaum)\b(?: \w+)? (?:{'|'.join(table('hedges')['negation']['absent'])})\b")


def _opposes(base: str) -> bool:
    return base.startswith("un") and base[2:] in entries() and any(map(UNLIKE.fullmatch, english(base)))


IS_UNLIKE = Rare(lambda word: word.startswith("un") and _opposes(lemma(word)))
"""The words that deny by „un-“ what another word says."""
IS_DENIABLE = Rare(lambda word: _opposes(f"un{lemma(word)}"))
"""The words of which „un-“ makes another word."""


def may_be_unlike(german: str) -> bool:
    """Whether a text has a word that denies by „un-“; most have none."""
    return bool(IS_UNLIKE(small_runs(german)))


def unlike_lost(german: str, said: str) -> re.Match[str] | None:
    """A word with „un-“ that English says without: „ungeeignet“, “suitable”."""
    words = IS_UNLIKE(small_runs(german))
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


def unlike_added(german: str, said: str) -> re.Match[str] | None:
    """An English word that denies by its beginning what German says: “unsuitable” for „geeignet“."""
    words = IS_DENIABLE(small_runs(german))
    if not words or _limiting().search(german) or denials(german):
        return None
    known = {token for word in WORD.findall(german) for token in tokens(word, Language.DE)}
    wrong = frozenset(each for word in words for each in english(f"un{lemma(word)}"))
    places = (found for found in UNLIKE.finditer(said) if found[0] in wrong)
    return next((found for found in places if known.isdisjoint(tokens(found[0], Language.EN))), None)


@cache
def _limiting() -> re.Pattern[str]:
    """What says in German, beside a word, that it is hardly so."""
    return lasting(rf"\b(?:{'|'.join(table('hedges')['negation']['limiting'])})\b", re.IGNORECASE)


def modal_added(german: str, said: str) -> re.Match[str] | None:
    """What need not or may not be done in English, and must or may in German: nothing there denies or limits it."""
    for each in _modals():
        found = each.denied.search(said) if each.german.search(german) else None
        if found and not denials(german) and not _limiting().search(german):
            return found
    return None


def may_be_denied(german: str, said: str) -> bool:
    """Whether a text has a word that „un-“ would deny, and its translation one that denies so; most have not both."""
    return not _denying().isdisjoint(small_runs(said)) and bool(IS_DENIABLE(small_runs(german)))


@cache
def _denying() -> frozenset[str]:
    """The English of all words that deny by „un-“."""
    return frozenset(each for word in entries() if _opposes(word) for each in english(word) if UNLIKE.fullmatch(each))
