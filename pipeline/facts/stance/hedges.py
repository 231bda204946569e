"""Text -> the words in it that deny what it says, and English ones that doubt it.

In: texts of a German block and of the English one that answers it. Out: what the English does not answer.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ...expressions import lasting
from ..numbers.german import in_a_word
from ..numbers.number import Kind
from ..table import table
from ..words.runs import Rare, beginning_at, beginning_with, small_runs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


@cache
def _denying() -> Rare:
    return beginning_with(table("hedges")["negation"]["de"])


def denials(german: str) -> frozenset[str]:
    """The words of a German text, in small letters, that may begin a negation."""
    return _denying()(small_runs(german))


@cache
def _negation() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = table("hedges")["negation"]
    return _words(words["de"]), _words(words["en"])


SHORT_SENTENCE = 16
"""Words of a sentence that says little but what it denies."""
AHEAD = 60
"""Characters in which the beginning of a way of speaking is looked for."""
CLAUSE = 160
"""Characters in which the beginning of a clause is looked for."""
NO_DENIAL = re.compile(
    r"\b(?:(?:[Aa]uch|[Ss]elbst) ohne|(?:dem|das|im|ins|vom|zum) Nichts|(?:[Nn]icht|[Kk]eine?n?)(?= (?:Unbekannte[nr]?"
    r"|Unbekannten|Wunder|Geheimnis|Hehl|Seltenheit|Neuland|Zufall|Einzelfall|Ausnahme|Zweifel|Frage)\b)"
    r"|\bob\b[^.;:!?,]{1,80}\b[Nn]icht(?= (?:erst|doch|besser|lieber|schon|vielleicht)\b))"
)
"""„Auch ohne Plan“ is “even if there is none”, and „aus dem Nichts“ “out of thin air”."""
IDIOM = re.compile(
    r"\b(?:verg(?:iss|isst|esst|aß|aßen)|vergessen Sie)\s(?:\w+\s){0,2}$|,\sohne d\w{2,4}\s[^,;.]*$", re.IGNORECASE
)
NEEDED = re.compile(r",\sohne d\w{2,4}\s[^,;.]*\b(?:nicht|kein\w*)\b", re.IGNORECASE)
"""„Daten, ohne die wir nicht arbeiten können“ is “data that we need”."""
ALONE = re.compile(r"\b(?:wenn|falls|warum)\snicht[,.:;!?]", re.IGNORECASE)
"""A denial without a verb: „Wenn nicht, …“."""
NEVER_SO = re.compile(
    r"\b(?:so|derart) [^,;:.!?]{1,60} wie\s(?:[^,;:.!?]{1,40}\s)?$"
    r"|\bwie (?:(?:schon )?(?:lange|seit (?:\w+ ){1,3}|noch)|zuvor) ?$",
    re.IGNORECASE,
)
"""„so hoch wie seit 1994 nicht mehr“ is “higher than at any time since 1994”, „wie lange nicht“ “than for years”."""
NUMBERED = re.compile(r"\s(?:(?P<digits>\d)|(?P<word>[a-zäöüß]+)(?=\s[A-ZÄÖÜ]))")
"""A number, or a word that may be one, behind „keine“."""
IDIOM_AFTER = re.compile(r"\s(?:nur|zuletzt|zu vergessen|vergessen|selten|weiter als|umsonst)\b")
"""What stands before and behind a German „nicht“ that denies nothing."""
FREELY = re.compile(
    r"\bnicht (?:vor|lange|viel|weit|oft|immer|alle|jede\w*|ganz|schlecht|selten|un\w{4,})\b|\bkein\w* (?:Neu|Un)\w"
    r"|\b[Uu]n(?!ter|d\b|s\b|ser)\w{4,}\b[^.;:!?,]* nicht\b"
)
"""What is told without a denial as well: „nicht vor acht“ is “after eight”, „uneigennützig ist das nicht“."""


PLAIN_DENIAL = re.compile(
    r"(?<![\w-])(?:(?:not|never|no(?!\.)|nobody|nothing"
    r"|none(?= of (?:the|these|those|them|us|our|my|his|her|its|their)\b)|cannot|neither)"
    r"(?! (?:(?:only|just|longer|least|matter|doubt|later|more|less|fewer|limited)\b|\w+er than\b))"
    r"|\w+n['’]t|without(?! (?:\w+ing|any|much|having|limit\w*|prejudice|further)\b))(?![\w-])",
    re.IGNORECASE,
)
DENYING = (" not ", " no ", " never ", " nothing ", " without ", " cannot ")
DENYING_GERMAN = (" nicht ", " kein ", " keine ", " keinen ", " ohne ", " nur ", " nie ")
"""What denies most often, as it stands inside of a sentence: found much faster than by the patterns, of which it is."""
PLAINLY = frozenset(("not", "never", "no", "nobody", "nothing", "none", "cannot", "neither", "without", "t"))
"""Words without any of which a text has no plain denial: “t” is that of “don’t”."""


def _words(patterns: Iterable[str]) -> re.Pattern[str]:
    return lasting(rf"(?<![\w-])(?:{'|'.join(patterns)})(?![\w-])", re.IGNORECASE)


def negations(german: str, denials_: Iterable[str]) -> Iterator[re.Match[str]]:
    """The German negations that deny something; each begins with one of the denials."""
    mine, _ = _negation()
    return (each for each in beginning_at(mine, german, denials_) if not _is_idiom(german, each))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return _words(table("hedges")["negation"][name])


def denies(english: str, times: int = 1) -> bool:
    """Whether an English text denies beyond doubt, so many times at least."""
    return sum(map(english.count, DENYING)) >= times or times <= sum(1 for _ in _pattern("strict").finditer(english))


def plain_denials(english: str) -> Iterator[re.Match[str]]:
    """Those that deny a word behind them; most texts have none."""
    return iter(()) if PLAINLY.isdisjoint(small_runs(english)) else PLAIN_DENIAL.finditer(english)


def affirms(english: str) -> Iterator[re.Match[str]]:
    """Ways of speaking that deny in words alone: “can’t help grinning”."""
    return _pattern("affirm").finditer(english)


def lacks(english: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
    """What says by itself in a part of an English text that something is not there or not so: forgotten, refused."""
    pattern = _lacking()
    return pattern.finditer(english, start, len(english) if end is None else end)


@cache
def _lacking() -> re.Pattern[str]:
    return _words(table("hedges")["lacking"]["en"])


def softly(english: str) -> Iterator[str]:
    """What may answer a negation in an English clause."""
    return (found[0] for found in _pattern("near").finditer(english))


@cache
def _explained_softly() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    rows = table("hedges")["negation"]["explained"]
    return tuple((_words(row["en"]), _words(row["de"])) for row in rows)


def explained_softly(german: str) -> Callable[[str], bool]:
    """Whether an English word that may answer a negation says what a German text says without one."""
    said = [theirs for theirs, mine in _explained_softly() if mine.search(german)]
    return lambda word: any(each.fullmatch(word) for each in said)


def denies_in_german(german: str) -> bool:
    """Whether a German sentence has one of the words that deny most often."""
    return any(map(german.__contains__, DENYING_GERMAN))


def may_deny(german: str) -> bool:
    """Whether a German sentence has anything that a denial may answer."""
    return denies_in_german(german) or bool(_pattern("said").search(german))


@cache
def _doubting() -> tuple[Rare, re.Pattern[str], re.Pattern[str]]:
    words = table("hedges")["doubt"]
    return beginning_with(words["en"]), _words(words["en"]), _words(words["de"])


def doubts(english: str) -> re.Match[str] | None:
    """The first word of an English text that doubts, and means nothing else."""
    rare, pattern, _ = _doubting()
    return next(beginning_at(pattern, english, rare(small_runs(english))), None)


def may_doubt(german: str) -> bool:
    """Whether a German sentence has anything that may be told as a doubt."""
    return "?" in german or bool(_doubting()[2].search(german))


def may_answer(english: str) -> bool:
    """Whether an English text has anything that may answer a negation."""
    _, theirs = _negation()
    return any(map(english.__contains__, DENYING)) or bool(theirs.search(english))


def is_flatly_lost(german: str, english: str) -> bool:
    """Whether a short sentence denies one thing, and its answer has not even a word that could say it otherwise."""
    mine, _ = _negation()
    is_short = len(german.split()) <= SHORT_SENTENCE and "?" not in german and "ohne" not in german.lower()
    if FREELY.search(german):
        return False
    return is_short and len(mine.findall(german)) == 1 and not _soft().search(english)


@cache
def _soft() -> re.Pattern[str]:
    """English words and prefixes that say something less than a denial."""
    return _words(table("hedges")["negation"]["soft"])


def _bounds(german: str, found: re.Match[str]) -> bool:
    """Whether a negation only bounds a number: „keine zehn Minuten“ are less than ten."""
    behind = NUMBERED.match(german, found.end()) if found[0].lower().startswith("kein") else None
    said = in_a_word(behind["word"].lower()) if behind and behind["word"] else None
    return bool(behind and (behind["digits"] or (said and said.kind is Kind.AMOUNT and said.value > 1)))


def _is_idiom(german: str, found: re.Match[str]) -> bool:
    """Whether a negation denies nothing: „vergiss nicht“ is “remember”, „nicht nur“ “both”, „so … wie nie“ a record."""
    return bool(
        IDIOM.search(german, max(0, found.start() - AHEAD), found.start())
        or ALONE.search(german, max(0, found.start() - AHEAD), found.end() + 1)
        or NEVER_SO.search(german[max(0, found.start() - CLAUSE) : found.start()])
        or IDIOM_AFTER.match(german, found.end())
        or NEEDED.match(german, max(0, found.start() - 2))
        or _bounds(german, found)
        or any(each.end() == found.end() for each in NO_DENIAL.finditer(german))
    )
